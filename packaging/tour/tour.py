"""Tour: opens a folder, waits until it is organised, and saves a picture of each state in each of its looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from engine.core.records import Progress
from gallery_app.app import Parts
from tour.looks import DARK, LIGHT, SMALL, Look, picture_of, save_small, scale
from tour.state import State, then
from tour.states import States

TICK = 100  # ms
QUIET = 6  # ticks without work after which a state has settled
AGAIN = 3  # the same in another look
IN_README = ((DARK, "both"), (DARK, "grid"), (DARK, "map"), (DARK, "viewer"), (LIGHT, "both"))  # few bytes, slowly
ENOUGH = 24  # photos that make a picture of scanning


@dataclass(frozen=True)
class Step:
    """What leads to a picture; without a look there is none."""

    name: str
    look: Look | None
    reach: Callable[[], object]
    quiet: int


class Tour(QObject):
    """`finished` carries the exit status."""

    finished = Signal(int)

    def __init__(self, parts: Parts, folder: Path, pictures: Path, own: Path, looks: Iterable[Look] = ()) -> None:
        """`own` is a folder for what states need; of the states' looks only `looks` are taken, if any are given."""
        super().__init__(parts.window)
        session = parts.session
        self._window, self._session, self._jobs = parts.window, session, parts.jobs
        self._folder, self._pictures, self._only = folder, pictures, tuple(looks)
        self._scanned = False
        self._quiet = 0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._tick)
        states = States(parts, folder, own)
        self._steps = [step for state in (states.all() if scale() == 100 else states.few()) for step in self._of(state)]
        session.progress.connect(self._watch)
        session.changed.connect(lambda _changes, _origin: self._scanning())
        session.failed.connect(self._failed)

    def start(self) -> None:
        DARK.take(self._window)
        self._window.show()
        self._timer.start()
        self._go()

    def _of(self, state: State) -> Iterator[Step]:
        looks = [look for look in state.looks if not self._only or look in self._only]
        reach = then(partial(looks[0].take, self._window), state.reach) if looks else state.reach
        yield Step(state.name, looks[0] if looks else None, reach, QUIET)
        for look in looks[1:]:
            yield Step(state.name, look, partial(look.take, self._window), AGAIN)
        if looks and looks[-1] != DARK:
            yield Step("", None, lambda: DARK.take(self._window), 1)

    def _tick(self) -> None:
        """A state has settled when nothing worked for a while; then it is saved and the next begins."""
        self._quiet = 0 if self._session.busy or self._jobs.busy else self._quiet + 1
        if self._quiet < self._steps[0].quiet:
            return
        self._quiet = 0
        step = self._steps.pop(0)
        if step.look is not None:
            self._save(step.name, step.look)
        elif not self._scanned and len(self._session.gallery):
            self._scanned = True  # it was over before anybody could look
            self._save_scanning()
        if self._steps:
            self._go()
        else:
            self._timer.stop()
            self.finished.emit(0)

    def _go(self) -> None:
        """To the next state; a way that breaks ends the tour, instead of a picture of something else."""
        try:
            self._steps[0].reach()
        except Exception:
            self._timer.stop()
            self.finished.emit(1)
            raise

    def _watch(self, progress: Progress | None) -> None:
        if progress is not None and progress.stage in ("embed", "cluster"):
            self._scanning(least=1)

    def _scanning(self, least: int = ENOUGH) -> None:
        """It flies by: saved in passing, in each look that needs no waiting."""
        session = self._session
        if not self._scanned and session.folder == self._folder and session.busy and len(session.gallery) >= least:
            self._scanned = True
            QTimer.singleShot(3 * TICK, self, self._save_scanning)  # its thumbnails come in

    def _save_scanning(self) -> None:
        for look in SMALL:
            if scale() == 100 and (not self._only or look in self._only):
                look.take(self._window)
                self._save("scanning", look)
        DARK.take(self._window)

    def _save(self, name: str, look: Look) -> None:
        percent = scale()
        folder = self._pictures / (look.folder if percent == 100 else f"scale-{percent}")
        folder.mkdir(parents=True, exist_ok=True)
        picture, path = picture_of(self._window), folder / f"{name}.png"
        if percent == 100 and (look, name) in IN_README:
            save_small(picture, path)
        else:
            picture.save(str(path))

    def _failed(self, sentence: str) -> None:
        if self._session.folder != self._folder:
            return  # a state that shows a failure
        print(f"photoloom: {sentence}")
        self._timer.stop()
        self.finished.emit(1)
