"""Shown: how likely each photo shows something of a set of classes."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from engine.core.records import Floats
from engine.gallery.searching.evidence import Mask
from engine.gallery.snapshot import Gallery
from engine.gallery.understood import shares_of


class Shown:
    """The shares of the likeliest classes by class, so that a word reads those of its own classes alone."""

    def __init__(self, gallery: Gallery) -> None:
        self._of = gallery.files, gallery.understood.tops
        classes, shares = shares_of(gallery.understood, gallery.files)
        self._count = len(gallery)
        self.known: Mask = shares[:, 0] > 0
        rows, columns = np.nonzero(shares)
        found = classes[rows, columns]
        order = np.argsort(found, kind="stable")
        self._rows, self._shares = rows[order], shares[rows, columns][order]
        self._starts = np.searchsorted(found[order], np.arange(1024))

    def are_of(self, gallery: Gallery) -> bool:
        return self._of[0] is gallery.files and self._of[1] is gallery.understood.tops

    def share(self, classes: Iterable[int]) -> Floats:
        """The softmax of these classes, summed, by row."""
        spans = [slice(self._starts[number], self._starts[number + 1]) for number in classes]
        rows = np.concatenate([self._rows[span] for span in spans])
        shares = np.concatenate([self._shares[span] for span in spans])
        return np.bincount(rows, shares, self._count).astype(np.float32)
