"""TakingOverNames: opens the dialog in which names of folders and tags are taken over, from a menu or the hint."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from engine.filing.taking_over.groups import By
from gallery_app.engine_client.background import JobRunner
from gallery_app.shell.work_page import WorkPage
from gallery_app.state.session import Session
from gallery_app.views.filing.names_dialog import NamesDialog


class TakingOverNames(QObject):
    def __init__(self, window: QWidget, session: Session, jobs: JobRunner, work: WorkPage) -> None:
        super().__init__(window)
        self._window, self._session, self._jobs, self._work = window, session, jobs, work
        self.dialog: NamesDialog | None = None
        work.names_bar.wanted.connect(self.open)

    def open(self, by: By = "folders") -> None:
        self._work.names_hint.close()
        dialog = self.dialog = NamesDialog(self._window, self._session, self._jobs, by)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self, _result: int) -> None:
        self.dialog = None
