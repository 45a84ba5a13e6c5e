"""The map is saved as it is seen: PNG pixel by pixel, SVG with every photo, and never beside the photos unasked."""

from __future__ import annotations

import base64
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QStandardPaths, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gallery_app.engine_client.background import JobRunner
from gallery_app.shell import save_map as saving_map
from gallery_app.shell.save_map import SavingMap
from gallery_app.state.session import Session
from gallery_app.views.map.photo_map import PhotoMap

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def view(session: Session, jobs: JobRunner, qtbot: QtBot) -> Iterator[PhotoMap]:
    view = PhotoMap(session, jobs)
    view.resize(600, 400)
    view.show()
    qtbot.waitExposed(view)
    view.grab()  # the first painting asks for thumbnails
    qtbot.waitUntil(lambda: not jobs.busy)
    yield view
    view.close()
    view.deleteLater()


@pytest.fixture
def saving(session: Session, jobs: JobRunner, view: PhotoMap, qtbot: QtBot) -> Iterator[SavingMap]:
    window = QWidget()
    yield SavingMap(session, jobs, view, window)
    window.deleteLater()


def test_a_png_is_what_is_seen_but_for_the_pointer(
    saving: SavingMap, view: PhotoMap, qtbot: QtBot, tmp_path: Path
) -> None:
    view.controls.hide()  # they are no part of the map
    plain = view.grab().toImage()
    at = view.camera.to_view(view.scene.xy[:1])[0]
    QTest.mouseMove(view, QPoint(round(float(at[0])), round(float(at[1]))))
    qtbot.waitUntil(lambda: view.grab().toImage() != plain)  # the card of the photo that is pointed at
    out = tmp_path / "map.png"
    with qtbot.waitSignal(saving.message) as said:
        saving.save(out)
    assert said.args == [f"The map is saved as {out}."]
    assert QImage(str(out)).convertToFormat(plain.format()) == plain
    assert view.grab().toImage() != plain  # the pointer is where it was


def test_an_svg_holds_every_photo_and_name(saving: SavingMap, view: PhotoMap, qtbot: QtBot, tmp_path: Path) -> None:
    out = tmp_path / "map.svg"
    with qtbot.waitSignal(saving.message):
        saving.save(out)
    root = ET.parse(out).getroot()
    assert (root.get("width"), root.get("height")) == ("600", "400")
    assert len(list(root.iter(f"{SVG}circle"))) == 12
    images = [base64.b64decode(str(i.get("href")).partition(",")[2]) for i in root.iter(f"{SVG}image")]
    kept = {view.session.thumbnail(row).read_bytes() for row in range(12)}
    assert images
    assert set(images) <= kept  # as large as they are kept, not as small as they are shown
    assert len(images) == len(view.shown_thumbnails())
    assert {t.text for t in root.iter(f"{SVG}text")} <= {"Beach", "Forest", "Night"}
    assert {t.text for t in root.iter(f"{SVG}text")}
    colours = {g.get("fill") for g in root.iter(f"{SVG}g") if g.get("fill")}
    assert colours == {view.session.mark(c.id).colour for c in view.session.gallery.clusters}


@pytest.mark.parametrize("name", ["map.png", "map.svg"])
def test_a_place_that_cannot_be_written_is_said(saving: SavingMap, qtbot: QtBot, tmp_path: Path, name: str) -> None:
    with qtbot.waitSignal(saving.failed) as failed:
        saving.save(tmp_path / "nowhere" / name)
    assert failed.args[0].endswith("Make room there, or choose another folder.")
    assert name in failed.args[0]


def test_the_dialog_begins_among_the_pictures_and_knows_both_kinds(
    saving: SavingMap, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = tmp_path / "Pictures"
    pictures.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(pictures))
    saving.ask()
    dialog = saving.parent().findChild(QFileDialog)
    assert Path(dialog.directory().absolutePath()) == pictures
    field = dialog.findChild(QLineEdit)
    assert field.text().startswith("Holiday map 20")
    dialog.selectNameFilter("Drawing for any size (*.svg)")
    dialog.filterSelected.emit("Drawing for any size (*.svg)")
    with qtbot.waitSignal(saving.message):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    (out,) = pictures.iterdir()
    assert out.suffix == ".svg"
    assert out.name.startswith("Holiday map 20")


def test_photos_among_the_pictures_have_the_map_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pictures, documents = tmp_path / "Pictures", tmp_path / "Documents"
    for folder in (pictures, documents):
        folder.mkdir()
    places = {QStandardPaths.StandardLocation.PicturesLocation: pictures}
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda kind: str(places.get(kind, documents)))
    assert saving_map.start_folder([tmp_path / "Holiday"]) == pictures
    assert saving_map.start_folder([pictures]) == documents
    assert saving_map.start_folder([tmp_path]) == Path.home()


def test_a_picture_that_cannot_be_made_is_said_and_leaves_no_file(
    saving: SavingMap, view: PhotoMap, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty file was written, and said to be the map."""
    monkeypatch.setattr(view, "picture", QImage)  # Qt writes no picture that is null
    out = tmp_path / "map.png"
    with qtbot.assertNotEmitted(saving.message), qtbot.waitSignal(saving.failed) as failed:
        saving.save(out)
    assert "map.png could not be written" in failed.args[0]
    assert not out.exists()
