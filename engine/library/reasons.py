"""Why a picture could not be read: the rest of a sentence that begins with the file.

The catalog keeps them in English, filled in; the window knows them again by these templates and translates them.
"""

from __future__ import annotations

EMPTY = "is empty"
GONE = "is no longer there"
DENIED = "may not be read: permission denied"
UNOPENED = "could not be opened ({why})"
UNSEEN = "cannot be read: {why}"
UNSEEN_FOLDER = "is a folder that cannot be read: {why}"
TOO_LARGE = "has more than {count} million pixels, too many to open"
NO_PICTURE = "is not a picture that can be read: it is damaged or of another kind"
CUT_OFF = "is cut off: more than half of the picture is missing"
DAMAGED = "is damaged and cannot be read ({error})"
NO_PREVIEW = "is a RAW file without a preview picture"
NO_RAW = "is not a RAW file that can be read"
CRASHED = "made its decoder crash ({error}), so it is probably damaged"
TOO_SLOW = "took longer than {count} seconds to decode"
NO_MEMORY = "needs more memory than there is"
TOO_MUCH = "needs more than {count} GiB of memory to decode"

REASONS = (
    EMPTY,
    GONE,
    DENIED,
    UNOPENED,
    UNSEEN,
    UNSEEN_FOLDER,
    TOO_LARGE,
    NO_PICTURE,
    CUT_OFF,
    DAMAGED,
    NO_PREVIEW,
    NO_RAW,
    CRASHED,
    TOO_SLOW,
    NO_MEMORY,
    TOO_MUCH,
)
