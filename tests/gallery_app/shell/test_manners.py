"""The window when things come at the wrong moment: folders in quick succession, failures, narrow windows."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

import gallery_app
from engine.edits import Merge, Rename
from engine.edits.history import History
from engine.library.library import Library
from engine.library.roots import library_for, real_folder
from gallery_app.app import Parts, build
from gallery_app.engine_client.background import JobRunner
from gallery_app.shell.start_page import MessagePage
from gallery_app.state.session import Session
from gallery_app.views.parts.photo_drag import start_drag
from gallery_app.views.shelf.cluster_shelf import ClusterShelf


@pytest.fixture
def fresh(jobs: JobRunner, qtbot: QtBot) -> Iterator[Session]:
    """A session with nothing open."""
    session = Session(jobs)
    yield session
    session.close()
    jobs.close()
    session.deleteLater()


def is_free(folder: Path) -> bool:
    """Whether nobody holds the library of a folder of photos."""
    with Library(library_for(real_folder(folder)), "a test"):
        return True


def test_of_two_folders_in_quick_succession_the_second_is_open(
    fresh: Session, jobs: JobRunner, photo_folder: Path, qtbot: QtBot
) -> None:
    other = Path(shutil.copytree(photo_folder, photo_folder.with_name("Other")))
    opened: list[Path | None] = []
    fresh.opened.connect(lambda: opened.append(fresh.folder))
    fresh.open(photo_folder)
    fresh.open(other)
    qtbot.waitUntil(lambda: fresh.library is not None and not jobs.busy)
    assert opened == [other]
    assert [Path(p) for _, p in fresh.library.catalog.files.roots()] == [other]
    assert is_free(photo_folder)


def test_a_folder_asked_for_twice_is_open(fresh: Session, jobs: JobRunner, photo_folder: Path, qtbot: QtBot) -> None:
    said: list[str] = []
    fresh.failed.connect(said.append)
    for _ in range(3):
        fresh.open(photo_folder)
    qtbot.waitUntil(lambda: fresh.library is not None and not jobs.busy)
    assert said == []
    assert fresh.folder == photo_folder


def test_a_folder_closed_while_it_opens_is_let_go(
    fresh: Session, jobs: JobRunner, photo_folder: Path, qtbot: QtBot
) -> None:
    fresh.open(photo_folder)
    fresh.close()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert fresh.library is None
    assert not fresh.opening
    assert is_free(photo_folder)


def test_a_full_disk_is_a_sentence(session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(History, "do", full)
    with qtbot.waitSignal(session.failed) as heard:
        session.edit(Rename(session.gallery.clusters[0].id, "Sea"), None)
    assert heard.args[0].startswith("The disk is full")


def _end(parts: Parts) -> None:
    parts.window.close()
    parts.window.deleteLater()


def test_a_cluster_may_go_while_its_menu_is_open(session: Session, jobs: JobRunner, qtbot: QtBot) -> None:
    shelf = ClusterShelf(session, jobs)
    shelf.show()
    gone, into = (c.id for c in session.gallery.clusters[:2])
    shelf.card(gone).menu_wanted.emit(shelf.mapToGlobal(QPoint(40, 40)))
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    rename = menu.actions()[0]
    with qtbot.waitSignal(session.changed):
        session.edit(Merge(gone, into), None)
    rename.trigger()  # an exception in a slot fails the test
    menu.close()
    qtbot.waitUntil(lambda: not jobs.busy)
    shelf.close()
    shelf.deleteLater()


def test_drags_offer_copies_only(
    session: Session, jobs: JobRunner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file manager that may move would take the originals away."""
    offered: list[object] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, actions: offered.append((actions, len(drag.mimeData().urls()))))
    shelf = ClusterShelf(session, jobs)
    cluster = session.gallery.clusters[0]
    shelf.card(cluster.id).dragged.emit()
    qtbot.waitUntil(lambda: bool(offered) and not jobs.busy)
    start_drag(shelf, session, session.gallery.ids[:2].tolist(), [])
    assert offered == [(Qt.DropAction.CopyAction, cluster.members), (Qt.DropAction.CopyAction, 2)]
    shelf.deleteLater()


def test_a_long_sentence_is_shown_whole(qtbot: QtBot) -> None:
    page = MessagePage()
    qtbot.addWidget(page)
    page.resize(800, 600)
    page.show_message("error", "This folder could not be opened", "A library that another program holds. " * 8, True)
    page.show()
    sentence = max(page.findChildren(QLabel), key=lambda it: len(it.text()))
    assert sentence.height() >= sentence.heightForWidth(sentence.width())
    assert sentence.wordWrap()


@pytest.mark.parametrize("width", [800, 1100, 2560])
def test_no_control_of_the_tool_bar_is_cut_off(tmp_path: Path, qtbot: QtBot, organised: Path, width: int) -> None:
    parts = build(None, tmp_path / "window.ini")
    parts.window.resize(width, 600)
    parts.window.pages.setCurrentWidget(parts.workspace.work)
    parts.window.show()
    QApplication.processEvents()
    assert parts.window.width() == width
    controls = [c for kind in (QAbstractButton, QLabel) for c in parts.workspace.tool_bar.findChildren(kind)]
    shown = [c for c in controls if c.isVisible() and not isinstance(c.parent(), QLineEdit)]
    assert len(shown) > 8
    cut = [c.accessibleName() or c.text() for c in shown if c.width() < c.minimumSizeHint().width()]
    assert cut == []
    assert all(parts.workspace.tool_bar.rect().contains(c.mapTo(parts.workspace.tool_bar, QPoint())) for c in shown)
    _end(parts)


def test_every_painter_of_a_widget_ends_also_after_an_exception() -> None:
    """Qt crashes over a painter that is left open on a widget."""
    for file in Path(gallery_app.__path__[0]).rglob("*.py"):
        for line in file.read_text("utf-8").splitlines():
            if re.search(r"QPainter\(self\b", line):
                assert line.strip().startswith("with "), f"{file.name}: {line.strip()}"


def test_the_menus_show_what_is_on(tmp_path: Path, qtbot: QtBot) -> None:
    """Beside an icon Qt draws no tick: the theme has to show it."""
    parts = build(None, tmp_path / "window.ini")
    menu = next(a.menu() for a in parts.window.menuBar().actions() if a.text() == "&View")
    action = parts.window.actions_["shelf"]
    pictures = []
    for on in (True, False):
        action.setChecked(on)
        menu.popup(QPoint())
        pictures.append(menu.grab(menu.actionGeometry(action)).toImage())
        menu.close()
    assert pictures[0] != pictures[1]
    assert menu.windowFlags() & Qt.WindowType.Popup
    _end(parts)


def test_nothing_happens_to_what_is_not_seen(parts: Parts, qtbot: QtBot) -> None:
    """A name is edited on the shelf: F2 in the viewer would open a field that nobody sees. So with the selection."""
    session, workspace, actions = parts.session, parts.workspace, parts.window.actions_
    session.focus_cluster(session.gallery.clusters[0].id, None)
    session.select(session.gallery.ids[:3].tolist(), None)
    all_of_them = ("rename", "lock", "find", "new-cluster", "not-this", "slideshow", "ask")
    assert all(actions[id_].isEnabled() for id_ in all_of_them)
    workspace.pages.show_photo(int(session.gallery.ids[0]))
    assert [id_ for id_ in all_of_them if actions[id_].isEnabled()] == list(all_of_them[2:])
    workspace.viewer.closed.emit()
    workspace.pages.ask_me()
    assert not any(actions[id_].isEnabled() for id_ in all_of_them)
    workspace.ask.closed.emit()
    assert all(actions[id_].isEnabled() for id_ in all_of_them)
    qtbot.waitUntil(lambda: not parts.jobs.busy)
