"""Faces that are rather an animal's, or drawn: they are nobody's, unless the user says whose they are."""

from __future__ import annotations

from collections.abc import Mapping, Set

import numpy as np
from numpy.typing import NDArray

from engine.core.records import KINDS
from engine.library.catalog.catalog import Catalog
from engine.library.catalog.understanding.face_table import Coded

# A face is rather an animal's, or drawn, where the picture is so likely of such, and the face's score below that.
ANIMAL, SURE_OF_ANIMALS = 0.5, 0.75
DRAWN, SURE_OF_DRAWINGS = 0.5, 0.85
_ANIMALS = 398  # classes of ImageNet, from the first on


def doubtful(catalog: Catalog, coded: Coded) -> NDArray[np.bool_]:
    """Which faces are rather nobody's, as far as is known what their pictures show."""
    animals, drawings = _animals(catalog), _drawings(catalog)
    of_animals = np.array([animals.get(digest, 0.0) > ANIMAL for digest in coded.digests], np.bool_)
    of_drawings = np.array([digest in drawings for digest in coded.digests], np.bool_)
    return (of_animals & (coded.scores < SURE_OF_ANIMALS)) | (of_drawings & (coded.scores < SURE_OF_DRAWINGS))


def _animals(catalog: Catalog) -> Mapping[str, float]:
    """How likely a content shows an animal, by its classes; those that have none are left out."""
    tops = catalog.classes.all()
    shares = np.where(tops.indices < _ANIMALS, tops.shares.astype(np.float32), 0).sum(1)
    return dict(zip(tops.digests, shares.tolist(), strict=True))


def _drawings(catalog: Catalog) -> Set[str]:
    told = catalog.kinds.all()
    drawn = told.probabilities[:, KINDS.index("drawing")] > DRAWN
    return {digest for digest, is_drawn in zip(told.digests, drawn.tolist(), strict=True) if is_drawn}
