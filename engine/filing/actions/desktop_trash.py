"""The trash of the desktop: whether a drive has one, and where in it a file went.

Linux and BSD: https://specifications.freedesktop.org/trash-spec (version 1.0). macOS moves files to ~/.Trash, or
.Trashes of the drive, under their own name. On Windows what is in the bin is found by its $I files, version 2.
"""

from __future__ import annotations

import os
import re
import stat
import struct
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import unquote_to_bytes

from engine.filing.actions.action import Facts
from engine.filing.actions.quarantine import mount_point
from engine.filing.actions.renaming import status_of
from engine.filing.actions.transfer import look_of

_PATH = re.compile(rb"^Path=(.*)$", re.MULTILINE)
_DATE = re.compile(rb"^DeletionDate=(.*)$", re.MULTILINE)
_SLACK = timedelta(seconds=2)  # dates there are whole seconds
_NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "afpfs", "webdav", "davfs", "fuse.rclone", "9p"}


def has_trash(path: Path) -> bool:
    """Whether what is thrown away there goes to a trash that keeps it. Nothing is made to find out."""
    folder = path if path.is_dir() else path.parent
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(str(Path(folder.anchor))) == 3)  # a fixed drive; others delete
    top = mount_point(folder)
    if sys.platform == "darwin":
        return folder.stat().st_dev == Path.home().stat().st_dev or os.access(top / ".Trashes", os.W_OK)
    if folder.stat().st_dev == _home_device():
        return _can_be_made(_home_trash())
    if _kind_of(top) in _NETWORK:
        return False
    return any(_can_be_made(trash) for trash in _of_drive(top))


def find(source: Path, since: datetime, look: Facts) -> tuple[Path, Path | None] | None:
    """Where a file that was thrown away is in the trash, and the note that says so; None where it is not found.

    It is known by its name and the time since then, or, where the clock was set meanwhile, by its `look`.
    """
    if sys.platform == "win32":
        return _find_windows(source)
    if sys.platform == "darwin":
        places = (Path.home() / ".Trash", mount_point(source.parent) / ".Trashes" / str(os.getuid()))
        found = next((p / source.name for p in places if (p / source.name).exists()), None)
        return None if found is None else (found, None)
    for trash, top in _trashes(source):
        found_here = _find_in(trash, top, source, (since - _SLACK, look))
        if found_here is not None:
            return found_here
    return None


def _find_in(trash: Path, top: Path | None, source: Path, known: tuple[datetime, Facts]) -> tuple[Path, Path] | None:
    since, look = known
    info = trash / "info"
    first = [info / f"{source.name}.trashinfo"]  # most often; a bin of thousands need not be read then
    for notes in (first, _newest_first(info)):
        for note in notes:
            said = _note(note, top)
            if said is None or said[0] != source:
                continue
            file = trash / "files" / note.name.removesuffix(".trashinfo")
            status = status_of(file)
            if status is not None and (said[1] >= since or look_of(status) == look):
                return file, note
    return None


def _newest_first(info: Path) -> list[Path]:
    if not info.is_dir():
        return []
    with os.scandir(info) as entries:
        dated = [(entry.stat(follow_symlinks=False).st_mtime_ns, entry.path) for entry in entries]
    return [Path(path) for _, path in sorted(dated, reverse=True)]


def _note(note: Path, top: Path | None) -> tuple[Path, datetime] | None:
    try:
        text = note.read_bytes()
    except OSError:
        return None
    path, date = _PATH.search(text), _DATE.search(text)
    if path is None or date is None:
        return None
    try:
        when = datetime.fromisoformat(date[1].strip().decode("ascii"))
    except ValueError:
        return None
    named = Path(os.fsdecode(unquote_to_bytes(path[1].strip())))
    return (top / named if top is not None else named), when


def _trashes(source: Path) -> Iterator[tuple[Path, Path | None]]:
    """Each trash that a file may be in, and the folder that paths there are relative to."""
    home = _home_trash()
    yield home, home.parent
    top = mount_point(source.parent)
    for trash in _of_drive(top):
        yield trash, top


def _of_drive(top: Path) -> Iterator[Path]:
    shared = top / ".Trash"
    if shared.is_dir() and not shared.is_symlink() and shared.stat().st_mode & stat.S_ISVTX:
        yield shared / str(os.getuid())
    yield top / f".Trash-{os.getuid()}"


def _home_trash() -> Path:
    """The one that send2trash uses, which reads the environment once."""
    from send2trash import plat_other

    return Path(os.fsdecode(plat_other.HOMETRASH_B))


def _home_device() -> int:
    return Path(os.path.realpath(Path.home())).lstat().st_dev


def _can_be_made(trash: Path) -> bool:
    place = trash
    while not place.exists():
        place = place.parent
    return place.is_dir() and os.access(place, os.W_OK | os.X_OK)


def _kind_of(top: Path) -> str:
    """The file system at a mount point, as Linux names it; "" elsewhere."""
    try:
        mounts = Path("/proc/self/mounts").read_text(errors="surrogateescape").splitlines()
    except OSError:
        return ""
    kinds = {fields[1]: fields[2] for fields in map(str.split, mounts) if len(fields) > 2}
    return kinds.get(str(top).replace(" ", "\\040"), "")


def _find_windows(source: Path) -> tuple[Path, Path] | None:
    """$I files: version, size, time, then the length and the UTF-16 of the path that a file came from."""
    bins = Path(source.anchor, "$Recycle.Bin")
    for note in sorted(bins.glob("*/$I*"), key=lambda path: path.stat().st_mtime_ns, reverse=True):
        data = note.read_bytes()
        if len(data) > 28 and struct.unpack_from("<q", data)[0] == 2:
            length = struct.unpack_from("<i", data, 24)[0]
            if data[28 : 28 + 2 * length].decode("utf-16-le", "replace").rstrip("\0") == str(source):
                return note.with_name("$R" + note.name[2:]), note
    return None
