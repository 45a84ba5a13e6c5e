"""What comes and goes leaves nothing behind, and what is looked at again is not made again."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from gallery_app.app import Parts
from gallery_app.base import theme


@pytest.mark.parametrize("name", ["grid", "map", "viewer"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_context_menus_of_photos_go_when_they_are_closed(
    parts: Parts, qtbot: QtBot, name: str, key: Qt.Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Left, or with something chosen in them: here the last, which copies the path."""
    session, view = parts.session, getattr(parts.workspace, name)
    session.select([int(session.gallery.ids[0])], None)
    if name == "viewer":
        parts.workspace.pages.show_photo(int(session.gallery.ids[0]))
    before = len(parts.window.findChildren(QMenu))
    target = view.viewport() if name == "grid" else view
    for _ in range(3):
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), target.mapToGlobal(QPoint(5, 5)))
        QApplication.sendEvent(target, event)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        menu.setActiveAction(menu.actions()[-1])
        QTest.keyClick(menu, key)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(parts.window.findChildren(QMenu)) == before
    copied = QApplication.clipboard().text() == str(session.photo_path(session.gallery.row_of[session.current or 0]))
    assert copied is (key is Qt.Key.Key_Return)
    QApplication.clipboard().clear()


def test_kept_searches_share_one_menu(parts: Parts, qtbot: QtBot) -> None:
    before = len(parts.window.findChildren(QMenu))
    for words in ("sea", "forest", "night"):
        parts.session.filters.find(words, None)
        parts.window.actions_["keep-search"].trigger()
        qtbot.waitUntil(lambda: not parts.jobs.busy)
    assert len(parts.window.findChildren(QMenu)) == before


def test_the_shortcut_sheet_is_made_once(parts: Parts) -> None:
    sheet = parts.workspace.sheet
    sheet.open()
    made = set(sheet.findChildren(QObject))
    sheet.leave()
    parts.window.actions_.rename("undo", "Undo: move 3 photos")
    sheet.open()
    assert set(sheet.findChildren(QObject)) == made
    parts.window.actions_.rename("undo", "Annuler")
    sheet.open()
    assert ("Annuler", "Ctrl+Z") in dict(sheet.groups())["Edit"]
    assert len(sheet.findChildren(QObject)) == len(made)


class Restyled(QObject):
    """How often each widget is told that its style has changed."""

    def __init__(self) -> None:
        super().__init__()
        self.times: Counter[QObject] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.StyleChange:
            self.times[watched] += 1
        return False


def test_another_theme_styles_each_widget_about_twice(parts: Parts, qapp: QApplication) -> None:
    """Not once for each widget that it lies in, as Qt does from one sheet to another: that was felt."""
    parts.window.set_theme("light")
    restyled = Restyled()
    qapp.installEventFilter(restyled)
    parts.window.set_theme("dark")
    qapp.removeEventFilter(restyled)
    assert theme.current().name == "dark"
    assert sum(restyled.times.values()) < 3 * len(parts.window.findChildren(QWidget))
