"""Why a picture could not be read: the rest of a sentence that begins with the file.

The catalog keeps them in English, filled in; the window recognises them by these templates and translates them.
Some say what is wrong with the picture, and hold until the file changes. Others say what its surroundings did, a drive
that was away or a worker that was killed: those pass, and the file is tried again.
"""

from __future__ import annotations

import errno
import re

from engine.core.errors import why

EMPTY = "is empty"
GONE = "is no longer there"
DENIED = "may not be read: permission denied"
UNOPENED = "could not be opened ({why})"
GROWING = "is still being written"
IN_CLOUD = "is in the cloud, not on this computer"
UNSEEN = "cannot be read: {why}"
UNSEEN_FOLDER = "is a folder that cannot be read: {why}"
AWAY = "is a folder whose drive is not there; what is known of its photos is kept"
NOWHERE = "is a link that leads nowhere"
NO_FILE = "is not a file but a pipe, a socket or a device"
LEAVES = "is a link that leaves the folder, and is not followed"
TOO_LARGE = "has more than {count} million pixels, too many to open"
NO_PICTURE = "is not a picture that can be read: it is damaged or of another kind"
CUT_OFF = "is cut off: more than half of the picture is missing"
CUT_SHORT = "is cut off: the end of the file is missing"
KIND = "is a kind of {kind} that is not read ({error})"
DAMAGED = "is damaged and cannot be read ({error})"
NO_PREVIEW = "is a RAW file without a preview picture"
NO_RAW = "is not a RAW file that can be read"
CRASHED = "made its decoder crash ({error}), so it is probably damaged"
KILLED = "was not read: its decoder was ended from outside ({error})"
ENDED = "was being read both times when Photoloom ended unexpectedly"
TOO_SLOW = "took longer than {count} seconds to decode"
NO_MEMORY = "needs more memory than there is"
TOO_MUCH = "needs more than {count} GiB of memory to decode"

REASONS = (
    EMPTY,
    GONE,
    DENIED,
    UNOPENED,
    GROWING,
    IN_CLOUD,
    UNSEEN,
    UNSEEN_FOLDER,
    AWAY,
    NOWHERE,
    NO_FILE,
    LEAVES,
    TOO_LARGE,
    NO_PICTURE,
    CUT_OFF,
    CUT_SHORT,
    KIND,
    DAMAGED,
    NO_PREVIEW,
    NO_RAW,
    CRASHED,
    KILLED,
    ENDED,
    TOO_SLOW,
    NO_MEMORY,
    TOO_MUCH,
)
_SURROUNDINGS = (GONE, DENIED, UNOPENED, GROWING, IN_CLOUD, UNSEEN, UNSEEN_FOLDER, AWAY, NOWHERE, NO_FILE, LEAVES)
_COSTLY = (CRASHED, KILLED, ENDED, TOO_SLOW, NO_MEMORY, TOO_MUCH)  # one try cannot tell whether the file is the cause
_LONGEST = 160  # characters of what a decoder says
_OF_THE_FILE = (errno.EINVAL, errno.EOVERFLOW)  # a broken header makes decoders seek to where there is nothing


def _pattern(*templates: str) -> re.Pattern[str]:
    return re.compile("|".join(re.sub(r"\\\{\w+\\\}", ".*", re.escape(t)) for t in templates), re.DOTALL)


_COSTS = _pattern(*_COSTLY)
_PASSES = _pattern(*_SURROUNDINGS, *_COSTLY)
# What earlier versions kept of a drive that failed while it was read.
_FAILED_DRIVE = re.compile(r"is damaged and cannot be read \(\[(Errno|WinError) (?!22\])\d+\].*", re.DOTALL)


def detail(error: BaseException) -> str:
    """What a decoder says, on one line, in at most 160 characters; its name where it says nothing."""
    text = " ".join("".join(c if c.isprintable() else " " for c in str(error)).split())
    text = text or type(error).__name__
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def passes(reason: str) -> bool:
    """Whether it may be gone by the next run: it is not about the picture itself."""
    return bool(_PASSES.fullmatch(reason) or _FAILED_DRIVE.fullmatch(reason))


def costs(reason: str) -> bool:
    """Whether trying again may cost a worker, its time or its memory."""
    return _COSTS.fullmatch(reason) is not None


def of_system(error: OSError) -> str | None:
    """Why the system could not read a file; None where the file itself is broken."""
    if error.errno is None or error.errno in _OF_THE_FILE:
        return None
    if isinstance(error, FileNotFoundError):
        return GONE
    if isinstance(error, PermissionError):
        return DENIED
    return UNOPENED.format(why=why(error))
