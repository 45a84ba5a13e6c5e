"""The viewer and its canvas, and reading pictures at full size."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from engine.library.rotations import keep_turns, kept_turns
from gallery_app.base import theme
from gallery_app.base.marks import Mark
from gallery_app.engine_client.background import JobRunner
from gallery_app.images.picture import Picture, PictureDecoder
from gallery_app.state.session import Session
from gallery_app.views.parts.picture_canvas import PictureCanvas
from gallery_app.views.viewer.viewer import Viewer
from gallery_app.widgets.labels import IconButton
from tests.gallery_app.windows import first_of
from tests.paths import ROOT


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
    assert len(viewer.reader.files) == 2  # the last of four, and the one before it
    assert viewer.file in viewer.reader.files


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
    under = canvas.to_picture(at)
    canvas.zoom_to(2.0, at)
    assert (canvas.to_picture(at) - under).manhattanLength() < 1e-6
    canvas.pan(QPointF(9999, 9999))
    assert canvas.to_picture(QPointF(0, 0)).toPoint() == QPoint(0, 0)
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(50, 50))
    assert canvas.fits


@pytest.fixture(scope="module")
def decoder(qapp: QApplication) -> Iterator[PictureDecoder]:
    jobs = JobRunner()
    yield PictureDecoder(jobs)
    jobs.close()


@pytest.mark.parametrize("suffix", ["png", "jpg", "webp", "tif", "jp2", "heic"])
def test_every_kind_of_picture_is_read(decoder: PictureDecoder, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"blue.{suffix}"
    if suffix == "heic":
        pytest.importorskip("pillow_heif").register_heif_opener()
    Image.new("RGB", (1500, 40), (20, 40, 200)).save(path)
    picture = decoder.read(path)
    assert picture.size == QSize(1500, 40)
    assert picture.levels[0].pixel(700, 20) >> 24 == 255
    assert abs(picture.levels[0].pixelColor(700, 20).blue() - 200) < 12
    assert picture.level_for(0.4).width() == 750


def test_orientation_and_transparency_are_heeded(decoder: PictureDecoder, tmp_path: Path) -> None:
    turned = Image.new("RGB", (60, 40), (200, 0, 0))
    exif = turned.getexif()
    exif[0x0112] = 6
    turned.save(tmp_path / "turned.jpg", exif=exif)
    assert decoder.read(tmp_path / "turned.jpg").size == QSize(40, 60)
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(tmp_path / "clear.png")
    assert decoder.read(tmp_path / "clear.png").levels[0].pixelColor(4, 4) == QColor("white")


def test_a_broken_file_is_a_sentence(decoder: PictureDecoder, tmp_path: Path) -> None:
    path = tmp_path / "broken.jpg"
    path.write_bytes(b"not a picture")
    picture = decoder.read(path)
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


def colours_across(canvas: PictureCanvas) -> list[str]:
    """What is seen left, above, right and below of the middle."""
    seen, side = canvas.grab().toImage(), 60
    x, y = canvas.width() // 2, canvas.height() // 2
    return [seen.pixelColor(*at).name() for at in ((x - side, y), (x, y - side), (x + side, y), (x, y + side))]


def test_quarter_turns(canvas: PictureCanvas) -> None:
    picture = QImage(400, 400, QImage.Format.Format_RGB32)
    with QPainter(picture) as painter:
        quarters = (("#ff0000", 180), ("#00ff00", 90), ("#0000ff", 0), ("#ffff00", 270))
        for colour, angle in quarters:
            painter.setBrush(QColor(colour))
            painter.drawPie(-200, -200, 800, 800, (angle - 45) * 16, 90 * 16)
    canvas.show_picture(Picture((picture,)), picture.size(), fresh=True)
    red, green, blue, yellow = colours_across(canvas)
    assert (red, green, blue, yellow) == ("#ff0000", "#00ff00", "#0000ff", "#ffff00")
    canvas.turn_by(1)
    assert colours_across(canvas) == [yellow, red, green, blue]
    canvas.turn_by(-2)
    assert colours_across(canvas) == [green, blue, yellow, red]


def test_a_turned_picture_fits_and_is_zoomed_where_the_pointer_is(canvas: PictureCanvas) -> None:
    canvas.turn_by(1)  # 2000 × 1000 on 400 × 300
    assert canvas.scale == pytest.approx(260 / 2000)
    at = QPointF(190, 90)
    under = canvas.to_picture(at)
    canvas.zoom_to(3.0, at)
    assert (canvas.to_picture(at) - under).manhattanLength() < 1e-6
    canvas.pan(QPointF(-9999, -9999))
    assert canvas.to_picture(QPointF(400, 300)).toPoint() == QPoint(1000, 2000)
    assert canvas.grab().toImage().pixelColor(399, 299) == QColor("#204060")


def test_keys_turn_the_view_and_the_library_remembers(
    viewer: Viewer, session: Session, jobs: JobRunner, there: None, photo_folder: Path, qtbot: QtBot
) -> None:
    first = first_of(session, "Forest")
    path = session.photo_path(session.gallery.row_of[first])
    before = path.read_bytes()
    viewer.show_photo(first)
    qtbot.keyClick(viewer, Qt.Key.Key_R)
    assert viewer.canvas.turn == 1
    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    assert viewer.canvas.turn == 0
    qtbot.keyClick(viewer, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    assert viewer.canvas.turn == 3
    second = viewer.file
    qtbot.keyClick(viewer, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: viewer.canvas.picture.size == QSize(160, 120))
    assert viewer.canvas.turn == 1
    qtbot.waitUntil(lambda: not jobs.busy)
    assert session.library is not None
    digests = {file: session.gallery.files[session.gallery.row_of[file]].digest for file in (first, second)}
    assert kept_turns(session.library.catalog) == {digests[first]: 1, digests[second]: 3}
    another = Viewer(session, jobs)
    qtbot.addWidget(another)
    qtbot.waitUntil(lambda: not jobs.busy)
    another.show_photo(first)
    qtbot.waitUntil(lambda: another.canvas.turn == 1)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert path.read_bytes() == before


def test_a_file_that_was_turned_elsewhere_is_shown_as_it_is(
    viewer: Viewer, session: Session, there: None, qtbot: QtBot
) -> None:
    first = first_of(session, "Forest")
    viewer.show_photo(first)
    qtbot.keyClick(viewer, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: bool(session.gallery.turns))
    gallery = session.gallery
    contents = {**gallery.contents, "turned": gallery.content(gallery.row_of[first])}
    files = tuple(f._replace(digest="turned") if f.id == first else f for f in gallery.files)
    session.gallery = replace(gallery, files=files, contents=contents)
    viewer.show_photo(first)
    qtbot.waitUntil(lambda: viewer.drawn == first)
    assert viewer.canvas.turn == 0


def test_four_turns_are_none(session: Session) -> None:
    assert session.library is not None
    catalog = session.library.catalog
    for turn in range(1, 5):
        keep_turns(catalog, {"a content": turn})
    assert kept_turns(catalog) == {}


def test_every_button_of_the_bar_does_something(viewer: Viewer, session: Session, there: None, qtbot: QtBot) -> None:
    viewer.show_photo(first_of(session, "Forest"))
    for made in viewer.bar.findChildren(IconButton):
        assert made.accessibleName()
        assert "(" in made.toolTip()
        if made.objectName() != "close":
            made.click()
    qtbot.keyClick(viewer, Qt.Key.Key_Z)
    with qtbot.waitSignal(viewer.closed):
        viewer.findChild(IconButton, "close").click()


def test_a_narrow_bar_cuts_long_names_and_no_button(viewer: Viewer) -> None:
    viewer.resize(800, 600)  # the smallest window there is
    cluster = "Everything from the summer in the house by the lake"
    viewer.bar.show_photo("IMG_20260704_153012_BURST001_COVER.jpg", cluster, Mark("#ff0000"), 12_345, 12_345)
    QApplication.processEvents()
    viewer.bar.grab()
    shown = next(part for part in viewer.bar.findChildren(QLabel) if part.text() == cluster)
    assert shown.toolTip() == cluster  # cut, and said whole
    assert viewer.minimumSizeHint().width() <= 800
    parts = [p for p in viewer.bar.findChildren(QWidget) if p.isVisible()]
    assert max(p.geometry().right() for p in parts) < 800
    edges = sorted((p.geometry().left(), p.geometry().right()) for p in parts)
    assert all(right < left for (_, right), (left, _) in pairwise(edges))


def test_pictures_are_decoded_by_processes_that_end_with_the_window(tmp_path: Path) -> None:
    pytest.importorskip("pillow_heif").register_heif_opener()
    for suffix in ("heic", "jpg", "tif"):
        Image.new("RGB", (60, 40), (20, 40, 200)).save(tmp_path / f"a.{suffix}")
    code = (
        "import sys, psutil\n"
        "from pathlib import Path\n"
        "from PySide6.QtWidgets import QApplication\n"
        "import gallery_app.app\n"
        "from gallery_app.engine_client.background import JobRunner\n"
        "from gallery_app.images.picture import PictureDecoder\n"
        "app, jobs = QApplication([]), JobRunner()\n"
        "decoder = PictureDecoder(jobs)\n"
        "print([decoder.read(path).size.width() for path in map(Path, sys.argv[1:])])\n"
        "decoders = 'rawpy', 'pillow_heif', 'PIL.ImageFile', 'engine.library.decoding.decode'\n"
        "print([m for m in decoders if m in sys.modules])\n"
        "print(len(psutil.Process().children()))\n"
        "jobs.close()\n"
        "print(psutil.Process().children())\n"
    )
    command = [sys.executable, "-c", code, *map(str, sorted(tmp_path.glob("a.*")))]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.splitlines() == ["[60, 60, 60]", "[]", "1", "[]"]


@pytest.mark.parametrize(("grey", "name"), [(255, "light"), (0, "contrast")])
def test_a_picture_as_white_or_as_black_as_its_ground_has_an_edge(
    qtbot: QtBot, qapp: QApplication, grey: int, name: str
) -> None:
    theme.apply(qapp, name)
    try:
        canvas, image = PictureCanvas(), QImage(200, 100, QImage.Format.Format_RGB32)
        qtbot.addWidget(canvas)
        canvas.resize(400, 300)
        image.fill(QColor(grey, grey, grey))
        canvas.show_picture(Picture((image,)), image.size(), fresh=True)
        row = canvas.grab().toImage()
        shades = {row.pixelColor(x, 150).lightness() for x in range(400)}
        ground = QColor(theme.current().window).lightness()
        assert any(abs(shade - ground) >= 20 and abs(shade - grey) >= 20 for shade in shades)
    finally:
        theme.apply(qapp, "dark")
