"""Names under which Google Takeout puts the metadata of a photo.

`a.jpg.json`, since 2024 `a.jpg.supplemental-metadata.json`; what stands before `.json` is cut to 46 characters, and the
number of a second `a.jpg` moves behind: the sidecar of `a(1).jpg` is `a.jpg(1).json` or
`a.jpg.supplemental-metadata(1).json`. Edited ones (`a-edited.jpg`) have none of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

MOST = 46  # characters before .json
_SUPPLEMENT = ".supplemental-metadata"
_NUMBERED = re.compile(r"(.+)(\(\d+\))(\.\w+)")


def json_names(key: str) -> Iterator[str]:
    """Every name, in lower case as `key` is, that the metadata of a photo may have; the likeliest first."""
    yield f"{key}.json"
    yield from _names(key, "")
    if match := _NUMBERED.fullmatch(key):
        yield from _names(match[1] + match[3], match[2])
    yield f"{key.rpartition('.')[0]}.json"


def _names(title: str, number: str) -> Iterator[str]:
    whole = title + _SUPPLEMENT
    if len(title) > MOST:
        yield f"{title[:MOST]}{number}.json"
    yield f"{title}{number}.json"
    for end in range(min(len(whole), MOST), len(title), -1):
        yield f"{whole[:end]}{number}.json"
