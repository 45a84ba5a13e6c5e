"""What the desktop does for us: show a file in its file manager, open it with its program."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices


def reveal(path: Path) -> None:
    """Show a file selected in the file manager; where that is not possible, open its folder."""
    if sys.platform == "darwin":
        QProcess.startDetached("/usr/bin/open", ["-R", str(path)])
    elif sys.platform == "win32":
        # By its path, for Windows looks in the current folder first; quoted by us, for a comma would end the name.
        explorer = QProcess()
        explorer.setProgram(str(Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "explorer.exe")))
        explorer.setNativeArguments(f'/select,"{path}"')
        explorer.startDetached()
    elif not _reveal_by_bus(path):
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def open_folder(path: Path) -> None:
    """Open a folder in the file manager; where it is not there yet, the nearest one above it."""
    there = next((folder for folder in (path, *path.parents) if folder.is_dir()), path)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(there)))


def open_page(address: str) -> None:
    """Open an https page in the browser."""
    QDesktopServices.openUrl(QUrl(address))


def open_file(path: Path) -> None:
    """Open a file with the program that the desktop has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _reveal_by_bus(path: Path) -> bool:
    """Ask the file manager by the freedesktop.org interface FileManager1; False if nobody answered."""
    if shutil.which("dbus-send") is None:
        return False
    url = QUrl.fromLocalFile(str(path)).toString(QUrl.ComponentFormattingOption.FullyEncoded)
    arguments = [
        "--session",
        "--dest=org.freedesktop.FileManager1",
        "--type=method_call",
        "/org/freedesktop/FileManager1",
        "org.freedesktop.FileManager1.ShowItems",
        f"array:string:{url.replace(',', '%2C')}",
        "string:",
    ]
    return bool(QProcess.startDetached("dbus-send", arguments)[0])
