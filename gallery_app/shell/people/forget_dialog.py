"""The dialog before all faces are forgotten: no undo mends that, so it says the numbers first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMessageBox, QWidget

from gallery_app.base import theme
from gallery_app.base.icons import pixmap
from gallery_app.i18n.numbers import counted
from gallery_app.state.people.forgetting import Known


def ask_to_forget(parent: QWidget, known: Known, go: Callable[[], object]) -> QMessageBox:
    """Open it over the window; Enter and Escape leave everything as it is."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(_tr("Forget all faces"))
    box.setIconPixmap(pixmap("trash", 28, theme.current().muted, parent.devicePixelRatioF()))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(_question(known))
    box.setInformativeText(
        _tr(
            "Faces, the codes that tell them apart, names and corrections are deleted from this library and from its "
            "backups, and faces are not looked for any more. It cannot be undone. Your photos stay as they are."
        )
    )
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    cancel.setIcon(QIcon())  # some styles have one that is none of ours
    verb = box.addButton(_tr("Forget them"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    box.finished.connect(lambda _result: go() if box.clickedButton() is verb else None)
    box.open()
    return box


def _question(known: Known) -> str:
    faces = counted(known.faces, _tr("{0} face"), _tr("{0} faces"))
    persons = counted(known.persons, _tr("{0} person"), _tr("{0} persons"))
    named = counted(known.named, _tr("{0} has a name"), _tr("{0} have a name"))
    return _tr("Forget {0} of {1}, of whom {2}?").format(faces, persons, named)


def _tr(text: str) -> str:
    return QCoreApplication.translate("forget_dialog", text)
