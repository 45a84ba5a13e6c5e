"""MainWindow: menus, pages, theme and drops. It is shown before anything heavy is imported."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gallery_app.base import theme
from gallery_app.base.icons import app_icon
from gallery_app.base.motion import ask_system
from gallery_app.base.settings import AppSettings, known
from gallery_app.shell.commands.commands import Commands
from gallery_app.shell.context_key import hear_context_key
from gallery_app.shell.start_page import StartPage
from gallery_app.views.bars.banner import Banner
from gallery_app.widgets.fit_screen import fit_window
from gallery_app.widgets.focus_ring import FocusRings
from gallery_app.widgets.folder_drop import dragged_folder

LEAST = QSize(720, 480)  # below, the photos would have no room


class MainWindow(QMainWindow):
    """workspace.py fills it after its first paint."""

    painted = Signal()  # for the first time
    folder_dropped = Signal(object)
    fullscreen_changed = Signal()  # full screen entered or left
    closing = Signal()

    def __init__(self, settings: AppSettings) -> None:
        super().__init__()
        self.settings, self._was_painted = settings, False
        self.setWindowTitle("Photoloom")
        self.setWindowIcon(app_icon())
        self.setAcceptDrops(True)
        self.recent = QMenu(self.tr("Recent folders"), self)
        self.commands = Commands(self, self.menuBar(), self.recent)
        self.actions_ = self.commands.actions
        hear_context_key(self)
        self.start, self.blank_page = StartPage(), QWidget()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.start)
        self.pages.addWidget(self.blank_page)
        self.bug = Banner()
        self.bug.pressed.connect(self.actions_["show-log"].trigger)
        self.bug.other_pressed.connect(self.actions_["report"].trigger)
        self._column = _above(self.pages, self.bug)
        self.setCentralWidget(self._column)
        self.start.show_recent([folder for folder, _ in settings.recent])
        self.resize(1280, 800)
        if (geometry := settings.state("window")) is not None:
            self.restoreGeometry(geometry)
        fit_window(self, LEAST)
        self._focus_rings = FocusRings(self)
        self._check_theme()
        hints = QApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)

    def show_opening(self) -> None:
        """Show an empty page until the folder is open, so that nothing jumps."""
        self.pages.setCurrentWidget(self.blank_page)

    def show_bug(self) -> None:
        """Show a banner, on any page, that a bug of ours was logged."""
        if self.bug.isHidden():  # else a bug in painting would cause another paint
            self._show_bug(self.tr("Something went wrong in Photoloom."))

    def show_crash(self) -> None:
        """Show the same banner for a crash of the last run."""
        self._show_bug(self.tr("Photoloom ended by a fault of its own the last time. What you had done is kept."))

    def _show_bug(self, sentence: str) -> None:
        self.bug.show_message("error", sentence, self.tr("Show the log"), self.tr("Save a report…"))

    def add_foot(self, foot: QWidget) -> None:
        """Show `foot` below every page; whether it is seen there is its owner's business."""
        layout = self._column.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(1, foot)

    def set_theme(self, name: str) -> None:
        """One of theme.NAMES."""
        self.settings.theme = name
        theme.apply_to_application(name)
        self._check_theme()

    def toggle_fullscreen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def bring_to_front(self) -> None:
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _check_theme(self) -> None:
        self.actions_[f"theme-{known(theme.NAMES, self.settings.theme)}"].setChecked(True)

    def _follow_system(self) -> None:
        if self.settings.theme == "system":
            theme.apply_to_application("system")

    def event(self, event: QEvent) -> bool:
        """In text fields Ctrl+Backspace deletes a word, and is not the shortcut "Not this cluster"."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            typing = isinstance(QApplication.focusWidget(), QLineEdit | QAbstractSpinBox)
            if typing and event.key() == Qt.Key.Key_Backspace:
                event.accept()
                return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            ask_system(self)
            self.painted.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_folder(event.mimeData()) is not None:
            event.acceptProposedAction()
            self.start.field.set_lit(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.start.field.set_lit(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.start.field.set_lit(False)
        folder: Path | None = dragged_folder(event.mimeData())
        if folder is not None:
            event.acceptProposedAction()
            self.folder_dropped.emit(folder)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.WindowStateChange:
            self.actions_["fullscreen"].setChecked(self.isFullScreen())
            self.fullscreen_changed.emit()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        self.settings.keep_state("window", self.saveGeometry())
        self.settings.save()
        event.accept()


def _above(page: QWidget, foot: QWidget) -> QWidget:
    """`page` above `foot`; the page takes the remaining height."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(page, 1)
    column.addWidget(foot)
    return both
