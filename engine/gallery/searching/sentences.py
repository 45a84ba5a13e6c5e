"""SentenceSearch: ranks photos by a sentence, where the network that the library is sorted by also reads words."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial

import numpy as np

from engine.core.disk.home import data_folder
from engine.core.records import Floats
from engine.embedding.packs.backbone import PackBackbone
from engine.embedding.packs.shelf import Pack, installed
from engine.embedding.packs.text import TextEncoder
from engine.embedding.store import VectorStore
from engine.gallery.snapshot import Gallery
from engine.library.library import Library

# What could be said of any picture: one is found by a sentence that is nearer to it than all of these.
NEUTRAL = ("a photo", "a picture of something", "an image")


def sentence_scores(vectors: Floats, said: Floats, nothing: Floats) -> Floats:
    """How well each picture fits a sentence, float32 (n,) in 0…1: 0 where it is not found, 1 for the best.

    Unit `vectors` (n, d) of pictures and `said` (d,) of the sentence. Cosines of two halves have no zero of their own
    (Radford et al., CLIP, 2021): a picture's is its cosine to sentences that say `nothing` (n,).
    """
    above = vectors @ said - nothing
    best = float(above.max(initial=0.0))
    return np.asarray(np.maximum(above, 0) / max(best, 1e-6), np.float32)


@dataclass(frozen=True)
class SentenceSearch:
    """Of a gallery: the `pack` that it is sorted by, and the unit `vectors` (n, d) of its rows, 0 where there is none.

    `encode` makes vectors (m, d) of sentences; the window has that done elsewhere and gives the result to `scores_of`.
    """

    pack: Pack
    vectors: Floats
    encode: Callable[[tuple[str, ...]], Floats]
    _nothing: list[Floats] = field(default_factory=list)  # cosines (n,) to the nearest of NEUTRAL, once they are known

    @classmethod
    def open(cls, library: Library, gallery: Gallery) -> SentenceSearch | None:
        """None where the gallery is not sorted by a pack that knows words. Reads vectors: not for the GUI's thread."""
        pack = None if gallery.clustering is None else pack_of(gallery.clustering.backbone)
        if pack is None or not pack.trial.sentences:
            return None
        key, dimension = PackBackbone(pack).key, pack.trial.dimension
        places = library.catalog.files.vector_locations(key)
        found = [places.get(file.digest or "") for file in gallery.files]
        with closing(VectorStore(library.vectors_folder)) as store:
            there = store.gather(dimension, [place for place in found if place is not None])
        if len(there) == len(found):
            return cls(pack, there, partial(encoded, pack))
        vectors = np.zeros((len(found), dimension), np.float32)
        vectors[[place is not None for place in found]] = there
        return cls(pack, vectors, partial(encoded, pack))

    def scores(self, text: str) -> Floats:
        """How well each row fits the sentence, (n,) in 0…1. The first time the network is opened: some seconds."""
        return self.scores_of(self.encode((text, *NEUTRAL)))

    def scores_of(self, said: Floats) -> Floats:
        """The same for the vectors (1 + NEUTRAL, d) of the sentence and of those that say nothing."""
        if not self._nothing:
            self._nothing.append((self.vectors @ said[1:].T).max(axis=1, initial=-1.0))
        return sentence_scores(self.vectors, said[0], self._nothing[0])

    @cached_property
    def count(self) -> int:
        """Rows that can be found."""
        return int(self.vectors.any(axis=1).sum())


def pack_of(key: str) -> Pack | None:
    """The installed pack whose network makes vectors of this key."""
    if not key.startswith("pack_"):
        return None
    return next((pack for pack in installed(data_folder()) if PackBackbone(pack).key == key), None)


def encoded(pack: Pack, sentences: tuple[str, ...]) -> Floats:
    """The vectors (m, d) of sentences by a pack, whose network stays open for the next ones."""
    return np.stack([_neutral(pack, one) if one in NEUTRAL else _encoder(pack).encode(one) for one in sentences])


@lru_cache(1)
def _encoder(pack: Pack) -> TextEncoder:
    return TextEncoder(pack)


@lru_cache(len(NEUTRAL))
def _neutral(pack: Pack, sentence: str) -> Floats:
    return _encoder(pack).encode(sentence)
