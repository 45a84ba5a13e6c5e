"""Date, place, camera and orientation beside exiftool's: `python tests/benchmarks/bench_metadata.py FOLDER …`.

Of exiftool's fields the same order chooses the date as ours (engine/library/metadata); what differs is then a field
that one of the two did not find or read otherwise. docs/metadata.md names and judges the disagreements.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from engine.core.job import Job
from engine.core.records import Content, File
from engine.gallery.taken import taken
from engine.library.decoding.pool import Decoded, DecodePool, Request
from engine.library.suffixes import SUFFIXES

_DATES = (
    ("ExifIFD:DateTimeOriginal", "IFD0:DateTimeOriginal", "SubIFD:DateTimeOriginal"),
    ("XMP-exif:DateTimeOriginal",),
    ("XMP-photoshop:DateCreated",),
    ("IPTC:DateCreated",),
    ("ExifIFD:CreateDate", "IFD0:CreateDate", "XMP-exif:DateTimeDigitized", "XMP-xmp:CreateDate"),
    ("GPS:GPSDateStamp", "XMP-exif:GPSDateTime"),
    ("IFD0:ModifyDate", "XMP-xmp:ModifyDate"),
)
_TAGS = (
    "DateTimeOriginal DateCreated TimeCreated CreateDate DateTimeDigitized ModifyDate Orientation Make Model gps:all"
)
_DATE = re.compile(r"(\d{4})(?::(\d\d)(?::(\d\d)(?: (\d\d):(\d\d)(?::(\d\d))?)?)?)?")
_ZEROS = ("1970-01-01T00:00", "1904-01-01T00:00", "1980-01-01T00:00", "0000")
_NEAR = 0.0005  # degrees, 50 m


@dataclass(frozen=True)
class Fields:
    """What one of the two read of a file; "" and None where it found nothing."""

    taken: str = ""
    location: tuple[float, float] | None = None
    camera: str = ""
    orientation: int = 1
    source: str = ""  # of the date


def of_exiftool(folder: Path) -> dict[Path, Fields]:
    """Every picture below a folder as exiftool reads it."""
    words = ["exiftool", "-j", "-n", "-G1", "-a", "-r", "-q", "-q"]  # -m leaves out EXIF that a WebP begins with "Exif"
    words += [f"-{tag}" for tag in _TAGS.split()] + ["-Composite:GPSLatitude", "-Composite:GPSLongitude"]
    words += [word for suffix in sorted(SUFFIXES) for word in ("-ext", suffix)]
    told = subprocess.run([*words, str(folder)], capture_output=True, check=False).stdout
    rows: list[dict[str, Any]] = json.loads(told.decode("utf-8", "replace") or "[]")
    return {Path(row["SourceFile"]): _fields(row) for row in rows}


def _fields(row: dict[str, Any]) -> Fields:
    taken = ""
    for tags in _DATES:
        values = [str(row.get(tag, "")) for tag in tags]
        if tags[0].startswith("IPTC"):
            values = [f"{values[0]} {row.get('IPTC:TimeCreated', '')}".strip()]
        taken = next((iso for value in values if (iso := _iso(value))), "")
        if taken:
            break
    latitude, longitude = row.get("Composite:GPSLatitude"), row.get("Composite:GPSLongitude")
    known = isinstance(latitude, int | float) and isinstance(longitude, int | float) and (latitude, longitude) != (0, 0)
    camera = " ".join(str(row.get(f"IFD0:{tag}", row.get(f"XMP-tiff:{tag}", ""))) for tag in ("Make", "Model"))
    turn = row.get("IFD0:Orientation", row.get("XMP-tiff:Orientation", 1))
    turn = int(turn) if str(turn).isdigit() and 1 <= int(turn) <= 8 else 1
    return Fields(taken, (latitude, longitude) if known else None, " ".join(camera.split()), turn)


def _iso(value: str) -> str:
    """ISO, as precise as exiftool's value; "" for none, an impossible one and the zero of a clock."""
    match = _DATE.match(value)
    if not match:
        return ""
    year, month, day, hour, minute, second = (match.group(n) for n in range(1, 7))
    iso = "-".join(part for part in (year, month, day) if part)
    if hour:
        iso += f"T{hour}:{minute}" + (f":{second}" if second else "")
    try:
        datetime(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return ""
    return "" if iso.startswith(_ZEROS) else iso


def of_photoloom(paths: Iterable[Path]) -> dict[Path, Fields]:
    """The same files as Photoloom reads them, in its worker processes; those that cannot be read are left out."""
    with TemporaryDirectory() as folder, DecodePool(1) as pool:
        requests = (Request(path, f"{at:032x}", Path(folder) / f"{at}.webp") for at, path in enumerate(paths))
        read = [result for result in pool.run(requests, Job()) if isinstance(result, Decoded)]
    return {result.request.path: _of_content(result.request.path, result.content) for result in read}


def _of_content(path: Path, content: Content) -> Fields:
    said = taken(File(0, 0, path.name, 0, 0), content)  # a file without a date of its own
    known = content.latitude is not None and content.longitude is not None
    return Fields(
        said.isoformat() if said else "",
        (content.latitude or 0.0, content.longitude or 0.0) if known else None,
        content.camera or "",
        content.orientation,
        said.source if said else "",
    )


def same_date(ours: str, theirs: str) -> bool:
    """As far as both are precise: exiftool drops or keeps seconds in another way."""
    length = min(len(ours), len(theirs))
    return length >= 4 and ours[:length] == theirs[:length]


def same_place(ours: tuple[float, float], theirs: tuple[float, float]) -> bool:
    return all(abs(a - b) <= _NEAR for a, b in zip(ours, theirs, strict=True))


def same_camera(ours: str, theirs: str) -> bool:
    """Ours leaves out a make that the model repeats."""
    return set(ours.casefold().split()) <= set(theirs.casefold().split())


def compare(ours: Any, theirs: Any, same: Callable[[Any, Any], bool]) -> str:
    if not ours or not theirs:
        return "neither" if not ours and not theirs else "only ours" if ours else "only exiftool"
    return "same" if same(ours, theirs) else "other"


def compare_file(ours: Fields, theirs: Fields) -> Iterator[tuple[str, str, Any, Any]]:
    """(field, verdict, ours, exiftool's) for the four fields."""
    if ours.source == "name":  # exiftool does not read names
        yield "date", "from the name", ours.taken, theirs.taken
    else:
        yield "date", compare(ours.taken, theirs.taken, same_date), ours.taken, theirs.taken
    yield "place", compare(ours.location, theirs.location, same_place), ours.location, theirs.location
    yield "camera", compare(ours.camera, theirs.camera, same_camera), ours.camera, theirs.camera
    same = "same" if ours.orientation == theirs.orientation else "other"
    yield "orientation", same, ours.orientation, theirs.orientation


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    words = parser.parse_args()
    for folder in words.folders:
        exiftool = of_exiftool(folder)
        photoloom = of_photoloom(exiftool)
        counts: dict[str, Counter[str]] = {}
        for path in sorted(photoloom):
            for field, verdict, ours, theirs in compare_file(photoloom[path], exiftool[path]):
                counts.setdefault(field, Counter())[verdict] += 1
                if verdict not in ("same", "neither", "from the name"):
                    print(f"{path.relative_to(folder)}: {field}: {verdict}: {ours!r} / {theirs!r}")
        print(f"\n{folder.name}: {len(photoloom)} of {len(exiftool)} pictures can be read")
        for field, verdicts in counts.items():
            print(f"  {field:12}", ", ".join(f"{verdict} {count}" for verdict, count in verdicts.most_common()))


if __name__ == "__main__":
    main()
