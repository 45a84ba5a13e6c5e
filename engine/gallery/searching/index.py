"""Index: all that can be searched in one gallery, and what each word of a search finds there."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from engine.core.folding import fold
from engine.core.records import Ints, PictureText, TextLine
from engine.gallery.searching.evidence import Evidence, Mask, Reason, Source, scored
from engine.gallery.searching.haystack import Haystack, WordIndex, is_word, telling, whole_word
from engine.gallery.searching.query import Days
from engine.gallery.searching.shown import Shown
from engine.gallery.searching.spelling import Spelling
from engine.gallery.searching.words import PEOPLE, Words, words
from engine.gallery.snapshot import Gallery
from engine.library.catalog.understanding.text_table import Texts
from engine.text.matching import matcher, prepare

_SAME_FORMAT = (("jpg", "jpeg", "jpe", "jfif"), ("tif", "tiff"), ("heic", "heif"), ("jp2", "j2k"))
_SYNONYMS = {suffix: " ".join(same) for same in _SAME_FORMAT for suffix in same}
_RAW = "raw"
# Softmax from which on a photo is found by what it shows; on the gallery "desk" 0.7 of those are right and 0.85 of all
# are found, nearly all of the wrong ones at the end of the list.
SHOWN = 0.1
# Kinds of pictures that are taken for the thing they are shown on: a page of text is no monitor, envelope or menu.
_PAGES = ("screenshot", "document", "receipt", "whiteboard", "code", "quote")
_PAGE_SHARE = 0.5  # what is believed of it there
# How good a reason is where the word stands alone, and where it is a part of another: "cat" in "location".
_WHOLE: dict[str, float] = {"text": 0.9, "name": 0.85, "folder": 0.6, "camera": 0.7, "place": 0.9, "type": 0.9}
_PART, _PERSON, _KIND, _FACES, _CLUSTER = 0.4, 0.97, 0.95, 0.96, 0.7


@dataclass(frozen=True)
class _Column:
    """A text of each photo, where many share one: `texts[codes[i]]` is that of row i."""

    texts: tuple[str, ...]
    codes: Ints

    def where(self, holds: Callable[[str], bool]) -> Mask:
        return np.fromiter((holds(text) for text in self.texts), np.bool_, len(self.texts))[self.codes]


class _Files:
    """What depends on the files alone: names, folders, types, cameras, places; 100,000 take half a second."""

    def __init__(self, gallery: Gallery) -> None:
        from engine.library.suffixes import RAW_SUFFIXES

        self._of = gallery.files, gallery.contents, gallery.roots
        paths = [file.path.rpartition("/") for file in gallery.files]
        self.names = [fold(name) for _, _, name in paths]
        self.words, self.runs = WordIndex(self.names), Haystack(self.names)
        roots = {id_: path.replace("\\", "/").rpartition("/")[2] for id_, path in gallery.roots.items()}
        folders = [f"{roots.get(f.root, '')}/{p[0]}" for f, p in zip(gallery.files, paths, strict=True)]
        cameras = {digest: content.camera or "" for digest, content in gallery.contents.items()}
        suffixes = [name.rpartition(".")[2] for name in self.names]
        towns = ["" if t is None else f"{t.name} {t.region} {t.country}" for t in gallery.towns]
        kinds = {s: f"{_SYNONYMS.get(s, s)} {_RAW if s in RAW_SUFFIXES else ''}" for s in set(suffixes)}
        self.types = _column(kinds[suffix] for suffix in suffixes)
        self.columns: dict[Source, _Column] = {
            "folder": _column(folders),
            "camera": _column(cameras.get(f.digest or "", "") for f in gallery.files),
            "place": _column(towns),
        }
        self.towns = {fold(town.name) for town in gallery.towns if town is not None}
        self.spelling = Spelling((*self.towns, *telling(self.words.words)))

    def are_of(self, gallery: Gallery) -> bool:
        files, contents, roots = self._of
        return files is gallery.files and contents is gallery.contents and roots is gallery.roots


class _Texts:
    """What is written in the pictures; a second for a hundred thousand, a third of them full of text."""

    def __init__(self, gallery: Gallery) -> None:
        texts = gallery.understood.texts
        self._of = gallery.files, texts
        written = dict(_written(texts))
        found = ((row, written.get(file.digest or "")) for row, file in enumerate(gallery.files))
        prepared = [(row, prepare([TextLine(line, (), 1) for line in text.split("\n")])) for row, text in found if text]
        self.rows = np.array([row for row, _ in prepared], np.int64)
        self.prepared = [text for _, text in prepared]
        self.words = WordIndex(text.partition("\0")[0] for text in self.prepared)
        self.squeezed = Haystack("".join(text.partition("\0")[0].split()) for text in self.prepared)
        self.spelling = Spelling(telling(self.words.words))

    def are_of(self, gallery: Gallery) -> bool:
        return self._of[0] is gallery.files and self._of[1] is gallery.understood.texts


class Index:
    """Made once for a gallery, in the background; `known`, an earlier gallery's, lends what has not changed."""

    def __init__(self, gallery: Gallery, known: Index | None = None) -> None:
        self.gallery = gallery
        self.count = len(gallery)
        self._files: _Files = known._files if known and known._files.are_of(gallery) else _Files(gallery)
        self._texts: _Texts = known._texts if known and known._texts.are_of(gallery) else _Texts(gallery)
        self._seen: Shown = known._seen if known and known._seen.are_of(gallery) else Shown(gallery)
        self._words: Words = words()
        self._persons = [p for p in gallery.understood.persons.values() if p.name and not p.hidden]
        self._sure = gallery.confidences if len(gallery.confidences) else np.ones(self.count, np.float32)
        self.days = gallery.times.days
        clusters = [word for cluster in gallery.clusters for word in fold(cluster.name).split()]
        named = [word for person in self._persons for word in fold(person.name).split()]
        self._spelling = Spelling((*named, *clusters))
        self._people_rows = _rows_of_persons(gallery)

    def knows(self, phrase: str) -> bool:
        """Whether several words are one: "traffic light", "new york", the name of a person."""
        named = any(fold(person.name) == phrase for person in self._persons)
        return named or phrase in self._files.towns or self._words.known(phrase) is not None

    def evidence(self, word: str, field: str) -> list[Evidence]:
        """What finds photos by a word, or a phrase, in one field or in any; nothing that finds none."""
        found = [one for one in self._evidence(word, field) if one.scores.any()]
        return sorted(found, key=lambda one: -float(one.scores.sum()))

    def near(self, word: str) -> list[str]:
        """What a word that finds nothing may have been, the closest first; of those persons and clusters first."""
        spellings = (self._spelling, _known_words(), self._files.spelling, self._texts.spelling)
        found = [near for spelling in spellings for near in spelling.near(word)]
        return list(dict.fromkeys(other for _, other in sorted(found, key=lambda near: near[0])))

    def taken_on(self, days: Days) -> Mask:
        if days.month:
            return np.equal(self.days // 100 % 100, days.month)
        return (self.days >= days.first) & (self.days <= days.last)

    def _evidence(self, word: str, field: str) -> Iterator[Evidence]:
        if field in ("", "person"):
            yield from self._people(word)
        if field in ("", "kind"):
            yield from self._kinds(word)
        if field in ("", "shows"):
            yield from self._shown(word)
        if field in ("", "text"):
            yield self._written(word)
        if field in ("", "name"):
            yield self._named(word)
        if field in ("", "cluster"):
            yield from self._clusters(word, told=self._told(word) if not field else None)
        if field in ("", "type"):
            kind = word.lstrip(".") if field else word
            yield scored(
                Reason("type", kind), self._files.types.where(lambda text: kind in text.split()), _WHOLE["type"]
            )
        for name, column in self._files.columns.items():
            if field in ("", name):
                yield _in_column(name, column, word)

    def _people(self, word: str) -> Iterator[Evidence]:
        """By the whole name, one of its words, or how one begins."""
        for person in self._persons:
            parts = [fold(person.name), *fold(person.name).split()]
            if word in parts or (len(word) > 1 and any(part.startswith(word) for part in parts)):
                mask = _mask(self._people_rows.get(person.id, ()), self.count)
                yield scored(Reason("person", person.name), mask, _PERSON if word in parts else _PART)

    def _kinds(self, word: str) -> Iterator[Evidence]:
        """As sure as the kind is told; of people, the faces."""
        understood, files = self.gallery.understood, self.gallery.files
        for kind in self._words.kinds_of(word):
            if kind == PEOPLE:
                yield scored(Reason("person", word), _mask(self._people_rows.get(None, ()), self.count), _FACES)
            else:
                sure = understood.sure if len(understood.sure) else np.ones(self.count, np.float32)
                scores = np.asarray(_KIND * sure * understood.of_kinds(files, (kind,)), np.float32)
                yield Evidence(Reason("kind", kind), scores)

    def _shown(self, word: str) -> Iterator[Evidence]:
        """The softmax of the word's classes, summed."""
        classes = self._words.classes_of(word)
        if classes:
            share = self._seen.share(classes)
            share[self.gallery.understood.of_kinds(self.gallery.files, _PAGES)] *= _PAGE_SHARE
            share[share < SHOWN] = 0
            yield Evidence(Reason("shows", self._words.known(word) or word), share)

    def _written(self, word: str) -> Evidence:
        """Part of a word, or a run of letters over words that begins with one; see engine/text/matching.py."""
        texts = self._texts
        found = texts.words.part(word) if is_word(word) else np.empty(0, np.int64)
        whole = texts.words.whole(word)
        if len(word) > 3 or not is_word(word):
            matches, alone = matcher(word), whole_word(word)
            others = np.setdiff1d(texts.squeezed.rows_with(word.replace(" ", "")), found, assume_unique=True)
            others = others[[matches(texts.prepared[place]) for place in others.tolist()]]
            found = np.concatenate([found, others])
            whole = np.concatenate([whole, others[[bool(alone.search(texts.prepared[p])) for p in others.tolist()]]])
        scores = np.zeros(self.count, np.float32)
        scores[texts.rows[found]] = _PART
        scores[texts.rows[whole]] = _WHOLE["text"]
        return Evidence(Reason("text", word), scores)

    def _named(self, word: str) -> Evidence:
        names, scores = self._files, np.zeros(self.count, np.float32)
        if is_word(word):
            scores[names.words.part(word)] = _PART
            scores[names.words.whole(word)] = _WHOLE["name"]
        else:
            scores[names.runs.rows_with(word)] = _WHOLE["name"]
        return Evidence(Reason("name", word), scores)

    def _told(self, word: str) -> Mask | None:
        """The rows of which it is known whether they show this, or are of this kind; None where the word is unknown."""
        if self._words.kinds_of(word):
            return self.gallery.understood.kinds >= 0 if len(self.gallery.understood.kinds) else None
        return self._seen.known if self._words.classes_of(word) else None

    def _clusters(self, word: str, told: Mask | None) -> Iterator[Evidence]:
        """A photo that hardly belongs to a cluster is hardly what its name says.

        A name that the program has given says less of photos than what is `told` of each: of "Buildings, animals" some
        are no animals.
        """
        for index, cluster in enumerate(self.gallery.clusters):
            if word in fold(cluster.name):
                sure = (0.5 + 0.5 * self._sure) * (self.gallery.labels == index)
                if told is not None and not cluster.named_by_user:
                    sure = sure * ~told
                alone = whole_word(word).search(fold(cluster.name))
                scores = np.asarray(sure * (_CLUSTER if alone else _PART), np.float32)
                yield Evidence(Reason("cluster", cluster.name), scores)


@functools.cache
def _known_words() -> Spelling:
    return Spelling((*words().kinds, *words().classes))


def _rows_of_persons(gallery: Gallery) -> dict[int | None, list[int]]:
    """The rows on which each person is seen; under None those with any face."""
    found: dict[int | None, list[int]] = defaultdict(list)
    faces = gallery.understood.faces
    for row, file in enumerate(gallery.files) if faces else ():
        seen = faces.get(file.digest or "", ())
        for person in {None, *(face.person for face in seen)} if seen else ():
            found[person].append(row)
    return found


def _written(texts: Mapping[str, PictureText]) -> Iterator[tuple[str, str]]:
    """All that is read in each content, one line a line; a library's texts are not taken apart for it."""
    if isinstance(texts, Texts):
        return texts.written()
    return ((digest, "\n".join(line.text for line in text.lines)) for digest, text in texts.items())


def _mask(rows: Sequence[int], count: int) -> Mask:
    mask = np.zeros(count, np.bool_)
    mask[list(rows)] = True
    return mask


def _in_column(name: Source, column: _Column, word: str) -> Evidence:
    alone = whole_word(word)
    held = column.where(lambda text: word in text)
    whole = column.where(lambda text: word in text and alone.search(text) is not None)
    return Evidence(Reason(name, word), np.where(whole, _WHOLE[name], held * _PART).astype(np.float32))


def _column(texts: Iterable[str]) -> _Column:
    code_of: dict[str, int] = {}
    codes = np.array([code_of.setdefault(text, len(code_of)) for text in texts], np.int64)
    return _Column(tuple(fold(text) for text in code_of), codes)
