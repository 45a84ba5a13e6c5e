"""LockGate: what would change the photos of a locked cluster asks first, whatever way it is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from engine.edits import Edit, Merge, Move, TakeOver
from engine.gallery.snapshot import Gallery
from gallery_app.i18n.bidi import isolated
from gallery_app.i18n.numbers import counted, number

Go = Callable[[], object]


@dataclass(frozen=True)
class Question:
    """One sentence with the numbers, and the verb of the button that goes on."""

    sentence: str
    verb: str


class LockGate(QObject):
    """`ask` shows a Question and calls one of the two it is given with it; without it nobody is asked.

    A lock itself, a name, Undo and what the program does by itself do not ask: the first three are meant as they are
    said, and the last leaves locked clusters alone.
    """

    declined = Signal()  # what was asked about is not done

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ask: Callable[[Question, Go, Go], object] | None = None

    def edit(self, gallery: Gallery, edit: Edit, go: Go) -> None:
        """Go on with an edit, or ask first."""
        if isinstance(edit, Move):
            self.move(gallery, edit.files, edit.cluster, go)
        elif isinstance(edit, Merge):
            files = gallery.ids[gallery.members(edit.source)].tolist()
            crossing = _crossing(gallery, files, edit.target)
            self._pass(None if crossing is None else Question(self._merging(crossing), self.tr("Merge")), go)
        elif isinstance(edit, TakeOver):
            self._take_over(gallery, edit, go)
        else:
            go()

    def move(self, gallery: Gallery, files: Iterable[int], target: str | None, go: Go) -> None:
        """Photos go into a cluster, or, None, out of theirs into one that is new or not known yet."""
        crossing = _crossing(gallery, files, target)
        self._pass(None if crossing is None else Question(self._moving(crossing), self.tr("Move")), go)

    def split(self, gallery: Gallery, cluster: str, go: Go) -> None:
        """A cluster is divided."""
        found = next((c for c in gallery.clusters if c.id == cluster and c.locked), None)
        if found is None:
            go()
            return
        says = self.tr("{1} is locked. Split its {0} photo?"), self.tr("{1} is locked. Split its {0} photos?")
        self._pass(Question(counted(found.members, *says, isolated(found.name)), self.tr("Split")), go)

    def _take_over(self, gallery: Gallery, edit: TakeOver, go: Go) -> None:
        """Photos get a cluster by the name they have elsewhere; those of locked ones stay there."""
        locked = {c.id: isolated(c.name) for c in gallery.clusters if c.locked}
        into = [group for group in edit.groups if group["id"] in locked]
        count, names = sum(len(group["files"]) for group in into), [locked[group["id"]] for group in into]
        one, many = (
            self.tr("{1} is locked. Move {0} photo into it?"),
            self.tr("{1} is locked. Move {0} photos into it?"),
        )
        if len(into) > 1:
            one = many = self.tr("{1} are locked. Move {0} photos into them?")
        asks = Question(counted(count, one, many, ", ".join(names)), self.tr("Take over"))
        self._pass(asks if into else None, go)

    def _pass(self, question: Question | None, go: Go) -> None:
        if question is None or self.ask is None:
            go()
        else:
            self.ask(question, go, self.declined.emit)

    def _moving(self, crossing: _Crossing) -> str:
        """ "Dogs is locked. Move 3 photos out of it?" """
        count, leave, into = crossing.count, crossing.leave, crossing.into
        if leave and into:
            one = self.tr("{1} and {2} are locked. Move {0} photo?")
            return counted(count, one, self.tr("{1} and {2} are locked. Move {0} photos?"), ", ".join(leave), into)
        if into:
            one = self.tr("{1} is locked. Move {0} photo into it?")
            return counted(count, one, self.tr("{1} is locked. Move {0} photos into it?"), into)
        if len(leave) > 1:
            return self.tr("{1} are locked. Move {0} photos out of them?").format(number(count), ", ".join(leave))
        one = self.tr("{1} is locked. Move {0} photo out of it?")
        return counted(count, one, self.tr("{1} is locked. Move {0} photos out of it?"), *leave)

    def _merging(self, crossing: _Crossing) -> str:
        """ "Dogs is locked. Merge 12 photos into it?" """
        count, leave, into = crossing.count, crossing.leave, crossing.into
        if leave and into:
            one = self.tr("{1} and {2} are locked. Merge {0} photo into {2}?")
            many = self.tr("{1} and {2} are locked. Merge {0} photos into {2}?")
            return counted(count, one, many, *leave, into)
        if into:
            one = self.tr("{1} is locked. Merge {0} photo into it?")
            return counted(count, one, self.tr("{1} is locked. Merge {0} photos into it?"), into)
        one = self.tr("{1} is locked. Merge its {0} photo into another cluster?")
        return counted(count, one, self.tr("{1} is locked. Merge its {0} photos into another cluster?"), *leave)


@dataclass(frozen=True)
class _Crossing:
    """How many photos leave locked clusters or come into one, and the names of those."""

    count: int
    leave: list[str]
    into: str


def _crossing(gallery: Gallery, files: Iterable[int], target: str | None) -> _Crossing | None:
    """None where no locked cluster is touched; of what leaves only the photos of locked ones are counted."""
    locked = {c.id: isolated(c.name) for c in gallery.clusters if c.locked}
    if not locked:
        return None
    rows = [gallery.row_of[file] for file in files if file in gallery.row_of]
    clusters = (None if (c := gallery.cluster_of(row)) is None else c.id for row in rows)
    leaving = Counter(cluster for cluster in clusters if cluster != target)
    leave = {id_: count for id_, count in leaving.items() if id_ in locked}
    into = locked.get(target or "", "") if leaving else ""
    if not leave and not into:
        return None
    count = leaving.total() if into else sum(leave.values())
    return _Crossing(count, [locked[id_] for id_ in leave if id_ is not None], into)
