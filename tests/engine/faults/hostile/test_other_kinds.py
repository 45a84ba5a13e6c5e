"""Files of other kinds under the name of a photo: no other decoder opens them, and no program starts."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
from pathlib import Path

from PIL import Image

from tests.paths import ROOT

WATCHED = """
import sys, warnings
from pathlib import Path
warnings.simplefilter("ignore")
from engine.library.decoding.decode import decode
from engine.library.decoding.formats import Unreadable
started = []
sys.addaudithook(lambda event, _: started.append(event) if event in (
    "subprocess.Popen", "os.system", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "socket.connect"
) else None)
for path in sorted(Path(sys.argv[1]).iterdir()):
    try:
        decode(path, 320)
    except Unreadable as error:
        print(path.name, error)
    else:
        print(path.name, "was opened")
print("started", started)
print("plugins", sorted(name for name in sys.modules if name.startswith("PIL.") and name.endswith("Plugin")))
"""
OURS = {
    "Ppm",
    "Jpeg",
    "Mpo",
    "Png",
    "Gif",
    "Bmp",
    "WebP",
    "Tiff",
    "Jpeg2K",
    "Avif",
}  # PPM is loaded, not asked
KINDS = {
    "svg": b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "html": b"<!DOCTYPE html><html><script>alert(1)</script></html>",
    "exe": b"MZ" + bytes(58) + struct.pack("<I", 64) + b"PE\0\0" + bytes(300),
    "elf": b"\x7fELF\2\1\1" + bytes(300),
    "pdf": b"%PDF-1.7\n1 0 obj\n<< /OpenAction << /S /Launch /F (x) >> >>\nendobj\n%%EOF",
    "mp4": b"\0\0\0\x18ftypisom\0\0\2\0isomiso2" + bytes(200),
    "eps": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(%pipe%touch ran) (w) file\n%%EOF\n",
    "epsi": struct.pack("<IIII", 0xC6D3D0C5, 32, 60, 0)
    + bytes(16)
    + b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
    "psd": b"8BPS\0\1" + bytes(6) + struct.pack(">HIIHH", 3, 9, 9, 8, 3) + bytes(300),
    "fli": struct.pack("<IHHHHHH", 200, 0xAF11, 1, 8, 8, 8, 3) + bytes(200),
    "wmf": struct.pack("<I", 0x9AC6CDD7) + bytes(300),
    "zip": b"PK\3\4" + bytes(300),
    "script": b"#!/bin/sh\ntouch ran\n",
}


def test_what_is_no_photo_is_not_opened_and_starts_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    for name, data in KINDS.items():
        (folder / f"{name}.jpg").write_bytes(data)
    for kind in ("PPM", "TGA", "PCX", "SGI", "ICO", "DDS", "XBM"):  # Pillow could read these
        out = io.BytesIO()
        Image.new("1" if kind == "XBM" else "RGB", (16, 16)).save(out, kind)
        (folder / f"{kind}.jpg").write_bytes(out.getvalue())
    ran = subprocess.run(
        [sys.executable, "-c", WATCHED, folder], cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}, capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    *said, started, plugins = ran.stdout.splitlines()
    assert len(said) == len(list(folder.iterdir()))
    assert [line for line in said if "is not a picture that can be read" not in line] == []
    assert started == "started []"
    opened = {name.strip("'[] ").removeprefix("PIL.").removesuffix("ImagePlugin") for name in plugins[8:].split(",")}
    assert opened <= OURS, plugins
    assert [path.name for path in tmp_path.iterdir()] == ["photos"]
