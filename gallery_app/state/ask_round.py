"""AskRound: one round of active-learning questions: the current photo, the answers, how many photos they cover."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from engine.core.job import Job
from engine.core.records import Changes, Cluster
from engine.edits import Move
from engine.questions.questions import Question, QuestionFeatures, load_features, select_questions
from gallery_app.engine_client.background import JobRunner, Ticket
from gallery_app.state.session import Session

QUESTIONS = 24
TARGETS = 9  # keys 1 to 9


@dataclass(frozen=True)
class Answer:
    """`index` is the question's in the round; `said` is the name of the chosen cluster."""

    index: int
    question: Question
    said: str


class AskRound(QObject):
    """Each answer is an edit of its own; undoing one brings its question back."""

    changed = Signal()

    def __init__(self, session: Session, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._search: Ticket | None = None
        self._questions: tuple[Question, ...] = ()
        self._index = 0
        self._new_clusters: list[str] = []  # ids of clusters made in this round, without probabilities yet
        self._pending = 0  # answers whose edits are not in the gallery yet
        self.running = False
        self.answers: list[Answer] = []
        session.changed.connect(self._follow)
        session.failed.connect(lambda _sentence: self._reopen_undone())
        session.locks.declined.connect(self._reopen_undone)
        session.opened.connect(self.end)

    # What is asked

    @property
    def searching(self) -> bool:
        """Whether questions are being selected."""
        return self._search is not None

    @property
    def question(self) -> Question | None:
        """The current question; None while questions are being selected, and after the last."""
        return self._questions[self._index] if self.running and self._index < self.total else None

    @property
    def number(self) -> int:
        """The current question's number, from 1."""
        return self._index + 1

    @property
    def total(self) -> int:
        return len(self._questions)

    @property
    def covered_count(self) -> int:
        """How many photos the answers cover: those asked about, and those around them."""
        return len({a.question.file for a in self.answers}.union(*(a.question.around for a in self.answers)))

    def targets(self) -> list[tuple[Cluster, float | None]]:
        """Candidate clusters with their probability, the most likely first; None for clusters made in this round."""
        gallery = self._session.gallery
        if self.question is None:
            return []
        row = gallery.row_of[self.question.file]
        made = [(c, None) for c in gallery.clusters if c.id in self._new_clusters]
        likely = [(c, p) for c, p in gallery.likeliest(row, TARGETS) if c.id not in self._new_clusters]
        return [*likely[: TARGETS - len(made[-TARGETS:])], *made[-TARGETS:]]

    def other_clusters(self, count: int) -> list[Cluster]:
        """All clusters but the first `count` targets and Unsure, in the order of the shelf."""
        seen = {cluster.id for cluster, _ in self.targets()[:count]}
        clusters = self._session.gallery.clusters if self.question is not None else ()
        return [c for c in clusters if c.id not in seen and not c.unsure]

    # What is done

    def start(self) -> None:
        """Select the photos most worth asking about, off the GUI thread."""
        gallery = self._session.gallery
        self._drop_search()
        self._begin(())

        def found(questions: tuple[Question, ...]) -> None:
            self._begin(questions)
            self._skip_missing()
            self.changed.emit()

        def select(features: QuestionFeatures | None) -> None:
            self._search = self._jobs.run(
                lambda: select_questions(gallery, QUESTIONS, seed=0, job=Job(), features=features),
                found,
                self._search_failed,
                over=self._search_over,
            )

        self._search = self._session.query(
            lambda library: load_features(library.catalog),
            select,  # after `over`, so that what it starts is what is searched
            lambda _sentence: self.end(),  # the session has said why
            over=self._search_over,
        )
        self.changed.emit()

    def end(self) -> None:
        self._drop_search()
        self.running = False
        self.changed.emit()

    def answer(self, index: int) -> None:
        """Answer with the target at `index`, from 0; ignored where there is none."""
        targets = self.targets()
        if index < len(targets):
            self.answer_with(targets[index][0])

    def answer_with(self, cluster: Cluster) -> None:
        """Answer with any existing cluster."""
        if self.question is not None:
            file = self.question.file
            self._answer(cluster.name)
            self._session.edit(Move([file], cluster.id, asked=True), self)

    def answer_with_new(self, name: str) -> None:
        """Answer with the cluster of this name, made where there is none; an empty `name` makes an unnamed one."""
        if self.question is None:
            return
        file = self.question.file
        known = next((c for c in self._session.gallery.clusters if c.name.casefold() == name.casefold()), None)
        if known is not None:
            self.answer_with(known)
        else:
            self._answer(name or self.tr("a new cluster"))
            self._session.new_cluster([file], self, name or None, asked=True)

    def skip(self) -> None:
        if self.question is not None:
            self._index += 1
            self._skip_missing()
            self.changed.emit()

    def _begin(self, questions: tuple[Question, ...]) -> None:
        self._questions, self._index, self.running = questions, 0, True
        self.answers, self._new_clusters, self._pending = [], [], 0

    def _answer(self, said: str) -> None:
        assert self.question is not None
        self.answers.append(Answer(self._index, self.question, said))
        self._pending += 1
        self._index += 1
        self._skip_missing()
        self.changed.emit()

    def _skip_missing(self) -> None:
        """Skip questions whose photo has left the gallery."""
        while self.question is not None and self.question.file not in self._session.gallery.row_of:
            self._index += 1

    def _drop_search(self) -> None:
        """Of a round that has ended nothing comes any more."""
        ticket, self._search = self._search, None
        if ticket is not None:
            ticket.drop()

    def _search_over(self) -> None:
        """With questions, or without: also where a bug of ours ends it."""
        self._search = None
        self.changed.emit()

    def _search_failed(self, sentence: str) -> None:
        self.end()
        self._session.failed.emit(sentence)

    def _follow(self, changes: Changes, origin: object) -> None:
        if not self.running:
            return
        if origin is self:
            self._pending = max(0, self._pending - 1)
            gallery = self._session.gallery
            before = {c.id for c in gallery.clusters if c.members == 1 and c.pins == 1}
            asked = [gallery.row_of[a.question.file] for a in self.answers if a.question.file in gallery.row_of]
            here = {c.id for row in asked if (c := gallery.cluster_of(row)) is not None}
            scored = set(gallery.clustering.cluster_ids) if gallery.clustering else set()
            self._new_clusters += sorted((before & here) - scored - set(self._new_clusters))
        if self._pending == 0:
            self._reopen_undone()
        self.changed.emit()

    def _reopen_undone(self) -> None:
        """Go back to the first question whose answer was undone, or could not be applied."""
        self._pending = 0
        gallery = self._session.gallery
        while self.running and self.answers:
            last = self.answers[-1].question.file
            if last not in gallery.row_of or gallery.pinned[gallery.row_of[last]]:
                break
            self._index = self.answers.pop().index
        self._skip_missing()
        self.changed.emit()
