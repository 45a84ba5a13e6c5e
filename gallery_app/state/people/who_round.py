"""WhoRound: one round of the question who somebody is: the persons without a name, one at a time."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from engine.core.records import Face
from engine.edits import people as edits
from engine.gallery.people import PersonCard
from engine.library.catalog.understanding.face_table import Coded
from engine.questions.who import WhoQuestion, who_to_ask
from gallery_app.engine_client.background import JobRunner, Ticket
from gallery_app.state.session import Session

QUESTIONS = 24
TARGETS = 9  # keys 1 to 9


class WhoRound(QObject):
    """Each answer is an edit of its own; undoing one brings its question back."""

    changed = Signal()

    def __init__(self, session: Session, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._people, self._jobs = session, session.people, jobs
        self._search: Ticket | None = None
        self._questions: tuple[WhoQuestion, ...] = ()
        self._index = 0
        self._pending = 0  # answers whose edits are not in the gallery yet
        self.running = False
        self.answers: list[tuple[int, str]] = []  # the question's number and what was said, in words
        session.changed.connect(self._follow)
        self._people.changed.connect(self._look)
        session.failed.connect(lambda _sentence: self._reopen())
        session.opened.connect(self.end)

    # What is asked

    @property
    def searching(self) -> bool:
        """Whether questions are being chosen."""
        return self._search is not None

    @property
    def question(self) -> PersonCard | None:
        """The person in question; None while they are chosen, and after the last."""
        if not self.running or self._index >= self.total:
            return None
        return self._people.card(self._questions[self._index].person)

    @property
    def number(self) -> int:
        """The current question's number, from 1."""
        return self._index + 1

    @property
    def total(self) -> int:
        return len(self._questions)

    def faces(self) -> tuple[Face, ...]:
        """Some faces of the person in question, the best one first."""
        card = self.question
        return () if card is None else self._people.best_faces(card.id)

    def targets(self) -> list[PersonCard]:
        """Persons with a name that it may be, the most alike first; who was named meanwhile comes last."""
        if self.question is None:
            return []
        likely = [self._people.card(person) for person in self._questions[self._index].likely]
        found = [card for card in likely if card is not None and card.name]
        new = [card for card in self._people.cards if card.name and not card.hidden and card not in found]
        return [*found, *new][:TARGETS]

    # What is done

    def start(self) -> None:
        """Choose the persons that are most worth asking about, off the GUI thread."""
        gallery = self._session.gallery
        self._drop_search()
        self._begin(())

        def found(questions: tuple[WhoQuestion, ...]) -> None:
            self._begin(questions)
            self._skip_missing()
            self.changed.emit()

        def choose(coded: Coded) -> None:
            self._search = self._jobs.run(lambda: who_to_ask(gallery, coded, QUESTIONS), found, over=self._over)

        self._search = self._session.query(
            lambda library: library.catalog.faces.coded(), choose, lambda _sentence: self.end(), over=self._over
        )
        self.changed.emit()

    def end(self) -> None:
        self._drop_search()
        self.running = False
        self.changed.emit()

    def answer(self, index: int) -> None:
        """It is the target at `index`, from 0; ignored where there is none."""
        card, targets = self.question, self.targets()
        if card is not None and index < len(targets):
            self._answer(targets[index].name)
            self._people.merge(card.id, targets[index].id, self)

    def answer_with_name(self, name: str) -> None:
        """It is the person of this name, or somebody new who is called so."""
        card = self.question
        if card is not None and name:
            self._answer(name)
            self._people.name(card.id, name, self)

    def answer_strangers(self) -> None:
        """Nobody the user knows."""
        card = self.question
        if card is not None:
            self._answer(self.tr("a stranger"))
            self._people.whole(card.id, edits.stranger, self)

    def answer_no_faces(self) -> None:
        """There is no face at all."""
        card = self.question
        if card is not None:
            self._answer(self.tr("not a face"))
            self._people.whole(card.id, edits.not_a_face, self)

    def skip(self) -> None:
        if self.question is not None:
            self._index += 1
            self._skip_missing()
            self.changed.emit()

    def _begin(self, questions: tuple[WhoQuestion, ...]) -> None:
        self._questions, self._index, self.running = questions, 0, True
        self.answers, self._pending = [], 0

    def _answer(self, said: str) -> None:
        self.answers.append((self._index, said))
        self._pending += 1
        self._index += 1
        self._skip_missing()
        self.changed.emit()

    def _skip_missing(self) -> None:
        """Skip those that have gone, or have a name by now."""
        while self._index < self.total and not self._open(self._index):
            self._index += 1

    def _open(self, index: int) -> bool:
        card = self._people.card(self._questions[index].person)
        return card is not None and not card.name and card.faces > 0

    def _drop_search(self) -> None:
        """Of a round that has ended nothing comes any more."""
        ticket, self._search = self._search, None
        if ticket is not None:
            ticket.drop()

    def _over(self) -> None:
        self._search = None
        self.changed.emit()

    def _follow(self, _changes: object, origin: object) -> None:
        if origin is self:
            self._pending = max(0, self._pending - 1)

    def _look(self) -> None:
        """Who there is has changed; while answers are on their way theirs are open still."""
        if self.running and self._pending == 0:
            self._reopen()
        elif self.running:
            self.changed.emit()

    def _reopen(self) -> None:
        """Go back to the question whose answer was undone, or could not be given."""
        self._pending = 0
        while self.running and self.answers and self._open(self.answers[-1][0]):
            self._index = self.answers.pop()[0]
        self._skip_missing()
        self.changed.emit()
