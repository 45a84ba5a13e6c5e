"""What later cuts have to know of earlier ones and of splits: which photos hold together, though nothing pins them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from engine.clustering.assignment.dendrogram_cut import Origins
from engine.library.catalog.catalog import Catalog

# The labels of the edits Split and NewCluster.
_SPLIT, _MAKE = "split {cluster} into {number}", "make {cluster} of {photos}"


def load_origins(catalog: Catalog, base: int, clusters: Collection[str]) -> Origins:
    """Of the splits and cuts since the fit `base` was made; `members` of all parts, and of the `clusters` it lacks.

    A part that was split again has become several. What is undone counts no more, what was merged still does.
    """
    parts: dict[int, int] = {}
    members: dict[str, frozenset[int]] = {}
    numbers: dict[tuple[int, int, str], int] = {}
    for edit, forward in catalog.edits.done_since(base, _SPLIT):
        for cluster, files in _parts(forward).items():
            members[cluster] = frozenset(files)
            for file in files:
                parts[file] = numbers.setdefault((parts.get(file, 0), edit, cluster), len(numbers) + 1)
    for forward, _ in catalog.edits.done((_MAKE,)):
        for cluster, files in _parts(forward).items():
            members.setdefault(cluster, frozenset(files))  # what the first cut that knew it had merged into it is not
    for cluster in clusters:
        cut = None if cluster in members else catalog.clusterings.first_cut(base, cluster)
        if cut is not None:
            members[cluster] = frozenset(cut.ids[cut.labels == cut.cluster_ids.index(cluster)].tolist())
    return Origins(parts, members)


def _parts(forward: str) -> Mapping[str, list[int]]:
    """The files of each part of a split, or of a new cluster; one that was done again is kept as the rows it leaves."""
    parts: dict[str, list[int]] = {}
    for cluster, file in _placed(json.loads(forward)):
        parts.setdefault(cluster, []).append(file)
    return parts


def _placed(edit: dict[str, Any]) -> Iterator[tuple[str, int]]:
    if edit["do"] == "new cluster":
        yield from ((edit["cluster"], file) for file in edit["files"])
    elif edit["do"] == "split":
        yield from ((part["id"], file) for part in edit["parts"] for file in part["files"])
    else:
        yield from ((row["cluster"], row["file"]) for row in edit["files"])
