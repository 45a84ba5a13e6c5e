"""What the clusters that stand are, to a method that learns anew once the user has spoken: their surest photos."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Set

import numpy as np

from engine.core.records import UNSURE, Corrections
from engine.library.catalog.cluster_table import Assignments

# One photo in so many, and how many at least: the surest five of a large cluster may all be of one of its kinds.
_NAMED, _NAMED_LEAST = 4, 5
_OTHER, _OTHER_LEAST = 10, 3


def with_examples(said: Corrections, standing: Assignments, named: Set[str], k: int) -> Corrections:
    """`said`, and the surest photos of the clusters that stand pinned as well: for a fit of k, not as facts.

    Else a few pins, the only ones that are heard, draw in everything that is a little like them: one odd photo dragged
    into a cluster carries its name off, a dozen empty the clusters around (docs/benchmarks.md). What the user has named
    has many examples; of the others there are the fewer the more clusters have pins, for those know better what belongs
    together than what stands. Locked clusters are pinned whole. Where k leaves no room for all, the largest have some.
    """
    sizes = Counter(standing.clusters)
    open_ = sizes.keys() - {*said.locked, UNSURE}
    if not said.anchors or not open_:
        return said
    left = {name: max(_NAMED_LEAST, sizes[name] // _NAMED) for name in open_ & named}
    silent = (len(open_ - {*said.pins.values()}) / len(open_)) ** 2
    largest = sorted(open_ - {*said.anchors}, key=lambda name: (-sizes[name], name))
    for name in (open_ & {*said.anchors} - named) | {*largest[: max(0, k - len(said.anchors))]}:
        left[name] = round(silent * max(_OTHER_LEAST, sizes[name] // _OTHER))
    spoken = {*said.pins, *said.rejections, *(file for pair in (*said.together, *said.apart) for file in pair)}
    pins = dict(said.pins)
    for place in np.argsort(-standing.confidences, kind="stable").tolist():
        file, name = int(standing.ids[place]), standing.clusters[place]
        if left.get(name, 0) and file not in spoken:
            left[name] -= 1
            pins[file] = name
    anchors = sorted({*said.anchors, *pins.values()}, key=lambda id_: int(id_[1:]))
    return dataclasses.replace(said, pins=pins, anchors=tuple(anchors))
