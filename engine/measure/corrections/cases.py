"""The cases of the protocol: which corrections a person makes, of which photos, and how they make them.

    new      a pile of n photos of a label, drawn from those that stand in no pile of it: what one finds scattered
    any      a pile of n photos drawn from all of a label, wherever they stand
    strays   n photos of a label, drawn from those that stand in no pile of it, are moved to the pile of it that has
             the most, or else to any that has the most, where that makes it a pile of the label
    merge    two piles of one label (or, where there are none, two that share one) become one
    split    the most mixed pile is divided, into as many parts as it seems to have
    rename   the largest pile gets a name
    answers  n questions of Ask me are answered, with a retrain after each round of 24

A label takes part where it has at least twice n photos and, for new and strays, n of them stand scattered. A pile is
one of a label where that is the label that most of its photos have.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from engine.edits import Merge, Move, Rename, new_cluster
from engine.embedding.backbone import open_backbone
from engine.gallery.snapshot import load_gallery
from engine.measure.corrections.standing import Standing
from engine.measure.corrections.trial import Trial
from engine.questions.questions import load_features, select_questions
from engine.versions.split import split

KINDS = ("new", "any", "strays", "merge", "split", "rename", "answers")
SIZES = (4, 8, 12)  # photos that a correction is about
ANSWERS = (10, 24, 48)
ROUND = 24  # questions in a round of Ask me, as in the window
_SPLIT_FROM = 12  # photos: nobody splits a smaller pile


@dataclass(frozen=True, slots=True)
class Case:
    kind: str
    n: int = 0
    label: str = ""

    def __str__(self) -> str:
        return " ".join(str(part) for part in (self.kind, self.n or "", self.label) if part)


@dataclass(frozen=True, slots=True)
class Gesture:
    """What a person has done: to which pile, of which label, and which photos that concerned."""

    pile: str | None
    label: str | None
    touched: frozenset[int]


def cases_of(standing: Standing, kinds: Sequence[str], sizes: Sequence[int]) -> Iterator[Case]:
    """The cases of these kinds that the photos allow, as they stand after the first organise."""
    labels, counts = np.unique(standing.truth, return_counts=True)
    for kind in kinds:
        if kind in ("new", "any", "strays"):
            for n in sizes:
                for label, count in zip(labels.tolist(), counts.tolist(), strict=True):
                    case = Case(kind, n, label)
                    if count >= 2 * n and len(_candidates(standing, case)) >= n:
                        yield case
        elif kind == "answers":
            yield from (Case(kind, n) for n in ANSWERS if n < len(standing.ids))
        elif kind == "rename" or (kind == "merge" and _pairs(standing)) or (kind == "split" and _mixed(standing)):
            yield Case(kind)


def make(trial: Trial, case: Case) -> Gesture:
    """Do what the case says, as the window would."""
    standing = trial.standing()
    random = np.random.default_rng([trial.options.seed, zlib.crc32(str(case).encode())])
    if case.kind in ("new", "any", "strays"):
        files = sorted(random.choice(_candidates(standing, case), case.n, replace=False).tolist())
        if case.kind == "strays":
            return move_home(trial, files, _stray_target(standing, case.label)[0], case.label)
        return make_pile(trial, files, case.label)
    if case.kind == "merge":
        return _merge(trial, standing, random)
    if case.kind == "split":
        return _split(trial, standing)
    if case.kind == "rename":
        pile = _largest(standing)
        trial.do(Rename(pile, "A name of my own"))
        return Gesture(pile, standing.meaning[pile], frozenset())
    return _answer(trial, case.n)


def make_pile(trial: Trial, files: list[int], label: str, asked: bool = False) -> Gesture:
    """A new pile of these files, named by the label."""
    edit = new_cluster(trial.library.catalog, files, label, asked)
    trial.do(edit)
    trial.meant[edit.cluster] = label
    return Gesture(edit.cluster, label, frozenset(files))


def move_home(trial: Trial, files: list[int], pile: str, label: str, asked: bool = False) -> Gesture:
    trial.do(Move(files, pile, asked))
    trial.meant[pile] = label
    return Gesture(pile, label, frozenset(files))


def _candidates(standing: Standing, case: Case) -> list[int]:
    """The files of a label of which some are drawn; none where a person would not do it."""
    label, wanted = case.label, standing.truth == case.label
    if case.kind != "any":
        wanted &= ~np.isin(standing.piles, standing.homes(label))
    if case.kind == "strays":
        targets = _stray_target(standing, label)
        others = standing.truth[(standing.piles == targets[0]) & (standing.truth != label)] if targets else ()
        if not targets or standing.count(targets[0], label) + case.n < max(Counter(others).values(), default=0):
            return []
        wanted &= standing.piles != targets[0]
    return [int(id_) for id_ in standing.ids[wanted]]


def _stray_target(standing: Standing, label: str) -> list[str]:
    """The pile to which strays of a label go: the first of its own, or where it has none the one with most of it."""
    return [*standing.homes(label), *_places(standing, label)][:1]


def _merge(trial: Trial, standing: Standing, random: np.random.Generator) -> Gesture:
    pairs = _pairs(standing)
    label, target, source = pairs[int(random.integers(len(pairs)))]
    touched = frozenset(standing.ids[standing.piles == source].tolist())
    trial.do(Merge(source, target))
    trial.meant[target] = label
    return Gesture(target, label, touched)


def _pairs(standing: Standing) -> list[tuple[str, str, str]]:
    """(label, target, source) of the piles to merge: those of one label with the most in the second, else of any."""
    labels = np.unique(standing.truth).tolist()
    twice = [(label, *homes[:2]) for label in labels if len(homes := standing.homes(label)) > 1]
    if twice:
        return [max(twice, key=lambda pair: standing.count(pair[2], pair[0]))]
    return [(label, *places[:2]) for label in labels if len(places := _places(standing, label)) > 1]


def _places(standing: Standing, label: str) -> list[str]:
    """The piles in which photos of a label stand, the one with the most first."""
    piles, counts = np.unique(standing.piles[standing.truth == label], return_counts=True)
    order = np.argsort(-counts, kind="stable")
    return [str(pile) for pile in piles[order] if str(pile) in standing.meaning]


def _largest(standing: Standing) -> str:
    return max(sorted(standing.meaning), key=lambda pile: int((standing.piles == pile).sum()))


def _mixed(standing: Standing) -> list[str]:
    """The piles that one might split, the most mixed first."""
    purities = {pile: standing.precision(pile, label) or 0.0 for pile, label in sorted(standing.meaning.items())}
    large = [pile for pile in purities if (standing.piles == pile).sum() >= _SPLIT_FROM]
    return sorted(large, key=lambda pile: purities[pile])


def _split(trial: Trial, standing: Standing) -> Gesture:
    pile = _mixed(standing)[0]
    backbone = open_backbone(trial.options.backbone)
    split(trial.library, backbone, pile, None, trial.current_options, trial.job)
    # No pile to score: what it stood for may be in any of the parts.
    return Gesture(None, None, frozenset(standing.ids[standing.piles == pile].tolist()))


def _answer(trial: Trial, count: int) -> Gesture:
    touched: set[int] = set()
    while len(touched) < count:
        if touched:
            trial.retrain()
        asked = ask(trial, min(ROUND, count - len(touched)))
        if not asked:
            break
        touched.update(asked)
    return Gesture(None, None, frozenset(touched))


def ask(trial: Trial, count: int) -> list[int]:
    """Answer a round of so many questions: with the label's pile, or with a new one; returns the files asked about."""
    catalog = trial.library.catalog
    gallery, features = load_gallery(catalog, ""), load_features(catalog)
    found = select_questions(gallery, count, seed=0, job=trial.job, features=features)
    for question in found:
        label, homes = trial.truth[question.file], trial.standing().homes(trial.truth[question.file])
        if homes:
            move_home(trial, [question.file], homes[0], label, asked=True)
        else:
            make_pile(trial, [question.file], label, asked=True)
    return [question.file for question in found]
