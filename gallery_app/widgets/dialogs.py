"""Read-only dialogs to choose files and folders.

Where the desktop has none, Qt shows its own, in which Del deletes and F2 renames files unless it is read-only.
"""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog, QWidget

READ_ONLY = QFileDialog.Option.ReadOnly


def file_dialog(parent: QWidget, title: str) -> QFileDialog:
    """A dialog to set up and open, also for saving a new file."""
    dialog = QFileDialog(parent, title)
    dialog.setOption(READ_ONLY)
    return dialog


def ask_for_folder(parent: QWidget, title: str) -> str:
    """Ask for an existing folder; returns its path, empty if cancelled."""
    options = QFileDialog.Option.ShowDirsOnly | READ_ONLY
    return QFileDialog.getExistingDirectory(parent, title, "", options)
