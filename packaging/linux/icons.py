"""The program's icon in the sizes of the hicolor theme."""

from __future__ import annotations

import shutil
from pathlib import Path

from PIL import Image

from .facts import APP_ID, ROOT

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
_DRAWN = ROOT / "resources" / "icons"


def write_icons(theme: Path) -> None:
    """The SVG and every size below `theme` (share/icons/hicolor): as it was drawn, else from the largest drawing."""
    _put(_DRAWN / "photoloom.svg", theme / "scalable" / "apps" / f"{APP_ID}.svg")
    for size in SIZES:
        target = theme / f"{size}x{size}" / "apps" / f"{APP_ID}.png"
        drawn = _DRAWN / f"photoloom-{size}.png"
        if drawn.exists():
            _put(drawn, target)
        else:
            target.parent.mkdir(parents=True)
            with Image.open(_DRAWN / "photoloom-512.png") as largest:
                largest.resize((size, size), Image.Resampling.LANCZOS).save(target, optimize=True)


def _put(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True)
    shutil.copyfile(source, target)
