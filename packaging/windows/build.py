"""Build the installer for Windows from a finished bundle, by NSIS on Linux: as Windows gets it, it has no 64-bit stubs.

python packaging/windows/build.py dist/photoloom dist/Photoloom-0.1.0-setup.exe
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

import payload as payloads  # noqa: E402
import pictures  # noqa: E402
import sign  # noqa: E402
from payload import Payload, PayloadError  # noqa: E402

from engine import __version__  # noqa: E402


def build(payload: Payload, target: Path, version: str = __version__, *, fast: bool = False) -> None:
    """Write the installer `target`; `fast` packs quickly, for checks. PayloadError where makensis does not succeed."""
    if shutil.which("makensis") is None:
        raise PayloadError("There is no makensis here: on Debian and Ubuntu, sudo apt-get install -y nsis")
    sign.sign([payload.root / program for program in payloads.PROGRAMS])
    with tempfile.TemporaryDirectory() as place:
        work = Path(place)
        (work / "files.nsh").write_text("\n".join(_lists(payload)) + "\n", encoding="utf-8")
        pictures.write_icon(work / "photoloom.ico")
        pictures.write_welcome(work / "welcome.bmp")
        pictures.write_header(work / "header.bmp")
        given = {
            "VERSION": version,
            "NUMBERS": payloads.numbers(version),
            "SIZE_KB": str(-(-payload.size // 1024)),
            "LONGEST": str(payload.longest),
            "WORK": str(work),
            "OUT": str(target.resolve()),
            "SIGN": f'"{sys.executable}" "{HERE / "sign.py"}"',
        }
        target.parent.mkdir(parents=True, exist_ok=True)
        defines = [f"-D{name}={value}" for name, value in given.items()]
        defines += ["-DFAST"] if fast else []
        command = ["makensis", "-WX", "-V2", "-INPUTCHARSET", "UTF8", *defines, str(HERE / "installer.nsi")]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=HERE)
        if done.returncode != 0:
            raise PayloadError(f"makensis failed:\n{done.stdout}{done.stderr}")


def _lists(payload: Payload) -> Iterable[str]:
    """What is installed, one line a file, and what is removed: the same files, then the folders that are left empty."""
    yield "!macro INSTALL_FILES"
    folder = None
    for file in sorted(payload.files, key=lambda file: (file.parent.parts, file.name)):
        if file.parent != folder:
            folder = file.parent
            yield f'SetOutPath "{_there(folder)}"'
        yield f'File "{payload.root / file}"'
    yield "!macroend"
    yield "!macro REMOVE_FILES"
    yield from (f'Delete "{_there(file)}"' for file in payload.files)
    yield from (f'RMDir "{_there(folder)}"' for folder in reversed(payload.folders))
    yield "!macroend"


def _there(name: Path) -> str:
    return "\\".join(("$INSTDIR", *(part.replace("$", "$$") for part in name.parts)))


def main() -> int:
    parser = argparse.ArgumentParser(description="Build the installer for Windows.")
    parser.add_argument("bundle", type=Path, help="the folder that PyInstaller made: photoloom.exe lies in it")
    parser.add_argument("target", type=Path, help="the installer to write")
    parser.add_argument("--version", default=__version__, help="another than engine.__version__, for checks")
    parser.add_argument("--fast", action="store_true", help="pack quickly instead of small, for checks")
    arguments = parser.parse_args()
    try:
        build(payloads.read(arguments.bundle), arguments.target, arguments.version, fast=arguments.fast)
    except PayloadError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{arguments.target}: {arguments.target.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
