"""AskRound: a round of questions - which photo is asked about, what was answered, how much that settled."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from engine.core.job import Job
from engine.core.records import Changes, Cluster
from engine.edits import Move
from engine.gallery.snapshot import Gallery
from engine.questions.questions import Question, select_questions
from gallery_app.engine_client.background import JobRunner
from gallery_app.state.session import Session

COUNT = 24
TARGETS = 9  # keys 1 to 9


@dataclass(frozen=True)
class Answer:
    """`place` is the question's in the round; `said` names the cluster."""

    place: int
    question: Question
    said: str


class AskRound(QObject):
    """Each answer is an edit of its own; undoing one brings its question back."""

    changed = Signal()

    def __init__(self, session: Session, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._questions: tuple[Question, ...] = ()
        self._place = 0
        self._made: list[str] = []  # clusters of this round, which no probability speaks of yet
        self._on_their_way = 0  # answers that are not in the gallery yet
        self.searching = self.running = False
        self.answers: list[Answer] = []
        session.changed.connect(self._follow)
        session.failed.connect(lambda _sentence: self._look_back())
        session.opened.connect(self.end)

    # What is asked

    @property
    def question(self) -> Question | None:
        """None while questions are looked for, and after the last."""
        return self._questions[self._place] if self.running and self._place < self.total else None

    @property
    def number(self) -> int:
        """Of the question, from 1 on."""
        return self._place + 1

    @property
    def total(self) -> int:
        return len(self._questions)

    @property
    def covered_count(self) -> int:
        """Photos for which the answers speak, those asked about among them."""
        return len({a.question.file for a in self.answers}.union(*(a.question.around for a in self.answers)))

    def targets(self) -> list[tuple[Cluster, float | None]]:
        """Where the photo may belong, the likeliest first; None: made in this round, nobody knows how likely."""
        gallery = self._session.gallery
        if self.question is None:
            return []
        row = gallery.row_of[self.question.file]
        made = [(c, None) for c in gallery.clusters if c.id in self._made]
        likely = [(c, p) for c, p in gallery.likeliest(row, TARGETS) if c.id not in self._made]
        return [*likely[: TARGETS - len(made[-TARGETS:])], *made[-TARGETS:]]

    def other_clusters(self, count: int) -> list[Cluster]:
        """All clusters but the first `count` targets, in the order of the shelf."""
        seen = {cluster.id for cluster, _ in self.targets()[:count]}
        clusters = self._session.gallery.clusters if self.question is not None else ()
        return [c for c in clusters if c.id not in seen and not c.unsure]

    # What is done

    def start(self) -> None:
        """Look for the photos most worth asking about, off the GUI thread."""
        gallery = self._session.gallery
        self._begin(())
        self.searching = True
        self.changed.emit()

        def found(questions: tuple[Question, ...]) -> None:
            self.searching = False
            if self.running:
                self._begin(questions)
                self._skip_lost()
                self.changed.emit()

        self._jobs.run(lambda: _asked(gallery), found, self._refused)

    def end(self) -> None:
        self.running = False
        self.changed.emit()

    def answer(self, place: int) -> None:
        """Answer with the target at `place`, from 0 on; nothing where there is none."""
        targets = self.targets()
        if place < len(targets):
            self.answer_with(targets[place][0])

    def answer_with(self, cluster: Cluster) -> None:
        """Answer with any cluster that there is."""
        if self.question is not None:
            file = self.question.file
            self._answer(cluster.name)
            self._session.edit(Move([file], cluster.id), self)

    def answer_with_new(self, name: str) -> None:
        """Answer with a cluster of this name, or a fresh one: new, unless there is one called that."""
        if self.question is None:
            return
        file = self.question.file
        known = next((c for c in self._session.gallery.clusters if c.name.casefold() == name.casefold()), None)
        if known is not None:
            self.answer_with(known)
        else:
            self._answer(name or self.tr("a new cluster"))
            self._session.new_cluster([file], self, name or None)

    def skip(self) -> None:
        if self.question is not None:
            self._place += 1
            self._skip_lost()
            self.changed.emit()

    def _begin(self, questions: tuple[Question, ...]) -> None:
        self._questions, self._place, self.running = questions, 0, True
        self.answers, self._made, self._on_their_way = [], [], 0

    def _answer(self, said: str) -> None:
        assert self.question is not None
        self.answers.append(Answer(self._place, self.question, said))
        self._on_their_way += 1
        self._place += 1
        self._skip_lost()
        self.changed.emit()

    def _skip_lost(self) -> None:
        """Pass over photos that went meanwhile."""
        while self.question is not None and self.question.file not in self._session.gallery.row_of:
            self._place += 1

    def _refused(self, sentence: str) -> None:
        self.searching = False
        self.end()
        self._session.failed.emit(sentence)

    def _follow(self, changes: Changes, origin: object) -> None:
        if not self.running:
            return
        if origin is self:
            self._on_their_way = max(0, self._on_their_way - 1)
            gallery = self._session.gallery
            before = {c.id for c in gallery.clusters if c.members == 1 and c.pins == 1}
            asked = [gallery.row_of[a.question.file] for a in self.answers if a.question.file in gallery.row_of]
            here = {c.id for row in asked if (c := gallery.cluster_of(row)) is not None}
            scored = set(gallery.clustering.cluster_ids) if gallery.clustering else set()
            self._made += sorted((before & here) - scored - set(self._made))
        if self._on_their_way == 0:
            self._look_back()
        self.changed.emit()

    def _look_back(self) -> None:
        """Ask again what was undone, or could not be done."""
        self._on_their_way = 0
        gallery = self._session.gallery
        while self.running and self.answers:
            last = self.answers[-1].question.file
            if last not in gallery.row_of or gallery.pinned[gallery.row_of[last]]:
                break
            self._place = self.answers.pop().place
        self._skip_lost()
        self.changed.emit()


def _asked(gallery: Gallery) -> tuple[Question, ...]:
    return select_questions(gallery, COUNT, seed=0, job=Job())
