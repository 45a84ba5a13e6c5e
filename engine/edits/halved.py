"""A person that turned out to be two people, divided by how the faces look."""

from __future__ import annotations

import itertools

import numpy as np

from engine.core.errors import UserError
from engine.edits.people import SplitPerson, split_parts
from engine.library.catalog.catalog import Catalog
from engine.people.halves import halves


def halved(catalog: Catalog, person: int) -> SplitPerson:
    """The edit that divides a person in two; the larger half stays who it is. UserError where there is nothing to."""
    coded, members = catalog.faces.coded(), catalog.faces.members(person)
    known = {int(id_): code for id_, code in zip(coded.ids, coded.codes, strict=True)}
    faces = [face for face in members if face in known]
    if len(faces) < 2:
        raise UserError("There is nothing to split: at most one face of this person can be compared.")
    second = halves(np.stack([known[face] for face in faces]))
    one, other = (list(itertools.compress(faces, part)) for part in (~second, second))
    return split_parts(catalog, person, [one, other])
