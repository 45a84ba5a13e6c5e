"""Reports: what went wrong, shown in full and saved as a file, and crashes of the last run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from engine.core.logs import LOGGER
from gallery_app.base import desktop
from gallery_app.base.settings import AppSettings
from gallery_app.engine_client.background import JobRunner
from gallery_app.shell import crash_log
from gallery_app.shell.main_window import MainWindow
from gallery_app.state.session import Session

if TYPE_CHECKING:
    from gallery_app.views.program.report_dialog import ReportDialog


class Reports(QObject):
    """`device` says what computes, in English; `message` carries a sentence for the foot of the window."""

    message = Signal(str)

    def __init__(
        self, window: MainWindow, session: Session, jobs: JobRunner, settings: AppSettings, device: Callable[[], str]
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._jobs, self._settings = window, session, jobs, settings
        self._device = device

    def save_report(self) -> None:
        """Show what a report would say; nothing is written before the user says where."""
        from gallery_app.state.program.report import ReportSource, report
        from gallery_app.views.program.report_dialog import ReportDialog

        dialog = ReportDialog(self._window)
        source = ReportSource.of(self._session, self._settings, self._device())
        ticket = self._jobs.run(lambda: report(source), dialog.show_report)
        dialog.finished.connect(lambda _result: ticket.drop())
        dialog.log_wanted.connect(self.show_log)
        dialog.save_wanted.connect(lambda text: self._ask_for_file(dialog, text))
        dialog.open()

    def _ask_for_file(self, over: ReportDialog, text: str) -> None:
        from gallery_app.shell.save_map import start_folder
        from gallery_app.widgets.dialogs import file_dialog

        dialog = file_dialog(over, self.tr("Save a report"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Text (*.txt)")])
        dialog.setDefaultSuffix(".txt")
        dialog.setDirectory(str(start_folder(map(Path, self._session.gallery.roots.values()))))
        dialog.selectFile(f"photoloom-report-{QDate.currentDate().toString(Qt.DateFormat.ISODate)}")
        dialog.fileSelected.connect(lambda chosen: self.write_report(over, text, Path(chosen)))
        dialog.open()

    def write_report(self, over: ReportDialog, text: str, out: Path) -> None:
        """Write the text of the report's dialog, which closes once that is done."""
        from engine.library.outputs.whole import write_whole

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
