"""A name for every cluster, from the backbone's classifier and the appearance of its photos.

The classifier knows a thousand classes, most of them narrower than a person's words, so that a cluster
spreads over many. They are gathered into kinds along the WordNet tree (see kinds.py): twelve breeds are "Dogs".
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from engine.clustering.naming.appearance import SHADED, WRITTEN
from engine.clustering.naming.by_kind import ALL_WORDS, word_of_kind
from engine.clustering.naming.distinctive import (
    MIN_SHARE,
    Looks,
    Shares,
    Summary,
    distinctive_kind,
    pair_of_kinds,
    shares_of_others,
)
from engine.clustering.naming.kinds import CLASSES, kinds
from engine.clustering.naming.telling_apart import DRAWN, narrowed, same_word, told_apart
from engine.core.records import Floats, Ints
from engine.core.unique_names import numbered

_MIN_SHARE_ALONE = 0.5  # a kind's mean probability, where the whole library is of that kind
_MIN_SHARE_DEVICE = 0.6  # the same for devices among drawings, for any flat picture is a little like a screen
_PHOTO = 0.5  # SHADED: photos lie above; drawings and pages below DRAWN
_PAGE = 0.38  # WRITTEN and the probability of Text, together, of pages, cards, boards
_TEXT = 0.15  # the probability of Text in photographed pages
_BLOCK = 4096  # photos at a time, so that memory stays small
VAGUE = ("Photos", "Pictures")  # words for clusters without evidence


def name_clusters(
    vectors: Floats,
    classifier: tuple[Floats, Floats] | None,
    labels: Ints,
    k: int,
    taken: Collection[str] = (),
    looks: Looks | None = None,
) -> list[str]:
    """Names for clusters 0…k-1, no two equal and none of `taken`; "Group 3" where the evidence is weak.

    `vectors` (n, d) and the backbone's `classifier`, weights (1000, d) and bias (1000,) of ImageNet's classes in
    their usual order; of one with other classes, or none, nothing is believed. `labels` (n,) in 0…k-1. Deterministic.

    Source: the choice between wide and narrow nodes follows Deng et al., Hedging Your Bets (CVPR 2012).
    """
    classes = mean_probabilities(vectors, classifier, labels, k)
    words = words_of_clusters(classes, np.bincount(labels, minlength=k), Looks.unknown(k) if looks is None else looks)
    return _unique(words, (classes @ kinds().members).max(axis=1), taken)


def words_of_clusters(classes: Shares, sizes: Ints, looks: Looks) -> list[str]:
    """A word for each of k clusters, "" where the evidence is weak; several may have the same.

    Mean probabilities of ImageNet's `classes` (k, CLASSES), `sizes` (k,) in photos.
    """
    seen = Summary(classes @ kinds().members, sizes, *looks)
    return told_apart(narrowed(_base_words(seen), seen), seen, weakly=True)


def alike(classes: Shares, sizes: Ints, looks: Looks) -> list[list[int]]:
    """The clusters of one kind, or of pages, that nothing clear tells apart: a list of two or more a word.

    Words that say no more than how a cluster looks do not make it like another. Arguments as of words_of_clusters.
    """
    seen = Summary(classes @ kinds().members, sizes, *looks)
    words = told_apart(narrowed(_base_words(seen), seen), seen, weakly=False)
    known = {*kinds().names, *ALL_WORDS}
    return [group for group in same_word(words) if words[group[0]] in known]


def mean_probabilities(vectors: Floats, classifier: tuple[Floats, Floats] | None, labels: Ints, k: int) -> Shares:
    """The mean class probabilities (softmax) of each cluster's photos, (k, CLASSES); 0 where nothing is believed."""
    if classifier is None or classifier[1].shape != (CLASSES,):
        return np.zeros((k, CLASSES))
    weights, bias = classifier
    sums = np.zeros((k, len(bias)))
    for start in range(0, len(vectors), _BLOCK):
        logits = vectors[start : start + _BLOCK] @ weights.T + bias
        powers = np.exp(logits - logits.max(axis=1, keepdims=True))
        members = labels[start : start + _BLOCK, None] == np.arange(k)
        sums += members.T.astype(np.float32) @ (powers / powers.sum(axis=1, keepdims=True))
    return sums / np.maximum(np.bincount(labels, minlength=k), 1)[:, None]


def _base_words(seen: Summary) -> list[str]:
    """For each cluster what kind of picture it holds, where its subject says less, else the subject."""
    subjects = _subjects(seen)
    return [word_of_kind(own, word) or word for own, word in zip(seen.pictures, subjects, strict=True)]


def _subjects(seen: Summary) -> list[str]:
    """For each cluster the kind that sets it apart, or else the kind it is, or else how it looks; or ""."""
    table = kinds()
    anyhow = table.members.mean(axis=0)
    only_photos = bool((seen.appearances[:, SHADED] >= _PHOTO).all())
    words = []
    for own, appearance, rest in zip(seen.shares, seen.appearances, shares_of_others(seen), strict=True):
        drawn = appearance[SHADED] < DRAWN
        fits = np.where(drawn, table.drawable(own, _MIN_SHARE_DEVICE), True)
        best = distinctive_kind(own, rest, fits, MIN_SHARE)
        if best is None:
            best = distinctive_kind(own, anyhow, fits, _MIN_SHARE_ALONE)
        if best is not None:
            words.append(table.names[best])
        elif not drawn and (both := pair_of_kinds(own, rest)) is not None:
            words.append(both)
        elif appearance[SHADED] < _PHOTO and _is_page(appearance, own[table.names.index("Text")]):
            words.append("Text")
        elif drawn:
            words.append("Drawings")
        elif np.isnan(appearance[SHADED]) or only_photos:
            words.append("")
        else:
            words.append(VAGUE[0] if appearance[SHADED] >= _PHOTO else VAGUE[1])
    return words


def _is_page(appearance: Floats, text: float) -> bool:
    """Whether it is written on; what is neither drawn nor a photo has to be seen as `text` (share) as well."""
    return bool(appearance[WRITTEN] + text >= _PAGE and (appearance[SHADED] < DRAWN or text >= _TEXT))


def _unique(words: list[str], clearness: Shares, taken: Collection[str]) -> list[str]:
    """The words, a number after each that is in use already: the clearest cluster has the plain word."""
    used = {name.casefold() for name in taken}
    names = [""] * len(words)
    order = np.argsort(-clearness, kind="stable").tolist()
    for cluster in [c for c in order if words[c]] + [c for c in range(len(words)) if not words[c]]:
        names[cluster] = next(name for name in numbered(words[cluster], "Group") if name.casefold() not in used)
        used.add(names[cluster].casefold())
    return names
