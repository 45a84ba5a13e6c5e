"""Makes the demo gallery, resources/demo: a phone's folders with ten kinds of pictures, mixed.

Seven kinds are painted here; three are public-domain photographs, reduced (demo_pictures/photos.csv lists
each with its source). Needs on Debian: openclipart-png gcompris-qt-data fonts-lato fonts-roboto-unhinted
fonts-ebgaramond fonts-freefont-otf fonts-lobster fonts-kaushanscript fonts-leckerli-one fonts-dancingscript
fonts-jetbrains-mono fonts-firacode fonts-dejavu-core fonts-humor-sans fonts-sjfonts fonts-bwht
fonts-yusei-magic fonts-femkeklaver. The pictures are committed, so that only who changes them runs this:

    python packaging/make_demo.py [--fonts DIR] [--clipart DIR] [--photos DIR]
"""

from __future__ import annotations

import argparse
import csv
import json
import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

import numpy as np
from demo_pictures import canvas, cards, figures, paper, screens
from demo_pictures.rcc import read_rcc
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
DEMO = ROOT / "resources" / "demo"
PHOTOS = Path(__file__).with_name("demo_pictures") / "photos.csv"
HOME = (52.5012, 13.4180)  # where the whiteboards and receipts were "taken"
PAINTERS = {
    "quotes": cards.quote, "greetings": cards.greeting, "memes": figures.meme, "portraits": figures.portrait,
    "code": screens.code, "receipts": paper.receipt, "whiteboards": paper.whiteboard,
}  # fmt: skip
EACH = 12


@dataclass(frozen=True)
class Shot:
    """One picture of the gallery: what it shows, and when and where it says it was taken."""

    kind: str
    image: Image.Image
    taken: datetime
    place: tuple[float, float] | None = None
    quality: int = 72

    def path(self) -> str:
        """Where a phone would keep it, and under what name."""
        day, clock, number = f"{self.taken:%Y%m%d}", f"{self.taken:%H%M%S}", self.taken.microsecond % 10000
        return {
            "code": f"Screenshots/Screenshot_{day}-{clock}.png",
            "tools": f"Download/image-{day[2:]}-{number:04}.jpg",
            "portraits": f"Pictures/Profile/profile_{day}_{number:04}.webp",
            "quotes": f"WhatsApp Images/IMG-{day}-WA{number:04}.jpg",
            "greetings": f"WhatsApp Images/IMG-{day}-WA{number:04}.jpg",
            "memes": f"WhatsApp Images/IMG-{day}-WA{number:04}.jpg",
        }.get(self.kind, f"DCIM/Camera/IMG_{day}_{clock}.jpg")


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    words.add_argument("--fonts", type=Path, default=canvas.font_folder)
    words.add_argument("--clipart", type=Path, default=figures.clipart_folder)
    words.add_argument("--photos", type=Path, default=Path("/usr/share/gcompris-qt/rcc"))
    given = words.parse_args()
    canvas.font_folder, figures.clipart_folder = given.fonts, given.clipart
    shots = [*painted(), *photographed(given.photos)]  # all of them, before the old ones go
    for folder in ("DCIM", "Screenshots", "Download", "Pictures", "WhatsApp Images"):
        shutil.rmtree(DEMO / folder, ignore_errors=True)
    labels = {}
    for shot in shots:
        save(shot, DEMO / shot.path())
        labels[shot.path()] = shot.kind
    (DEMO / "labels.json").write_text(json.dumps(dict(sorted(labels.items())), indent=1) + "\n")
    write_sources()


def painted() -> list[Shot]:
    shots = []
    for number, (kind, paint) in enumerate(PAINTERS.items()):
        for i in range(EACH):
            rng = np.random.default_rng([2026, number, i])
            taken = datetime(2026, 1, 5) + timedelta(
                days=int(rng.integers(300)), seconds=int(rng.integers(28800, 72000))
            )
            taken = taken.replace(microsecond=number * 100 + i)
            place = HOME if kind in ("receipts", "whiteboards") else None
            shots.append(Shot(kind, paint(i, rng), taken, place))
    return shots


def photographed(folder: Path) -> list[Shot]:
    wanted = list(csv.DictReader(PHOTOS.open(encoding="utf-8")))
    content = {}
    for rcc in sorted(folder.glob("*.rcc")):
        for name, blob in read_rcc(rcc):
            content[name.removeprefix("gcompris/src/activities/").replace("/resource/", "/")] = blob
    shots = []
    for i, row in enumerate(wanted):
        image = Image.open(BytesIO(content[row["original"]])).convert("RGB")
        image.thumbnail((900, 900), Image.Resampling.LANCZOS)
        place = (float(row["latitude"]), float(row["longitude"])) if row["latitude"] else None
        taken = datetime(2025, 5, 3, 10) + timedelta(days=9 * i, minutes=37 * i, microseconds=i)
        shots.append(Shot(row["kind"], image, taken, place, quality=64))
    return shots


def save(shot: Shot, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        raise FileExistsError(path)
    if path.suffix == ".png":
        shot.image.quantize(96).save(path, optimize=True)
    elif path.suffix == ".webp":
        shot.image.save(path, quality=shot.quality, method=6)
    elif path.parent.name == "Camera":
        exif, image = _exif(shot), shot.image
        if shot.kind == "receipts":  # as phones do: stored lying down, with a note to turn it
            image, exif[0x0112] = image.transpose(Image.Transpose.ROTATE_90), 6
        image.save(path, quality=shot.quality, exif=exif)
    else:
        shot.image.save(path, quality=shot.quality)


def _exif(shot: Shot) -> Image.Exif:
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "Photoloom", "Demo Phone"
    when = f"{shot.taken:%Y:%m:%d %H:%M:%S}"
    exif[0x0132] = when
    exif.get_ifd(0x8769).update({0x9003: when, 0x9004: when})
    if shot.place:
        latitude, longitude = shot.place
        exif.get_ifd(0x8825).update(
            {1: "NS"[latitude < 0], 2: _degrees(latitude), 3: "EW"[longitude < 0], 4: _degrees(longitude)}
        )
    return exif


def _degrees(angle: float) -> tuple[float, float, float]:
    angle = abs(angle)
    minutes = angle % 1 * 60
    return float(int(angle)), float(int(minutes)), round(minutes % 1 * 60, 2)


def write_sources() -> None:
    rows = list(csv.DictReader(PHOTOS.open(encoding="utf-8")))
    lines = [f"| {Path(r['original']).stem} | {r['author']} | {r['licence']} | <{r['source']}> |" for r in rows]
    head = (Path(__file__).with_name("demo_pictures") / "sources_head.md").read_text(encoding="utf-8")
    (DEMO / "SOURCES.md").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
