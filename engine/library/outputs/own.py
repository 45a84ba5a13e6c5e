"""Which files and folders are Photoloom's own: what it may write over, and what it does not take for photos."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from engine.core.errors import UserError, why
from engine.library.suffixes import SUFFIXES, UNREAD_SUFFIXES, VIDEO_SUFFIXES

MARKER = ".photoloom"  # a file in each folder of ours
_LIBRARY = {"catalog.db", "library.lock"}  # what those of earlier versions have
_REPORT = {"index.html", "photos.js", "style.css", "report.js"}
_HEAD = 4096  # bytes
_NPY = b"\x93NUMPY"


def is_own(entries: Collection[str]) -> bool:
    """Whether a folder with these entries is a library or a report of ours."""
    return MARKER in entries or set(entries) >= _LIBRARY or set(entries) >= _REPORT


def mark_own(folder: Path, what: str) -> None:
    """Say of a folder that it is ours."""
    marker = folder / MARKER
    if not marker.exists():
        marker.write_text(f"This folder is Photoloom's: {what}. Photos in it are not sorted.\n", encoding="utf-8")


def check_folder(folder: Path) -> None:
    """A UserError where somebody would sort a folder of ours."""
    try:
        entries = {entry.name for entry in folder.iterdir()}
    except OSError:
        return  # reading it says what is wrong
    if is_own(entries):
        raise UserError(
            "{folder} is a folder of Photoloom's own, not one of photos: name the folder your photos lie in.",
            folder=folder,
        )


def check_output(out: Path, kind: str = "json") -> None:
    """A UserError where writing a result (`json` or `npy`) to `out` would replace what is none of ours."""
    if out.is_dir():
        raise UserError("{out} is a folder: name the file to write.", out=out)
    if out.suffix.lower()[1:] in SUFFIXES | UNREAD_SUFFIXES | VIDEO_SUFFIXES:
        raise UserError("{out} is named like a picture: choose a name that ends in .{kind}.", out=out, kind=kind)
    if not out.exists() and not out.is_symlink():
        return
    if not out.is_file() or not _is_result(out, kind):
        raise UserError(
            "{out} is there already and is no result of Photoloom: it is not replaced. Choose another name.", out=out
        )


def _is_result(path: Path, kind: str) -> bool:
    """Whether a file may be replaced: it is empty, or begins as our results do."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise UserError("{path} cannot be read ({reason}).", path=path, reason=why(error)) from error
    if kind == "npy":
        return not head or head.startswith(_NPY)
    return not head.strip() or (head.lstrip().startswith(b"{") and b'"version"' in head)
