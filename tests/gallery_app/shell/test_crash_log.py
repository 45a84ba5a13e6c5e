"""A bug in the window: it lives on, keeps the bug in its log, and says so once with a way to the log."""

from __future__ import annotations

import json
import os
import re
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageCms
from PySide6.QtCore import QSize, Qt, qWarning
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from engine.core.logs import OFTEN
from engine.library.decoding.decode import read
from gallery_app.app import Parts
from gallery_app.base import desktop
from gallery_app.shell import crash_log
from gallery_app.shell.crash_log import CrashLog
from gallery_app.shell.main_window import MainWindow
from tests.gallery_app.fake_engine import FakeEngine

# The program as it is started, with bugs in a slot, in every paint, in a thread, and something that Qt complains of.
BROKEN = """
import json, sys, threading
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget
from gallery_app import app
from gallery_app.base import desktop
from gallery_app.__main__ import main

furnish, told, painted = app.furnish, {}, []
desktop.reveal = lambda path: told.update(shown=str(path))

class Bad(QWidget):
    def paintEvent(self, event):
        painted.append(1)
        raise ValueError("in a paint")

def slot():
    raise KeyError("in a slot")

def furnished(window, library):
    parts = furnish(window, library)
    bad = Bad(window)
    bad.resize(9, 9)
    bad.show()
    again = QTimer(window, interval=1)
    again.timeout.connect(bad.repaint)
    again.start()
    QTimer.singleShot(0, slot)
    threading.Thread(target=lambda: [][1]).start()
    QObject().startTimer(-1)

    def look():
        if len(painted) < 40 or window.bug.isHidden():
            return
        told.update(said=window.bug.text(), painted=len(painted))
        window.bug.verb.click()
        ticking.stop()
        window.close()

    ticking = QTimer(window, interval=10)
    ticking.timeout.connect(look)
    ticking.start()
    return parts

app.furnish = furnished
status = main([])
print(json.dumps(told))
sys.exit(status)
"""


def test_bugs_kill_no_window_and_are_kept(tmp_path: Path) -> None:
    environment = os.environ | {"PHOTOLOOM_HOME": str(tmp_path / "home")}
    done = subprocess.run([sys.executable, "-c", BROKEN], capture_output=True, text=True, timeout=120, env=environment)
    assert done.returncode == 0, done.stderr
    told, log = json.loads(done.stdout), tmp_path / "home" / "logs" / "window.log"
    assert told["said"] == "Something went wrong in Photoloom."
    assert told["shown"] == str(log)
    kept = log.read_text("utf-8")
    assert told["painted"] >= 40
    for output in (kept, done.stderr):
        assert len(re.findall("^ValueError: .*in a paint$", output, re.M)) == OFTEN
        assert output.count("KeyError: 'in a slot'") == output.count("IndexError: list index out of range") == 1
        assert "QObject::startTimer" in output
    assert "in slot" in kept


@pytest.fixture
def crashes(qapp: object) -> Iterator[CrashLog]:
    log = CrashLog()
    yield log
    log.close()
    log.deleteLater()


def test_the_button_leads_to_the_log(make: Callable[[], Parts], monkeypatch: pytest.MonkeyPatch) -> None:
    parts, shown = make(), list[Path]()
    monkeypatch.setattr(desktop, "reveal", shown.append)
    parts.window.actions_["show-log"].trigger()
    assert shown == []  # there is none, which is said
    assert "no log" in parts.workspace.strip.text()
    crash_log.path().parent.mkdir(parents=True)
    crash_log.path().touch()
    parts.window.show_bug()
    assert parts.window.bug.isVisible()  # on the start page too
    QTest.mouseClick(parts.window.bug.verb, Qt.MouseButton.LeftButton)
    assert shown == [crash_log.path()]
    QTest.mouseClick(next(iter(parts.window.bug.findChildren(QToolButton))), Qt.MouseButton.LeftButton)
    assert not parts.window.bug.isVisible()


@pytest.mark.parametrize("trace", ["Traceback: KeyError 'b7'", None])
def test_a_bug_of_the_engine_has_the_same_way_out(
    crashes: CrashLog, scripted: Parts, engine: FakeEngine, trace: str | None
) -> None:
    window: MainWindow = scripted.window
    crashes.broken.connect(window.show_bug)
    scripted.session.organise()
    engine.fail("Photoloom failed: 'b7'", trace)
    assert window.bug.isVisible() is (trace is not None)
    assert crash_log.path().exists() is (trace is not None)
    if trace is not None:
        assert trace in crash_log.path().read_text("utf-8")


def test_what_qt_says_is_kept_and_is_no_bug_of_ours(
    crashes: CrashLog, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    with qtbot.assertNotEmitted(crashes.broken):
        for _ in range(20):
            qWarning("a style sheet could not be parsed")
    assert crash_log.path().read_text("utf-8").count("a style sheet could not be parsed") == OFTEN


def test_what_is_wrong_with_a_profile_is_not_said_to_the_user(
    crashes: CrashLog, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """A picture of a broken profile is shown all the same: its thumbnail has none, and Qt keeps what it finds."""
    tags = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    first = struct.unpack(">I", tags[136:140])[0]
    askew = tags[:136] + struct.pack(">I", first + 1) + tags[140:]  # "invalid tag offset alignment"
    Image.new("RGB", (40, 30), "red").save(tmp_path / "a.jpg", icc_profile=askew)
    read(tmp_path / "a.jpg", "a", tmp_path / "small.jpg")
    with Image.open(tmp_path / "small.jpg") as small:
        assert "icc_profile" not in small.info
    for name in ("small.jpg", "a.jpg"):
        assert QImage(str(tmp_path / name)).size() == QSize(40, 30)
    assert capfd.readouterr().err == ""
    assert not crash_log.path().exists()
