"""Less motion: whether what glides and fades does so, or is there at once; every animation asks here for its time."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess

NAMES = ("system", "full", "less")
_GNOME = ["get", "org.gnome.desktop.interface", "enable-animations"]
_MACOS = ["read", "com.apple.universalaccess", "reduceMotion"]
_SPI_GETCLIENTAREAANIMATION = 0x1042
_state = {"name": "system", "system asks for less": False}


def set_motion(name: str) -> None:
    """One of NAMES; "system" does as the desktop is set."""
    _state["name"] = name


def forget_system() -> None:
    """As before the desktop was asked."""
    _state["system asks for less"] = False


def is_reduced() -> bool:
    """Whether nothing should glide or fade."""
    return bool(_state["system asks for less"]) if _state["name"] == "system" else _state["name"] == "less"


def duration(milliseconds: int) -> int:
    """How long an animation of this length takes: 0 where there should be none."""
    return 0 if is_reduced() else milliseconds


def ask_system(parent: QObject) -> None:
    """Find out whether the desktop is set to fewer animations; at once, or as soon as its own tool has answered.

    Qt itself knows only of contrast (QAccessibilityHints of 6.11). GNOME and its relatives have a setting, KDE a factor
    in a file, Windows and macOS a switch; of others nothing is known, and motion stays.
    """
    if sys.platform == "win32":
        _state["system asks for less"] = not _animated_on_windows()
    elif sys.platform == "darwin":
        _ask(parent, "defaults", _MACOS, "1")
    elif "KDE" in os.environ.get("XDG_CURRENT_DESKTOP", ""):
        _state["system asks for less"] = _still_on_kde(_config() / "kdeglobals")
    elif shutil.which("gsettings") is not None and os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        _ask(parent, "gsettings", _GNOME, "false")


def _ask(parent: QObject, program: str, arguments: list[str], less: str) -> None:
    """Ask a tool of the desktop, which answers later; `less` is what it prints where motion is unwanted."""
    process = QProcess(parent)

    def answered() -> None:
        _state["system asks for less"] = bytes(process.readAllStandardOutput().data()).decode().strip() == less
        process.deleteLater()

    process.finished.connect(answered)
    process.errorOccurred.connect(lambda _error: process.deleteLater())
    process.start(program, arguments)


def _config() -> Path:
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")


def _still_on_kde(settings: Path) -> bool:
    """Whether KDE's slider of animation speed stands at "instant"."""
    if not settings.is_file():
        return False
    found = re.search(r"^AnimationDurationFactor=([\d.]+)", settings.read_text(errors="replace"), re.MULTILINE)
    return found is not None and float(found[1]) == 0


def _animated_on_windows() -> bool:
    """SystemParametersInfo: whether windows animate what is in them."""
    if sys.platform == "win32":
        import ctypes

        on = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(_SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(on), 0)
        return bool(on.value)
    return True
