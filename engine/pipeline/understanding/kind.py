"""Part "kind": what sort of picture each is; first from its vector, again where its text or faces are known since."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import ClassVar, NamedTuple

import numpy as np

from engine.core.assets import resource
from engine.core.job import Job
from engine.core.records import KINDS, Box, Floats, PictureText
from engine.embedding.backbone import Backbone
from engine.embedding.store import VectorStore
from engine.kinds.seen import probabilities, text_likelihood
from engine.kinds.weigh import usual, weighed
from engine.library.catalog.understanding.kind_table import Evidence
from engine.library.library import Library

_BATCH = 4096  # pictures a transaction: the arithmetic of so many takes a tenth of a second


class _Known(NamedTuple):
    """What was found in contents by now; a content in `looked` and not in `faces` has none."""

    texts: Mapping[str, PictureText]
    looked_for_text: frozenset[str]
    faces: Mapping[str, Sequence[Box]]
    looked_for_faces: frozenset[str]

    def of(self, digest: str) -> Evidence:
        text = Evidence.TEXT if digest in self.looked_for_text else Evidence(0)
        return text | (Evidence.FACES if digest in self.looked_for_faces else Evidence(0))


@dataclass(frozen=True)
class Kind:
    """`backbone` is that of the library's vectors; of a network without a table text and faces tell alone."""

    backbone: Backbone
    name: ClassVar[str] = "kind"

    @property
    def key(self) -> str:
        """By the tables and the words that tell, and the network whose vectors are told from."""
        return f"{_tables()}-{self.backbone.key}"

    def pending(self, library: Library) -> list[str]:
        """Contents that were never told by this, or of which more is known now; all have vectors."""
        with library.catalog.reading():
            told, known = library.catalog.kinds.evidence(self.key), _known(library)
            places = library.catalog.files.vector_locations(self.backbone.key)
            contents = {f.digest for f in library.catalog.files.readable() if f.digest is not None}
        return [d for d in sorted(contents & places.keys()) if told.get(d) != known.of(d) | Evidence.VECTOR]

    def run(self, library: Library, digests: Sequence[str], workers: int, job: Job) -> None:
        """Tell the kinds of these; reports "kind". `workers` are not needed: it is arithmetic on what is stored."""
        with library.catalog.reading():
            known = _known(library)
        for done in range(0, len(digests), _BATCH):
            job.report(self.name, done, len(digests))
            batch = list(digests[done : done + _BATCH])
            told = [
                (digest, known.of(digest) | Evidence.VECTOR, _told(row, digest, known))
                for digest, row in zip(batch, self._seen(library, batch), strict=True)
            ]
            library.catalog.kinds.save(self.key, told)
        job.report(self.name, len(digests), len(digests))

    def _seen(self, library: Library, digests: Sequence[str]) -> Floats:
        """What the vectors say, (n, len(KINDS)); what is usual, of a network without a table."""
        found = probabilities(_vectors(library, self.backbone, digests), self.backbone.key)
        return np.tile(usual(), (len(digests), 1)) if found is None else found


def text_likelihoods(library: Library, backbone: Backbone) -> dict[str, float]:
    """How likely there is text in each content that has a vector: what the part "text" begins with.

    Empty of a network without a table.
    """
    digests = sorted(library.catalog.files.vector_locations(backbone.key))
    found: dict[str, float] = {}
    for batch in _batches(digests):
        likely = text_likelihood(_vectors(library, backbone, batch), backbone.key)
        if likely is None:
            return {}
        found.update(zip(batch, likely.tolist(), strict=True))
    return found


def _batches(digests: Sequence[str]) -> Iterator[Sequence[str]]:
    return (digests[start : start + _BATCH] for start in range(0, len(digests), _BATCH))


def _vectors(library: Library, backbone: Backbone, digests: Sequence[str]) -> Floats:
    places = library.catalog.files.vector_locations(backbone.key)
    with closing(VectorStore(library.vectors_folder)) as store:
        return store.gather(backbone.dimension, [places[digest] for digest in digests])


def _told(seen: Floats, digest: str, known: _Known) -> Floats:
    text = known.texts.get(digest, PictureText()) if digest in known.looked_for_text else None
    faces = known.faces.get(digest, ()) if digest in known.looked_for_faces else None
    return weighed(seen, text, faces)


@cache
def _tables() -> str:
    """A hash of all tables that tell kinds."""
    folder = resource("kinds")
    parts = [Path(folder, name).read_bytes() for name in sorted(p.name for p in folder.iterdir() if p.suffix != ".md")]
    return hashlib.sha256(b"".join(parts)).hexdigest()[:8]


def _known(library: Library) -> _Known:
    """What the parts "text" and "faces" have found."""
    return _Known({}, frozenset(), {}, frozenset())
