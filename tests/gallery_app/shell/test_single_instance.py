"""A second start on a library raises the window that has it open."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from gallery_app.shell.single_instance import SingleInstance, raise_other


def test_nobody_listens_at_first(qapp: object, tmp_path: Path) -> None:
    assert not raise_other(tmp_path)


def test_another_program_is_heard(qtbot: QtBot, tmp_path: Path) -> None:
    single = SingleInstance()
    single.listen(tmp_path)
    other = QProcess()
    asks = (
        "import sys, pathlib; from gallery_app.shell.single_instance import raise_other;"
        "sys.exit(not raise_other(pathlib.Path(sys.argv[1])))"
    )
    with qtbot.waitSignals([single.raised, other.finished], timeout=20000):
        other.start(sys.executable, ["-c", asks, str(tmp_path)])
    assert other.exitCode() == 0
    single.close()
    assert not raise_other(tmp_path)
    single.deleteLater()


def test_a_socket_left_over_from_a_crash_is_no_window(qtbot: QtBot, tmp_path: Path) -> None:
    crash = (
        "import os, sys, pathlib; from PySide6.QtCore import QCoreApplication; app = QCoreApplication([]);"
        "from gallery_app.shell.single_instance import SingleInstance; s = SingleInstance();"
        "s.listen(pathlib.Path(sys.argv[1])); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", crash, str(tmp_path)], check=True, env=os.environ)
    assert not raise_other(tmp_path)
    single = SingleInstance()
    single.listen(tmp_path)
    with qtbot.waitSignal(single.raised):
        assert raise_other(tmp_path)
    single.close()
    single.deleteLater()
