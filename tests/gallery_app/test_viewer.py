"""The viewer and its canvas, and reading pictures at full size."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gallery_app.jobs import JobRunner
from gallery_app.picture import Picture, read_picture
from gallery_app.session import Session
from gallery_app.views.picture_canvas import PictureCanvas
from gallery_app.views.viewer import Viewer


@pytest.fixture
def viewer(session: Session, jobs: JobRunner, qtbot: QtBot) -> Iterator[Viewer]:
    viewer = Viewer(session, jobs)
    viewer.resize(640, 480)
    viewer.show()
    qtbot.waitExposed(viewer)
    yield viewer
    viewer.close()
    viewer.deleteLater()


@pytest.fixture
def there(photo_folder: Path) -> None:
    """Put the photos back that the session's folder is missing."""
    photo_folder.with_name("elsewhere").rename(photo_folder)


def first_of(session: Session, name: str) -> int:
    cluster = next(c for c in session.gallery.clusters if c.name == name)
    return int(session.gallery.ids[session.gallery.members(cluster.id)[0]])


def test_the_original_is_shown(viewer: Viewer, session: Session, there: None, qtbot: QtBot) -> None:
    viewer.show_photo(first_of(session, "Forest"))
    qtbot.waitUntil(lambda: viewer.canvas.picture.size == QSize(160, 120))
    assert not viewer.canvas.note
    assert "1 / 4" in [part.text() for part in viewer.findChildren(QLabel)]


def test_a_file_that_is_away_is_shown_by_its_thumbnail(viewer: Viewer, session: Session, qtbot: QtBot) -> None:
    viewer.show_photo(first_of(session, "Night"))
    qtbot.waitUntil(lambda: bool(viewer.canvas.note) and bool(viewer.canvas.picture.levels))
    assert "no longer there" in viewer.canvas.note


def test_arrows_walk_within_the_cluster(viewer: Viewer, session: Session, there: None, qtbot: QtBot) -> None:
    viewer.show_photo(first_of(session, "Forest"))
    seen = [viewer.file]
    for _ in range(5):
        qtbot.keyClick(viewer, Qt.Key.Key_Right)
        seen.append(viewer.file)
    assert len(set(seen)) == 4  # stays at the end
    assert session.selection == {viewer.file}
    qtbot.keyClick(viewer, Qt.Key.Key_Home)
    assert viewer.file == seen[0]
    clusters = {session.gallery.cluster_of(session.gallery.row_of[i]) for i in seen if i is not None}
    assert {c.name for c in clusters if c} == {"Forest"}


def test_neighbours_are_read_ahead_and_far_ones_let_go(
    viewer: Viewer, session: Session, jobs: JobRunner, there: None, qtbot: QtBot
) -> None:
    viewer.show_photo(first_of(session, "Forest"))
    for _ in range(3):
        qtbot.keyClick(viewer, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert len(viewer._pictures) == 2  # the last of four, and the one before it
    assert viewer.file in viewer._pictures


def test_escape_closes_and_lets_go(viewer: Viewer, session: Session, there: None, qtbot: QtBot) -> None:
    viewer.show_photo(first_of(session, "Forest"))
    with qtbot.waitSignal(viewer.closed):
        qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    assert viewer.file is None


@pytest.fixture
def canvas(qtbot: QtBot) -> PictureCanvas:
    canvas = PictureCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(400, 300)
    picture = QImage(2000, 1000, QImage.Format.Format_RGB32)
    picture.fill(QColor("#204060"))
    canvas.show_picture(Picture((picture,)), picture.size(), fresh=True)
    canvas.show()
    return canvas


def test_a_picture_is_shown_whole_and_in_the_middle(canvas: PictureCanvas) -> None:
    grabbed = canvas.grab().toImage()
    assert grabbed.pixelColor(200, 150) == QColor("#204060")
    assert grabbed.pixelColor(200, 20) != QColor("#204060")
    assert canvas.scale == pytest.approx(360 / 2000)


def test_zoom_stays_at_the_pointer_and_inside_the_picture(canvas: PictureCanvas, qtbot: QtBot) -> None:
    at = QPointF(120, 160)
    under = canvas._to_picture(at)
    canvas.zoom_to(2.0, at)
    assert (canvas._to_picture(at) - under).manhattanLength() < 1e-6
    canvas.pan(QPointF(9999, 9999))
    assert canvas._to_picture(QPointF(0, 0)).toPoint() == QPoint(0, 0)
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(50, 50))
    assert canvas.fits


@pytest.mark.parametrize("suffix", ["png", "jpg", "webp", "tif", "jp2", "heic"])
def test_every_kind_of_picture_is_read(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"blue.{suffix}"
    if suffix == "heic":
        pytest.importorskip("pillow_heif").register_heif_opener()
    Image.new("RGB", (1500, 40), (20, 40, 200)).save(path)
    picture = read_picture(path)
    assert picture.size == QSize(1500, 40)
    assert abs(picture.levels[0].pixelColor(700, 20).blue() - 200) < 12
    assert picture.level_for(0.4).width() == 750


def test_orientation_and_transparency_are_heeded(tmp_path: Path) -> None:
    turned = Image.new("RGB", (60, 40), (200, 0, 0))
    exif = turned.getexif()
    exif[0x0112] = 6
    turned.save(tmp_path / "turned.jpg", exif=exif)
    assert read_picture(tmp_path / "turned.jpg").size == QSize(40, 60)
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(tmp_path / "clear.png")
    assert read_picture(tmp_path / "clear.png").levels[0].pixelColor(4, 4) == QColor("white")


def test_a_broken_file_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "broken.jpg"
    path.write_bytes(b"not a picture")
    picture = read_picture(path)
    assert not picture.levels
    assert picture.note.startswith("broken.jpg is not a picture")


def test_the_viewer_walks_in_the_order_shown(viewer: Viewer, session: Session, there: None) -> None:
    viewer.set_sort("name")
    names = []
    night = sorted(f.path for f in session.gallery.files if f.path.startswith("night"))
    viewer.show_photo(next(f.id for f in session.gallery.files if f.path == night[0]))
    for _ in night:
        names.append(next(f.path for f in session.gallery.files if f.id == viewer.file))
        viewer.step(1)
    assert names == night
