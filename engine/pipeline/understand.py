"""The background stage: what each picture shows, found out part by part once the clusters stand."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal, Protocol, get_args

from engine.core.job import Job
from engine.library.library import Library
from engine.pipeline.understanding.persons import regroup

Wanted = Literal["kind", "text", "people"]
WANTED: tuple[Wanted, ...] = get_args(Wanted)
WORKERS = 2  # of one thread each: two networks on one thread beat one on two


class Part(Protocol):
    """One question to every picture; what it has found out is stored by content, under its `key`.

    A new `key` - other networks, another vector - makes everything pending again.
    """

    name: str
    key: str

    def pending(self, library: Library) -> list[str]:
        """The contents (digests) that were not asked yet, the most useful first."""
        ...

    def run(self, library: Library, digests: list[str], workers: int, job: Job) -> None:
        """Ask these; saved in small batches, so that a kill loses one. Reports the stage `name`; raises Cancelled."""
        ...


def understand(library: Library, wanted: Collection[Wanted], job: Job) -> dict[str, int]:
    """Find out what is `wanted` and not known yet; how many pictures each part has looked at.

    What is done stays done: after a cancel or a kill the next call goes on from there.
    """
    looked_at: dict[str, int] = {}
    for part in parts(library, wanted):
        digests = part.pending(library)
        if digests:
            part.run(library, digests, WORKERS, job)
        looked_at[part.name] = looked_at.get(part.name, 0) + len(digests)
    if "people" in wanted:
        regroup(library, job)  # by what the user said since, and by what is known of pictures now
    return looked_at


def parts(library: Library, wanted: Collection[Wanted]) -> Iterator[Part]:
    """The parts that find out what is `wanted`, in their order: what one finds is evidence for the next."""
    yield from ()
