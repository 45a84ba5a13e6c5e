"""Edits of people: whose a face is or is not, and how persons are called, merged, split and hidden.

What is said is kept by content and place, (digest, x, y, width, height): it holds whatever faces are found anew.
The functions at the end make edits of the ids of faces; `History.do` does them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from engine.core.errors import Sentence, UserError
from engine.core.records import Box, Changes, Person
from engine.edits.edit import Edit, register
from engine.edits.words_on_faces import say_of
from engine.library.catalog.catalog import Catalog
from engine.library.catalog.understanding.face_table import SAME
from engine.library.catalog.understanding.face_words import FaceWord

Place = Sequence[Any]  # digest, x, y, width, height: as JSON has it


def faces(count: int) -> Sentence:
    """So many faces, as part of a label."""
    return Sentence("1 face") if count == 1 else Sentence("{count:,} faces", count=count)


@dataclass(frozen=True)
class _PeopleEdit(Edit):
    def concerns(self, catalog: Catalog) -> tuple[set[str], set[int]]:
        """The contents of whose faces something is said, and the persons that change."""
        raise NotImplementedError

    def inverse(self, catalog: Catalog) -> Edit:
        return _state(catalog, *self.concerns(catalog))


@register("name person")
@dataclass(frozen=True)
class NamePerson(_PeopleEdit):
    """Say who a person is."""

    person: int
    name: str

    def label(self, catalog: Catalog) -> Sentence:
        old = get_person(catalog, self.person).name
        if old:
            return Sentence("rename {person} to {name}", person=old, name=self.name)
        return Sentence("name a person {name}", name=self.name)

    def concerns(self, catalog: Catalog) -> tuple[set[str], set[int]]:
        return set(), {self.person}

    def change(self, catalog: Catalog) -> Changes:
        name = self.name.strip()
        if not name:
            raise UserError("A person needs a name of at least one letter.")
        others = catalog.faces.persons().values()
        if any(p.name.casefold() == name.casefold() and p.id != self.person for p in others):
            raise UserError("There is a person {name!r} already: merge the two, or choose another name.", name=name)
        catalog.faces.put_persons([get_person(catalog, self.person)._replace(name=name)])
        return Changes.PEOPLE


@register("hide person")
@dataclass(frozen=True)
class HidePerson(_PeopleEdit):
    """Show a person nowhere, or again."""

    person: int
    hidden: bool

    def label(self, catalog: Catalog) -> Sentence:
        name = get_person(catalog, self.person).name
        if self.hidden:
            return Sentence("hide {person}", person=name) if name else Sentence("hide a person")
        return Sentence("show {person} again", person=name) if name else Sentence("show a person again")

    def concerns(self, catalog: Catalog) -> tuple[set[str], set[int]]:
        return set(), {self.person}

    def change(self, catalog: Catalog) -> Changes:
        catalog.faces.put_persons([get_person(catalog, self.person)._replace(hidden=self.hidden)])
        return Changes.PEOPLE


@register("merge persons")
@dataclass(frozen=True)
class MergePersons(_PeopleEdit):
    """All are one: the first keeps its id, and the first name that there is."""

    persons: list[int]

    def label(self, catalog: Catalog) -> Sentence:
        names = [name for p in self.persons if (name := get_person(catalog, p).name)]
        if names:
            return Sentence("merge {count:,} persons into {person}", count=len(self.persons), person=names[0])
        return Sentence("merge {count:,} persons", count=len(self.persons))

    def concerns(self, catalog: Catalog) -> tuple[set[str], set[int]]:
        return {d for p in self.persons for d in _contents_of(catalog, p)}, set(self.persons)

    def change(self, catalog: Catalog) -> Changes:
        first, *others = [get_person(catalog, p) for p in dict.fromkeys(self.persons)]
        if not others:
            raise UserError("A person cannot be merged with itself.")
        name = next((p.name for p in (first, *others) if p.name), "")
        merged = {p.id for p in others}
        for other in others:
            for digest in _contents_of(catalog, other.id):
                words = catalog.faces.words.of(digest)
                taken = [w for w in words if not (w.word == "not" and w.person in (*merged, first.id))]
                catalog.faces.words.set(
                    digest, [w._replace(person=first.id) if w.person in merged else w for w in taken]
                )
            say_of(catalog, catalog.faces.places(catalog.faces.members(other.id)), "is", first.id)
        called = {n: first.id if p in merged else p for n, p in catalog.faces.names().items()}
        catalog.faces.set_names(called)
        catalog.faces.drop_persons(merged)
        catalog.faces.put_persons([first._replace(name=name)])
        return Changes.PEOPLE


@register("is person")
@dataclass(frozen=True)
class IsPerson(_PeopleEdit):
    """These faces are a person's: a fact, and an example. One that there is not is made, with `name`."""

    places: list[Place]
    person: int
    name: str = ""

    def label(self, catalog: Catalog) -> Sentence:
        name = self.name or catalog.faces.persons().get(self.person, Person(0)).name
        count = faces(len(self.places))
        if name:
            return Sentence("{faces} of {person}", faces=count, person=name)
        return Sentence("make a person of {faces}", faces=count)

    def concerns(self, catalog: Catalog) -> tuple[set[str], set[int]]:
        return _contents(self.places), {self.person}

    def change(self, catalog: Catalog) -> Changes:
        if self.person not in catalog.faces.persons():
            catalog.faces.put_persons([Person(self.person, "")])
        if self.name:
            NamePerson(self.person, self.name).change(catalog)
        say_of(catalog, _boxes(self.places), "is", self.person)
        return Changes.PEOPLE


@register("not person")
@dataclass(frozen=True)
class NotPerson(_PeopleEdit):
    """ "Not Ann": keeps faces out of a person."""

    places: list[Place]
    person: int

    def label(self, catalog: Catalog) -> Sentence:
        name, count = get_person(catalog, self.person).name, faces(len(self.places))
        return (
            Sentence("{faces} not of {person}", faces=count, person=name)
            if name
            else Sentence("take {faces} out of a person", faces=count)
        )

    def concerns(self, catalog: Catalog) -> tuple[set[str], set[int]]:
        return _contents(self.places), set()

    def change(self, catalog: Catalog) -> Changes:
        get_person(catalog, self.person)
        say_of(catalog, _boxes(self.places), "not", self.person)
        return Changes.PEOPLE


@register("stranger")
@dataclass(frozen=True)
class Stranger(_PeopleEdit):
    """Nobody the user knows: these faces are in no person, and make none."""

    places: list[Place]

    def label(self, catalog: Catalog) -> Sentence:
        return Sentence("{faces} of strangers", faces=faces(len(self.places)))

    def concerns(self, catalog: Catalog) -> tuple[set[str], set[int]]:
        return _contents(self.places), set()

    def change(self, catalog: Catalog) -> Changes:
        say_of(catalog, _boxes(self.places), "stranger")
        return Changes.PEOPLE


@register("not a face")
@dataclass(frozen=True)
class NotAFace(_PeopleEdit):
    """There is no face in these places; one that was drawn is taken away."""

    places: list[Place]

    def label(self, catalog: Catalog) -> Sentence:
        return Sentence("no face in {count:,} places", count=len(self.places))

    def concerns(self, catalog: Catalog) -> tuple[set[str], set[int]]:
        return _contents(self.places), set()

    def change(self, catalog: Catalog) -> Changes:
        say_of(catalog, _boxes(self.places), "no face")
        return Changes.PEOPLE


@register("draw face")
@dataclass(frozen=True)
class DrawFace(_PeopleEdit):
    """There is a face that was missed; it is `person`'s, made if there is no such, or 0: nobody has said whose."""

    place: Place
    person: int = 0
    name: str = ""

    def label(self, catalog: Catalog) -> Sentence:
        return Sentence("draw a face")

    def concerns(self, catalog: Catalog) -> tuple[set[str], set[int]]:
        return _contents([self.place]), {self.person} - {0}

    def change(self, catalog: Catalog) -> Changes:
        [(digest, box)] = _boxes([self.place])
        if not (box.width > 0 and box.height > 0 and box.overlap(Box(0, 0, 1, 1)) > 0):
            raise UserError("A face needs a frame within its photo.")
        words = [w for w in catalog.faces.words.of(digest) if not (w.word == "no face" and w.box.overlap(box) >= SAME)]
        catalog.faces.words.set(digest, [*words, FaceWord(digest, box, "drawn")])
        catalog.faces.settle_drawn(digest)
        if self.person:
            IsPerson([self.place], self.person, self.name).change(catalog)
        return Changes.PEOPLE


@register("split person")
@dataclass(frozen=True)
class SplitPerson(_PeopleEdit):
    """Divide a person: `parts` are the id of each part's person and its places; the first is the person itself."""

    person: int
    parts: list[tuple[int, list[Place]]]

    def label(self, catalog: Catalog) -> Sentence:
        name, number = get_person(catalog, self.person).name, len(self.parts)
        if name:
            return Sentence("split {person} into {number}", person=name, number=number)
        return Sentence("split a person into {number}", number=number)

    def concerns(self, catalog: Catalog) -> tuple[set[str], set[int]]:
        return {d for _, places in self.parts for d in _contents(places)}, {person for person, _ in self.parts}

    def change(self, catalog: Catalog) -> Changes:
        get_person(catalog, self.person)
        for person, places in self.parts:
            IsPerson(places, person).change(catalog)
        return Changes.PEOPLE


@register("restore people")
@dataclass(frozen=True)
class RestorePeople(_PeopleEdit):
    """Put back what was said of the faces of contents, whose they were, and persons: the inverse of all the others."""

    words: dict[str, list[list[Any]]]  # by content: x, y, width, height, word, person
    whose: dict[str, list[list[Any]]]  # by content: x, y, width, height, person
    persons: list[dict[str, Any]] = field(default_factory=list)
    absent: list[int] = field(default_factory=list)  # persons that there were not
    names: dict[str, int] = field(default_factory=dict)

    def label(self, catalog: Catalog) -> Sentence:
        return Sentence("put back")

    def concerns(self, catalog: Catalog) -> tuple[set[str], set[int]]:
        return set(self.words), {p["id"] for p in self.persons} | set(self.absent)

    def change(self, catalog: Catalog) -> Changes:
        catalog.faces.put_persons(Person(**row) for row in self.persons)
        catalog.faces.drop_persons(self.absent)
        catalog.faces.set_names(self.names)
        for digest, words in self.words.items():
            catalog.faces.words.set(digest, [FaceWord(digest, Box(*w[:4]), w[4], w[5]) for w in words])
            catalog.faces.settle_drawn(digest)
            then = [(Box(*row[:4]), row[4]) for row in self.whose[digest]]
            here = {i: face.box for i, (face, _) in catalog.faces.of([digest]).items()}
            catalog.faces.assign(
                {i: next((p for b, p in then if b.overlap(box) >= SAME), None) for i, box in here.items()}
            )
        return Changes.PEOPLE


def get_person(catalog: Catalog, person: int) -> Person:
    """The person with this id; a UserError where there is none."""
    found = catalog.faces.persons().get(person)
    if found is None:
        raise UserError("There is no such person in this library any more.")
    return found


def name_person(person: int, name: str) -> NamePerson:
    return NamePerson(person, name)


def hide_person(person: int, hidden: bool) -> HidePerson:
    return HidePerson(person, hidden)


def merge_persons(persons: Sequence[int]) -> MergePersons:
    return MergePersons(list(persons))


def is_person(catalog: Catalog, face_ids: Iterable[int], person: int | None, name: str = "") -> IsPerson:
    """The faces are `person`'s, or, where that is None, a new one's."""
    return IsPerson(_places(catalog, face_ids), catalog.faces.fresh_person() if person is None else person, name)


def not_person(catalog: Catalog, face_ids: Iterable[int], person: int) -> NotPerson:
    return NotPerson(_places(catalog, face_ids), person)


def stranger(catalog: Catalog, face_ids: Iterable[int]) -> Stranger:
    return Stranger(_places(catalog, face_ids))


def not_a_face(catalog: Catalog, face_ids: Iterable[int]) -> NotAFace:
    return NotAFace(_places(catalog, face_ids))


def draw_face(catalog: Catalog, digest: str, box: Box, person: int | None = None, name: str = "") -> DrawFace:
    """A face that was missed: `person`'s; with a name alone a new one's; else nobody has said whose."""
    whose = catalog.faces.fresh_person() if person is None and name else person or 0
    return DrawFace([digest, *box], whose, name)


def split_parts(catalog: Catalog, person: int, parts: Sequence[Iterable[int]]) -> SplitPerson:
    """Divide a person into these parts, ids of faces each; the first stays the person."""
    fresh = catalog.faces.fresh_person()
    ids = [person, *range(fresh, fresh + len(parts) - 1)]
    return SplitPerson(person, [(i, _places(catalog, part)) for i, part in zip(ids, parts, strict=True)])


def _places(catalog: Catalog, face_ids: Iterable[int]) -> list[Place]:
    return [[digest, *box] for digest, box in catalog.faces.places(face_ids)]


def _boxes(places: Iterable[Place]) -> list[tuple[str, Box]]:
    return [(str(digest), Box(*box)) for digest, *box in places]


def _contents(places: Iterable[Place]) -> set[str]:
    return {str(place[0]) for place in places}


def _contents_of(catalog: Catalog, person: int) -> set[str]:
    """The contents on which a person is seen, or of whose faces something was said about it."""
    seen = {digest for digest, _ in catalog.faces.places(catalog.faces.members(person))}
    return seen | {word.digest for word in catalog.faces.words.of_person(person)}


def _state(catalog: Catalog, contents: Iterable[str], persons: Iterable[int]) -> RestorePeople:
    known, order = catalog.faces.persons(), sorted(contents)
    return RestorePeople(
        {d: [[*w.box, w.word, w.person] for w in catalog.faces.words.of(d)] for d in order},
        {
            d: [[*face.box, face.person] for face, _ in catalog.faces.of([d]).values() if face.person is not None]
            for d in order
        },
        [known[p]._asdict() for p in sorted(persons) if p in known],
        [p for p in sorted(persons) if p not in known],
        catalog.faces.names(),
    )
