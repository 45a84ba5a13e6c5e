"""What the desktop is asked to do, on each system; no file manager is started."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices

from gallery_app.base import desktop


class Explorer:
    """Takes QProcess's place: native arguments there are only on Windows."""

    started: list[str]

    def __init__(self) -> None:
        self.words = ["", ""]

    def setProgram(self, program: str) -> None:
        self.words[0] = program

    def setNativeArguments(self, arguments: str) -> None:
        self.words[1] = arguments

    def startDetached(self) -> bool:
        Explorer.started = self.words
        return True


def test_windows_is_told_a_name_with_a_comma(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(desktop, "QProcess", Explorer)
    monkeypatch.setenv("SYSTEMROOT", "/Windows")
    desktop.reveal(Path("/photos/Anna, Tom/a b.jpg"))
    assert Explorer.started == [str(Path("/Windows/explorer.exe")), '/select,"/photos/Anna, Tom/a b.jpg"']


def test_a_folder_that_is_not_there_yet_opens_the_nearest_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    desktop.open_folder(tmp_path / "logs" / "of nothing")
    desktop.open_folder(tmp_path)
    assert [Path(folder) for folder in opened] == [tmp_path, tmp_path]
