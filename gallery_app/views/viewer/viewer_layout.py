"""How the parts of the viewer lie: the photo with the facts beside it, below them the filmstrip and the bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

if TYPE_CHECKING:
    from gallery_app.views.viewer.viewer import Viewer


def lay_out(viewer: Viewer) -> QVBoxLayout:
    """Lay them out; returns the column of which the foot is the last."""
    column, below, middle = QVBoxLayout(viewer), QVBoxLayout(viewer.foot), QHBoxLayout()
    for layout in (column, below, middle):
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
    middle.addWidget(viewer.canvas, 1)
    middle.addWidget(viewer.facts)
    column.addLayout(middle, 1)
    column.addWidget(viewer.foot)
    below.addWidget(viewer.filmstrip)
    below.addWidget(viewer.bar)
    viewer.facts.hide()
    return column
