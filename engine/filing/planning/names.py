"""Names of files that every system takes: portable, and never one that is there already.

Windows' rules are those of "Naming Files, Paths, and Namespaces" (Microsoft); they hold everywhere, for a drive is
plugged into another machine one day. Names that files have keep their bytes where they can: only what is made of texts
(clusters, places, cameras) is made portable from the start.
"""

from __future__ import annotations

import itertools
import os
import re
import unicodedata
from collections.abc import Callable, Iterator

MOST_BYTES = 255  # of a name, on nearly every file system
MOST_CHARACTERS = 259  # of a whole path on Windows without its long paths
_HALVES = re.compile("[\ud800-\udc7f\udd00-\udfff]")  # of characters; those between stand for bytes
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]')
_EDGES = re.compile(r"^[.\s]+|[.\s]+$")  # a dot before hides, dots and spaces behind are dropped by Windows
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:$|[ .])", re.IGNORECASE)
_SUFFIX = 16  # characters; what is longer is no suffix, but a sentence with a dot


def name_key(name: str) -> str:
    """What two names share that are one on some file system: without case, and Unicode normalised (NFC, casefold)."""
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def split(name: str) -> tuple[str, str]:
    """Stem and suffix with its dot; a name that begins with its only dot is all stem."""
    stem, dot, suffix = name.rpartition(".")
    if not stem.strip(".") or not dot or not suffix or len(suffix) > _SUFFIX:
        return name, ""
    return stem, dot + suffix


def portable(name: str, unnamed: str = "_") -> str:
    """`name` as a name that every system takes: never a path, hidden, reserved, or too long; `unnamed` if none is left.

    Bytes that are not UTF-8 (surrogateescape) are kept. `portable` of what it returns is the same again.
    """
    name = _HALVES.sub("_", _FORBIDDEN.sub("_", unicodedata.normalize("NFC", name)))
    name = _EDGES.sub("", name) or unnamed
    if _RESERVED.match(name):
        name = f"_{name}"
    return shortened(name)


def is_portable(name: str) -> bool:
    """Whether a file's own name can be kept as it is on every system."""
    return (
        name not in ("", ".", "..")
        and not _FORBIDDEN.search(name)
        and name[-1] not in ". "
        and not _RESERVED.match(name)
        and (4 * len(name) <= MOST_BYTES or len(os.fsencode(name)) <= MOST_BYTES)
    )


def shortened(name: str, ending: str = "", most: int = MOST_BYTES) -> str:
    """`name` with `ending` before its suffix, the stem cut so that all is at most `most` bytes."""
    stem, suffix = split(name)
    if 4 * (len(name) + len(ending)) <= most:  # at most four bytes a character
        return f"{stem}{ending}{suffix}"
    room = most - len(os.fsencode(ending + suffix))
    if room < 1:  # a suffix that long is none
        stem, suffix, room = name, "", most - len(os.fsencode(ending))
    if len(os.fsencode(stem)) > room:
        while len(os.fsencode(stem)) > room:
            stem = stem[:-1]
        while len(stem) > 1 and unicodedata.combining(stem[-1]):  # an accent without its letter says nothing
            stem = stem[:-1]
        stem = stem.rstrip(". ") or "_"
    return f"{stem}{ending}{suffix}"


def numbered(name: str, number: int) -> str:
    """ "a (2).jpg" of "a.jpg", within 255 bytes; the name itself for number 1."""
    return name if number < 2 else shortened(name, f" ({number})")


def candidates(name: str) -> Iterator[str]:
    """The name itself, then "a (2).jpg", "a (3).jpg" …"""
    return (numbered(name, number) for number in itertools.count(1))


def free_name(name: str, taken: Callable[[str], bool]) -> str:
    """The first of `candidates` that is not `taken`, which is asked with names as they are (see `name_key`)."""
    return next(one for one in candidates(name) if not taken(one))
