"""F6 takes the keys from one pane of the work page to the next: bars, clusters, photos, map, and what is below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from gallery_app.shell.work_page import WorkPage
    from gallery_app.state.session import Session


def go_to_pane(work: WorkPage, session: Session, by: int) -> None:
    """Go `by` panes on, in a circle; among the clusters to the one that commands apply to."""
    panes = [(pane, target) for pane, target in _panes(work, session) if pane.isVisible() and target.isVisible()]
    focused = QApplication.focusWidget()
    holding = [i for i, (pane, _) in enumerate(panes) if focused and (focused is pane or pane.isAncestorOf(focused))]
    here = holding[0] if holding else None
    start = (0 if by > 0 else len(panes)) - by if here is None else here
    panes[(start + by) % len(panes)][1].setFocus(Qt.FocusReason.TabFocusReason)


def _panes(work: WorkPage, session: Session) -> list[tuple[QWidget, QWidget]]:
    """Each pane, and what of it gets the keys."""
    shelf, order = work.shelf, work.shelf.order()
    chosen = session.focused_cluster if session.focused_cluster in order else next(iter(order), None)
    cards = shelf if chosen is None else shelf.card(chosen)
    asked = work.proposal_bar.see if work.proposal_bar.see.isVisible() else work.proposal_bar.shut
    return [
        (work.tool_bar, work.tool_bar.finder.field),
        (work.side, cards if work.side.currentWidget() is shelf else work.groups.list),
        (work.grid, work.grid),
        (work.map, work.map),
        (work.inspector, work.inspector),
        (work.training, work.training.replay_bar.play),
        (work.proposal_bar, asked),
        (work.banner, work.banner.shut),
        (work.arrival.bar, work.arrival.bar.show_them),
        (work.strip.outcome, work.strip.outcome.way),
    ]
