"""Which photos the user has placed one by one, as answers to questions are, and where each stood then."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from engine.library.catalog.catalog import Catalog

# Of the edits Move and NewCluster.
_LABELS = ("move {photos} to {cluster}", "keep {photos} in {cluster}", "make {cluster} of {photos}")


class Answer(NamedTuple):
    """The cluster that a photo stood in when it was placed (None: in none), and whether the program had asked."""

    before: str | None
    asked: bool


def load_answers(catalog: Catalog) -> dict[int, Answer]:
    """The last answer about each file that was placed alone; what is undone counts no more."""
    answers: dict[int, Answer] = {}
    for forward, inverse in catalog.edits.done(_LABELS):
        edit = json.loads(forward)
        placed = _placed(edit)
        before = {row["file"]: row["cluster"] for row in json.loads(inverse)["files"]}
        for file in placed:
            answers.pop(file, None)
            if len(placed) == 1:
                answers[file] = Answer(before.get(file), bool(edit.get("asked")))
    return answers


def _placed(edit: dict[str, Any]) -> list[int]:
    """The files that an edit places; one that was done again is kept as the rows it leaves."""
    return [row["file"] for row in edit["files"]] if edit["do"] == "restore" else edit["files"]
