"""Whose faces are: average linkage of their codes, in which what the user said is a fact and an example.

Pins are examples of a person with which others group, and so are a person's most typical faces where something was said
about them; a face that is not Ann's, and what is more like it than like her, stays out of her; so does what is like a
stranger, or like what is no face, unless it is known to be somebody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from engine.core.records import Floats, Ints
from engine.people.linkage import BATCH, Group, Linkage

LIMIT = 0.6  # distance of two groups that are one person: see docs/benchmarks.md, Faces
WEAK_LIMIT = 0.5  # of a face that is hard to see from a person's
_MOST_TYPICAL = 8  # faces that stand for a person
_NOBODY = 0


@dataclass(frozen=True)
class Said:
    """What is known beside the codes of n faces, by index; persons are positive numbers.

    `before` (n,) is the person of each when they were grouped last, 0 for nobody; `pins` whose a face is; `rejected`
    whose it is not; `strangers` are nobody's. A person who is `named` is never joined with another one.
    """

    before: Ints
    pins: Mapping[int, int] = field(default_factory=dict)
    rejected: Mapping[int, frozenset[int]] = field(default_factory=dict)
    strangers: frozenset[int] = frozenset()
    named: frozenset[int] = frozenset()

    @property
    def spoken_of(self) -> set[int]:
        """The persons about whose faces something was said: theirs are grouped anew, those of others stand."""
        of_pinned = {int(self.before[i]) for i in self.pins}
        return {*self.pins.values()}.union(of_pinned, *self.rejected.values()) - {_NOBODY}


def group_faces(
    codes: Floats,
    contents: Ints,
    weak: NDArray[np.bool_],
    said: Said,
    limit: float = LIMIT,
    tick: Callable[[], None] = lambda: None,
) -> Ints:
    """The person of each of n faces: 0 is nobody's, below 0 are new persons, -1 the one with the most faces.

    `codes` float32 (n, 128); `contents` (n,) tell pictures apart: nobody is twice on one; `weak` faces make no person,
    and join one they are close to. A person has two faces at least, or a pin.
    """
    linkage = Linkage(codes, limit, tick)
    facts = {*said.pins, *said.rejected, *said.strangers}
    joining = set(np.flatnonzero(weak).tolist()) - {*said.pins, *said.strangers}
    standing = _standing(said, contents, joining)
    examples = _examples(codes, said)
    fixed = {i for group in standing for i in group.members}
    singles = [
        Group([i], _label(i, said, examples), {int(contents[i])}, set(said.rejected.get(i, ())))
        for i in range(len(codes))
        if i not in fixed and i not in joining
    ]
    singles.sort(key=lambda group: group.members[0] not in facts and group.label == _NOBODY)  # the examples first
    linkage.stand(standing)
    linkage.add(singles)
    _join(linkage, codes, contents, sorted(joining), said)
    return _persons(linkage.groups, said, len(codes))


def parts_of(codes: Floats, contents: Ints) -> list[list[int]]:
    """A person's faces (n, 128) as the two or more that they rather are, by index, the largest part first.

    The limit comes down until a second part has a tenth of the faces; what is left over is with the part it is nearest.
    One part where all are alike.
    """
    for limit in np.arange(LIMIT, 0.15, -0.03):
        linkage = Linkage(codes, float(limit))
        linkage.add([Group([i], contents={int(contents[i])}) for i in range(len(codes))])
        parts = [k for k, group in enumerate(linkage.groups) if len(group.members) >= max(1, len(codes) // 10)]
        if len(parts) > 1:
            nearest = linkage.distances(codes)[:, parts].argmin(1)
            own = [[int(i) for i in np.flatnonzero(nearest == k)] for k in range(len(parts))]
            return sorted((part for part in own if part), key=len, reverse=True)
    return [list(range(len(codes)))]


def _standing(said: Said, contents: Ints, joining: set[int]) -> list[Group]:
    """The persons about whom nothing was said, as they were."""
    spoken_of = said.spoken_of
    members: dict[int, list[int]] = {}
    for i, person in enumerate(said.before.tolist()):
        if person not in spoken_of and not (
            person == _NOBODY or i in joining or i in said.rejected or i in said.strangers
        ):
            members.setdefault(person, []).append(i)
    return [
        Group(found, person if person in said.named else _NOBODY, {int(contents[i]) for i in found}, known=True)
        for person, found in members.items()
        if len(found) > 1 or person in said.named
    ]


def _examples(codes: Floats, said: Said) -> dict[int, int]:
    """Faces that stand for a person about whom something was said: the most typical of what is not contradicted."""
    examples: dict[int, int] = {}
    for person in sorted(said.spoken_of):
        members = [
            i
            for i in np.flatnonzero(said.before == person).tolist()
            if i not in said.strangers
            and said.pins.get(i, person) == person
            and person not in said.rejected.get(i, frozenset())
        ]
        if members:
            apart = ((codes[members] - codes[members].mean(0)) ** 2).sum(1)
            typical = np.argsort(apart, kind="stable")[: min(_MOST_TYPICAL, -(-len(members) // 3))]
            examples |= {members[i]: person for i in typical.tolist()}
    return examples


def _label(i: int, said: Said, examples: Mapping[int, int]) -> int:
    """Whose a face is surely; a stranger is a person of their own, below 0."""
    return -1 - i if i in said.strangers else said.pins.get(i, examples.get(i, _NOBODY))


def _join(linkage: Linkage, codes: Floats, contents: Ints, weak: list[int], said: Said) -> None:
    """Let each weak face join the nearest group that is a person, if it is near."""
    people = [k for k, group in enumerate(linkage.groups) if _is_person(group) or group.label < 0]
    if not people:
        return
    for start in range(0, len(weak), BATCH):
        batch = weak[start : start + BATCH]
        apart = linkage.distances(codes[batch])[:, people]
        for i, row in zip(batch, apart, strict=True):
            single = Group([i], contents={int(contents[i])}, forbidden=set(said.rejected.get(i, ())))
            near = [k for k in np.flatnonzero(row <= WEAK_LIMIT).tolist() if single.may_join(linkage.groups[people[k]])]
            if near:
                linkage.groups[people[min(near, key=lambda k: row[k])]].take(single)


def _is_person(group: Group) -> bool:
    return group.label > 0 or (group.label == _NOBODY and len(group.members) > 1)


def _persons(groups: list[Group], said: Said, count: int) -> Ints:
    """What groups are: the person they are labelled with, the one most of theirs were before, or a new one."""
    persons = np.zeros(count, np.int64)
    taken = {group.label for group in groups if group.label > 0}
    for group in groups:
        if group.label > 0:
            persons[group.members] = group.label
    free = [group for group in groups if group.label == _NOBODY and _is_person(group)]
    shared = [
        (-number, person, k)
        for k, group in enumerate(free)
        for person, number in Counter(said.before[group.members].tolist()).items()
        if person != _NOBODY and person not in group.forbidden
    ]
    found: dict[int, int] = {}
    for _, person, k in sorted(shared):
        if person not in taken and k not in found:
            found[k] = person
            taken.add(person)
    new = [k for k in range(len(free)) if k not in found]
    new.sort(key=lambda k: (-len(free[k].members), free[k].members))
    found |= {k: -1 - rank for rank, k in enumerate(new)}
    for k, person in found.items():
        persons[free[k].members] = person
    for i, person in said.pins.items():
        persons[i] = person
    return persons


def facts_hold(persons: Ints, said: Said) -> bool:
    """Whether a grouping contradicts nothing that was said."""
    return (
        all(persons[i] == person for i, person in said.pins.items())
        and not any(int(persons[i]) in whose for i, whose in said.rejected.items())
        and not any(persons[i] for i in said.strangers)
    )
