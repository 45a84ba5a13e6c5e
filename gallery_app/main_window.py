"""MainWindow: pages, panes and menus, nothing else."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from engine.records import Changes, Progress
from gallery_app import theme
from gallery_app.actions import Actions
from gallery_app.commands import Commands
from gallery_app.icons import app_icon
from gallery_app.jobs import JobRunner
from gallery_app.session import Session
from gallery_app.settings import AppSettings
from gallery_app.single_instance import SingleInstance
from gallery_app.views.banner import Banner
from gallery_app.views.cluster_drag import dragged_folder
from gallery_app.views.cluster_shelf import ClusterShelf
from gallery_app.views.inspector import Inspector
from gallery_app.views.photo_grid import PhotoGrid
from gallery_app.views.photo_map import PhotoMap
from gallery_app.views.progress_strip import ProgressStrip
from gallery_app.views.start_page import MessagePage, StartPage
from gallery_app.views.tool_bar import ToolBar
from gallery_app.views.training_panel import TrainingPanel
from gallery_app.views.viewer import Viewer

NEEDS_PHOTOS = ("select-all", "select-none", "new-cluster", "not-this", "rename", "lock")


class MainWindow(QMainWindow):
    """Built by hand in app.py; every part knows the session and not its neighbours."""

    def __init__(self, session: Session, jobs: JobRunner, settings: AppSettings, single: SingleInstance) -> None:
        super().__init__()
        self._session, self._jobs, self._settings, self._single = session, jobs, settings, single
        self.setWindowTitle("Photoloom")
        self.setWindowIcon(app_icon())
        self.setMinimumSize(900, 560)
        self.setAcceptDrops(True)
        self.commands = Commands(session, settings, single, self)
        self.actions_ = Actions(self, {**self.commands.handlers(), **self._handlers()})
        self._recent = QMenu(self.tr("Recent folders"), self)
        self._recent.aboutToShow.connect(lambda: self.commands.fill_recent(self._recent, self.actions_))
        self.actions_.fill(self.menuBar(), self._recent)
        self.start = StartPage()
        self.message = MessagePage()
        self.viewer = Viewer(session, jobs)
        self.pages = QStackedWidget()
        self.work = self._work_page()
        for page in (self.start, self.message, self.work, self.viewer):
            self.pages.addWidget(page)
        self.setCentralWidget(self.pages)
        self._connect()
        self._restore()
        self._refresh(Changes.EVERYTHING, None)

    # Parts

    def _work_page(self) -> QWidget:
        session, jobs, actions = self._session, self._jobs, self.actions_
        self.tool_bar = ToolBar(session, actions, self._recent)
        self.shelf = ClusterShelf(session, jobs)
        self.grid, self.map = PhotoGrid(session, jobs), PhotoMap(session, jobs)
        self.inspector = Inspector(session, jobs)
        self.inspector.setObjectName("inspector")
        self.banner = Banner()
        self.training = TrainingPanel(session)
        self.strip = ProgressStrip(session, actions["stop"], actions["training"])
        self.middle = _splitter(Qt.Orientation.Horizontal, [self.grid, self.map], [3, 2])
        self.upper = _splitter(Qt.Orientation.Horizontal, [self.shelf, self.middle, self.inspector], [0, 1, 0])
        self.middle.setSizes([420, 380])
        self.upper.setSizes([252, 776, 252])
        self.panes = _splitter(Qt.Orientation.Vertical, [self.upper, self.training], [1, 0])
        self.panes.setSizes([600, 180])
        page = QWidget()
        page.setObjectName("work")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tool_bar)
        column.addWidget(self.banner)
        column.addWidget(self.panes, 1)
        column.addWidget(self.strip)
        return page

    def _connect(self) -> None:
        session = self._session
        session.opened.connect(self._opened)
        commands = self.commands
        session.changed.connect(self._refresh)
        session.progress.connect(self._worked)
        session.failed.connect(self._failed)
        session.selection_changed.connect(lambda _ids, _origin: self._enable())
        self.tool_bar.retrain_wanted.connect(lambda words: session.organise(words, force=True))
        for page in (self.start, self.message):
            page.choose.connect(commands.choose_folder)
        self.start.demo.connect(commands.open_demo)
        self.start.recent_chosen.connect(commands.open_folder)
        self.message.again.connect(commands.again)
        self.banner.pressed.connect(commands.again)
        for view in (self.grid, self.map):
            view.opened.connect(self.show_photo)
        self.viewer.closed.connect(self._viewer_closed)
        self._single.raised.connect(self.come_forward)
        QApplication.styleHints().colorSchemeChanged.connect(lambda _scheme: self._apply_theme())

    def _handlers(self) -> dict[str, Callable[[], None]]:
        """What the window's own commands do; those of the library are in commands.py."""
        return {
            "quit": self._quit,
            "rename": lambda: self.shelf.rename_focused(),
            "lock": lambda: self.shelf.toggle_lock(),
            "view-photos": lambda: self.show_view("photos"),
            "view-map": lambda: self.show_view("map"),
            "view-both": lambda: self.show_view("both"),
            "shelf": lambda: self._show_part("shelf", self.shelf),
            "inspector": lambda: self._show_part("inspector", self.inspector),
            "training": lambda: self._show_part("training", self.training),
            "theme-system": lambda: self.set_theme("system"),
            "theme-light": lambda: self.set_theme("light"),
            "theme-dark": lambda: self.set_theme("dark"),
            "fullscreen": lambda: self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen),
            "retrain": lambda: self._session.organise(self.tool_bar.words(), force=True),
        }

    def _quit(self) -> None:
        self.close()

    # What is shown

    def show_view(self, name: str) -> None:
        """photos, map or both."""
        self.actions_[f"view-{name}"].setChecked(True)
        self.grid.setVisible(name != "map")
        self.map.setVisible(name != "photos")
        self._settings.view = name

    def show_photo(self, file: int) -> None:
        """One photo as large as the window."""
        self.viewer.show_photo(file)
        self.pages.setCurrentWidget(self.viewer)
        self.viewer.setFocus()

    def set_theme(self, name: str) -> None:
        self._settings.theme = name
        self._apply_theme()

    def come_forward(self) -> None:
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _apply_theme(self) -> None:
        name = self._settings.theme
        self.actions_[f"theme-{name}"].setChecked(True)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, name)
        self.actions_.refresh_icons()

    def _show_part(self, name: str, part: QWidget) -> None:
        on = self.actions_[name].isChecked()
        part.setVisible(on)
        self._settings.keep_flag(name, on)

    def _refresh(self, _changes: Changes, _origin: object) -> None:
        session = self._session
        self._show_page()
        for id_, label, verb in (
            ("undo", session.undo_label, self.tr("Undo")),
            ("redo", session.redo_label, self.tr("Redo")),
        ):
            self.actions_[id_].setEnabled(label is not None)
            self.actions_[id_].setText(f"{verb}: {label}" if label else verb)
        self._enable()

    def _enable(self) -> None:
        session, actions = self._session, self.actions_
        actions.enable(NEEDS_PHOTOS, len(session.gallery) > 0)
        actions.enable(("new-cluster", "not-this"), bool(session.selection))
        actions.enable(("close",), session.folder is not None)
        here = session.library is not None and not session.away
        actions.enable(("rescan",), here)
        actions.enable(("retrain",), here and len(session.gallery) > 0)
        actions.enable(("stop",), session.busy)

    def _show_page(self) -> None:
        session = self._session
        self._show_banner()
        if session.library is None:
            self.pages.setCurrentWidget(self.message if session.problem else self.start)
            if session.problem:
                self._explain("error", self.tr("This folder could not be opened"), session.problem)
        elif len(session.gallery) or session.busy:
            if self.pages.currentWidget() not in (self.viewer, self.work) or not len(session.gallery):
                self.pages.setCurrentWidget(self.work)
                (self.map if self.grid.isHidden() else self.grid).setFocus()
        else:
            nothing = self.tr("There are no pictures in {0}, or none that could be read.").format(session.folder)
            self._explain("photos", self.tr("Nothing to show yet"), session.problem or nothing)
            self.pages.setCurrentWidget(self.message)

    def _explain(self, drawing: str, title: str, sentence: str) -> None:
        self.message.show_message(drawing, title, sentence, again=True)

    def _show_banner(self) -> None:
        session = self._session
        if session.away:
            away = self.tr("{0} is not there: its drive may be unplugged. Nothing is forgotten.").format(session.folder)
            self.banner.show_message("drive-away", away, self.tr("Look again"))
        elif session.problem and len(session.gallery):
            self.banner.show_message("warning", session.problem, self.tr("Try again"))
        else:
            self.banner.hide()

    def _worked(self, progress: Progress | None) -> None:
        self.actions_["stop"].setEnabled(progress is not None)
        self._show_page()

    def _failed(self, sentence: str) -> None:
        if self._session.problem is None:  # an edit or a folder that was refused: what is open stays
            self.banner.show_message("warning", sentence, "")
            if self.pages.currentWidget() is self.start:
                self._explain("error", self.tr("This folder could not be opened"), sentence)
                self.pages.setCurrentWidget(self.message)
        else:
            self._show_page()

    def _viewer_closed(self) -> None:
        self.pages.setCurrentWidget(self.work)
        (self.grid if self.grid.isVisible() else self.map).setFocus()

    def _opened(self) -> None:
        session = self._session
        name = session.folder.name if session.folder and session.library else ""
        self.setWindowTitle(f"{name} – Photoloom" if name else "Photoloom")
        self.start.show_recent([folder for folder, _ in self._settings.recent])
        self._refresh(Changes.EVERYTHING, None)

    # Folders dropped from outside

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_folder(event.mimeData()) is not None:
            event.acceptProposedAction()
            self.start.field.set_lit(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.start.field.set_lit(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.start.field.set_lit(False)
        folder = dragged_folder(event.mimeData())
        if folder is not None:
            event.acceptProposedAction()
            self.commands.open_folder(folder)

    # Coming and going

    def _restore(self) -> None:
        settings = self._settings
        self.resize(1280, 800)
        if (geometry := settings.state("window")) is not None:
            self.restoreGeometry(geometry)
        for name, splitter in self._splitters().items():
            if (state := settings.state(name)) is not None:
                splitter.restoreState(state)
        for name, part, default in (
            ("shelf", self.shelf, True),
            ("inspector", self.inspector, True),
            ("training", self.training, False),
        ):
            self.actions_[name].setChecked(settings.flag(name, default))
            part.setVisible(settings.flag(name, default))
        self.show_view(settings.view)
        self._apply_theme()
        self.start.show_recent([folder for folder, _ in settings.recent])

    def _splitters(self) -> dict[str, QSplitter]:
        return {"middle": self.middle, "upper": self.upper, "panes": self.panes}

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.WindowStateChange:
            self.actions_["fullscreen"].setChecked(self.isFullScreen())
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        settings = self._settings
        settings.keep_state("window", self.saveGeometry())
        for name, splitter in self._splitters().items():
            settings.keep_state(name, splitter.saveState())
        settings.save()
        self._single.close()
        self._session.close()
        self._jobs.close()
        event.accept()


def _splitter(way: Qt.Orientation, parts: list[QWidget], stretch: list[int]) -> QSplitter:
    made = QSplitter(way)
    made.setHandleWidth(1)
    made.setChildrenCollapsible(False)
    for place, part in enumerate(parts):
        made.addWidget(part)
        made.setStretchFactor(place, stretch[place])
    return made
