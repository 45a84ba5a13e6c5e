"""Group: a name that photos have elsewhere, which can be taken over for a cluster; Hint: that there are such."""

from __future__ import annotations

from typing import Literal, NamedTuple

By = Literal["folders", "tags"]


class Group(NamedTuple):
    """A name to take over: its `path` from the top of the tags or folders, and the photos (ids) that have it."""

    name: str
    path: tuple[str, ...]
    files: tuple[int, ...]


class Hint(NamedTuple):
    """What could be taken over; `folders` are those with a name."""

    by: By
    folders: int
