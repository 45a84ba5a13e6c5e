"""What a newcomer reads where something is missing: one sentence and one command."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "packaging" / "check_system.py"


@pytest.fixture(scope="module")
def check() -> ModuleType:
    spec = importlib.util.spec_from_file_location("check_system", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("version", "good"), [((3, 9), False), ((3, 10, 14), False), ((3, 11, 0), True)])
def test_an_old_python_is_named(check: ModuleType, version: tuple[int, ...], good: bool) -> None:
    complaint = check.python_complaint(version)
    assert (complaint is None) == good
    if not good:
        assert f"this is {version[0]}.{version[1]}" in complaint


@pytest.mark.parametrize(
    ("tool", "command"),
    [
        ("apt-get", "sudo apt-get install -y libegl1 libxcb-cursor0"),
        ("dnf", "sudo dnf install -y libglvnd-egl xcb-util-cursor"),
        ("pacman", "sudo pacman -S --needed libglvnd xcb-util-cursor"),
    ],
)
def test_missing_libraries_come_with_the_command_for_them(check: ModuleType, tool: str, command: str) -> None:
    missing = check.missing_libraries(lambda library: library not in {"libEGL.so.1", "libxcb-cursor.so.0"})
    sentence = check.libraries_complaint(missing, which=lambda name: name == tool)
    assert "libEGL.so.1, libxcb-cursor.so.0" in sentence
    assert command in sentence


def test_root_needs_no_sudo_and_an_unknown_system_still_gets_a_sentence(check: ModuleType) -> None:
    assert "sudo" not in check.libraries_complaint(["libGL.so.1"], which=lambda name: name == "apt-get", root=True)
    assert "package manager" in check.libraries_complaint(["libGL.so.1"], which=lambda name: None)


@pytest.mark.parametrize(("display", "status"), [(None, 0), (":99", 1)])
def test_a_missing_library_matters_only_where_a_window_can_open(
    check: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    display: str | None,
    status: int,
) -> None:
    monkeypatch.setattr(check.sys, "platform", "linux")
    monkeypatch.setattr(check.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(check, "missing_libraries", lambda: ["libGL.so.1"])
    monkeypatch.setattr(check, "has_display", lambda: display is not None)
    assert check.main() == status
    said = capsys.readouterr()
    assert "libGL.so.1" in (said.err if status else said.out)


def test_it_runs_without_anything_installed() -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(SCRIPT)],
        capture_output=True,
        text=True,
        env={name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}},
    )
    assert (done.returncode, done.stderr) == (0, "")
