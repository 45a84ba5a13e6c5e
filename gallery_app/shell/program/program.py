"""ProgramDesk: what is opened about the program itself: preferences, about, licences, and a newer version."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from engine.core.devices import cores
from engine.core.logs import log_file
from engine.library.roots import data_folder
from gallery_app.base import desktop
from gallery_app.base.settings import AppSettings
from gallery_app.engine_client.background import JobRunner
from gallery_app.engine_client.engines import Engines
from gallery_app.i18n.numbers import counted
from gallery_app.shell import crash_log
from gallery_app.shell.main_window import MainWindow
from gallery_app.shell.program.pack_offer import PackOffer
from gallery_app.shell.program.reports import Reports
from gallery_app.state.program.device import Device
from gallery_app.state.program.update_check import Newest
from gallery_app.state.program.updates import Updates
from gallery_app.state.session import Session
from gallery_app.views.bars.banner import Banner

if TYPE_CHECKING:
    from gallery_app.views.preferences.page import Page
    from gallery_app.views.preferences.preferences import Preferences
    from gallery_app.views.program.about_dialog import AboutDialog


class ProgramDesk(QObject):
    """Its dialogs are imported when they are asked for; `message` carries a sentence for the foot of the window."""

    message = Signal(str)

    # used by commands
    updates: Updates
    device: Device
    reports: Reports
    offer: PackOffer

    def __init__(
        self, window: MainWindow, session: Session, jobs: JobRunner, settings: AppSettings, engines: Engines
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._jobs, self._settings = window, session, jobs, settings
        self.updates = Updates(settings, self)
        self.updates.found.connect(self._show_newer)
        self.update_bar = Banner()
        window.add_foot(self.update_bar)
        window.closing.connect(self.updates.stop)
        self.device = Device(engines.at_work, engines.own, self)
        self.device.pack_changed.connect(self._pack_changed)
        self.device.failed.connect(self.message)
        self.offer = PackOffer(window, jobs, settings)
        self.offer.wanted.connect(lambda: self.preferences("device"))
        self.reports = Reports(window, session, jobs, settings, self._device_in_english)
        self.reports.message.connect(self.message)
        window.closing.connect(self.device.close)
        self.more_pages: list[Callable[[], Page]] = []  # of the preferences, by other parts of the window

    def begin(self) -> None:
        """What is done once at the start of the program, when the window is there."""
        self.reports.look_for_crashes()
        self.updates.look_weekly()
        self.offer.look()

    # About

    def about(self) -> None:
        from gallery_app.state.program.facts import version_lines
        from gallery_app.views.program.about_dialog import AboutDialog

        library = self._session.library
        places = [
            (self.tr("This library"), library.folder if library else None),
            (self.tr("All data"), data_folder()),
            (self.tr("Logs"), log_file(crash_log.PROGRAM).parent),
        ]
        dialog = AboutDialog(self._window, places, self.device_words(), version_lines(self._device_in_english()))
        dialog.licences.connect(lambda: self._show_licences(dialog))
        dialog.open()

    def _show_licences(self, over: AboutDialog) -> None:
        from gallery_app.state.program.licences import licences
        from gallery_app.views.program.text_dialog import TextDialog

        note = self.tr("What Photoloom is made of, and under which licences.")
        dialog = TextDialog(over, self.tr("Licences"), note, self.tr("Reading the licences…"))
        ticket = self._jobs.run(licences, dialog.show_text)
        dialog.finished.connect(lambda _result: ticket.drop())
        dialog.open()

    def device_words(self) -> str:
        """What computes, in one line: what was found where somebody has looked."""
        from gallery_app.i18n.program.device_names import device_line

        if self.device.report is not None:
            return device_line(self.device.report)
        return counted(cores(), self.tr("Processor, {0} core"), self.tr("Processor, {0} cores"))

    def _device_in_english(self) -> str:
        report = self.device.report
        if report is None:
            return f"not looked at, {cores()} cores"
        providers = ", ".join(report.providers)
        runs = f"embeds {report.embeds} ({report.runtime} {providers}), trains {report.trains}"
        return f"{report.name}: {runs}, pack {report.pack.state}"

    # Preferences

    def preferences(self, page: str = "") -> Preferences:
        """Open the preferences, at the page of the device where that is named."""
        from gallery_app.views.preferences.preferences import Preferences
        from gallery_app.views.program.update_dialog import what_is_asked

        about_program = self.updates, self.device, what_is_asked()
        more = [make() for make in self.more_pages]
        dialog = Preferences(self._session, self._settings, self._window.actions_, self._window, about_program, more)
        if page == "device":
            dialog.show_page(dialog.device)
        dialog.open()
        return dialog

    def _pack_changed(self) -> None:
        """The next job is done by the engine that there is now."""
        self._session.jobs.restart()
        pack = self.device.pack
        if pack is not None and pack.state == "installed":
            self.message.emit(self.tr("The GPU pack is installed: Photoloom computes with it from now on."))
        else:
            self.message.emit(self.tr("The GPU pack is removed: the processor computes from now on."))

    # Updates

    def check_for_updates(self) -> None:
        from gallery_app.views.program.update_dialog import UpdateDialog

        dialog = UpdateDialog(self._window, self.updates)
        dialog.page.connect(desktop.open_page)
        dialog.open()

    def _show_newer(self, newest: Newest) -> None:
        """The weekly look has found one: a line at the foot, until it is closed."""
        bar = self.update_bar
        bar.show_message("info", self.tr("Photoloom {0} is there.").format(newest.version), self.tr("Open its page"))
        once = Qt.ConnectionType.SingleShotConnection
        bar.pressed.connect(lambda: desktop.open_page(newest.page))
        bar.closed.connect(lambda: self.updates.seen(newest), once)
