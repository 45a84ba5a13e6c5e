"""The icon for macOS: the program's drawing on the grid that its icons have, 824 of 1024 pixels.

python packaging/macos/icns.py photoloom.icns
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image

LARGE = Path(__file__).resolve().with_name("photoloom-1024.png")  # drawn from resources/icons/photoloom.svg
SIDES = (32, 64, 128, 256, 512, 1024)  # pixels; what is shown at half its size on sharp screens is among them


def write(target: Path) -> None:
    """Write the .icns, on any system."""
    with Image.open(LARGE) as large:
        images = [large.convert("RGBA").resize((side, side), Image.Resampling.LANCZOS) for side in SIDES]
    images[-1].save(target, append_images=images[:-1])


if __name__ == "__main__":
    write(Path(sys.argv[1]))
