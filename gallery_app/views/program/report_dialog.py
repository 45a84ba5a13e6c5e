"""ReportDialog: the report of what went wrong, to be read and shortened before it is saved as a file."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gallery_app.views.program.text_dialog import TextDialog
from gallery_app.widgets.labels import button


class ReportDialog(TextDialog):
    """`save_wanted` carries the text as it stands in the field."""

    save_wanted = Signal(str)
    log_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        note = self.tr(
            "This is all that the report says. Names and paths of your photos are taken out; read it, and delete what "
            "else you do not want to tell. It is saved as a file on this computer, and sent by nobody but you."
        )
        super().__init__(window, self.tr("Save a report"), note, self.tr("Reading the logs…"))
        self.log = button(self.tr("Show the log"))
        self.log.clicked.connect(self.log_wanted)
        self.save = button(self.tr("Save…"), "primary")
        self.save.setEnabled(False)
        self.save.clicked.connect(lambda: self.save_wanted.emit(self.text.toPlainText()))
        self.row.insertWidget(0, self.log)
        self.row.addWidget(self.save)

    def show_report(self, text: str) -> None:
        self.show_text(text, editable=True)
        self.save.setEnabled(True)
        self.save.setDefault(True)
