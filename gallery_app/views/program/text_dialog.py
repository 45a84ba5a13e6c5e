"""TextDialog: a long text in a dialog: licences, or a report that can be changed before it is saved."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from gallery_app.base import theme
from gallery_app.widgets.fit_screen import available
from gallery_app.widgets.labels import button, label

SIZE = QSize(760, 560)


class TextDialog(QDialog):
    """It says `waiting` until `show_text`; buttons that do something with the text are added by whoever opens it."""

    def __init__(self, window: QWidget, title: str, note: str, waiting: str) -> None:
        super().__init__(window)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.note = label(note, wrap=True)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(title)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.text.setPlainText(waiting)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self.text.setStyleSheet(f"font-family: '{font.family()}', monospace; font-size: {theme.current().small}pt;")
        self.close_ = button(self.tr("Close"))
        self.close_.clicked.connect(self.reject)
        self.row = QHBoxLayout()
        self.row.setSpacing(10)
        self.row.addStretch(1)
        self.row.addWidget(self.close_)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(12)
        column.addWidget(self.note)
        column.addWidget(self.text, 1)
        column.addLayout(self.row)
        scale = theme.current().in_type
        self.resize(QSize(scale(SIZE.width()), scale(SIZE.height())).boundedTo(available(self).size()))

    def show_text(self, text: str, *, editable: bool = False) -> None:
        self.text.setPlainText(text)
        self.text.setReadOnly(not editable)
