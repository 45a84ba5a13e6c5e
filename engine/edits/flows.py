"""Flows: which photos would go from which cluster to which, and how sure that is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from engine.core.records import UNSURE
from engine.library.catalog.cluster_table import Assignments

Refusal = tuple[int, str]  # a file that is not to go into this cluster


@dataclass(frozen=True, slots=True)
class Flow:
    """`count` photos go from cluster `source` (None: they were in none) to `target`; they stay where both are one.

    Of those that move `photos` are the file ids, the most certain first, and `chances` their probabilities of `target`.
    """

    source: str | None
    target: str
    count: int
    photos: tuple[int, ...] = ()
    chances: tuple[float, ...] = ()

    @property
    def moves(self) -> bool:
        return self.source is not None and self.source != self.target

    @property
    def certainty(self) -> float:
        """The mean probability of its photos, 0…1."""
        return sum(self.chances) / len(self.chances) if self.chances else 0.0

    def without(self, files: AbstractSet[int]) -> Flow:
        """The flow of its other photos."""
        if files.isdisjoint(self.photos):
            return self
        kept = [pair for pair in zip(self.photos, self.chances, strict=True) if pair[0] not in files]
        left = self.count - len(self.photos) + len(kept)
        return replace(self, count=left, photos=tuple(f for f, _ in kept), chances=tuple(c for _, c in kept))


@dataclass(frozen=True, slots=True)
class Preview:
    """What activating a kept clustering would do: the flows that move come first, of these the most certain.

    `names` holds every cluster of the flows, `yours` those of them that the user has made or named.
    """

    clustering: int
    flows: tuple[Flow, ...]
    names: Mapping[str, str]
    yours: frozenset[str] = frozenset()

    @property
    def moved(self) -> int:
        """Photos that would change their cluster."""
        return sum(f.count for f in self.flows if f.moves)

    @property
    def gone(self) -> frozenset[str]:
        """Clusters that would lose their last photo; Unsure is none."""
        return self._sources - self._targets - {UNSURE}

    @property
    def new(self) -> frozenset[str]:
        """Clusters that hold no photo yet."""
        return self._targets - self._sources

    @property
    def _sources(self) -> frozenset[str]:
        return frozenset(f.source for f in self.flows if f.source is not None)

    @property
    def _targets(self) -> frozenset[str]:
        return frozenset(f.target for f in self.flows)

    def leaving(self, clusters: Collection[str], refused: Collection[Refusal] = ()) -> Preview:
        """The same with these clusters and these photos left as they are."""
        files: dict[str, set[int]] = defaultdict(set)
        for file, target in refused:
            files[target].add(file)
        staying: Counter[tuple[str | None, str]] = Counter()
        moving: list[Flow] = []
        for flow in self.flows:
            if flow.source is None or not flow.moves:
                staying[flow.source, flow.target] += flow.count
                continue
            left = flow.without(files[flow.target]) if flow.target in files else flow
            if flow.source in clusters or flow.target in clusters:
                left = replace(flow, count=0)
            staying[flow.source, flow.source] += flow.count - left.count
            moving.append(left)
        return replace(self, flows=ordered([*moving, *(Flow(*ends, count) for ends, count in staying.items())]))


def flows_between(before: Mapping[int, str], after: Assignments) -> tuple[Flow, ...]:
    """The flows of the files of `after`, which are in the clusters `before` now."""
    staying: Counter[tuple[str | None, str]] = Counter()
    moving: dict[tuple[str, str], list[tuple[float, int]]] = defaultdict(list)
    rows = zip(after.ids.tolist(), after.clusters, after.confidences.tolist(), strict=True)
    for file, target, chance in rows:
        source = before.get(file)
        if source is None or source == target:
            staying[source, target] += 1
        else:
            moving[source, target].append((-chance, file))
    flows = [Flow(*ends, count) for ends, count in staying.items()]
    for ends, found in moving.items():
        found.sort()
        flows.append(Flow(*ends, len(found), tuple(f for _, f in found), tuple(-c for c, _ in found)))
    return ordered(flows)


def ordered(flows: Iterable[Flow]) -> tuple[Flow, ...]:
    """Those that move, the most certain first, then the others, the largest first; none that is empty."""
    there = [flow for flow in flows if flow.count]
    return tuple(sorted(there, key=lambda f: (not f.moves, -f.certainty, -f.count, f.source or "", f.target)))
