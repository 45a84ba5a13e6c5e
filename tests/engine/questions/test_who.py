"""Who is asked about, and whom each may be: by how often somebody is seen, and by how alike faces are."""

from __future__ import annotations

import numpy as np

from engine.core.records import Box, Face, File, Person
from engine.gallery.snapshot import Gallery
from engine.gallery.understood import Understood
from engine.library.catalog.understanding.face_table import Coded
from engine.questions.who import NEAR, who_to_ask

BOX = Box(0.1, 0.1, 0.3, 0.3)
ANN, BEN, OFTEN, TWICE, NEAR_BEN, FAR, HIDDEN = range(1, 8)
PHOTOS = {ANN: 2, BEN: 2, OFTEN: 4, TWICE: 2, NEAR_BEN: 1, FAR: 1, HIDDEN: 5}
DIRECTIONS = {ANN: 0, BEN: 1, OFTEN: 2, TWICE: 0, NEAR_BEN: 1, FAR: 3, HIDDEN: 4}  # persons of one look alike


def library() -> tuple[Gallery, Coded]:
    """Each photo shows one face."""
    whose = [person for person, count in PHOTOS.items() for _ in range(count)]
    digests = [f"{at:04}" for at in range(len(whose))]
    faces = {d: (Face(at + 1, d, BOX, 0.9, p),) for at, (d, p) in enumerate(zip(digests, whose, strict=True))}
    names = {ANN: "Ann", BEN: "Ben"}
    persons = {p: Person(p, names.get(p, ""), hidden=p == HIDDEN) for p in PHOTOS}
    codes = np.zeros((len(whose), 128), np.float32)
    codes[np.arange(len(whose)), [DIRECTIONS[p] for p in whose]] = 1
    codes[[at for at, p in enumerate(whose) if p in (TWICE, NEAR_BEN)], 9] = NEAR / 2
    files = tuple(File(at, 0, f"{d}.jpg", 1, 1, d) for at, d in enumerate(digests))
    count = len(whose)
    coded = Coded(
        np.arange(1, count + 1), tuple(digests), (BOX,) * count, np.full(count, 0.9, np.float32), codes,
        np.zeros(count, np.bool_), (None,) * count,
    )  # fmt: skip
    return Gallery(files=files, understood=Understood(faces=faces, persons=persons)), coded


def test_who_is_seen_most_is_asked_about_first_and_the_most_alike_is_offered_first() -> None:
    questions = who_to_ask(*library(), count=9)
    assert [question.person for question in questions] == [OFTEN, TWICE, NEAR_BEN]
    likely = {question.person: question.likely[0] for question in questions}
    assert likely[TWICE] == ANN
    assert likely[NEAR_BEN] == BEN


def test_no_more_is_asked_than_is_wanted_and_without_codes_all_the_same() -> None:
    gallery, coded = library()
    assert [question.person for question in who_to_ask(gallery, coded, count=1)] == [OFTEN]
    nothing = Coded(coded.ids[:0], (), (), coded.scores[:0], coded.codes[:0], coded.doubtful[:0], ())
    without = who_to_ask(gallery, nothing, count=9)
    assert [question.person for question in without] == [OFTEN, TWICE]
    assert set(without[0].likely) == {ANN, BEN}
