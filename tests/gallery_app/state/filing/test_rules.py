"""A cluster with an action of its own: what lands in it is proposed on its day, and nothing happens unseen."""

from __future__ import annotations

from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from engine.edits import Move
from engine.service.protocol import PlanFiling
from gallery_app.app import Parts
from gallery_app.state.filing.rules_due import RulesDue
from gallery_app.views.bars.rule_bar import RuleBar
from gallery_app.views.filing.rule_dialog import ACTIONS, RuleDialog
from tests.gallery_app.fake_engine import FakeEngine
from tests.gallery_app.windows import settle

FRIDAY, SATURDAY, SUNDAY = (datetime(2024, 3, day) for day in (1, 2, 3))


@pytest.fixture
def cluster(scripted: Parts, qtbot: QtBot) -> str:
    """A cluster for whose newcomers the trash is proposed on Sundays, set on a Friday; two photos have landed since."""
    first, second = sorted(one.id for one in scripted.session.gallery.clusters if not one.unsure)[:2]
    rules(scripted).now = lambda: FRIDAY
    dialog_of(scripted, first).ok.click()
    settle(scripted, qtbot)
    gallery = scripted.session.gallery
    land = [f.id for row, f in enumerate(gallery.files) if getattr(gallery.cluster_of(row), "id", None) == second][:2]
    scripted.session.edit(Move(land, first), None)
    settle(scripted, qtbot)
    return first


def rules(parts: Parts) -> RulesDue:
    return parts.workspace.filing.rules


def bar(parts: Parts) -> RuleBar:
    return parts.workspace.work.rule_bar


def dialog_of(parts: Parts, cluster: str) -> RuleDialog:
    parts.workspace.filing.ask_for_rule(cluster)
    return parts.window.findChildren(RuleDialog)[-1]


def at(parts: Parts, day: datetime, qtbot: QtBot) -> str:
    """What the bar says on a day."""
    rules(parts).now = lambda: day
    parts.session.reload()
    settle(parts, qtbot)
    return bar(parts).text()


def test_nothing_is_said_before_the_day(scripted: Parts, cluster: str, qtbot: QtBot) -> None:
    assert at(scripted, SATURDAY, qtbot) == ""
    assert "2 new photos" in at(scripted, SUNDAY, qtbot)


def test_review_opens_the_plan_of_what_has_landed(
    scripted: Parts, cluster: str, engine: FakeEngine, qtbot: QtBot
) -> None:
    at(scripted, SUNDAY, qtbot)
    assert not [one for one in engine.requests if isinstance(one, PlanFiling)]
    bar(scripted).review.click()
    (asked,) = engine.requests
    assert isinstance(asked, PlanFiling)
    assert (asked.options.action, asked.options.clusters, len(asked.options.files or ())) == ("trash", (cluster,), 2)
    qtbot.waitUntil(lambda: bar(scripted).text() == "")


def test_later_is_not_now(scripted: Parts, cluster: str, qtbot: QtBot) -> None:
    at(scripted, SUNDAY, qtbot)
    bar(scripted).later.click()
    assert at(scripted, SUNDAY, qtbot) == ""
    assert cluster in rules(scripted).rules


def test_turned_off_it_is_gone(scripted: Parts, cluster: str, qtbot: QtBot) -> None:
    at(scripted, SUNDAY, qtbot)
    bar(scripted).off.click()
    settle(scripted, qtbot)
    assert (bar(scripted).text(), rules(scripted).rules) == ("", {})


def test_a_folder_has_to_be_chosen_to_move_photos(scripted: Parts, cluster: str, qtbot: QtBot) -> None:
    dialog = dialog_of(scripted, cluster)
    dialog.what.setCurrentIndex(ACTIONS.index("move"))
    assert not dialog.ok.isEnabled()
    dialog.set_target("/photos/Greetings")
    dialog.ok.click()
    settle(scripted, qtbot)
    assert (rules(scripted).rules[cluster].action, rules(scripted).rules[cluster].target) == (
        "move",
        "/photos/Greetings",
    )


def test_the_card_of_the_cluster_is_marked_and_says_its_rule(scripted: Parts, cluster: str, qtbot: QtBot) -> None:
    shelf = scripted.workspace.shelf
    others = [one for one in shelf.order() if one != cluster]
    card, says = shelf.card(cluster), "On Sunday, what is new here is proposed for the trash."
    assert (card.rule, [shelf.card(one).rule for one in others]) == (says, [""] * len(others))
    assert card.toolTip().endswith(says)
    assert says in card.accessibleDescription()
    scripted.session.reload()
    settle(scripted, qtbot)
    assert card.toolTip().endswith(says)  # the card was told its numbers anew
    marked = card.grab().toImage()
    rules(scripted).turn_off(cluster)
    settle(scripted, qtbot)
    assert card.rule == ""
    assert says not in card.toolTip()
    assert card.grab().toImage() != marked


def test_a_rule_that_moves_says_where(scripted: Parts, cluster: str, qtbot: QtBot) -> None:
    dialog = dialog_of(scripted, cluster)
    dialog.what.setCurrentIndex(ACTIONS.index("move"))
    dialog.set_target("/somewhere/Receipts")
    dialog.day.setCurrentIndex(2)
    dialog.ok.click()
    settle(scripted, qtbot)
    moves = "On Wednesday, what is new here is proposed to be moved to Receipts."
    assert scripted.workspace.shelf.card(cluster).rule == moves
