"""Examples of the current clusters for a retrain: their surest photos, pinned beside the user's corrections."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Set

import numpy as np

from engine.core.records import UNSURE, Corrections
from engine.library.catalog.cluster_table import Assignments

# One photo in so many, and how many at least: the surest five of a large cluster may be all of one kind.
_NAMED, _NAMED_LEAST = 4, 5
_OTHER, _OTHER_LEAST = 10, 3


def with_examples(corrections: Corrections, assignments: Assignments, named: Set[str], k: int) -> Corrections:
    """`corrections` with the surest photos of the current clusters pinned as well: for a fit of k, not as facts.

    Without examples a few pins attract everything a little like them: one odd photo moved into a cluster takes its name
    along, a dozen empty the clusters around (docs/benchmarks.md). Clusters named by the user have many examples; the
    others have the fewer the more clusters have pins, for pins are better evidence than the current clusters. Locked
    clusters are pinned whole. Where k is too small for all, the largest have some.
    """
    sizes = Counter(assignments.clusters)
    open_ = sizes.keys() - {*corrections.locked, UNSURE}
    if not corrections.anchors or not open_:
        return corrections
    wanted = {name: max(_NAMED_LEAST, sizes[name] // _NAMED) for name in open_ & named}
    unpinned_share = (len(open_ - {*corrections.pins.values()}) / len(open_)) ** 2
    largest = sorted(open_ - {*corrections.anchors}, key=lambda name: (-sizes[name], name))
    for name in (open_ & {*corrections.anchors} - named) | {*largest[: max(0, k - len(corrections.anchors))]}:
        wanted[name] = round(unpinned_share * max(_OTHER_LEAST, sizes[name] // _OTHER))
    corrected = {
        *corrections.pins,
        *corrections.rejections,
        *(file for pair in (*corrections.together, *corrections.apart) for file in pair),
    }
    pins = dict(corrections.pins)
    for place in np.argsort(-assignments.confidences, kind="stable").tolist():
        file, name = int(assignments.ids[place]), assignments.clusters[place]
        if wanted.get(name, 0) and file not in corrected:
            wanted[name] -= 1
            pins[file] = name
    anchors = sorted({*corrections.anchors, *pins.values()}, key=lambda id_: int(id_[1:]))
    return dataclasses.replace(corrections, pins=pins, anchors=tuple(anchors))
