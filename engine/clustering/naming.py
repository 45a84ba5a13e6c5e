"""A first name for every cluster, from what the backbone's classifier sees in its photos.

The classifier knows a thousand classes, most of them narrower than a person's words, so that a cluster
spreads over many. resources/kinds.json gathers them under everyday kinds; the others stand for themselves.
"""

from __future__ import annotations

import functools
import itertools
import json
from collections.abc import Collection, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.assets import resource
from engine.records import Floats, Ints

Shares = NDArray[np.float64]

_CLEAR = 0.25  # a kind's mean probability from which a name is worth more than a number
_AHEAD = 1.5  # and how far it has to be ahead of the next kind
_ONE_CLASS = 0.5  # a single class's mean probability from which it names the cluster
_BLOCK = 4096  # photos at a time, so that memory stays small


def name_clusters(
    logits: Floats,
    labels: Ints,
    k: int,
    class_names: Sequence[str],
    taken: Collection[str] = (),
) -> list[str]:
    """Names for clusters 0…k-1, no two equal and none of `taken`; "Group 3" where the evidence is weak.

    `logits` float32 (n, classes) of the backbone's classifier ((n, 0) where it has none), `labels` (n,) in
    0…k-1, `class_names` a name a class, such as "tench" or "tench, Tinca tinca". Of two
    clusters of a kind the clearer one has the plain name, the other a number.
    """
    words, strength = [""] * k, np.zeros(k)
    if logits.size:
        shares = _mean_shares(logits, labels, k)
        names, members = _kinds(class_names)
        kind_shares = shares @ members
        strength = kind_shares.max(axis=1)
        words = [_word(shares[c], kind_shares[c], class_names, names) for c in range(k)]
    used = {name.casefold() for name in taken}
    result = [""] * k
    for cluster in np.argsort(-strength, kind="stable"):
        result[cluster] = words[cluster] and _unused(_numbered(words[cluster]), used)
    return [name or _unused((f"Group {number}" for number in itertools.count(1)), used) for name in result]


@functools.cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = json.loads(resource("kinds.json").read_text("utf-8"))
    return table


def _mean_shares(logits: Floats, labels: Ints, k: int) -> Shares:
    """The mean class probabilities (softmax) of each cluster's photos, (k, classes)."""
    sums = np.zeros((k, logits.shape[1]))
    for start in range(0, len(logits), _BLOCK):
        block = logits[start : start + _BLOCK].astype(np.float32)
        powers = np.exp(block - block.max(axis=1, keepdims=True))
        members = labels[start : start + _BLOCK, None] == np.arange(k)
        sums += members.T.astype(np.float32) @ (powers / powers.sum(axis=1, keepdims=True))
    return sums / np.maximum(np.bincount(labels, minlength=k), 1)[:, None]


def _kinds(class_names: Sequence[str]) -> tuple[list[str], Shares]:
    """Everyday kinds and which classes they hold, 0/1 (classes, kinds); "a..b" in the table is a range."""
    first = [_lemma(name) for name in class_names]
    place = {name: index for index, name in reversed(list(enumerate(first)))}
    names: list[str] = []
    columns = []
    for kind, entries in _table()["kinds"].items():
        column = np.zeros(len(first))
        for entry in entries:
            start, _, end = entry.partition("..")
            if start in place and (end or start) in place:
                column[place[start] : place[end or start] + 1] = 1
        names.append(kind)
        columns.append(column)
    alone = np.flatnonzero(np.sum(columns, axis=0) == 0)
    names += [_everyday(class_names[int(index)]) for index in alone]
    return names, np.hstack([np.transpose(columns), np.eye(len(first))[:, alone]])


def _word(shares: Shares, kind_shares: Shares, class_names: Sequence[str], kinds: Sequence[str]) -> str:
    """The word for one cluster, "" where nothing stands out."""
    if shares.max() >= _ONE_CLASS:
        return _everyday(class_names[int(shares.argmax())])
    second, best = np.sort(kind_shares)[-2:] if len(kinds) > 1 else (0.0, kind_shares[0])
    return kinds[int(kind_shares.argmax())] if best >= _CLEAR and best >= _AHEAD * second else ""


def _everyday(class_name: str) -> str:
    lemma = _lemma(class_name)
    word: str = _table()["words"].get(lemma, lemma)
    return word[:1].upper() + word[1:]


def _lemma(class_name: str) -> str:
    return class_name.split(",")[0].strip()


def _numbered(word: str) -> Iterator[str]:
    yield word
    yield from (f"{word} {number}" for number in itertools.count(2))


def _unused(candidates: Iterator[str], used: set[str]) -> str:
    """The first candidate that is not in use; it is then."""
    name = next(name for name in candidates if name.casefold() not in used)
    used.add(name.casefold())
    return name
