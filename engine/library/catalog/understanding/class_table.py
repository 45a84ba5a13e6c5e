"""ClassTable: the likeliest ImageNet classes of each content, by which a word finds what a photo shows."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.library.catalog.table import from_blob, to_blob
from engine.library.catalog.understanding.revisions import RevisedTable

TOP = 16  # classes that are kept of a content; a word's share of the rest is below what is told
_ROW = TOP * 4  # bytes: uint16 indices, then float16 probabilities


class Tops(NamedTuple):
    """The `TOP` likeliest classes of m contents: `indices` uint16 (m, TOP), the likeliest first; `shares` float16."""

    digests: list[str]
    indices: NDArray[np.uint16]
    shares: NDArray[np.float16]


class ClassTable(RevisedTable):
    """One row a content: of the backbone that looked last."""

    part = "classes"

    def known(self, backbone: str) -> set[str]:
        """Digests whose classes are of this backbone."""
        rows = self._connection.execute("SELECT digest FROM picture_classes WHERE backbone = ?", (backbone,))
        return {digest for (digest,) in rows}

    def save(self, backbone: str, tops: Tops) -> None:
        """Keep the classes of contents, in place of those that another backbone found."""
        rows = [
            (digest, backbone, to_blob(indices, "<u2") + to_blob(shares, "<f2"))
            for digest, indices, shares in zip(*tops, strict=True)
        ]
        with self._transaction() as connection:
            connection.executemany("INSERT OR REPLACE INTO picture_classes VALUES (?, ?, ?)", rows)

    def all(self) -> Tops:
        """Those of every content that has some."""
        sql = "SELECT digest, top FROM picture_classes WHERE LENGTH(top) = ?"
        rows: list[tuple[str, bytes]] = self._connection.execute(sql, (_ROW,)).fetchall()
        packed = from_blob(b"".join(top for _, top in rows), "<u2").reshape(len(rows), 2 * TOP)
        return Tops([digest for digest, _ in rows], packed[:, :TOP], packed[:, TOP:].view("<f2"))
