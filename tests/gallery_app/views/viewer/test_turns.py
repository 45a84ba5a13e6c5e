"""What is turned in the viewer is turned everywhere, at once, and Undo turns it back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPixmap
from pytestqt.qtbot import QtBot

from engine.library.rotations import kept_turns
from gallery_app.app import Parts
from tests.gallery_app.windows import first_of, settle

RED = QColor(255, 0, 0)


@pytest.fixture
def marked(parts: Parts, organised: Path, qtbot: QtBot) -> tuple[Parts, int]:
    """The window, and a photo whose thumbnail is red on its left."""
    session = parts.session
    file = first_of(session, "Forest")
    row = session.gallery.row_of[file]
    path = session.thumbnail(row)
    with Image.open(path) as image:
        marked = image.convert("RGB")
    marked.paste((255, 0, 0), (0, 0, marked.width // 4, marked.height))
    marked.save(path, quality=95)
    settle(parts, qtbot)
    for view in (parts.workspace.grid, parts.workspace.map):
        view.loader.clear()
    parts.session.reload()
    settle(parts, qtbot)
    return parts, file


def is_red(image: QImage, x: float, y: float) -> bool:
    colour = image.pixelColor(round(x * (image.width() - 1)), round(y * (image.height() - 1)))
    return colour.red() > 180 and colour.green() < 110 and colour.blue() < 110


def seen_at(pixmap: QPixmap | None) -> str:
    """The side on which it is red."""
    if pixmap is None:
        return "missing"
    image = pixmap.toImage()
    sides = {"left": (0.1, 0.5), "top": (0.5, 0.1), "right": (0.9, 0.5), "bottom": (0.5, 0.9)}
    return next((side for side, at in sides.items() if is_red(image, *at)), "nowhere")


def everywhere(parts: Parts, file: int) -> set[str]:
    """Where the loaders of grid and map have it red."""
    gallery, work = parts.session.gallery, parts.workspace
    digest = gallery.content(gallery.row_of[file]).digest
    key = (file, digest)
    assert work.grid.loader is not work.map.loader
    dragged = work.grid.thumbnails_of(frozenset({file}), 1)
    found = [
        seen_at(work.grid.loader.pixmap(key)),
        seen_at(work.map.loader.pixmap(key)),
        seen_at(QPixmap(str(parts.session.thumbnail(gallery.row_of[file])))),
        seen_at(dragged[0] if dragged else None),
    ]
    return set(found)


def test_a_turn_is_seen_everywhere_and_undone_everywhere(marked: tuple[Parts, int], qtbot: QtBot) -> None:
    parts, file = marked
    session, work = parts.session, parts.workspace
    work.view_options.show_view("both")
    qtbot.waitUntil(lambda: everywhere(parts, file) == {"left"})
    wide = work.grid.box_of(work.grid.photos.position_of(file)).size()
    work.pages.show_photo(file)
    qtbot.keyClick(work.viewer, Qt.Key.Key_R)
    work.viewer.closed.emit()
    qtbot.waitUntil(lambda: everywhere(parts, file) == {"top"}, timeout=10_000)
    high = work.grid.box_of(work.grid.photos.position_of(file)).size()
    assert wide.width() > wide.height()
    assert high.width() < high.height()
    assert session.undo_label == "turn 1 photo to the right"
    parts.window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: everywhere(parts, file) == {"left"}, timeout=10_000)
    assert work.grid.box_of(work.grid.photos.position_of(file)).size() == wide
    parts.window.actions_["redo"].trigger()
    qtbot.waitUntil(lambda: everywhere(parts, file) == {"top"}, timeout=10_000)


def test_quick_turns_add_up_and_undo_is_followed_by_the_viewer(marked: tuple[Parts, int], qtbot: QtBot) -> None:
    parts, file = marked
    viewer, session = parts.workspace.viewer, parts.session
    parts.workspace.pages.show_photo(file)
    qtbot.waitUntil(lambda: viewer.drawn == file)
    for expected in (1, 2, 3):
        qtbot.keyClick(viewer, Qt.Key.Key_R)
        assert viewer.canvas.turn == expected
    settle(parts, qtbot)
    assert viewer.canvas.turn == 3
    assert session.library is not None
    assert list(kept_turns(session.library.catalog).values()) == [3]
    parts.window.actions_["undo"].trigger()
    settle(parts, qtbot)
    assert viewer.canvas.turn == 2
    viewer.show_photo(file)  # by its thumbnail, which is turned already
    qtbot.waitUntil(lambda: viewer.drawn == file)
    assert (viewer.canvas.picture.turn, viewer.canvas.turn) == (2, 0)


def test_the_photo_itself_is_turned_too(marked: tuple[Parts, int], photo_folder: Path, qtbot: QtBot) -> None:
    parts, file = marked
    photo_folder.with_name("elsewhere").rename(photo_folder)
    viewer = parts.workspace.viewer
    parts.workspace.pages.show_photo(file)
    qtbot.keyClick(viewer, Qt.Key.Key_R)
    settle(parts, qtbot)
    qtbot.waitUntil(lambda: viewer.canvas.picture.size == QSize(160, 120))
    assert (viewer.canvas.picture.turn, viewer.canvas.turn) == (0, 1)
