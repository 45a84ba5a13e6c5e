"""Workspace: builds the parts of the window and connects their signals; shell/commands acts on them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from engine.core.records import Progress
from gallery_app.base.actions import Actions
from gallery_app.base.settings import AppSettings
from gallery_app.engine_client.background import JobRunner
from gallery_app.engine_client.engines import Engines
from gallery_app.shell.commands.commands import Commands
from gallery_app.shell.commands.context import context_of
from gallery_app.shell.culling.culling import Culling
from gallery_app.shell.filing.filing import Filing
from gallery_app.shell.filing.taking_over import TakingOverNames
from gallery_app.shell.folders import Folders
from gallery_app.shell.lab.lab import LabDesk
from gallery_app.shell.lock_dialog import ask_about_lock
from gallery_app.shell.main_window import MainWindow
from gallery_app.shell.notices import Notices
from gallery_app.shell.pages import Pages
from gallery_app.shell.people.people import PeopleDesk
from gallery_app.shell.program.program import ProgramDesk
from gallery_app.shell.program.see_better import SeeBetter
from gallery_app.shell.safety.safety import Safety
from gallery_app.shell.save_map import SavingMap
from gallery_app.shell.single_instance import SingleInstance
from gallery_app.shell.understanding.understanding import UnderstandingDesk
from gallery_app.shell.view_options import ViewOptions
from gallery_app.shell.watcher import LibraryWatcher
from gallery_app.shell.work_page import WorkPage
from gallery_app.state.edits.outcomes import Outcomes
from gallery_app.state.history.going_back import GoingBack
from gallery_app.state.k_preview import KPreview
from gallery_app.state.map_choice import MapChoice
from gallery_app.state.proposals import Proposals
from gallery_app.state.session import Session
from gallery_app.views.bars.progress_strip import ProgressStrip
from gallery_app.views.bars.tool_bar import ToolBar
from gallery_app.views.grid.photo_grid import PhotoGrid
from gallery_app.views.map.photo_map import PhotoMap
from gallery_app.views.overlays.palette import Palette
from gallery_app.views.overlays.shortcut_sheet import ShortcutSheet
from gallery_app.views.review.clusterings_list import ClusteringsList
from gallery_app.views.shelf.cluster_shelf import ClusterShelf
from gallery_app.views.shelf.group_list import GroupList
from gallery_app.views.viewer.viewer import Viewer


class Workspace(QObject):
    """Every part knows the session and not its neighbours; here they are built and connected."""

    # used by commands
    window: MainWindow
    session: Session
    settings: AppSettings
    commands: Commands
    actions: Actions
    folders: Folders
    proposals: Proposals
    map_choice: MapChoice
    tool_bar: ToolBar
    shelf: ClusterShelf
    groups: GroupList
    grid: PhotoGrid
    map: PhotoMap
    strip: ProgressStrip
    pages: Pages
    viewer: Viewer
    view_options: ViewOptions
    saving: SavingMap
    clusterings: ClusteringsList
    filing: Filing
    taking_over: TakingOverNames
    going_back: GoingBack
    culling: Culling
    lab: LabDesk
    people: PeopleDesk
    safety: Safety
    program: ProgramDesk
    understanding: UnderstandingDesk
    see_better: SeeBetter
    watcher: LibraryWatcher
    palette: Palette
    sheet: ShortcutSheet

    def __init__(
        self, window: MainWindow, session: Session, jobs: JobRunner, settings: AppSettings, engines: Engines
    ) -> None:
        super().__init__(window)
        self.window, self.session, self.settings = window, session, settings
        self.commands, self.actions = window.commands, window.actions_
        self.commands.complete()
        self._jobs, self._single = jobs, SingleInstance(self)
        self.folders = Folders(session, settings, self._single, window)
        self.proposals = Proposals(session, lambda: settings.preview, self)
        self.k_preview = KPreview(session, jobs, self.proposals, self)
        self.map_choice = MapChoice(session, settings, self)
        self.outcomes = Outcomes(session, self)
        self.work = WorkPage(session, jobs, self.actions, window.recent, self.proposals, self.outcomes)
        self.tool_bar, self.shelf, self.side = self.work.tool_bar, self.work.shelf, self.work.side
        self.grid, self.map, self.groups = self.work.grid, self.work.map, self.work.groups
        self.inspector, self.training = self.work.inspector, self.work.training
        self.view_bar, self.proposal_bar = self.work.view_bar, self.work.proposal_bar
        self.banner, self.strip = self.work.banner, self.work.strip
        self.pages = Pages(window, session, jobs, settings, self.work, self.proposals)
        self.message, self.viewer, self.ask = self.pages.message, self.pages.viewer, self.pages.ask
        self.preview, self.duplicates = self.pages.preview, self.pages.duplicates
        self.filing = Filing(window, session, jobs, self.pages, self.outcomes)
        self.taking_over = TakingOverNames(window, session, jobs, self.work)
        self.going_back = GoingBack(session, self.filing.filing.undo)
        self.culling = Culling(window, session, jobs, self.pages, self.filing)
        self.lab = LabDesk(window, session, jobs, self.pages)
        self.people = PeopleDesk(window, session, jobs, settings, self.actions, self.pages)
        self.program = ProgramDesk(window, session, jobs, settings, engines)
        self.understanding = UnderstandingDesk(window, session, jobs, settings, self.actions, self.work)
        self.see_better = SeeBetter(window, session, settings, engines)
        self.see_better.message.connect(self.program.message)
        self.program.more_pages += [
            self.people.preferences_page,
            self.understanding.preferences_page,
            self.see_better.preferences_page,
        ]
        self.people.due.connect(self.understanding.background.look_again)
        self.view_options = ViewOptions(session, settings, self.actions, self.work, self.viewer)
        self.notices = Notices(session, self.banner, self.actions, self)
        self.people.kept.connect(self.notices.keep)
        self.safety = Safety(window, session, self.pages, self.notices, self.outcomes)
        self.saving = SavingMap(session, jobs, self.map, window)
        self.clusterings = ClusteringsList(self.proposals, window)
        self.watcher = LibraryWatcher(session, jobs, settings, self.actions["watch"])
        self.palette, self.sheet = Palette(window), ShortcutSheet(window, self.commands.entries)
        self.commands.connect(self)
        self._join_session()
        self._join_parts()
        self._join_window()
        self._restore()
        self._enable()

    def _join_session(self) -> None:
        session = self.session
        session.locks.ask = partial(ask_about_lock, self.window)
        session.locks.declined.connect(self._enable)
        session.opened.connect(self._opened)
        session.changed.connect(self._refresh)
        session.writing.connect(self._enable)
        session.progress.connect(self._worked)
        self.shelf.target_changed.connect(self._enable)  # follows the selection, too
        for changed in (self.work.people.target_changed, session.people.changed, self.work.consent.changed):
            changed.connect(self._enable)
        session.filters.changed.connect(lambda _origin: self._filtered())
        session.understood.connect(self._enable)

    def _join_parts(self) -> None:
        tool_bar, pages = self.tool_bar, self.pages
        tool_bar.finder.left.connect(pages.focus_photos)
        self.shelf.left.connect(pages.focus_photos)
        self.work.people.left.connect(pages.focus_photos)
        self.work.people.split_wanted.connect(lambda person: self.people.people.split(person, self.work.people))
        self.shelf.review_wanted.connect(self.culling.review_cluster)
        tool_bar.k.left.connect(pages.focus_photos)
        tool_bar.retrain_wanted.connect(self.proposals.retrain)
        tool_bar.k.pointer_entered.connect(self.k_preview.prepare)
        tool_bar.k.turned.connect(self.k_preview.preview)
        tool_bar.k.chosen.connect(lambda _k: self.k_preview.commit(tool_bar.options()))
        self.map_choice.changed.connect(self._check_map)
        self.map_choice.shown.connect(self.map.fit)
        for part in (self.map_choice, self.saving, self.lab, self.people, self.program, self.understanding):
            part.message.connect(self.strip.show_note)
        for writer in (self.saving, self.lab):
            writer.failed.connect(self.notices.failed)
        self.proposals.applied.connect(self.outcomes.say)
        self.proposals.dismissed.connect(tool_bar.forget_choice)
        self.proposal_bar.preview_wanted.connect(pages.show_proposal)
        self.proposal_bar.ask_wanted.connect(self.actions["ask"].trigger)
        for again in (self.banner.pressed, self.work.read_only_bar.again):
            again.connect(self.folders.rescan)
        for view in (self.grid, self.map):
            view.opened.connect(pages.show_photo)
        pages.turned.connect(self._enable)
        pages.history.history.undo_files.connect(self.filing.filing.undo)
        pages.history.details.receipt.connect(self.filing.show_receipt)
        self.actions["view-photos"].toggled.connect(self._enable)
        pages.returned.connect(self.notices.show)
        self.ask.retrain_wanted.connect(self.actions["retrain"].trigger)

    def _join_window(self) -> None:
        window, folders = self.window, self.folders
        for page in (window.start, self.message, self.safety.page):
            page.choose.connect(folders.choose)
        window.start.demo.connect(folders.open_demo)
        window.start.recent_chosen.connect(folders.open)
        window.folder_dropped.connect(folders.open)
        window.recent.aboutToShow.connect(lambda: folders.fill_recent(window.recent, self.actions))
        window.closing.connect(self._close)
        self.message.again.connect(folders.rescan)
        self._single.raised.connect(window.bring_to_front)

    # What follows when something changes

    def _opened(self) -> None:
        session = self.session
        name = session.folder.name if session.folder and session.library else ""
        self.window.setWindowTitle(f"{name} – Photoloom" if name else "Photoloom")
        self.window.start.show_recent([folder for folder, _ in self.settings.recent])
        self._refresh()

    def _refresh(self) -> None:
        session = self.session
        self.pages.refresh()
        self._filtered()
        for id_, label, verb in (
            ("undo", session.undo_label, self.tr("Undo")),
            ("redo", session.redo_label, self.tr("Redo")),
        ):
            self.actions.rename(id_, self.tr("{0}: {1}").format(verb, label) if label else verb)
        self._enable()

    def _filtered(self) -> None:
        shown = self.session.filters.shown
        groups = self.work.people if shown.options.group == "people" else self.groups
        self.side.setCurrentWidget(self.shelf if shown.by_cluster else groups)
        self._enable()

    def _worked(self, progress: Progress | None) -> None:
        if (progress is not None) is not self.actions["stop"].isEnabled():
            self._enable()  # work has started or ended
        self.actions["stop"].setEnabled(progress is not None)
        self.pages.refresh()

    def _check_map(self) -> None:
        self.actions[f"map-{self.map_choice.name}"].setChecked(True)

    def _enable(self, _on: bool = False) -> None:
        pages, map_seen = self.pages, not self.actions["view-photos"].isChecked()
        self.commands.enable(context_of(self.session, pages, self.shelf, map_seen=map_seen))

    # Coming and going

    def _restore(self) -> None:
        self.session.backbone = self.settings.backbone or self.session.backbone
        self.view_options.restore()
        self._check_map()

    def _close(self) -> None:
        self.viewer.slideshow.stop()  # it restores the window as it was before
        self.view_options.keep()
        self._single.close()
        self.session.opened.disconnect(self._opened)  # close without showing the start page
        self.session.changed.disconnect(self._refresh)
        self.session.close()
        self._jobs.close()
