"""What this Photoloom is: versions of it and of its parts, and the system that it runs on."""

from __future__ import annotations

import platform
import sys
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import qVersion

import engine
from engine.core.devices import cores
from gallery_app.state.program.redaction import short_path

# As they are called on the package index; none of them is imported to be asked.
PARTS = (
    *("PySide6-Essentials", "torch", "onnxruntime", "onnxruntime-gpu", "numpy", "scipy", "scikit-learn", "timm"),
    *("Pillow", "pillow-heif", "rawpy", "openTSNE", "usearch"),
)


def part_version(name: str) -> str:
    """The version of a package that is installed; empty where it is not."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def installed_as() -> str:
    """How this Photoloom came here."""
    if getattr(sys, "frozen", False):
        return "installer"
    return "checkout" if (Path(engine.__file__).parent.parent / "pyproject.toml").exists() else "package"


def system() -> str:
    """ "Debian GNU/Linux 12 (bookworm), Linux 6.1.0, x86_64" """
    named = platform.platform(terse=True)
    if sys.platform == "linux":
        with suppress(OSError, KeyError):  # a system that does not say what it is
            named = f"{platform.freedesktop_os_release()['PRETTY_NAME']}, Linux {platform.release()}"
    elif sys.platform == "darwin":
        named = f"macOS {platform.mac_ver()[0]}"
    return f"{named}, {platform.machine()}"


def short_version() -> str:
    """ "Python 3.12.4  ·  Qt 6.10.1  ·  torch 2.13.0" """
    torch = part_version("torch")
    made = [f"Python {platform.python_version()}", f"Qt {qVersion()}", *([f"torch {torch}"] if torch else [])]
    return "  ·  ".join(made)


def version_lines(device: str) -> list[str]:
    """What somebody who is told of a fault asks first, line by line; in English, for it is sent to developers."""
    parts = [f"{name} {found}" for name in PARTS if (found := part_version(name))]
    return [
        f"Photoloom {engine.__version__} ({installed_as()})",
        f"System: {system()}, {cores()} cores",
        f"Python {platform.python_version()}, Qt {qVersion()}",
        f"Device: {device}",
        f"Program: {short_path(Path(engine.__file__).parent.parent)}",
        f"Parts: {', '.join(parts)}",
    ]
