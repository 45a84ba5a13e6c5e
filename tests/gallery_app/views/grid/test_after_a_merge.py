"""After a merge every view is where the photos are now."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gallery_app.app import Parts
from gallery_app.views.shelf.cluster_drag import cluster_mime
from tests.gallery_app import windows


@pytest.fixture
def near(parts: Parts, qtbot: QtBot) -> Parts:
    """A window whose photos are so large that one cluster fills the grid."""
    parts.workspace.grid.zoom_by(4)
    qtbot.waitUntil(lambda: not parts.jobs.busy)
    return parts


def ids_of(parts: Parts) -> dict[str, str]:
    return {c.name: c.id for c in parts.session.gallery.clusters}


def in_view(parts: Parts) -> str:
    """The cluster whose heading is at the top of the grid."""
    section = parts.workspace.grid.section_at(0)
    assert section is not None
    return section.name


@pytest.mark.parametrize(("source", "target"), [("Beach", "Night"), ("Night", "Beach"), ("Forest", "Night")])
def test_the_grid_the_shelf_and_the_selection_follow(near: Parts, qtbot: QtBot, source: str, target: str) -> None:
    """The grid kept its distance from the top, which was among photos of another cluster."""
    session, shelf, id_of = near.session, near.workspace.shelf, ids_of(near)
    shelf.select_photos(id_of[source])
    selected = session.selection
    assert in_view(near) == source
    with qtbot.waitSignal(session.changed):
        card = shelf.card(id_of[target])
        mime = cluster_mime(id_of[source], [])
        assert windows.drop(card, mime, card.rect().center(), Qt.DropAction.CopyAction)
    assert in_view(near) == target
    assert session.gallery.cluster_count == 2
    assert (session.focused_cluster, session.selection) == (id_of[target], selected)
    assert session.current in selected
    shown = near.workspace.grid.photos
    assert {shown.section_of(shown.position_of(file)).name for file in selected} == {target}
    qtbot.waitUntil(lambda: not near.jobs.busy)
