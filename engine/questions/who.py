"""Who is this: the persons without a name that are most worth asking about, and whom each may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from engine.core.records import Floats
from engine.gallery.people import PersonCard, people_of
from engine.gallery.snapshot import Gallery
from engine.library.catalog.understanding.face_table import Coded

LIKELY = 9  # named persons that are offered for one
NEAR = 0.72  # distance of mean codes within which somebody seen once may be one who has a name


@dataclass(frozen=True)
class WhoQuestion:
    """Who is `person`? `likely` are persons with a name, the most alike first."""

    person: int
    likely: tuple[int, ...]


def who_to_ask(gallery: Gallery, coded: Coded, count: int) -> tuple[WhoQuestion, ...]:
    """At most `count` questions: who is on the most photos first; who is on one alone only where a name is near."""
    cards = [card for card in people_of(gallery, hidden=False) if card.faces]
    named = [card for card in cards if card.name]
    means = mean_codes(gallery, coded)
    asked: list[tuple[int, float, WhoQuestion]] = []
    for card in (card for card in cards if not card.name):
        distances = _distances(card, named, means)
        order = np.argsort(distances, kind="stable")
        nearest = float(distances[order[0]]) if len(order) else np.inf
        if card.photos > 1 or nearest <= NEAR:
            question = WhoQuestion(card.id, tuple(named[int(i)].id for i in order[:LIKELY]))
            asked.append((-card.photos, nearest, question))
    asked.sort(key=lambda one: one[:2])
    return tuple(question for _, _, question in asked[:count])


def mean_codes(gallery: Gallery, coded: Coded) -> dict[int, Floats]:
    """The mean code (128,) of each person that has coded faces."""
    person_of = {f.id: f.person for faces in gallery.understood.faces.values() for f in faces if f.person is not None}
    persons = np.array([person_of.get(int(id_), -1) for id_ in coded.ids], np.int64)
    return {int(p): coded.codes[persons == p].mean(0) for p in np.unique(persons[persons >= 0])}


def _distances(card: PersonCard, named: list[PersonCard], means: Mapping[int, Floats]) -> Floats:
    """How far the named ones are, in the space of codes; without codes all are equally far."""
    own = means.get(card.id)
    found = [np.inf if own is None or p.id not in means else np.linalg.norm(own - means[p.id]) for p in named]
    return np.array(found, np.float32)
