"""Fills a library with what the background would have found out of its photos."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from engine.core.records import KINDS, PictureKind, PictureText, TextLine
from engine.library.catalog.understanding.kind_table import Evidence
from engine.library.catalog.understanding.text_table import ReadText
from engine.library.library import Library


def line(text: str, left: float = 0.1, top: float = 0.1, width: float = 0.8, height: float = 0.1) -> TextLine:
    """An upright line at this place of the picture, in shares."""
    right, bottom = left + width, top + height
    return TextLine(text, ((left, top), (right, top), (right, bottom), (left, bottom)), 0.9)


def lines(*texts: str) -> PictureText:
    """Lines one below the other."""
    return PictureText(tuple(line(text, top=0.1 + 0.2 * row) for row, text in enumerate(texts)))


def tell_kinds(library: Library, kinds: Mapping[str, PictureKind], sure: float = 0.95) -> None:
    """Of contents, by digest."""
    rows = []
    for digest, kind in kinds.items():
        chances = np.full(len(KINDS), (1 - sure) / (len(KINDS) - 1), np.float32)
        chances[KINDS.index(kind)] = sure
        rows.append((digest, Evidence.VECTOR, chances))
    library.catalog.kinds.save("a test", rows)


def read_texts(library: Library, texts: Mapping[str, PictureText]) -> None:
    """Of contents, by digest."""
    library.catalog.texts.save("a test", [ReadText(digest, 0, text) for digest, text in texts.items()])


def digests_named(library: Library, words: Sequence[str]) -> list[str]:
    """The contents of files whose names begin with one of these words."""
    files = library.catalog.files.readable()
    return [file.digest or "" for file in files if file.path.startswith(tuple(words))]
