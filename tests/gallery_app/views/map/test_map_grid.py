"""A self-organising grid in the window: every photo is seen in its cell, as large as that, and none overlaps."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from gallery_app.engine_client.background import JobRunner
from gallery_app.state.session import Session
from gallery_app.views.map.photo_map import PhotoMap

COLUMNS, ROWS = 4, 3


@pytest.fixture
def view(session: Session, jobs: JobRunner, qtbot: QtBot) -> Iterator[PhotoMap]:
    """Twelve photos in the cells of a grid."""
    down, right = np.divmod(np.arange(12), COLUMNS)
    xy = np.column_stack([right, down]).astype(np.float32) / 3
    gallery = session.gallery.with_changes(xy=xy)
    session.show_preview(gallery, session.filters.evaluate(gallery), None)
    view = PhotoMap(session, jobs)
    view.show()
    qtbot.waitExposed(view)
    qtbot.waitUntil(lambda: not jobs.busy)
    yield view
    view.close()
    view.deleteLater()


@pytest.mark.parametrize("size", [(600, 400), (900, 300), (300, 700), (160, 120)])
def test_every_photo_fills_its_cell_and_none_overlaps(view: PhotoMap, size: tuple[int, int]) -> None:
    view.resize(*size)
    view.fit()
    assert len(view.shown_thumbnails()) == 12
    boxes = [box for _, box in view.thumbnails.boxes]
    assert not any(a.intersects(b) for i, a in enumerate(boxes) for b in boxes[:i])
    places = view.camera.to_view(view.scene.xy)
    cell = [np.diff(np.unique(along.round(1))).min() for along in places.T]
    filled = [max(box.width() / cell[0], box.height() / cell[1]) for box in boxes]
    assert min(filled) > 0.85 or max(box.width() for box in boxes) > 200  # or as large as photos ever are


def test_a_grid_whose_cells_are_too_small_is_of_dots_alone(view: PhotoMap) -> None:
    view.resize(600, 400)
    view.fit()
    view.zoom_by(0.34)
    seen = [len(view.shown_thumbnails())]
    for _ in range(8):
        view.zoom_by(0.9)
        seen.append(len(view.shown_thumbnails()))
    assert set(seen) <= {0, 12}  # never some of them
