"""What a release is made of: checks its tag and its files, and writes the checksums and the notes.

python packaging/release/release.py tag v0.1.0        fails unless the tag is this version's
python packaging/release/release.py version           prints the version
python packaging/release/release.py assets FOLDER     fails unless all files are there and small; writes SHA256SUMS
python packaging/release/release.py notes             prints what CHANGELOG.md says of this version
"""

from __future__ import annotations

import hashlib
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from engine import __version__  # noqa: E402

MOST = 330_000_000  # bytes of a file; GitHub takes 2 GiB
MOST_APPIMAGE = 345_000_000  # 20 of them fetch a GPU pack: a squashfs packs less tightly than the .deb
SUMS = "SHA256SUMS"


def assets(version: str) -> set[str]:
    """The names of all files of a release, but for the checksums."""
    return {
        f"Photoloom-{version}-setup.exe",
        f"Photoloom-{version}.msi",
        f"Photoloom-{version}-arm64.dmg",
        f"photoloom_{version}_amd64.deb",
        f"Photoloom-{version}-x86_64.AppImage",
        f"Photoloom-{version}-x86_64.flatpak",
        f"photoloom-{version}-linux-x86_64.tar.zst",
        "io.github.photoloom.Photoloom.yml",
        *(f"photoloom-{version}-{system}.cdx.json" for system in ("linux", "macos", "windows")),
    }


def _most(name: str) -> int:
    return MOST_APPIMAGE if name.endswith(".AppImage") else MOST


def leave_out(folder: Path) -> list[str]:
    """Delete the MSI if it is too large, as wixl knows no method but MSZIP; setup.exe installs the same."""
    msi = folder / f"Photoloom-{__version__}.msi"
    if not msi.exists() or msi.stat().st_size <= MOST:
        return []
    size = msi.stat().st_size
    msi.unlink()
    return [f"{msi.name} is left out: it has {size / 1e6:.0f} MB, and {MOST / 1e6:.0f} is the most."]


def tag_complaint(tag: str) -> str | None:
    """A sentence where the tag is not this version's, else None."""
    if not re.fullmatch(r"\d+\.\d+\.\d+", __version__):
        return f"{__version__} is no version to release: Windows and Debian know three numbers, as in 1.2.3."
    if tag == f"v{__version__}":
        return None
    return f"The tag is {tag}, and engine/__init__.py says {__version__}: one of them is wrong."


def asset_complaints(folder: Path) -> list[str]:
    """A sentence for each file that is missing, too large, or not part of a release."""
    wanted, msi = assets(__version__), {f"Photoloom-{__version__}.msi"}
    found = {file.name: file.stat().st_size for file in folder.iterdir() if file.name != SUMS}
    large = {name: size for name, size in found.items() if size > _most(name)}
    return [
        *(f"{name} is missing." for name in sorted(wanted - msi - set(found))),
        *(f"{name} is no part of a release." for name in sorted(set(found) - wanted)),
        *(
            f"{name} has {size / 1e6:.0f} MB: {_most(name) / 1e6:.0f} is the most."
            for name, size in sorted(large.items())
        ),
    ]


def write_sums(folder: Path) -> None:
    """Write SHA256SUMS, as `sha256sum --check` reads it."""
    lines = []
    for name in sorted(file.name for file in folder.iterdir() if file.name != SUMS):
        with (folder / name).open("rb") as file:
            lines.append(f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {name}\n")
    (folder / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")


def notes(changelog: str) -> str:
    """The section of this version, without its heading."""
    heading = re.compile(rf"^## {re.escape(__version__)}\b.*$", re.MULTILINE)
    _before, *after = heading.split(changelog, maxsplit=1)
    if not after:
        raise SystemExit(f"CHANGELOG.md has no section for {__version__}.")
    return re.split(r"^## ", after[0], maxsplit=1, flags=re.MULTILINE)[0].strip() + "\n"


def main(command: str, *arguments: str) -> int:
    complaints: list[str] = []
    if command == "tag":
        complaints = [complaint] if (complaint := tag_complaint(*arguments)) else []
    elif command == "assets":
        (folder,) = map(Path, arguments)
        print("\n".join(leave_out(folder)))
        complaints = asset_complaints(folder)
        if not complaints:
            write_sums(folder)
    elif command in ("version", "notes"):
        print(__version__ if command == "version" else notes((ROOT / "CHANGELOG.md").read_text("utf-8")), end="")
    else:
        complaints = [str(__doc__)]
    print("\n".join(complaints), file=sys.stderr, end="\n" if complaints else "")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(*(sys.argv[1:] or ["help"])))
