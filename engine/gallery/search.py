"""Finds photos by words: names, folders, clusters, cameras, types, places and dates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from engine.core.folding import fold
from engine.core.records import Ints
from engine.gallery.query import MONTHS, Days, Term, parse
from engine.gallery.snapshot import Gallery

Mask = NDArray[np.bool_]
_SAME_FORMAT = (("jpg", "jpeg", "jpe", "jfif"), ("tif", "tiff"), ("heic", "heif"), ("jp2", "j2k"))
_SYNONYMS = {suffix: " ".join(same) for same in _SAME_FORMAT for suffix in same}
_RAW = "raw"


@dataclass(frozen=True)
class _Column:
    """A text of each photo, where many share one: `texts[codes[i]]` is that of row i."""

    texts: tuple[str, ...]
    codes: Ints

    def contains(self, word: str) -> Mask:
        return np.array([word in text for text in self.texts], np.bool_)[self.codes]

    def has_word(self, word: str) -> Mask:
        """Where the word is one of the words of the text."""
        return np.array([word in text.split() for text in self.texts], np.bool_)[self.codes]


class Index:
    """All that can be searched in one gallery; 100,000 photos take half a second to enter."""

    def __init__(self, gallery: Gallery) -> None:
        from engine.library.suffixes import RAW_SUFFIXES

        paths = [file.path.rpartition("/") for file in gallery.files]
        self.names = [fold(name) for _, _, name in paths]
        roots = {id_: path.replace("\\", "/").rpartition("/")[2] for id_, path in gallery.roots.items()}
        folders = [f"{roots.get(f.root, '')}/{p[0]}" for f, p in zip(gallery.files, paths, strict=True)]
        cameras = {digest: content.camera or "" for digest, content in gallery.contents.items()}
        suffixes = [name.rpartition(".")[2] for name in self.names]
        towns = ["" if t is None else f"{t.name} {t.region} {t.country}" for t in gallery.towns]
        kinds = {s: f"{_SYNONYMS.get(s, s)} {_RAW if s in RAW_SUFFIXES else ''}" for s in set(suffixes)}
        self.types = _column(kinds[suffix] for suffix in suffixes)
        clusters = (*(fold(c.name) for c in gallery.clusters), "")
        self.columns = {
            "folder": _column(folders),
            "cluster": _Column(clusters, np.where(gallery.labels < 0, len(clusters) - 1, gallery.labels)),
            "camera": _column(cameras.get(f.digest or "", "") for f in gallery.files),
            "place": _column(towns),
        }
        self.days = gallery.times.days

    def find(self, terms: Sequence[Term]) -> Mask:
        """Which rows have all of the terms: bool (n,)."""
        found = np.ones(len(self.names), np.bool_)
        for term in terms:
            found &= self._matches(term) ^ term.negated
        return found

    def _matches(self, term: Term) -> Mask:
        dated = np.zeros(len(self.names), np.bool_) if term.days is None else self._taken_on(term.days)
        if term.field == "date":
            return dated
        found = np.ones(len(self.names), np.bool_)
        for word in term.words:
            found &= self._has_word(word, term.field)
        return found | dated

    def _taken_on(self, days: Days) -> Mask:
        if days.month:
            return np.equal(self.days // 100 % 100, days.month)
        return (self.days >= days.first) & (self.days <= days.last)

    def _has_word(self, word: str, field: str) -> Mask:
        if field == "name":
            return self._name_contains(word)
        if field == "type":
            return self.types.has_word(word.lstrip("."))
        if field:
            return self.columns[field].contains(word)
        found = self._name_contains(word) | self.types.has_word(word)
        for column in self.columns.values():
            found |= column.contains(word)
        return found

    def _name_contains(self, word: str) -> Mask:
        return np.fromiter((word in name for name in self.names), np.bool_, len(self.names))


class Finder:
    """Searches galleries, from any thread; keeps the index of the latest one."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._indexed: tuple[Gallery, Index] | None = None

    def find(self, gallery: Gallery, text: str, months: Mapping[str, int] = MONTHS) -> Mask:
        """Which rows of a gallery a query finds; see `parse` for what it may hold."""
        return self.index(gallery).find(parse(text, months))

    def index(self, gallery: Gallery) -> Index:
        with self._guard:
            if self._indexed is None or self._indexed[0] is not gallery:
                self._indexed = gallery, Index(gallery)
            return self._indexed[1]


def _column(texts: Iterable[str]) -> _Column:
    code_of: dict[str, int] = {}
    codes = np.array([code_of.setdefault(text, len(code_of)) for text in texts], np.int64)
    return _Column(tuple(fold(text) for text in code_of), codes)
