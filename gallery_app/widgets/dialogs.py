"""Dialogs that choose files and folders, and can do nothing else.

Where the desktop has no dialog of its own Qt shows one, in which Del deletes and F2 renames: read-only it does not.
"""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog, QWidget

READ_ONLY = QFileDialog.Option.ReadOnly


def file_dialog(parent: QWidget, title: str) -> QFileDialog:
    """A dialog to be set up and opened; a name for a new file can be given in it."""
    dialog = QFileDialog(parent, title)
    dialog.setOption(READ_ONLY)
    return dialog


def ask_for_folder(parent: QWidget, title: str) -> str:
    """The path of a folder that is there; empty where none was chosen."""
    options = QFileDialog.Option.ShowDirsOnly | READ_ONLY
    return QFileDialog.getExistingDirectory(parent, title, "", options)
