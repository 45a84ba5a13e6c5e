"""Part "kind": what sort of picture each is; first from its vector, again where its text or faces are known since."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import ClassVar, NamedTuple

import numpy as np

from engine.core.assets import resource
from engine.core.job import Job
from engine.core.records import Box, Floats, PictureText
from engine.embedding import DEFAULT_BACKBONE
from engine.embedding.backbone import Backbone, available, open_backbone
from engine.embedding.store import VectorStore
from engine.kinds.seen import knows, probabilities, text_likelihood
from engine.kinds.weigh import usual, weighed
from engine.library.catalog.understanding.kind_table import Evidence
from engine.library.library import Library

_BATCH = 4096  # pictures a transaction: the arithmetic of so many takes a tenth of a second


class _Found(NamedTuple):
    """What the parts "text" and "faces" have found, by content; `looked` says for what they have looked there."""

    looked: Mapping[str, Evidence]
    texts: Mapping[str, PictureText]
    faces: Mapping[str, Sequence[Box]]

    @classmethod
    def of(cls, library: Library) -> _Found:
        faces: dict[str, list[Box]] = {}
        for face in library.catalog.faces.shown():
            faces.setdefault(face.digest, []).append(face.box)
        return cls(library.catalog.kinds.known(), library.catalog.texts.all(), faces)

    def told(self, seen: Floats, digest: str) -> tuple[str, Evidence, Floats]:
        """A row of the table, after what was `seen` (len(KINDS),)."""
        looked = self.looked.get(digest, Evidence(0))
        text = self.texts.get(digest, PictureText()) if Evidence.TEXT in looked else None
        faces = self.faces.get(digest, ()) if Evidence.FACES in looked else None
        return digest, looked | Evidence.VECTOR, weighed(seen, text, faces)


@dataclass(frozen=True)
class Kind:
    """`backbone` is that of the vectors (see `network_for`); of one without a table text and faces tell alone."""

    backbone: Backbone
    name: ClassVar[str] = "kind"

    @property
    def key(self) -> str:
        """By the tables and the words that tell, and the network whose vectors are told from."""
        return f"{_tables()}-{self.backbone.key}"

    def pending(self, library: Library) -> list[str]:
        """Contents that were never told by this, or of which more is known now; all have vectors."""
        with library.catalog.reading():
            told, known = library.catalog.kinds.evidence(self.key), library.catalog.kinds.known()
            places = library.catalog.files.vector_locations(self.backbone.key)
            contents = {f.digest for f in library.catalog.files.readable() if f.digest is not None}
        return [
            d for d in sorted(contents & places.keys()) if told.get(d) != known.get(d, Evidence(0)) | Evidence.VECTOR
        ]

    def run(self, library: Library, digests: Sequence[str], workers: int, job: Job) -> None:
        """Tell the kinds of these; reports "kind". `workers` are not needed: it is arithmetic on what is stored."""
        with library.catalog.reading():
            found = _Found.of(library)
        for done in range(0, len(digests), _BATCH):
            job.report(self.name, done, len(digests))
            batch, vectors = _with_vectors(library, self.backbone, digests[done : done + _BATCH])
            rows = zip(self._seen(vectors), batch, strict=True)
            library.catalog.kinds.save(self.key, [found.told(seen, digest) for seen, digest in rows])
        job.report(self.name, len(digests), len(digests))

    def _seen(self, vectors: Floats) -> Floats:
        """What the vectors say, (n, len(KINDS)); what is usual, of a network without a table."""
        found = probabilities(vectors, self.backbone.key)
        return np.tile(usual(), (len(vectors), 1)) if found is None else found


def network_for(library: Library, backbone: Backbone) -> Backbone:
    """The network whose vectors tell kinds: `backbone`, or else the default one, where it has left its vectors."""
    if knows(backbone.key) or DEFAULT_BACKBONE not in available():
        return backbone
    default = open_backbone(DEFAULT_BACKBONE)
    return default if library.catalog.files.vector_locations(default.key) else backbone


def text_likelihoods(library: Library, backbone: Backbone) -> dict[str, float]:
    """How likely there is text in each content that has a vector: what the part "text" begins with.

    Empty of a network without a table.
    """
    digests = sorted(library.catalog.files.vector_locations(backbone.key))
    found: dict[str, float] = {}
    for start in range(0, len(digests), _BATCH):
        batch, vectors = _with_vectors(library, backbone, digests[start : start + _BATCH])
        likely = text_likelihood(vectors, backbone.key)
        if likely is None:
            return {}
        found.update(zip(batch, likely.tolist(), strict=True))
    return found


def _with_vectors(library: Library, backbone: Backbone, digests: Sequence[str]) -> tuple[list[str], Floats]:
    """Those of some contents whose vectors are whole, and these (n, d): the next run of `embed` makes others anew."""
    places = library.catalog.files.vector_locations(backbone.key)
    with closing(VectorStore(library.vectors_folder)) as store:
        wanted = [digest for digest in digests if digest in places]
        lost = store.missing(backbone.dimension, [places[digest] for digest in wanted]).tolist()
        there = [digest for digest, gone in zip(wanted, lost, strict=True) if not gone]
        return there, store.gather(backbone.dimension, [places[digest] for digest in there])


@cache
def _tables() -> str:
    """A hash of all tables that tell kinds."""
    folder = resource("kinds")
    parts = [Path(folder, name).read_bytes() for name in sorted(p.name for p in folder.iterdir() if p.suffix != ".md")]
    return hashlib.sha256(b"".join(parts)).hexdigest()[:8]
