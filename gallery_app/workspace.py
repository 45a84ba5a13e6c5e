"""Workspace: what fills the window - the panes, the pages for each state, and what the commands do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from engine.records import Progress
from engine.shown import GROUPS, Group
from engine.times import UNITS, Unit
from gallery_app import theme
from gallery_app.bidi import isolated
from gallery_app.commands import Commands
from gallery_app.enabling import enable
from gallery_app.engine_client.background import JobRunner
from gallery_app.likeness import find_like
from gallery_app.main_window import MainWindow
from gallery_app.map_choice import MapChoice
from gallery_app.models.photo_list import SORTS, Sort
from gallery_app.notices import Notices
from gallery_app.proposals import Proposals
from gallery_app.saving_map import SavingMap
from gallery_app.session import Session
from gallery_app.settings import MAPS, AppSettings, known
from gallery_app.single_instance import SingleInstance
from gallery_app.turning import Turning
from gallery_app.views.ask_page import AskPage
from gallery_app.views.clusterings_list import ClusteringsList
from gallery_app.views.copies_page import CopiesPage
from gallery_app.views.palette import Palette
from gallery_app.views.photo_grid import NOTCH
from gallery_app.views.retrain_preview import RetrainPreview
from gallery_app.views.shortcut_sheet import ShortcutSheet
from gallery_app.views.start_page import MessagePage
from gallery_app.views.viewer import Viewer
from gallery_app.watcher import Watching
from gallery_app.work_page import WorkPage


class Workspace(QObject):
    """Every part knows the session and not its neighbours; here they are placed and their signals joined."""

    def __init__(self, window: MainWindow, session: Session, jobs: JobRunner, settings: AppSettings) -> None:
        super().__init__(window)
        self._window, self._session, self._jobs, self._settings = window, session, jobs, settings
        self._single = SingleInstance(self)
        self._actions, self._pages = window.actions_, window.pages
        self.commands = Commands(session, settings, self._single, self._actions, window)
        self.message = MessagePage()
        self.viewer = Viewer(session, jobs, lambda: settings.slide_seconds)
        self.proposals = Proposals(session, lambda: settings.preview, self)
        self.turning = Turning(session, jobs, self.proposals, self)
        self.maps = MapChoice(session, settings, self)
        self.work = WorkPage(session, jobs, self._actions, window.recent, self.proposals)
        self.tool_bar, self.shelf, self.side = self.work.tool_bar, self.work.shelf, self.work.side
        self.grid, self.map, self.groups = self.work.grid, self.work.map, self.work.groups
        self.inspector, self.training = self.work.inspector, self.work.training
        self.view_bar, self.proposal_bar = self.work.view_bar, self.work.proposal_bar
        self.banner, self.strip = self.work.banner, self.work.strip
        self.notices = Notices(session, self.banner, self._actions, self)
        self.saving = SavingMap(session, jobs, self.map, window)
        self.ask, self.preview = AskPage(session, jobs), RetrainPreview(session, self.proposals)
        self.copies = CopiesPage(session, jobs)
        self._full = (self.viewer, self.ask, self.preview, self.copies, self.work)  # pages that show photos
        self.clusterings = ClusteringsList(self.proposals, window)
        for page in (self.message, self.work, self.viewer, self.ask, self.preview, self.copies):
            self._pages.addWidget(page)
        self.watching = Watching(session, jobs, settings, self._actions["watch"])
        self.palette, self.sheet = Palette(window), ShortcutSheet(window, self._actions)
        self._actions.connect_handlers({**self.commands.handlers(), **self._handlers()})
        self._connect()
        self._restore()
        self._enable()

    def _connect(self) -> None:
        window, session, commands = self._window, self._session, self.commands
        session.opened.connect(self._opened)
        session.changed.connect(self._refresh)
        session.writing.connect(self._enable)
        session.progress.connect(self._worked)
        session.failed.connect(self._failed)
        session.selection_changed.connect(lambda _ids, _origin: self._enable())
        session.filters.changed.connect(lambda _origin: self._filtered())
        commands.said.connect(self.strip.say)
        self.tool_bar.finder.left.connect(self._focus_photos)
        self.tool_bar.k.left.connect(self._focus_photos)
        self.tool_bar.retrain_wanted.connect(self.proposals.retrain)
        self.tool_bar.k.approached.connect(self.turning.prepare)
        self.tool_bar.k.turned.connect(self.turning.turn)
        self.tool_bar.k.chosen.connect(lambda _k: self.turning.rest(self.tool_bar.words()))
        self.maps.changed.connect(self._check_map)
        self.maps.shown.connect(self.map.fit)
        for part in (self.maps, self.saving):
            part.said.connect(self.strip.say)
        self.saving.failed.connect(self.notices.failed)
        self.proposals.arrived.connect(self._show_proposal)
        self.proposals.settled.connect(self.strip.say)
        self.proposal_bar.look.connect(self._show_proposal)
        for page in (window.start, self.message):
            page.choose.connect(commands.choose_folder)
        window.start.demo.connect(commands.open_demo)
        window.start.recent_chosen.connect(commands.open_folder)
        window.folder_dropped.connect(commands.open_folder)
        window.recent.aboutToShow.connect(lambda: commands.fill_recent(window.recent, self._actions))
        window.closing.connect(self._close)
        for changed in (window.screen_changed, self._pages.currentChanged, self.viewer.slideshow.changed):
            changed.connect(self._immerse)
        self.message.again.connect(commands.again)
        self.banner.pressed.connect(commands.again)
        for view in (self.grid, self.map):
            view.opened.connect(self.show_photo)
        for full in (self.viewer, self.ask, self.preview, self.copies):
            full.closed.connect(self._viewer_closed)
        self.ask.retrain_wanted.connect(self._actions["retrain"].trigger)
        self._single.raised.connect(window.come_forward)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        """What the window's own commands do; those of the library are in commands.py."""
        window, session = self._window, self._session
        return {
            "quit": window.close,
            "rename": self.shelf.rename_focused,
            "lock": self.shelf.toggle_lock,
            "split": self.shelf.split_focused,
            "view-photos": lambda: self.show_view("photos"),
            "view-map": lambda: self.show_view("map"),
            "view-both": lambda: self.show_view("both"),
            "find": self._find,
            "find-like": self._find_like,
            "keep-search": self.tool_bar.finder.keep,
            "show-all": lambda: session.filters.clear(self),
            "watch": self.watching.switch,
            **{f"group-{group}": partial(self.group_by, group) for group in GROUPS},
            **{f"unit-{unit}": partial(self.group_by, "time", unit) for unit in UNITS},
            **{f"sort-{sort}": partial(self.sort_by, sort) for sort in SORTS},
            **{f"map-{name}": partial(self.maps.choose, name) for name in MAPS},
            "save-map": self.saving.ask,
            "square": self._switch_square,
            "larger": lambda: self._zoom(NOTCH),
            "smaller": lambda: self._zoom(1 / NOTCH),
            "shelf": lambda: self._show_part("shelf", self.side),
            "inspector": lambda: self._show_part("inspector", self.inspector),
            "training": lambda: self._show_part("training", self.training),
            **{f"theme-{name}": partial(window.set_theme, name) for name in theme.NAMES},
            "palette": self._show_palette,
            "shortcuts": self.sheet.open,
            "fullscreen": window.switch_fullscreen,
            "slideshow": self.show_slides,
            "turn-left": lambda: self.viewer.turn(-1),
            "turn-right": lambda: self.viewer.turn(1),
            "ask": self.ask_me,
            "copies": self._review_copies,
            "retrain": lambda: self.proposals.retrain(self.tool_bar.words()),
            "clusterings": self.clusterings.ask,
        }

    # What is shown

    def show_view(self, name: str) -> None:
        """photos, map or both."""
        self._actions[f"view-{name}"].setChecked(True)
        self.grid.setVisible(name != "map")
        self.map.setVisible(name != "photos")
        self._settings.view = name
        self._enable()

    def sort_by(self, sort: Sort) -> None:
        """The order within each cluster, in the grid and in the viewer."""
        self._actions[f"sort-{sort}"].setChecked(True)
        self.grid.set_sort(sort)
        self.viewer.set_sort(sort)
        self._settings.sort = sort

    def _check_map(self) -> None:
        self._actions[f"map-{self.maps.name}"].setChecked(True)

    def group_by(self, group: Group, unit: Unit | None = None) -> None:
        """By content, time or place; time in days, months or years."""
        filters = self._session.filters
        unit = unit or filters.ask.unit
        self._actions[f"group-{group}"].setChecked(True)
        self._actions[f"unit-{unit}"].setChecked(True)
        self._settings.group, self._settings.unit = group, unit
        filters.want(replace(filters.ask, group=group, unit=unit, like=None), self)

    def _find(self) -> None:
        if self._pages.currentWidget() is self.viewer:
            self.viewer.closed.emit()
        self.tool_bar.finder.take_keys()

    def _find_like(self) -> None:
        if self._session.current is not None:
            if self._pages.currentWidget() is self.viewer:
                self.viewer.closed.emit()
            find_like(self._session, self._session.current, self)

    def _filtered(self) -> None:
        shown = self._session.filters.shown
        by_cluster = shown.groups is None or shown.ask.like is not None
        self.side.setCurrentWidget(self.shelf if by_cluster else self.groups)
        self._enable()

    def _zoom(self, factor: float) -> None:
        """Larger or smaller: what is looked at, the map where the keys are there, or else the thumbnails."""
        if self._pages.currentWidget() is self.viewer:
            self.viewer.canvas.zoom_by(factor)
        elif self.map.hasFocus() or self.grid.isHidden():
            self.map.zoom_by(factor)
        else:
            self.grid.zoom_by(factor)

    def _switch_square(self) -> None:
        on = self._actions["square"].isChecked()
        self.grid.set_square(on)
        self._settings.keep_flag("square", on)

    def show_photo(self, file: int) -> None:
        """One photo as large as the window."""
        self.viewer.show_photo(file)
        self._pages.setCurrentWidget(self.viewer)
        self.viewer.setFocus()

    def show_slides(self) -> None:
        """From the photo that is looked at, or the first that is shown."""
        if self._pages.currentWidget() is not self.viewer:
            photos, current = self.grid.photos, self._session.current
            if not len(photos):
                return
            self.show_photo(int(photos.ids[max(photos.position_of(current), 0)]))
        self.viewer.slideshow.start()

    def _immerse(self, _page: int = 0) -> None:
        """Nothing but the photo: the viewer in full screen has no bars."""
        viewed = self._pages.currentWidget() is self.viewer
        self.viewer.immerse()
        self._window.menuBar().setVisible(not (viewed and self.viewer.immersion.on))
        self._enable()

    def _show_palette(self) -> None:
        self.palette.open_with([*self._actions.entries(), *self.commands.destinations()])

    def ask_me(self) -> None:
        """One question after the other about doubtful photos, over the whole window."""
        self._pages.setCurrentWidget(self.ask)
        self.ask.start()

    def _review_copies(self) -> None:
        """Near-identical photos, group after group, over the whole window."""
        self._pages.setCurrentWidget(self.copies)
        self.copies.start()

    def _show_proposal(self) -> None:
        """What the retrain would change, unless something else fills the window: then the bar waits."""
        if self._pages.currentWidget() is self.work:
            self._pages.setCurrentWidget(self.preview)
            self.preview.setFocus()

    def _viewer_closed(self) -> None:
        self._pages.setCurrentWidget(self.work)
        self.notices.show()
        self._focus_photos()

    def _focus_photos(self) -> None:
        (self.map if self.grid.isHidden() else self.grid).setFocus()

    def _show_part(self, name: str, part: QWidget) -> None:
        on = self._actions[name].isChecked()
        part.setVisible(on)
        self._settings.keep_flag(name, on)

    def _opened(self) -> None:
        session = self._session
        name = session.folder.name if session.folder and session.library else ""
        self._window.setWindowTitle(f"{name} – Photoloom" if name else "Photoloom")
        self._window.start.show_recent([folder for folder, _ in self._settings.recent])
        self._refresh()

    def _refresh(self) -> None:
        session = self._session
        self._show_page()
        self._filtered()
        for id_, label, verb in (
            ("undo", session.undo_label, self.tr("Undo")),
            ("redo", session.redo_label, self.tr("Redo")),
        ):
            self._actions.rename(id_, self.tr("{0}: {1}").format(verb, label) if label else verb)
        self._enable()

    def _enable(self) -> None:
        page = self._pages.currentWidget()
        enable(self._actions, self._session, at_work=page is self.work, viewed=page is self.viewer)

    def _show_page(self) -> None:
        session = self._session
        if session.library is None:
            if session.problem:
                self._explain("error", self.tr("This folder could not be opened"), session.problem)
            else:
                window = self._window
                self._pages.setCurrentWidget(window.ground if session.opening else window.start)
        elif len(session.gallery) or session.busy:
            shown = self._pages.currentWidget()
            if shown is not self.work and (shown not in self._full or not len(session.gallery)):
                self._pages.setCurrentWidget(self.work)
                self._focus_photos()
        else:
            nothing = self.tr("There are no pictures in {0}, or none that could be read.")
            nothing = nothing.format(isolated(str(session.folder)))
            self._explain("photos", self.tr("Nothing to show yet"), session.problem or nothing)

    def _explain(self, drawing: str, title: str, sentence: str) -> None:
        self.message.show_message(drawing, title, sentence, again=True, unread=self._session.gallery.skipped)
        self._pages.setCurrentWidget(self.message)

    def _worked(self, progress: Progress | None) -> None:
        if (progress is not None) is not self._actions["stop"].isEnabled():
            self._enable()  # work has begun, or there is none any more
        self._actions["stop"].setEnabled(progress is not None)
        self._show_page()

    def _failed(self, sentence: str) -> None:
        if sentence == self._session.problem:
            self._show_page()
        elif self._session.library is None:
            self._explain("error", self.tr("This folder could not be opened"), sentence)

    # Coming and going

    def _restore(self) -> None:
        settings = self._settings
        for name, splitter in self.work.splitters().items():
            if (state := settings.state(name)) is not None:
                splitter.restoreState(state)
        for name, part, default in (
            ("shelf", self.side, True),
            ("inspector", self.inspector, True),
            ("training", self.training, False),
        ):
            self._actions[name].setChecked(settings.flag(name, default))
            part.setVisible(settings.flag(name, default))
        session = self._session
        session.backbone = settings.backbone or session.backbone
        self.grid.zoom_by(settings.zoom)
        self.show_view(settings.view)
        self.group_by(known(GROUPS, settings.group), known(UNITS, settings.unit))
        self.sort_by(known(SORTS, settings.sort))
        self._check_map()
        self._actions["square"].setChecked(settings.flag("square", False))
        self._switch_square()

    def _close(self) -> None:
        self.viewer.slideshow.stop()  # the window is as it was before it
        for name, splitter in self.work.splitters().items():
            self._settings.keep_state(name, splitter.saveState())
        self._settings.zoom = self.grid.zoom
        self._single.close()
        self._session.opened.disconnect(self._opened)  # the window goes as it is, without a last page
        self._session.changed.disconnect(self._refresh)
        self._session.close()
        self._jobs.close()
