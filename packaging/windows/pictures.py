"""The icon for Windows and the two pictures of the installer, made from the program's icon.

python packaging/windows/pictures.py photoloom.ico
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image

ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"
SIDES = (16, 32, 48, 64, 128, 256)  # pixels; Windows shows 48 and 256 in folders, 16 and 32 elsewhere
BOARD = "#161a2b"  # the icon's ground


def write_icon(target: Path) -> None:
    """The icon for Windows: drawn sizes where there are some, the others scaled down from the largest."""
    drawn = {side: ICONS / f"photoloom-{side}.png" for side in SIDES}
    images = [_picture(side) if not drawn[side].exists() else Image.open(drawn[side]) for side in SIDES]
    images[-1].save(target, sizes=[(side, side) for side in SIDES], append_images=images[:-1])


def write_welcome(target: Path) -> None:
    """The picture beside the first and the last page (328 × 628: twice its size at 100 %, for sharp screens)."""
    ground = Image.new("RGB", (328, 628), BOARD)
    icon = _picture(192)
    ground.paste(icon, (68, 218), icon)
    ground.save(target)


def write_header(target: Path) -> None:
    """The picture at the top of the other pages (300 × 114, on white)."""
    ground = Image.new("RGB", (300, 114), "white")
    icon = _picture(88)
    ground.paste(icon, (199, 13), icon)
    ground.save(target)


def _picture(side: int) -> Image.Image:
    with Image.open(ICONS / "photoloom-512.png") as large:
        return large.convert("RGBA").resize((side, side), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    write_icon(Path(sys.argv[1]))
