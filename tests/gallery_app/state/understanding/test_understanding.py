"""Pictures are looked at while there is nothing else to do; how far that is stands in one small line."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from engine.edits import Turn
from engine.library.catalog.understanding.face_table import ALLOWED
from engine.library.library import Library
from engine.service.protocol import DuplicatesFound, FindDuplicates
from engine.service.understand_messages import Understand, Understood
from gallery_app.app import Parts
from gallery_app.state.session import Session
from gallery_app.state.understanding.background import Understanding
from gallery_app.views.bars.understanding.background_line import BackgroundLine
from tests.gallery_app.fake_engine import FakeEngine
from tests.gallery_app.understood import digests_named, lines, read_texts, tell_kinds
from tests.gallery_app.windows import settle


@pytest.fixture
def background(scripted: Parts) -> Understanding:
    """It begins in the next turn of the event loop, once `begun` lets it."""
    background = scripted.workspace.understanding.background
    background.rest.stop()
    background.rest.setInterval(0)
    return background


@pytest.fixture
def line(scripted: Parts) -> BackgroundLine:
    return scripted.workspace.understanding.line


def begun(background: Understanding, engine: FakeEngine, qtbot: QtBot) -> None:
    """Nothing else is done: it begins."""
    background.rest.start()
    qtbot.waitUntil(lambda: engine.kinds[-1:] == [Understand])


def test_it_begins_a_while_after_the_library_is_organised(scripted: Parts, engine: FakeEngine) -> None:
    """The user may be about to do something."""
    assert scripted.workspace.understanding.background.rest.isActive()
    assert engine.requests == []


def test_it_looks_at_everything_once(background: Understanding, engine: FakeEngine, qtbot: QtBot) -> None:
    begun(background, engine, qtbot)
    assert engine.requests == [Understand(text=True, people=False)]
    engine.done(Understood({"kind": 12}))
    assert not background.rest.isActive()  # all is known


def test_whatever_the_user_wants_comes_first(
    scripted: Parts, background: Understanding, engine: FakeEngine, qtbot: QtBot
) -> None:
    begun(background, engine, qtbot)
    engine.progress("text", 3, 12)
    scripted.session.jobs.run(FindDuplicates())
    assert (len(engine.stops), background.at_work) == (1, False)
    engine.cancelled()
    assert engine.kinds == [Understand, FindDuplicates]
    assert not background.rest.isActive()
    engine.done(DuplicatesFound((), {}))
    qtbot.waitUntil(lambda: engine.kinds == [Understand, FindDuplicates, Understand])  # and it goes on


def test_one_line_tells_how_far_it_is_and_pauses_it(
    scripted: Parts, background: Understanding, line: BackgroundLine, engine: FakeEngine, qtbot: QtBot
) -> None:
    assert line.text() == ""
    begun(background, engine, qtbot)
    engine.progress("text", 1204, 5000)
    assert line.text() == "Reading text in pictures… 1,204 of 5,000"
    assert line.button.accessibleName() == "Pause"
    scripted.session.jobs.run(FindDuplicates())
    assert line.text() == ""  # the strip tells of what the user wants
    engine.cancelled()
    engine.done(DuplicatesFound((), {}))
    qtbot.waitUntil(lambda: engine.kinds[-1] is Understand)
    line.button.click()
    engine.cancelled()
    assert line.text() == "Reading text in pictures: paused, 1,204 of 5,000"
    assert scripted.window.actions_["pause-understanding"].isChecked()
    assert not background.rest.isActive()
    line.button.click()
    qtbot.waitUntil(lambda: len(engine.kinds) == 4)
    assert engine.kinds[-1] is Understand


def test_a_pause_holds_when_the_program_is_started_again(
    scripted: Parts, background: Understanding, make: Callable[..., Parts], qtbot: QtBot
) -> None:
    background.pause(True)
    scripted.window.close()
    again = make()
    assert again.workspace.understanding.background.paused
    assert again.window.actions_["pause-understanding"].isChecked()


def test_text_is_left_out_and_all_of_it_switched_off(
    background: Understanding, engine: FakeEngine, qtbot: QtBot
) -> None:
    begun(background, engine, qtbot)
    background.read_text(False)  # what runs would read it
    engine.cancelled()
    qtbot.waitUntil(lambda: len(engine.requests) == 2)
    assert engine.requests[-1] == Understand(text=False)
    background.switch(False)
    engine.cancelled()
    assert not background.rest.isActive()
    background.switch(True)
    assert background.rest.isActive()


def test_faces_are_looked_for_only_where_the_owner_said_yes(
    scripted: Parts, background: Understanding, engine: FakeEngine, qtbot: QtBot
) -> None:
    begun(background, engine, qtbot)
    for said, people in (("no", False), ("yes", True)):
        scripted.session.query(lambda library, said=said: library.catalog.set_setting(ALLOWED, said), lambda _: None)
        background.look_again()
        engine.cancelled()
        qtbot.waitUntil(lambda people=people: engine.requests[-1] == Understand(people=people) and background.at_work)


def test_what_was_turned_is_read_again(
    scripted: Parts, background: Understanding, engine: FakeEngine, qtbot: QtBot
) -> None:
    begun(background, engine, qtbot)
    engine.done(Understood({}))
    settle(scripted, qtbot)
    assert not background.rest.isActive()
    digest = scripted.session.gallery.files[0].digest or ""
    scripted.session.edit(Turn([digest], 1), None)
    qtbot.waitUntil(lambda: engine.kinds == [Understand, Understand])


def test_a_failure_is_said_once_and_not_tried_for_ever(
    scripted: Parts, background: Understanding, engine: FakeEngine, qtbot: QtBot
) -> None:
    said: list[str] = []
    scripted.session.notice.connect(said.append)
    begun(background, engine, qtbot)
    engine.fail("The disk is full.")
    assert said == ["The disk is full."]
    assert not background.rest.isActive()
    assert scripted.session.problem is None  # nothing that the user has asked for has failed


def test_a_library_without_its_folder_is_left_alone(parts: Parts, qtbot: QtBot) -> None:
    background = parts.workspace.understanding.background
    background.look_again()
    assert not background.rest.isActive()


def test_what_is_found_out_is_shown_while_it_goes_on(
    scripted: Parts, background: Understanding, engine: FakeEngine, qtbot: QtBot
) -> None:
    session, told = scripted.session, []
    session.changed.connect(lambda *_: told.append("changed"))
    begun(background, engine, qtbot)

    def found(library: Library) -> None:
        tell_kinds(library, dict.fromkeys(digests_named(library, ["forest"]), "screenshot"))
        read_texts(library, {digests_named(library, ["night"])[0]: lines("Total 12.50")})

    session.query(found, lambda _: None)
    settle(scripted, qtbot)
    reading = background.reading.timer
    assert not reading.isActive()
    engine.progress("text", 1, 12)
    engine.progress("text", 2, 12)
    assert reading.isActive()  # once for both
    before = session.gallery
    with qtbot.waitSignal(session.understood):
        reading.timeout.emit()
    assert session.gallery.understood.kind_counts == {"screenshot": 4}
    assert [text.lines[0].text for text in session.gallery.understood.texts.values()] == ["Total 12.50"]
    assert session.gallery.files is before.files
    assert session.filters.shown.gallery is session.gallery
    assert told == []  # no view draws itself anew for that


def test_a_filter_follows_what_is_found_out(session: Session, qtbot: QtBot) -> None:
    session.filters.toggle_kind("receipt", None)
    qtbot.waitUntil(lambda: not len(session.filters.rows))
    session.query(
        lambda library: tell_kinds(library, dict.fromkeys(digests_named(library, ["night"]), "receipt")), lambda _: None
    )
    with qtbot.waitSignal(session.filters.changed):
        session.read_understood()
    assert len(session.filters.rows) == 4


def test_what_is_previewed_is_not_taken_away(session: Session, qtbot: QtBot) -> None:
    previewed = session.gallery.with_changes(xy=session.gallery.xy + 1)
    session.show_preview(previewed, session.filters.evaluate(previewed), None)
    session.query(
        lambda library: tell_kinds(library, dict.fromkeys(digests_named(library, ["night"]), "receipt")), lambda _: None
    )
    session.read_understood()
    session.query(lambda _library: None, lambda _: read.append(True))
    read: list[bool] = []
    qtbot.waitUntil(lambda: bool(read))
    assert session.gallery is previewed
    session.reload()
    qtbot.waitUntil(lambda: session.gallery is not previewed)
    assert session.gallery.understood.kind_counts == {"receipt": 4}
