"""The states of the window around culling: the review and its end, near-identical photos, rules, and the history."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from engine.edits import Lock, Move
from engine.filing.rules import Rule
from gallery_app.app import Parts
from tour.state import State, then, waiting
from tour.window_styles import AND_CONTRAST, SMALL

MARKS = (Qt.Key.Key_P, Qt.Key.Key_P, Qt.Key.Key_X, Qt.Key.Key_P, Qt.Key.Key_X, Qt.Key.Key_X)
FRIDAY, SUNDAY = datetime(2026, 1, 2), datetime(2026, 1, 4)
LANDED = 3  # photos that land in a cluster with an action of its own


def culling_states(parts: Parts) -> Iterator[State]:
    """The states; begins and ends on the work page. Marks and rules are taken away, and edits undone."""
    yield from _review(parts)
    yield from _rules(parts)
    yield from _history(parts)


def _review(parts: Parts) -> Iterator[State]:
    session, culling = parts.session, parts.workspace.culling
    page = culling.page

    def mark() -> None:
        culling.review_cluster(session.gallery.clusters[1].id)
        for key in MARKS:
            QTest.keyClick(page, key)

    def forget() -> None:
        page.sheet.keep.click()
        culling.flags.set(session.gallery.ids.tolist(), None)

    yield State("review", mark, AND_CONTRAST)
    yield State("review-end", page.head.finish.click, AND_CONTRAST)
    yield waiting(forget)


def _rules(parts: Parts) -> Iterator[State]:
    """A rule is made on a Friday; on the Sunday after it photos have landed."""
    window, session, filing = parts.window, parts.session, parts.workspace.filing
    rules, today = filing.rules, filing.rules.now

    def cluster() -> str:
        return session.gallery.clusters[1].id

    def ask() -> None:
        rules.now = lambda: FRIDAY
        filing.ask_for_rule(cluster())

    def make() -> None:
        for dialog in window.findChildren(QDialog):
            dialog.close()
        rules.set_rule(Rule(cluster(), "trash", SUNDAY.weekday()))

    def land() -> None:
        rules.now = lambda: SUNDAY
        session.edit(Move(session.gallery.ids[session.gallery.labels == 0][:LANDED].tolist(), cluster()), None)

    def turn_off() -> None:
        rules.turn_off(cluster())
        rules.now = today
        session.undo()

    yield State("rule-dialog", ask, SMALL)
    yield waiting(make)
    yield State("rule-bar", land, AND_CONTRAST)
    yield waiting(turn_off)


def _history(parts: Parts) -> Iterator[State]:
    """What was filed is in it, too; see filing.py."""
    session, page = parts.session, parts.workspace.pages.history
    window = parts.window
    edits = 2

    def edit() -> None:
        clusters = session.gallery.clusters
        session.edit(Lock(clusters[0].id, True), None)
        session.edit(Move(session.gallery.ids[:LANDED].tolist(), clusters[1].id), None)

    def show_files() -> None:
        newest = next(line for line in page.history.lines if line.kind == "file")
        page.list.choose(newest.id)

    yield waiting(edit)
    yield State("history", window.actions_["history"].trigger, AND_CONTRAST)
    yield State("history-of-files", show_files, SMALL)
    yield waiting(then(page.closed.emit, *[session.undo] * edits))


def copies_states(parts: Parts) -> Iterator[State]:
    """Near-identical photos, group by group and all at once, where there are some."""
    page = parts.workspace.duplicates
    yield State("copies", parts.window.actions_["copies"].trigger)
    yield State("best-of-all", page.all_groups.click, AND_CONTRAST)
    yield waiting(page.closed.emit)
