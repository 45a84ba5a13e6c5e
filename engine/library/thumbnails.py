"""The thumbnail cache on disk: one small upright JPEG a content, named by its hash."""

from __future__ import annotations

import io
import os
from contextlib import suppress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.core.errors import UserError, why

EDGE = 320  # longest side in pixels
_QUALITY = 90
_MARK = "listed"  # its modification time is that of the last listing
_WRITE_DELAY = 120  # seconds until a system has surely put on the disk what was written


class _Damaged(UserError):  # noqa: N818 - the user's situation, not a fault
    """A thumbnail that is no picture."""


class ThumbnailCache:
    """Thumbnails of at most EDGE × EDGE pixels below `folder`, fanned out by the first byte of the hash."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, digest: str) -> Path:
        """Where the thumbnail of this content is or will be."""
        return self._folder / digest[:2] / f"{digest}.jpg"

    def has(self, digest: str) -> bool:
        """Whether it is there. An empty file (a power cut after the rename) counts as missing."""
        try:
            return self.path(digest).stat().st_size > 0
        except OSError:
            return False

    def digests(self) -> set[str]:
        """The contents that have one, from a listing: asking for each would take a call of the system a photo.

        Only folders in which something was written since the last listing are searched for empty files, which a power
        cut leaves; those are removed.
        """
        mark = self._folder / _MARK
        listed = mark.stat().st_mtime - _WRITE_DELAY if mark.exists() else 0
        for folder in self._folders():
            if folder.stat().st_mtime >= listed:
                _drop_empty(folder)
        with suppress(OSError):  # a full disk: they are searched again
            mark.touch()
        return {file.name.removesuffix(".jpg") for folder in self._folders() for file in _files(folder)}

    def remove(self, digest: str) -> None:
        """Take it away, so that reading the photos makes it anew."""
        self.path(digest).unlink(missing_ok=True)

    def picture(self, digest: str) -> NDArray[np.uint8] | None:
        """The thumbnail as it is, uint8 (height, width, 3); None where there is none.

        A damaged one is removed, and is none: reading the photos makes it anew (see pipeline/read.py).
        """
        try:
            return np.asarray(self.opened(digest), dtype=np.uint8)
        except (FileNotFoundError, _Damaged):
            return None

    def comment(self, digest: str) -> bytes | None:
        """What was written into the thumbnail beside its pixels; None where it is missing, damaged or says nothing."""
        try:
            with Image.open(self.path(digest), formats=("JPEG",)) as image:
                image.load()
                found = image.info.get("comment")
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
            return None
        return found if isinstance(found, bytes) else None

    def opened(self, digest: str) -> Image.Image:
        """The thumbnail as an RGB image; FileNotFoundError where there is none.

        A damaged one is removed, and a UserError.
        """
        path = self.path(digest)
        try:
            with Image.open(path, formats=("JPEG",)) as image:
                return image.convert("RGB")
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise  # from the disk, not from Pillow: the picture may be whole
            path.unlink(missing_ok=True)
            for folder in self._folders():  # a power cut that has emptied one has emptied many
                _drop_empty(folder)
            raise _Damaged(
                "The thumbnail {path} is damaged and was removed: run again to make it anew.", path=path
            ) from error

    def _folders(self) -> list[Path]:
        try:
            with os.scandir(self._folder) as parts:
                return [Path(part.path) for part in parts if part.is_dir()]
        except FileNotFoundError:
            return []


def _files(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as files:
        return [file for file in files if file.name.endswith(".jpg")]


def _drop_empty(folder: Path) -> None:
    for file in _files(folder):
        with suppress(FileNotFoundError):  # several threads may be at it
            if not file.stat().st_size:
                Path(file).unlink()


def write_thumbnail(image: Image.Image, path: Path, comment: bytes = b"") -> None:
    """Write an RGB image as JPEG, whole or not at all; a full or unwritable disk is a UserError."""
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=_QUALITY, comment=comment)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(buffer.getbuffer())
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise UserError(
            "No thumbnail can be written to {folder}: {reason}. Make room there, or choose another library folder.",
            folder=path.parent,
            reason=why(error),
        ) from error
