"""What ExifTool writes into a container is read from it: a writer that is not ours."""

from __future__ import annotations

import shutil
import subprocess
from datetime import datetime
from pathlib import Path

import pytest
from PIL import Image

from engine.library.decoding.decode import describe
from tests.engine.library.metadata.written import saved

pytestmark = pytest.mark.skipif(shutil.which("exiftool") is None, reason="ExifTool is not installed")

CONTAINERS = {
    "jpg": "JPEG",
    "png": "PNG",
    "tif": "TIFF",
    "webp": "WEBP",
    "jp2": "JPEG2000",
    "gif": "GIF",
    "heic": "HEIF",
}
AT = "2011:12:13 14:15:16"
XMP = (f"-XMP-exif:DateTimeOriginal={AT}", "-XMP-exif:GPSLatitude=-18.54543", "-XMP-exif:GPSLongitude=-70.33122")
EXIF = (
    *(f"-EXIF:DateTimeOriginal={AT}", "-EXIF:Make=Ricoh", "-EXIF:Model=GR"),
    *("-EXIF:GPSLatitude=18.54543", "-EXIF:GPSLatitudeRef=S", "-EXIF:GPSLongitude=70.33122"),
    "-EXIF:GPSLongitudeRef=W",
)
IPTC = ("-IPTC:DateCreated=2011:12:13", "-IPTC:TimeCreated=14:15:16+01:00")


@pytest.mark.parametrize(
    ("suffix", "source"),
    [(suffix, source) for suffix in CONTAINERS for source in ("exif", "xmp", "iptc")],
)
def test_what_exiftool_writes_is_read(tmp_path: Path, suffix: str, source: str) -> None:
    if (suffix, source) in {("gif", "exif"), ("gif", "iptc"), ("webp", "iptc"), ("heic", "iptc"), ("jp2", "iptc")}:
        pytest.skip(f"ExifTool writes no {source} there")
    path = tmp_path / f"a.{suffix}"
    picture = Image.new("P", (8, 8)) if suffix == "gif" else None
    path.write_bytes(saved(CONTAINERS[suffix], picture, **({"no_jp2": False} if suffix == "jp2" else {})))
    words = {"exif": EXIF, "xmp": XMP, "iptc": IPTC}[source]
    subprocess.run(["exiftool", "-q", "-q", "-n", "-overwrite_original", *words, path], check=True, timeout=60)
    found = describe(path, "digest")
    assert (found.taken_at, found.taken_from) == (datetime(2011, 12, 13, 14, 15, 16), source)
    if source != "iptc":
        assert (found.latitude, found.longitude) == (pytest.approx(-18.54543), pytest.approx(-70.33122))
    assert found.camera == ("Ricoh GR" if source == "exif" else None)
