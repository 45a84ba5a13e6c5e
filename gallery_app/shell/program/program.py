"""ProgramDesk: what the Help menu opens: about, licences, a report, and whether there is a newer version."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDate, QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from engine.core.devices import cores
from engine.core.logs import LOGGER, log_file
from engine.library.roots import data_folder
from gallery_app.base import desktop
from gallery_app.base.settings import AppSettings
from gallery_app.engine_client.background import JobRunner
from gallery_app.i18n.numbers import counted
from gallery_app.shell import crash_log
from gallery_app.shell.main_window import MainWindow
from gallery_app.state.program.update_check import Newest
from gallery_app.state.program.updates import Updates
from gallery_app.state.session import Session
from gallery_app.views.bars.banner import Banner


class ProgramDesk(QObject):
    """Its dialogs are imported when they are asked for; `message` carries a sentence for the foot of the window."""

    message = Signal(str)

    def __init__(self, window: MainWindow, session: Session, jobs: JobRunner, settings: AppSettings) -> None:
        super().__init__(window)
        self._window, self._session, self._jobs, self._settings = window, session, jobs, settings
        self.updates = Updates(settings, self)
        self.updates.found.connect(self._show_newer)
        self.update_bar = Banner()
        window.add_foot(self.update_bar)
        window.closing.connect(self.updates.stop)

    def begin(self) -> None:
        """What is done once at the start of the program, when the window is there."""
        self.look_for_crashes()
        self.updates.look_weekly()

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

    def _show_licences(self, over: object) -> None:
        from gallery_app.state.program.licences import licences
        from gallery_app.views.program.about_dialog import AboutDialog
        from gallery_app.views.program.text_dialog import TextDialog

        assert isinstance(over, AboutDialog)
        note = self.tr("What Photoloom is made of, and under which licences.")
        dialog = TextDialog(over, self.tr("Licences"), note, self.tr("Reading the licences…"))
        ticket = self._jobs.run(licences, dialog.show_text)
        dialog.finished.connect(lambda _result: ticket.drop())
        dialog.open()

    def device_words(self) -> str:
        """What computes, in one line."""
        return counted(cores(), self.tr("Processor, {0} core"), self.tr("Processor, {0} cores"))

    def _device_in_english(self) -> str:
        return f"CPU, {cores()} cores"

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

    # A report

    def save_report(self) -> None:
        """Show what a report would say; nothing is written before the user says where."""
        from gallery_app.state.program.report import ReportSource, report
        from gallery_app.views.program.report_dialog import ReportDialog

        dialog = ReportDialog(self._window)
        source = ReportSource.of(self._session, self._settings, self._device_in_english())
        ticket = self._jobs.run(lambda: report(source), dialog.show_report)
        dialog.finished.connect(lambda _result: ticket.drop())
        dialog.log_wanted.connect(self.show_log)
        dialog.save_wanted.connect(lambda text: self._ask_for_file(dialog, text))
        dialog.open()

    def _ask_for_file(self, over: object, text: str) -> None:
        from gallery_app.shell.save_map import start_folder
        from gallery_app.views.program.report_dialog import ReportDialog
        from gallery_app.widgets.dialogs import file_dialog

        assert isinstance(over, ReportDialog)
        dialog = file_dialog(over, self.tr("Save a report"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Text (*.txt)")])
        dialog.setDefaultSuffix(".txt")
        dialog.setDirectory(str(start_folder(map(Path, self._session.gallery.roots.values()))))
        dialog.selectFile(f"photoloom-report-{QDate.currentDate().toString(Qt.DateFormat.ISODate)}")
        dialog.fileSelected.connect(lambda chosen: self.write_report(over, text, Path(chosen)))
        dialog.open()

    def write_report(self, over: object, text: str, out: Path) -> None:
        """Write the text of the report's dialog, which closes once that is done."""
        from engine.library.outputs.whole import write_whole
        from gallery_app.views.program.report_dialog import ReportDialog

        assert isinstance(over, ReportDialog)

        def saved(_result: object) -> None:
            over.accept()
            self.message.emit(self.tr("The report is saved as {0}. Nobody has been sent anything.").format(out))

        ticket = self._jobs.run(lambda: write_whole(out, [text.encode()]), saved, over.note.setText)
        over.finished.connect(lambda _result: ticket.drop())

    def show_log(self) -> None:
        """Show the log in the file manager; there is none until something goes wrong."""
        log = crash_log.path()
        if log.exists():
            desktop.reveal(log)
        else:
            self.message.emit(self.tr("There is no log: nothing has gone wrong so far."))

    def look_for_crashes(self) -> None:
        """Say so if the last run, or an engine of it, was ended by a native crash; its stacks go into the log."""
        from gallery_app.state.program.report import note_crashes

        # A warning: what is an error says that something goes wrong now.
        self._jobs.run(lambda: note_crashes(LOGGER.warning), self._crashed)

    def _crashed(self, count: int) -> None:
        if count:
            self._window.show_crash()
