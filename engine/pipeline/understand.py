"""The background stage: what each picture shows, found out part by part once the clusters stand."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple, Protocol

from engine.core.job import Job
from engine.embedding.backbone import open_backbone
from engine.library.library import Library
from engine.pipeline.options import OrganiseOptions
from engine.pipeline.understanding import Wanted
from engine.pipeline.understanding.classes import Classes
from engine.pipeline.understanding.faces import Faces
from engine.pipeline.understanding.kind import Kind, network_for, text_likelihoods
from engine.pipeline.understanding.persons import regroup
from engine.pipeline.understanding.rename import rename_by_kind
from engine.pipeline.understanding.text import Text
from engine.pipeline.understanding.vectors import Vectors, telling

WORKERS = 2  # of one thread each: two networks on one thread beat one on two


class Part(Protocol):
    """One question to every picture; what it has found out is stored by content, under its `key`.

    A new `key` - other networks, another vector - makes everything pending again.
    """

    @property
    def name(self) -> str: ...

    @property
    def key(self) -> str: ...

    def pending(self, library: Library) -> list[str]:
        """The contents (digests) that were not asked yet, the most useful first."""
        ...

    def run(self, library: Library, digests: list[str], workers: int, job: Job) -> None:
        """Ask these; saved in small batches, so that a kill loses one. Reports the stage `name`; raises Cancelled."""
        ...


class Findings(NamedTuple):
    """How many pictures each part has looked at, and how many clusters have a better name by it."""

    looked_at: dict[str, int]
    renamed: int


def understand(library: Library, wanted: Collection[Wanted], job: Job) -> Findings:
    """Find out what is `wanted` and not known yet.

    What is done stays done: after a cancel or a kill the next call goes on from there.
    """
    looked_at: dict[str, int] = {}
    for part in parts(library, wanted):
        digests = part.pending(library)
        if digests:
            part.run(library, digests, WORKERS, job)
        looked_at[part.name] = looked_at.get(part.name, 0) + len(digests)
    renamed = rename_by_kind(library) if looked_at.get("kind") else {}
    if "people" in wanted:
        regroup(library, job)  # by what the user said since, and by what is known of pictures now
    return Findings(looked_at, len(renamed))


def parts(library: Library, wanted: Collection[Wanted]) -> Iterator[Part]:
    """The parts that find out what is `wanted`, in their order: what one finds is evidence for the next.

    None before anything is clustered; each is made when the one before is through.
    """
    current = library.catalog.clusterings.current()
    if current is None or not wanted:
        return
    own = open_backbone(OrganiseOptions().updated_from(current[1]).backbone)
    backbone = telling(own)
    if backbone is not own:
        yield Vectors(backbone)
    seen = network_for(library, backbone)  # of a model pack's vectors nobody has learned kinds
    yield Classes(backbone)
    yield Kind(seen)
    if "people" in wanted:
        yield Faces()
    if "text" in wanted:
        yield Text(text_likelihoods(library, seen))
    yield Kind(seen)
