"""Tour: opens a folder, waits until it is organised, and saves each state in each of its styles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from engine.core.records import Progress
from gallery_app.app import Parts
from tour.state import State, then
from tour.states import States
from tour.window_styles import DARK, LIGHT, SMALL, WindowStyle, picture_of, save_small, scale

TICK = 100  # ms
IDLE_TICKS = 6  # ticks without work after which a state is stable
IDLE_TICKS_STYLED = 3  # the same after a change of style
IN_README = ((DARK, "both"), (DARK, "grid"), (DARK, "map"), (DARK, "viewer"), (LIGHT, "both"))  # few bytes, slowly
ENOUGH = 24  # photos needed for the screenshot of scanning


@dataclass(frozen=True)
class Step:
    """An action and the screenshot after it; without a style none is saved."""

    name: str
    style: WindowStyle | None
    reach: Callable[[], object]
    idle_ticks: int


class Tour(QObject):
    """`finished` carries the exit status."""

    finished = Signal(int)

    def __init__(
        self, parts: Parts, folder: Path, pictures: Path, scratch: Path, styles: Iterable[WindowStyle] = ()
    ) -> None:
        """`scratch` is a folder for temporary files; `styles` limits the pictures to these styles, empty: all."""
        super().__init__(parts.window)
        session = parts.session
        self._window, self._session, self._jobs = parts.window, session, parts.jobs
        self._folder, self._pictures, self._only = folder, pictures, tuple(styles)
        self._scanned = False
        self._idle_ticks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._tick)
        states = States(parts, folder, scratch)
        self._steps = [
            step for state in (states.all() if scale() == 100 else states.few()) for step in self._steps_of(state)
        ]
        session.progress.connect(self._watch)
        session.changed.connect(lambda _changes, _origin: self._scanning())
        session.failed.connect(self._failed)

    def start(self) -> None:
        DARK.apply(self._window)
        self._window.show()
        self._timer.start()
        self._go()

    def _steps_of(self, state: State) -> Iterator[Step]:
        styles = [style for style in state.styles if not self._only or style in self._only]
        reach = then(partial(styles[0].apply, self._window), state.reach) if styles else state.reach
        yield Step(state.name, styles[0] if styles else None, reach, IDLE_TICKS)
        for style in styles[1:]:
            yield Step(state.name, style, partial(style.apply, self._window), IDLE_TICKS_STYLED)
        if styles and styles[-1] != DARK:
            yield Step("", None, lambda: DARK.apply(self._window), 1)

    def _tick(self) -> None:
        """When nothing has worked for a while the state is stable: save it and go to the next."""
        self._idle_ticks = 0 if self._session.busy or self._jobs.busy else self._idle_ticks + 1
        if self._idle_ticks < self._steps[0].idle_ticks:
            return
        self._idle_ticks = 0
        step = self._steps.pop(0)
        if step.style is not None:
            self._save(step.name, step.style)
        elif not self._scanned and len(self._session.gallery):
            self._scanned = True  # it was over before it could be saved
            self._save_scanning()
        if self._steps:
            self._go()
        else:
            self._timer.stop()
            self.finished.emit(0)

    def _go(self) -> None:
        """Go to the next state; an error ends the tour."""
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
        """Save the short-lived state of scanning without waiting."""
        session = self._session
        if not self._scanned and session.folder == self._folder and session.busy and len(session.gallery) >= least:
            self._scanned = True
            QTimer.singleShot(3 * TICK, self, self._save_scanning)  # meanwhile thumbnails are loaded

    def _save_scanning(self) -> None:
        for style in SMALL:
            if scale() == 100 and (not self._only or style in self._only):
                style.apply(self._window)
                self._save("scanning", style)
        DARK.apply(self._window)

    def _save(self, name: str, style: WindowStyle) -> None:
        percent = scale()
        folder = self._pictures / (style.folder if percent == 100 else f"scale-{percent}")
        folder.mkdir(parents=True, exist_ok=True)
        picture, path = picture_of(self._window), folder / f"{name}.png"
        if percent == 100 and (style, name) in IN_README:
            save_small(picture, path)
        else:
            picture.save(str(path))

    def _failed(self, sentence: str) -> None:
        if self._session.folder != self._folder:
            return  # a state that shows a failure
        print(f"photoloom: {sentence}")
        self._timer.stop()
        self.finished.emit(1)
