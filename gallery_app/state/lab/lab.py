"""Lab: the chosen model with its parameters, its training as it goes, and what it has learned."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from engine.core.parameters import Value
from engine.core.partials import Partial, Sketch
from engine.core.records import UNSURE, Progress
from engine.lab.models.model import models
from engine.service.lab_messages import (
    Blend,
    DrawAt,
    DrawTypical,
    Dream,
    ModelTrained,
    SeeCodes,
    Squeeze,
    TrainModel,
)
from gallery_app.engine_client.run import Cancelled, Done, Failed, Outcome, Run
from gallery_app.state.lab.code_sizes import CODE_SIZES, CodeSize
from gallery_app.state.lab.questions import Questions
from gallery_app.state.session import Session

ORDER = ("pca", "k-means", "som", "autoencoder", "vae", "gan")  # from the plainest; others follow
ENDED_EARLY = ("autoencoder", "vae", "gan")
SIDES = (28, 32, 48, 64)  # pixels
SIDE = 32
DREAMS, PAIRS, STEPS = 48, 24, 8  # pictures of a sheet
TYPICAL = 24  # photos of a cluster whose likeness is drawn


class Lab(QObject):
    """One model learns at a time; what each has learned last is kept while the library is open."""

    changed = Signal()  # the model, what it has learned, whether it learns, or what has gone wrong
    progress = Signal(object)  # Progress of the training
    sketched = Signal(object)  # Sketch of the training
    answered = Signal(object, object)  # a LabQuestion about the chosen model, and its result

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.questions = Questions(session.jobs, self)
        self.questions.answered.connect(self._answer)
        self.questions.forgotten.connect(self._forget)
        self.questions.failed.connect(self._fail)
        self.side, self.colour = SIDE, True
        self.parameters: dict[str, dict[str, Value]] = {}  # of each model, where they differ from the defaults
        self._reset()
        session.opened.connect(self._opened)

    def _reset(self) -> None:
        self.questions.drop()
        self.model = ORDER[0]
        self.trained: dict[str, ModelTrained] = {}
        self.sketch: Sketch | None = None  # of the training
        self.problem = ""
        self._run: Run | None = None
        self._wanted: TrainModel | None = None  # once the engine is free

    @staticmethod
    def names() -> list[str]:
        """All models, the plainest first."""
        found = models.names()
        return [*(name for name in ORDER if name in found), *(name for name in found if name not in ORDER)]

    @property
    def learned(self) -> ModelTrained | None:
        """What the chosen model has learned."""
        return self.trained.get(self.model)

    @property
    def learning(self) -> bool:
        return self._run is not None

    @property
    def can_finish(self) -> bool:
        """Whether the training can be ended where it is: something is learned, by a model that hears of it."""
        return self.learning and self.sketch is not None and self.model in ENDED_EARLY

    @property
    def waiting(self) -> bool:
        """A training begins once the engine has done something else."""
        return self._wanted is not None

    @property
    def size(self) -> CodeSize | None:
        """How the size of the chosen model's code is turned; None of one that has none."""
        return CODE_SIZES.get(self.model)

    # Learning

    def choose(self, model: str) -> None:
        if model != self.model:
            self.model, self.problem = model, ""
            self.changed.emit()

    def train(self) -> None:
        """Let the chosen model learn, once the engine is free."""
        self.problem, self.sketch = "", None
        values = dict(self.parameters.get(self.model, {}))
        self._wanted = TrainModel(self.model, values, self.side, self.colour)
        if self._session.busy:
            self._session.jobs.when_free(self._begin)
        else:
            self._begin()
        self.changed.emit()

    def resize(self, step: int) -> None:
        """Let the chosen model learn anew, with a code of the size of this step."""
        size = CODE_SIZES[self.model]
        self.parameters[self.model] = self.parameters.get(self.model, {}) | size.values(step)
        self.train()

    def stop(self) -> None:
        """Give the training up."""
        self._wanted = None
        if self._run is not None:
            self._session.jobs.stop(self._run)
        self.changed.emit()

    def finish(self) -> None:
        """End the training here, and keep what was learned so far."""
        self._session.jobs.finish_early()

    def _begin(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        if self._session.busy:
            self._wanted = wanted
            self._session.jobs.when_free(self._begin)
            return
        self._run = run = self._session.jobs.run(wanted)
        run.progress.connect(self._advance)
        run.partial.connect(self._watch)
        run.ended.connect(partial(self._ended, run))
        self.changed.emit()

    def _advance(self, progress: Progress) -> None:
        self.progress.emit(progress)

    def _watch(self, part: Partial) -> None:
        if isinstance(part, Sketch):
            self.sketch = part
            self.sketched.emit(part)

    def _ended(self, run: Run, outcome: Outcome) -> None:
        if run is not self._run:
            return  # of a library that was open before
        self._run = None
        if isinstance(outcome, Done) and isinstance(outcome.result, ModelTrained):
            self.trained[outcome.result.model] = outcome.result
        elif isinstance(outcome, Failed):
            self.problem = outcome.sentence
        elif isinstance(outcome, Cancelled) and outcome.why == "superseded":
            self.problem = self.tr("Learning was stopped, for something else had to be done: train the model again.")
        self.changed.emit()

    # Asking what was learned

    def see(self) -> None:
        self.questions.ask(SeeCodes(self.model))

    def squeeze(self, code: int) -> None:
        self.questions.ask(Squeeze(self.model, code, PAIRS))

    def dream(self, seed: int, noise: float) -> None:
        self.questions.ask(Dream(self.model, DREAMS, seed, noise))

    def blend(self, first: int, second: int) -> None:
        """Go from one photo (file id) to another."""
        contents = self._contents((first, second))
        if len(contents) == 2:
            self.questions.ask(Blend(self.model, contents[0], contents[1], STEPS))

    def draw_typical(self, cluster: str) -> None:
        gallery = self._session.gallery
        rows = gallery.members(cluster)[:TYPICAL]
        self.questions.ask(DrawTypical(self.model, self._contents(gallery.ids[rows].tolist())))

    def draw_at(self, x: float, y: float) -> None:
        self.questions.ask(DrawAt(self.model, x, y))

    def two_photos(self) -> tuple[int, int] | None:
        """Two photos to go between: those that are selected, or typical ones of two clusters; None without two."""
        session, gallery = self._session, self._session.gallery
        chosen = sorted(session.selection)
        if len(chosen) < 2:
            clusters = [cluster.id for cluster in gallery.clusters if cluster.id != UNSURE and cluster.members]
            chosen = [int(gallery.ids[gallery.members(cluster)[0]]) for cluster in clusters]
        if len(chosen) < 2:
            chosen = gallery.ids.tolist()
        return (chosen[0], chosen[1]) if len(chosen) > 1 else None

    def _contents(self, files: tuple[int, ...] | list[int]) -> tuple[str, ...]:
        gallery = self._session.gallery
        rows = [gallery.row_of[file] for file in files if file in gallery.row_of]
        return tuple(digest for row in rows if (digest := gallery.files[row].digest))

    def _answer(self, question: object, result: object) -> None:
        if getattr(question, "model", None) == self.model:
            self.answered.emit(question, result)

    def _forget(self, model: str) -> None:
        """The engine has ended since, with what was learned."""
        self.trained.pop(model, None)
        self.problem = self.tr("What this model had learned is gone, for the engine was ended: train it again.")
        self.changed.emit()

    def _fail(self, sentence: str) -> None:
        self.problem = sentence
        self.changed.emit()

    def _opened(self) -> None:
        self._reset()
        self.changed.emit()
