"""The history lists what was said of people, with the photos that it was about."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from gallery_app.app import Parts
from tests.gallery_app.peopled import BEN, NOBODY
from tests.gallery_app.windows import settle


def test_edits_of_people_are_in_it_and_undone_from_there(window: Parts, qtbot: QtBot) -> None:
    session, people = window.session, window.session.people
    people.hide(BEN, True, None)
    people.name(NOBODY, "Cleo", None)
    people.is_person([people.best_faces(NOBODY)[0].id], BEN, None)
    settle(window, qtbot)
    window.window.actions_["history"].trigger()
    history = window.workspace.pages.history.history
    qtbot.waitUntil(lambda: history.details is not None)
    assert [history.label(line) for line in history.lines] == ["1 face of Ben", "Name a person Cleo", "Hide Ben"]
    assert history.details is not None
    assert len(history.details.photos) == 1
    history.choose(history.lines[-1].id)
    history.undo()
    settle(window, qtbot)
    card = people.card(BEN)
    assert card is not None
    assert not card.hidden
    assert not session.can_undo
