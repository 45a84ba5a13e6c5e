"""Kinds: how likely each of KINDS is for a content, by which tables, and what was known of it by then."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from engine.core.records import KINDS, Floats, PictureKind
from engine.library.catalog.table import from_blob, to_blob
from engine.library.catalog.understanding.revisions import RevisedTable


class Evidence(enum.IntFlag):
    """What the kind of a content was told from."""

    VECTOR = 1
    TEXT = 2
    FACES = 4


class KindsOfContents(NamedTuple):
    """Row i of `probabilities` (n, len(KINDS)) is of the content `digests[i]`."""

    digests: list[str]
    probabilities: Floats


class KindTable(RevisedTable):
    """Made by the program, and made anew by another `model`: nothing of it is the user's word."""

    part = "kinds"

    def save(self, model: str, rows: Iterable[tuple[str, Evidence, Floats]]) -> None:
        """Enter (digest, what was known, probabilities (len(KINDS),)) in place of what stood there."""
        with self._transaction() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO picture_kinds (digest, model, evidence, probabilities) VALUES (?, ?, ?, ?)",
                ((digest, model, int(evidence), to_blob(found, "<f4")) for digest, evidence, found in rows),
            )

    def all(self) -> KindsOfContents:
        """Of every content that has any, whatever told them."""
        rows = self._connection.execute("SELECT digest, probabilities FROM picture_kinds").fetchall()
        wide = 4 * len(KINDS)
        kept = [(digest, blob) for digest, blob in rows if len(blob) == wide]  # others are of another version
        found = from_blob(b"".join(blob for _, blob in kept), "<f4").reshape(-1, len(KINDS))
        return KindsOfContents([digest for digest, _ in kept], np.asarray(found, np.float32))

    def likeliest(self) -> dict[str, PictureKind]:
        """The kind that each content is taken for; what is in a report, and in `organise --out`."""
        digests, probabilities = self.all()
        return {digest: KINDS[i] for digest, i in zip(digests, probabilities.argmax(axis=1).tolist(), strict=True)}

    def evidence(self, model: str) -> dict[str, Evidence]:
        """What was known of each content whose kinds `model` has told."""
        rows = self._connection.execute("SELECT digest, evidence FROM picture_kinds WHERE model = ?", (model,))
        return {digest: Evidence(known) for digest, known in rows}

    def known(self) -> dict[str, Evidence]:
        """What there is now to tell the kinds of contents from, beside their vectors."""
        found: dict[str, Evidence] = {}
        for table, evidence in (("texts", Evidence.TEXT), ("faces_looked", Evidence.FACES)):
            for (digest,) in self._connection.execute(f"SELECT digest FROM {table} WHERE problem IS NULL"):
                found[digest] = found.get(digest, Evidence(0)) | evidence
        return found

    def forget(self, digests: Iterable[str]) -> None:
        """What turned out to look different is told anew."""
        with self._transaction() as connection:
            connection.executemany("DELETE FROM picture_kinds WHERE digest = ?", ((d,) for d in digests))
