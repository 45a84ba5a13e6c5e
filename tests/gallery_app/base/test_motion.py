"""Less motion: what glides or fades is there at once, where the user or the desktop wants that."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gallery_app.base import motion
from gallery_app.base.settings import AppSettings
from gallery_app.views.map.camera import Camera
from gallery_app.views.map.transition import MapTransition

TOOL = """#!{python}
import sys
print({answer!r} if sys.argv[1:] == ["get", "org.gnome.desktop.interface", "enable-animations"] else "?")
"""


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    motion.set_motion("system")
    motion.forget_system()


@pytest.mark.parametrize(("name", "steps"), [("full", True), ("less", False)])
def test_the_map_glides_or_jumps(name: str, steps: bool, qtbot: QtBot) -> None:
    motion.set_motion(name)
    parent, seen = QObject(), list[float]()
    transition = MapTransition(parent)
    transition.moved.connect(lambda xy, _camera: seen.append(float(xy[0, 0])))
    camera = Camera(0.0, 0.0, 100.0, 640, 480)
    start, end = (np.full((1, 2), value, np.float32) for value in (0, 1))
    transition.go((start, camera), (end, camera))
    assert (transition.state() is MapTransition.State.Running) is steps
    qtbot.waitUntil(lambda: bool(seen) and seen[-1] == 1.0)
    assert (len(seen) > 2) is steps


@pytest.mark.skipif(sys.platform != "linux", reason="asks what GNOME has")
@pytest.mark.parametrize(("answer", "less"), [("false", True), ("true", False)])
def test_the_desktop_is_asked(
    answer: str, less: bool, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool = tmp_path / "gsettings"
    tool.write_text(TOOL.format(python=sys.executable, answer=answer))
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "GNOME")
    parent = QObject()
    motion.ask_system(parent)
    qtbot.waitUntil(lambda: not parent.children())
    assert motion.is_reduced() is less
    motion.set_motion("full")  # what the user says here goes before
    assert not motion.is_reduced()


@pytest.mark.skipif(sys.platform != "linux", reason="asks what KDE has")
@pytest.mark.parametrize(
    ("line", "less"), [("AnimationDurationFactor=0", True), ("AnimationDurationFactor=0.5", False), ("", False)]
)
def test_kde_is_asked(line: str, less: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kdeglobals").write_text(f"[KDE]\n{line}\n")
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "KDE")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    motion.ask_system(QObject())
    assert motion.is_reduced() is less


def test_what_was_chosen_is_kept(tmp_path: Path) -> None:
    settings = AppSettings(tmp_path / "window.ini")
    assert (settings.motion, settings.text_size) == ("system", 100)
    settings.motion, settings.text_size = "less", 130
    settings.save()
    again = AppSettings(tmp_path / "window.ini")
    assert (again.motion, again.text_size) == ("less", 130)
    again.motion, again.text_size = "wild", 7000  # as if edited by hand
    assert (again.motion, again.text_size) == ("system", 100)
