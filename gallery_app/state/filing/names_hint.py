"""NamesHint: what an organise has found that could be taken over; it is shown once in a library's life."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from engine.filing.taking_over.groups import Hint
from engine.library.library import Library
from engine.service.protocol import Organise, Organised
from gallery_app.engine_client.run import Done, Outcome, Run
from gallery_app.state.session import Session


class NamesHint(QObject):
    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.hint: Hint | None = None
        session.opened.connect(self.close)
        session.jobs.begun.connect(self._follow)

    def close(self) -> None:
        """It was read, or another library is opened."""
        self._show(None)

    def _follow(self, run: Run) -> None:
        if isinstance(run.request, Organise):
            run.ended.connect(self._organised)

    def _organised(self, outcome: Outcome) -> None:
        if isinstance(outcome, Done) and isinstance(outcome.result, Organised) and outcome.result.hint is not None:
            hint = outcome.result.hint
            self._session.query(_keep, lambda _none: self._show(hint))

    def _show(self, hint: Hint | None) -> None:
        if hint != self.hint:
            self.hint = hint
            self.changed.emit()


def _keep(library: Library) -> None:
    from engine.filing.taking_over.hint import hinted

    hinted(library)
