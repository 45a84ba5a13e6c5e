"""What happens to a picture that stays the same picture: each makes a file of it. Editors keep its EXIF."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageEnhance
from PIL.ExifTags import IFD, Base

Copy = Callable[[Image.Image, Path, random.Random, Image.Exif], None]


def exif_of(second: int, camera: str = "A1") -> Image.Exif:
    """What a camera writes: a moment, some seconds after the others, and its name."""
    exif = Image.Exif()
    exif.get_ifd(IFD.Exif)[Base.DateTimeOriginal] = (
        f"2025:05:01 {second // 3600 % 24:02}:{second // 60 % 60:02}:{second % 60:02}"
    )
    exif[Base.Model] = camera
    return exif


def resized(image: Image.Image, path: Path, own: random.Random, exif: Image.Exif) -> None:
    scale = own.uniform(0.4, 0.75)
    small = image.resize((round(image.width * scale), round(image.height * scale)), Image.Resampling.LANCZOS)
    small.save(path, quality=88)


def compressed(image: Image.Image, path: Path, own: random.Random, exif: Image.Exif) -> None:
    image.save(path, quality=own.randint(30, 60))


def forwarded(image: Image.Image, path: Path, own: random.Random, exif: Image.Exif) -> None:
    """As messengers do: smaller and compressed."""
    scale = own.uniform(0.5, 0.8)
    small = image.resize((round(image.width * scale), round(image.height * scale)), Image.Resampling.BICUBIC)
    small.save(path, quality=own.randint(45, 70))


def cropped(image: Image.Image, path: Path, own: random.Random, exif: Image.Exif) -> None:
    """Up to 5 % of each side's length is gone, from either end."""
    x, y = (own.uniform(0.01, 0.05) for _ in range(2))
    left, top = x * own.random() * image.width, y * own.random() * image.height
    image.crop(
        (round(left), round(top), round(left + (1 - x) * image.width), round(top + (1 - y) * image.height))
    ).save(path, quality=90, exif=exif)


def turned_by_exif(image: Image.Image, path: Path, own: random.Random, exif: Image.Exif) -> None:
    """The pixels lie on their side, and EXIF says how they are turned upright."""
    turned = Image.Exif()
    turned.load(exif.tobytes())
    turned[Base.Orientation] = 6
    image.transpose(Image.Transpose.ROTATE_90).save(path, quality=90, exif=turned)


def filtered(image: Image.Image, path: Path, own: random.Random, exif: Image.Exif) -> None:
    """A little brighter or darker, with more or less contrast, more or less colourful."""
    for kind in (ImageEnhance.Brightness, ImageEnhance.Contrast, ImageEnhance.Color):
        image = kind(image).enhance(own.uniform(0.92, 1.08))
    image.save(path, quality=90, exif=exif)


COPIES: dict[str, Copy] = {
    made.__name__: made for made in (resized, compressed, forwarded, cropped, turned_by_exif, filtered)
}
