"""The dialog before the photos of a locked cluster change."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMessageBox, QWidget

from gallery_app.base import theme
from gallery_app.base.icons import pixmap
from gallery_app.state.edits.lock_gate import Question


def ask_about_lock(
    parent: QWidget, question: Question, go: Callable[[], object], leave: Callable[[], object]
) -> QMessageBox:
    """Open it over the window; Enter and Escape leave everything as it is."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(_tr("A locked cluster"))
    box.setIconPixmap(pixmap("lock", 28, theme.current().muted, parent.devicePixelRatioF()))
    box.setText(question.sentence)
    box.setTextFormat(Qt.TextFormat.PlainText)
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    cancel.setIcon(QIcon())  # some styles have one that is none of ours
    verb = box.addButton(question.verb, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    box.finished.connect(lambda _result: go() if box.clickedButton() is verb else leave())
    box.open()
    return box


def _tr(text: str) -> str:
    return QCoreApplication.translate("lock_dialog", text)
