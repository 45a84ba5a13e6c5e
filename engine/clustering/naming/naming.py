"""A name for every cluster, from the backbone's classifier and the appearance of its photos.

The classifier knows a thousand classes, most of them narrower than a person's words, so that a cluster
spreads over many. They are gathered into kinds along the WordNet tree (see kinds.py): twelve breeds are "Dogs".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.clustering.naming.appearance import BRIGHT, COLOURS, GREY, LENGTH, SHADED, WRITTEN
from engine.clustering.naming.kinds import CLASSES, kinds
from engine.core.records import Floats, Ints
from engine.core.unique_names import numbered

Shares = NDArray[np.float64]

_MIN_SHARE = 0.28  # a kind's mean probability from which a name is worth more than a number
_MIN_SHARE_ALONE = 0.5  # the same where the whole library is of that kind
_MIN_SHARE_DEVICE = 0.6  # the same for devices among drawings, for any flat picture is a little like a screen
_LEAD = 2.0  # how far it has to be ahead of every kind it shares no class with
_MIN_SCORE = 0.4  # least score: its share times the logarithm of how many times the others' share that is
_MIN_SHARE_OF_BOTH, _MIN_SUM_OF_BOTH, _MIN_SCORE_OF_BOTH = (
    0.15,
    0.4,
    0.2,
)  # a kind's mean probability, both kinds', and each score, where two name one
_FLOOR = 0.01  # no share of the others counts for less, or a single odd photo would be telling
_DRAWN, _PHOTO = 0.4, 0.5  # SHADED: drawings and pages lie below the first, photos above the second
_PAGE = 0.38  # WRITTEN and the probability of Text, together, of pages, cards, boards
_TEXT = 0.15  # the probability of Text in photographed pages
_BLOCK = 4096  # photos at a time, so that memory stays small
VAGUE = ("Photos", "Pictures")  # words for clusters without evidence

# Traits that distinguish clusters of one name, and the least share of each: COLOURS, then the three others.
_TRAITS = (*COLOURS, "dark", "black & white", "colourful")
_MIN_TRAIT = np.array([0.5] * len(COLOURS) + [0.65, 0.85, 0.7])
_TRAIT_LEAD = 1.3  # and how many times the others' it has to be


class _Summary(NamedTuple):
    """Of k clusters: mean probability of each kind (k, K), number of photos (k,), mean appearance (k, LENGTH)."""

    shares: Shares
    sizes: Ints
    appearances: Floats

    def of(self, group: list[int]) -> _Summary:
        return _Summary(self.shares[group], self.sizes[group], self.appearances[group])


def name_clusters(
    vectors: Floats,
    classifier: tuple[Floats, Floats] | None,
    labels: Ints,
    k: int,
    taken: Collection[str] = (),
    appearances: Floats | None = None,
) -> list[str]:
    """Names for clusters 0…k-1, no two equal and none of `taken`; "Group 3" where the evidence is weak.

    `vectors` (n, d) and the backbone's `classifier`, weights (1000, d) and bias (1000,) of ImageNet's classes in
    their usual order; of one with other classes, or none, nothing is believed. `labels` (n,) in 0…k-1. `appearances`
    (k, LENGTH) is the mean appearance of some photos of each cluster (appearance.py), NaN if unknown. Deterministic.

    Source: the choice between wide and narrow nodes follows Deng et al., Hedging Your Bets (CVPR 2012).
    """
    appearances = np.full((k, LENGTH), np.nan, np.float32) if appearances is None else appearances
    classes = mean_probabilities(vectors, classifier, labels, k)
    words = words_of_clusters(classes, np.bincount(labels, minlength=k), appearances)
    return _unique(words, (classes @ kinds().members).max(axis=1), taken)


def words_of_clusters(classes: Shares, sizes: Ints, appearances: Floats) -> list[str]:
    """A word for each of k clusters, "" where the evidence is weak; several may have the same.

    Mean probabilities of ImageNet's `classes` (k, CLASSES), `sizes` (k,) in photos, mean `appearances` (k, LENGTH).
    """
    seen = _Summary(classes @ kinds().members, sizes, appearances)
    words = _base_words(seen)
    for tell_apart in (_by_kind, _by_technique, _by_colour):
        for group in _same_word(words):
            new = tell_apart(words[group[0]], seen.of(group))
            for cluster, word in zip(group, new, strict=True):
                if new.count(word) == 1 and word not in words:
                    words[cluster] = word
    return words


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


def _base_words(seen: _Summary) -> list[str]:
    """For each cluster the kind that sets it apart, or else the kind it is, or else how it looks; or ""."""
    table = kinds()
    anyhow = table.members.mean(axis=0)
    only_photos = bool((seen.appearances[:, SHADED] >= _PHOTO).all())
    words = []
    for own, appearance, rest in zip(seen.shares, seen.appearances, _shares_of_others(seen), strict=True):
        drawn = appearance[SHADED] < _DRAWN
        fits = np.where(drawn, table.drawable(own, _MIN_SHARE_DEVICE), True)
        best = _distinctive_kind(own, rest, fits, _MIN_SHARE)
        if best is None:
            best = _distinctive_kind(own, anyhow, fits, _MIN_SHARE_ALONE)
        if best is not None:
            words.append(table.names[best])
        elif not drawn and (both := _pair_of_kinds(own, rest)) is not None:
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
    return bool(appearance[WRITTEN] + text >= _PAGE and (appearance[SHADED] < _DRAWN or text >= _TEXT))


def _shares_of_others(seen: _Summary) -> Shares:
    """For each cluster the mean shares of all photos outside it; 1, which nothing exceeds, where there are none."""
    others = (1 - np.eye(len(seen.sizes))) * seen.sizes
    count = others.sum(axis=1, keepdims=True)
    return np.where(count > 0, others @ seen.shares / np.maximum(count, 1), 1.0)


def _distinctive_kind(own: Shares, rest: Shares, fits: NDArray[np.bool_], clear: float) -> int | None:
    """The most distinctive kind, by what it adds to the divergence of `own` from `rest`; None where none is clear.

    A wider kind holds more of the cluster, a narrower one less of the others: the product weighs the two.
    """
    score = own * np.log(np.maximum(own, 1e-9) / (rest + _FLOOR))
    clear_ones = np.flatnonzero(fits & (own >= clear) & (score >= _MIN_SCORE))
    strongest_rival = np.where(kinds().disjoint[clear_ones], own, 0).max(axis=1)
    eligible = clear_ones[own[clear_ones] >= _LEAD * strongest_rival]
    return int(eligible[score[eligible].argmax()]) if len(eligible) else None


def _pair_of_kinds(own: Shares, rest: Shares) -> str | None:
    """The two kinds that share no class and together tell of a mixed cluster: "Buildings, hoofed animals"."""
    table = kinds()
    score = own * np.log(np.maximum(own, 1e-9) / (rest + _FLOOR))
    eligible = (own >= _MIN_SHARE_OF_BOTH) & (score >= _MIN_SCORE_OF_BOTH)
    first = int(np.where(eligible, score, -np.inf).argmax())
    others = eligible & table.disjoint[first]
    if not eligible.any() or not others.any():
        return None
    second = int(np.where(others, score, -np.inf).argmax())
    if own[first] + own[second] < _MIN_SUM_OF_BOTH:
        return None
    word = table.names[second]
    return f"{table.names[first]}, {word[0].lower() + word[1:]}"


def _same_word(words: list[str]) -> list[list[int]]:
    """The clusters that share a word, a list a word."""
    groups = defaultdict(list)
    for cluster, word in enumerate(words):
        groups[word].append(cluster)
    return [group for word, group in groups.items() if word and len(group) > 1]


def _by_kind(word: str, group: _Summary) -> list[str]:
    """Narrower kinds, by what the clusters of the group do not have in common: Terriers, Hounds."""
    table = kinds()
    if word not in table.names:
        return [word] * len(group.sizes)
    narrower = table.inside[table.names.index(word)]
    best = [
        _distinctive_kind(own, rest, narrower, _MIN_SHARE)
        for own, rest in zip(group.shares, _shares_of_others(group), strict=True)
    ]
    return [word if kind is None else table.names[kind] for kind in best]


def _by_technique(word: str, group: _Summary) -> list[str]:
    """ "Dogs, drawn" beside photos of dogs."""
    drawn = group.appearances[:, SHADED] < _DRAWN
    if word not in kinds().names or word == "Text" or drawn.all():
        return [word] * len(drawn)
    return [f"{word}, drawn" if d else word for d in drawn]


def _by_colour(word: str, group: _Summary) -> list[str]:
    """Words with a trait of the colours, each given to the one cluster it fits best: "Text, dark"."""
    appearances, words = group.appearances, [word] * len(group.sizes)
    bright, grey = appearances[:, BRIGHT], appearances[:, GREY]
    degree = np.column_stack([appearances[:, GREY + 1 :], 1 - bright, grey, 1 - grey])
    usual = (degree.sum(axis=0) - degree) / (len(words) - 1)
    lead = np.where((degree >= _MIN_TRAIT) & (degree >= _TRAIT_LEAD * usual), degree - usual, 0)
    while lead.max() > 0:
        cluster, trait = np.unravel_index(lead.argmax(), lead.shape)
        words[cluster] = f"{word}, {_TRAITS[trait]}"
        lead[cluster], lead[:, trait] = 0, 0
    return words


def _unique(words: list[str], clearness: Shares, taken: Collection[str]) -> list[str]:
    """The words, a number after each that is in use already: the clearest cluster has the plain word."""
    used = {name.casefold() for name in taken}
    names = [""] * len(words)
    order = np.argsort(-clearness, kind="stable").tolist()
    for cluster in [c for c in order if words[c]] + [c for c in range(len(words)) if not words[c]]:
        names[cluster] = next(name for name in numbered(words[cluster], "Group") if name.casefold() not in used)
        used.add(names[cluster].casefold())
    return names
