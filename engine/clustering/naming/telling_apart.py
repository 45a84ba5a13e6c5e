"""Clusters of one word told apart: by narrower kinds, technique, colours, layout, a second kind; or they are alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

import numpy as np

from engine.clustering.naming.appearance import BRIGHT, COLOURS, GREY, LAYOUTS, LENGTH, SHADED
from engine.clustering.naming.by_kind import PLAIN
from engine.clustering.naming.distinctive import (
    MIN_SHARE,
    Summary,
    distinctive_kind,
    lowered,
    pair_of_kinds,
    second_kind,
    shares_of_others,
)
from engine.clustering.naming.kinds import kinds

DRAWN = 0.4  # SHADED: drawings and pages lie below

# Traits that distinguish clusters of one name, and the least share of each: COLOURS, then the three others.
_TRAITS = (*COLOURS, "dark", "black & white", "colourful")
_MIN_TRAIT = np.array([0.5] * len(COLOURS) + [0.65, 0.85, 0.7])
_MIN_LAYOUT = np.full(len(LAYOUTS), 0.65)
_TRAIT_LEAD = 1.3  # and how many times the others' it has to be
_WEAK, _WEAK_LEAD = 0.6, 1.6  # times the least share, and the lead, where there is nothing better to say
_MOSTLY = 0.5  # of a wide kind's share, that is of a narrower one: mammals that are mostly dogs


def narrowed(words: list[str], seen: Summary) -> list[str]:
    """`words` (k,) in which no kind holds that of another cluster.

    The wider one is called by what is particular to it ("Cats, horses"), as the other where it is mostly of that kind
    as well (then they are to be told apart), or else by what it holds beside ("Mammals, other").
    """
    table, rest = kinds(), shares_of_others(seen)
    known = [table.names.index(word) if word in table.names else -1 for word in words]
    result = list(words)
    for cluster, kind in enumerate(known):
        inner = [other for other in known if other >= 0 and kind >= 0 and table.holds(kind, other)]
        if not inner:
            continue
        own = seen.shares[cluster]
        main = max(inner, key=lambda other: float(own[other]))
        if own[main] > _MOSTLY * own[kind]:
            result[cluster] = table.names[main]
            continue
        if not table.inside[kind, inner].any():  # electronics are more than screens in any case
            continue
        fits = table.inside[kind] & table.disjoint[inner].all(axis=0)
        narrower = distinctive_kind(own, rest[cluster], fits, _MOSTLY * float(own[kind]))
        if narrower is not None:
            result[cluster] = table.names[narrower]
        else:
            result[cluster] = pair_of_kinds(own, rest[cluster], fits) or f"{table.names[kind]}, other"
    return result


def told_apart(words: list[str], seen: Summary, *, weakly: bool) -> list[str]:
    """`words` (k,) in which several that were equal say what distinguishes them; `weakly`: as far as anything does."""
    words = list(words)
    ways: list[Callable[[str, Summary], list[str]]] = [_by_kind, _by_technique, _by_colour, _by_layout, _by_second_kind]
    for tell_apart in [*ways, _by_weak_traits] if weakly else ways:
        for group in same_word(words):
            new = tell_apart(words[group[0]], seen.of(group))
            for cluster, word in zip(group, new, strict=True):
                if new.count(word) == 1 and word not in words:
                    words[cluster] = word
    return words


def same_word(words: list[str]) -> list[list[int]]:
    """The clusters that share a word, a list a word."""
    groups = defaultdict(list)
    for cluster, word in enumerate(words):
        groups[word].append(cluster)
    return [group for word, group in groups.items() if word and len(group) > 1]


def _by_kind(word: str, group: Summary) -> list[str]:
    """Narrower kinds, by what the clusters of the group do not have in common: Terriers, Hounds."""
    table = kinds()
    if word not in table.names:
        return [word] * len(group.sizes)
    narrower = table.inside[table.names.index(word)]
    best = [
        distinctive_kind(own, rest, narrower, MIN_SHARE)
        for own, rest in zip(group.shares, shares_of_others(group), strict=True)
    ]
    return [word if kind is None else table.names[kind] for kind in best]


def _by_technique(word: str, group: Summary) -> list[str]:
    """ "Dogs, drawn" beside photos of dogs."""
    drawn = group.appearances[:, SHADED] < DRAWN
    if word not in kinds().names or word == "Text" or drawn.all():
        return [word] * len(drawn)
    return [f"{word}, drawn" if d else word for d in drawn]


def _by_colour(word: str, group: Summary) -> list[str]:
    """Words with a trait of the colours: "Text, dark"."""
    return _with_traits(word, _colour_degrees(group), _TRAITS, _MIN_TRAIT, _TRAIT_LEAD)


def _by_layout(word: str, group: Summary) -> list[str]:
    """Words with the layout of most of a cluster's pictures: "Text, long"."""
    degrees = np.nan_to_num(group.appearances[:, LENGTH - len(LAYOUTS) :])
    return _with_traits(word, degrees, LAYOUTS, _MIN_LAYOUT, _TRAIT_LEAD)


def _by_second_kind(word: str, group: Summary) -> list[str]:
    """What the classifier sees more of in one than in the others, be it little: "Drawings, animals"."""
    table = kinds()
    kind = table.names.index(word) if word in table.names else -1
    words = []
    for own, rest, appearance in zip(group.shares, shares_of_others(group), group.appearances, strict=True):
        fits = np.ones(len(own), np.bool_) if kind < 0 else table.disjoint[kind]
        if appearance[SHADED] < DRAWN:
            fits = fits & table.drawable(own, 1.1)
        second = None if "," in word or word in PLAIN else second_kind(own, rest, fits)
        words.append(word if second is None else f"{word}, {lowered(table.names[second])}")
    return words


def _by_weak_traits(word: str, group: Summary) -> list[str]:
    """Traits that are less than clear, where they are the best there is."""
    if "," in word:
        return [word] * len(group.sizes)
    degrees = np.column_stack([_colour_degrees(group), np.nan_to_num(group.appearances[:, LENGTH - len(LAYOUTS) :])])
    least = _WEAK * np.concatenate([_MIN_TRAIT, _MIN_LAYOUT])
    return _with_traits(word, degrees, (*_TRAITS, *LAYOUTS), least, _WEAK_LEAD)


def _colour_degrees(group: Summary) -> np.ndarray:
    """How much of each of _TRAITS the clusters have, (k, traits)."""
    bright, grey = group.appearances[:, BRIGHT], group.appearances[:, GREY]
    colours = group.appearances[:, GREY + 1 : GREY + 1 + len(COLOURS)]
    return np.column_stack([colours, 1 - bright, grey, 1 - grey])


def _with_traits(word: str, degree: np.ndarray, traits: tuple[str, ...], least: np.ndarray, lead: float) -> list[str]:
    """The word for each of k clusters, with traits of these degrees (k, traits): each for the one it fits best."""
    words = [word] * len(degree)
    usual = (degree.sum(axis=0) - degree) / (len(words) - 1)
    ahead = np.where((degree >= least) & (degree >= lead * usual), degree - usual, 0)
    while ahead.max() > 0:
        cluster, trait = np.unravel_index(ahead.argmax(), ahead.shape)
        words[cluster] = f"{word}, {traits[trait]}"
        ahead[cluster], ahead[:, trait] = 0, 0
    return words
