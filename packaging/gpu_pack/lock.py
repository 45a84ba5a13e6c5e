"""Lock what a GPU pack installs: every wheel by its version and hash, and what all of them weigh.

    python packaging/gpu_pack/lock.py OUT [--platform linux|windows] [--torch VERSION]

writes OUT/lock.txt and OUT/lock.json ({"python", "torch", "indexes", "download", "disk"}, bytes). Needs uv (its wheel)
and the network; UV_DEFAULT_INDEX and UV_INDEX name other indexes. Without --torch it is the version that this Python
has: run it with the one that the bundle is built with, so that both engines compute with the same torch.

onnxruntime-gpu is not among it: CUDA runs the networks by torch here, and ONNX Runtime only the processor's turn. Its
processor and GPU wheels share one package folder, so that whichever comes last breaks the other; one alone never does.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import urllib.request
import zipfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
WINDOW = ("pyside6-essentials", "pyqtgraph")  # the window is the installation's
CUDA = "cu130"  # the pair that was tested: CUDA 13.0, which the driver of 2025 (580) and newer ones run


@dataclass(frozen=True)
class Platform:
    """uv's name of the oldest system, and where CUDA's torch is where PyPI has the processor's."""

    name: str
    indexes: tuple[str, ...] = ()

    @property
    def options(self) -> list[str]:
        backend = ["--torch-backend", CUDA] if self.indexes else []
        return ["--python-platform", self.name, *backend]


PLATFORMS = {
    "linux": Platform("x86_64-manylinux_2_28"),
    "windows": Platform("x86_64-pc-windows-msvc", (f"https://download.pytorch.org/whl/{CUDA}",)),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--platform", choices=PLATFORMS, default="windows" if sys.platform == "win32" else "linux")
    parser.add_argument("--torch", help="default: the one that is installed here")
    arguments = parser.parse_args()
    lock(arguments.out, PLATFORMS[arguments.platform], arguments.torch or version("torch").partition("+")[0])


def lock(out: Path, platform: Platform, torch: str) -> None:
    """Write lock.txt and lock.json into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    packages = resolve(requirements(torch), platform, python, out)
    (out / "lock.txt").write_text("".join(map(_line, packages)), encoding="utf-8")
    wheels = [_wheel(package) for package in packages]
    about = {
        "python": python,
        "torch": next(package["version"] for package in packages if package["name"] == "torch"),
        "indexes": platform.indexes,
        "download": sum(size for size, _ in wheels),
        "disk": sum(unpacked for _, unpacked in wheels),
    }
    (out / "lock.json").write_text(json.dumps(about, indent=1), encoding="utf-8")
    print(f"{len(packages)} packages, {about['download'] / 1e9:.2f} GB to fetch, {about['disk'] / 1e9:.2f} GB on disk")


def requirements(torch: str) -> list[str]:
    """What pyproject.toml demands of a machine that runs the engine alone, with this version of torch."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        wanted: list[str] = tomllib.load(file)["project"]["dependencies"]
    kept = [one for one in wanted if re.split(r"[^\w.-]", one, maxsplit=1)[0].lower() not in WINDOW]
    return [*kept, f"torch=={torch}"]


def resolve(wanted: list[str], platform: Platform, python: str, out: Path) -> list[dict[str, Any]]:
    """The packages of a pylock.toml (PEP 751): name, version and wheels."""
    found = out / "pylock.toml"
    command = [uv(), "pip", "compile", "--no-config", "--quiet", "--no-build", "--format", "pylock.toml"]
    command += ["--python-version", python, *platform.options, "-o", str(found), "-"]
    subprocess.run(command, input="\n".join(wanted), text=True, check=True, stdout=subprocess.DEVNULL)
    packages: list[dict[str, Any]] = tomllib.loads(found.read_text(encoding="utf-8"))["packages"]
    found.unlink()
    return packages


def uv() -> str:
    """The program of the uv wheel that this Python has, or the one on the PATH."""
    try:
        from uv import find_uv_bin
    except ImportError:
        found = shutil.which("uv")
        if found is None:
            raise SystemExit("uv is missing: python -m pip install uv") from None
        return found
    return os.fspath(find_uv_bin())


def _line(package: dict[str, Any]) -> str:
    hashes = [f"    --hash=sha256:{wheel['hashes']['sha256']}" for wheel in package["wheels"]]
    return " \\\n".join([f"{package['name']}=={package['version']}", *hashes]) + "\n"


def _wheel(package: dict[str, Any]) -> tuple[int, int]:
    """The bytes of the heaviest wheel of a package as it is fetched, and unpacked."""
    files = [RangeFile(wheel["url"]) for wheel in package["wheels"]]
    file = max(files, key=lambda file: file.size)
    with zipfile.ZipFile(file) as archive:
        return file.size, sum(entry.file_size for entry in archive.infolist())


class RangeFile(io.RawIOBase):
    """A file on a server, read in parts: of a wheel of 500 MB, only the list of what it holds."""

    def __init__(self, url: str) -> None:
        self._url, self._place = url, 0
        with urllib.request.urlopen(urllib.request.Request(url, method="HEAD")) as answer:
            self.size = int(answer.headers["Content-Length"])

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._place = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._place, io.SEEK_END: self.size}[whence]
        return self._place

    def tell(self) -> int:
        return self._place

    def read(self, size: int = -1) -> bytes:
        end = self.size if size < 0 else min(self._place + size, self.size)
        if end <= self._place:
            return b""
        part = urllib.request.Request(self._url, headers={"Range": f"bytes={self._place}-{end - 1}"})
        with urllib.request.urlopen(part) as answer:
            read: bytes = answer.read()
        if len(read) != end - self._place:
            raise OSError(f"{self._url} answers with {len(read)} bytes instead of {end - self._place}")
        self._place = end
        return read


if __name__ == "__main__":
    main()
