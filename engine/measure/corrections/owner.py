"""A simulated owner, who sorts a library until 95 % of the photos stand as they want them, and counts gestures.

Sorted is a photo that stands in the one pile of its label: the pile in which the label is the most frequent one, and of
several such piles the one with the most of its photos. Each of these is one gesture:

    merge    a second pile of a label into the first
    drag     photos of one label out of one pile into their own: at most 20 that follow one another in the pile, the
             surest first, with none of another label between them, so that one sweep selects them
    new      the same, into a new pile, where the label has none yet
    answer   a question of Ask me
    retrain  and a look at what is proposed: accepted where it sorts more than a photo a gesture, otherwise dismissed
    refuse   one flow of what is proposed, from one pile into another, whose photos stay and are kept out from then on

A nimble owner counts a drag of the same label's photos from all over a screen, 40 that follow one another, as one
gesture too: the clicks that select them are free. A name costs nothing, for it sorts nothing.

The owner is greedy: always the gesture that sorts the most photos. A retrain is tried after a number of gestures; that
number doubles when it was of no use.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from engine.core.records import UNSURE
from engine.edits import Merge, Reject
from engine.edits.history import History
from engine.gallery.snapshot import load_gallery
from engine.measure.corrections.cases import ask, make_pile, move_home
from engine.measure.corrections.standing import Mask, Standing
from engine.measure.corrections.trial import Trial

SORTED = 0.95
SCREEN, SELECTED = 40, 20  # photos in sight, and photos that one drag takes at most
_REFUSED_FROM = 3  # photos that a refusal must keep sorted, net, to be worth a gesture
_PATIENCE = 1000  # gestures


@dataclass(frozen=True, slots=True)
class Habit:
    """How an owner works: `retrain_after` gestures a retrain (0: never), and questions answered before all else."""

    name: str
    retrain_after: int = 0
    questions: int = 0
    nimble: bool = False


HABITS = (
    Habit("by hand"),
    Habit("with retrains", 6),
    Habit("asking first", 6, 24),
    Habit("nimble, by hand", nimble=True),
    Habit("nimble, with retrains", 6, nimble=True),
)


@dataclass(frozen=True, slots=True)
class Option:
    """A gesture that would sort `gain` more photos."""

    gain: int
    kind: str
    do: Callable[[], object]


@dataclass
class Owner:
    """Sorts `trial` from the state that the first organise left."""

    trial: Trial
    habit: Habit
    done: Counter[str] = field(default_factory=Counter)
    curve: list[tuple[int, float]] = field(default_factory=list)  # gestures, share that is sorted

    def sort(self) -> dict[str, Any]:
        """Gestures until 95 % are sorted (None: never), by kind, and the way there."""
        self.trial.reset()
        share = self._note()
        if self.habit.questions and share < SORTED:
            self.done["answer"] += len(ask(self.trial, self.habit.questions))
            share = self._retrain()
        since, wait = 0, self.habit.retrain_after
        while share < SORTED and self.done.total() < _PATIENCE:
            if wait and since >= wait:
                before, since = share, 0
                share = self._retrain()
                wait *= 1 if share > before else 2
                continue
            best = max(self._options(), key=lambda option: option.gain, default=None)
            if best is None or best.gain <= 0:
                break
            best.do()
            self.done[best.kind] += 1
            since += 1
            share = self._note()
        return {
            "habit": self.habit.name,
            "gestures": self.done.total() if share >= SORTED else None,
            "sorted": share,
            "by": dict(self.done),
            "curve": self.curve,
        }

    def _note(self) -> float:
        share = float(is_sorted(self.trial.standing()).mean())
        self.curve.append((self.done.total(), round(share, 4)))
        return share

    def _options(self) -> Iterator[Option]:
        standing = self.trial.standing()
        yield from self._merges(standing)
        gallery = load_gallery(self.trial.library.catalog, "")
        for pile in sorted(set(standing.piles.tolist())):
            files = [gallery.files[row].id for row in gallery.members(pile).tolist()]
            labels = np.array([self.trial.truth[file] for file in files])
            for label in np.unique(labels).tolist():
                homes = standing.homes(label)
                if pile not in homes[:1]:
                    taken = [files[place] for place in selection(labels == label, self.habit.nimble)]
                    yield self._drag(taken, homes[0] if homes else None, label)

    def _merges(self, standing: Standing) -> Iterator[Option]:
        for label in np.unique(standing.truth).tolist():
            for source in (homes := standing.homes(label))[1:]:
                yield Option(standing.count(source, label), "merge", lambda s=source, t=homes[0]: self._merge(s, t))  # type: ignore[misc]

    def _merge(self, source: str, target: str) -> None:
        self.trial.do(Merge(source, target))
        self.trial.meant.pop(source, None)

    def _drag(self, files: list[int], home: str | None, label: str) -> Option:
        if home is None:
            return Option(len(files), "new", lambda: make_pile(self.trial, files, label))
        return Option(len(files), "drag", lambda: move_home(self.trial, files, home, label))

    def _retrain(self) -> float:
        """Retrain, refuse what does harm, and accept the rest if it helps; the share that is sorted then."""
        self.done["retrain"] += 1
        before = self.trial.standing()
        proposed = self.trial.propose()
        if proposed is not None:
            self.trial.accept(proposed)
            refused = harmful_flows(before, self.trial.standing())
            for (source, target), files in refused.items():
                self.trial.do(Reject(files, target, [(source, 1.0)] * len(files)))
            gain = int(is_sorted(self.trial.standing()).sum() - is_sorted(before).sum())
            if gain > len(refused):  # more than a photo a gesture: a drag would do that
                self.done["refuse"] += len(refused)
            else:
                for _ in range(1 + len(refused)):
                    History(self.trial.library.catalog).undo()
        return self._note()


def is_sorted(standing: Standing) -> Mask:
    """The photos that stand in the one pile of their label."""
    home = {label: homes[0] for label in np.unique(standing.truth).tolist() if (homes := standing.homes(label))}
    wanted = np.array([home.get(label, "") for label in standing.truth.tolist()])
    return np.asarray(standing.piles == wanted)


def selection(wanted: Mask, nimble: bool = False) -> list[int]:
    """The places that one drag takes, of a pile in which `wanted` (n,) are: the longest run, or the fullest screen."""
    if nimble:
        seen = np.convolve(wanted, np.ones(SCREEN), "full")[SCREEN - 1 :]  # from each place on
        start = int(seen.argmax())
        return [start + int(place) for place in np.flatnonzero(wanted[start : start + SCREEN])[:SELECTED]]
    places = np.flatnonzero(wanted)
    runs = np.split(places, np.flatnonzero(np.diff(places) > 1) + 1)
    return [int(place) for place in max(runs, key=len)[:SELECTED]]


def harmful_flows(before: Standing, after: Standing) -> dict[tuple[str, str], list[int]]:
    """The files of each flow, from pile to pile, by which some photos fewer are sorted than stay so without it."""
    gains = is_sorted(after).astype(np.int64) - is_sorted(before)
    flows: dict[tuple[str, str], list[int]] = {}
    for row in np.flatnonzero(before.piles != after.piles).tolist():
        flows.setdefault((str(before.piles[row]), str(after.piles[row])), []).append(row)
    return {
        flow: before.ids[rows].tolist()
        for flow, rows in sorted(flows.items())
        if gains[rows].sum() <= -_REFUSED_FROM and UNSURE not in flow
    }
