"""Part "embed": vectors that words and kinds are told from, where photos are sorted by a network that knows neither."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import ClassVar

from engine.core.job import Job
from engine.embedding import DEFAULT_BACKBONE
from engine.embedding.backbone import Backbone, open_backbone
from engine.library.library import Library
from engine.pipeline.embed import Embedder, classifier_of
from engine.pipeline.options import Outcome


def telling(backbone: Backbone) -> Backbone:
    """The network that words and kinds are told from: the photos' own, or the default one beside a model pack."""
    return backbone if classifier_of(backbone) is not None else open_backbone(DEFAULT_BACKBONE)


@dataclass(frozen=True)
class Vectors:
    """Most photos have theirs from before the pack; those that came since get them here, in the background."""

    backbone: Backbone
    name: ClassVar[str] = "embed"

    @property
    def key(self) -> str:
        return self.backbone.key

    def pending(self, library: Library) -> list[str]:
        """Digests of readable photos without a vector."""
        with library.catalog.reading():
            places = library.catalog.files.vector_locations(self.key)
            readable = dict.fromkeys(file.digest for file in library.catalog.files.readable())
        return [digest for digest in readable if digest is not None and digest not in places]

    def run(self, library: Library, digests: Sequence[str], workers: int, job: Job) -> None:
        """Embed these on the processor. Reports "embed"."""
        wanted = set(digests)
        files = [file for file in library.catalog.files.readable() if file.digest in wanted]
        with closing(Embedder(library, self.backbone, "cpu", workers, job)) as embedder:
            embedder.embed(files, Outcome(), job)
