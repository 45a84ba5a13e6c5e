"""Which photos the user has placed one by one, as answers to questions are, and where each stood then."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from engine.library.catalog.catalog import Catalog

_LABELS = ("move {photos} to {cluster}", "make {cluster} of {photos}")  # of the edits Move and NewCluster


class Answer(NamedTuple):
    """The cluster that a photo stood in when it was placed (None: in none), and the one it was placed in."""

    before: str | None
    after: str


def load_answers(catalog: Catalog) -> dict[int, Answer]:
    """The last answer about each file that was placed alone; what is undone counts no more."""
    answers: dict[int, Answer] = {}
    for forward, inverse in catalog.edits.done(_LABELS):
        placed = list(_placed(json.loads(forward)))
        before = {row["file"]: row["cluster"] for row in json.loads(inverse)["files"]}
        for file, after in placed:
            answers.pop(file, None)
            if len(placed) == 1:
                answers[file] = Answer(before.get(file), after)
    return answers


def _placed(edit: dict[str, Any]) -> Iterator[tuple[int, str]]:
    """The files that an edit places, and where; one that was done again is kept as the rows it leaves."""
    if edit["do"] == "restore":
        yield from ((row["file"], row["cluster"]) for row in edit["files"])
    else:
        yield from ((file, edit["cluster"]) for file in edit["files"])
