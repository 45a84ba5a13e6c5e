"""The Lab as a page: a model learns for real, and is seen, squeezed and dreamed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from engine.core.partials import Sketch
from engine.core.records import Pixels
from engine.service.lab_messages import CodesSeen, Dreamed, ModelTrained, SeeCodes, Squeezed, TrainModel
from engine.service.protocol import FinishEarly
from gallery_app.app import Parts
from gallery_app.views.lab.lab_page import LabPage
from gallery_app.views.lab.photo_end import PhotoWall
from gallery_app.views.lab.picture_sheet import PictureSheet, images_of
from tests.gallery_app.accessible_tree import faults, tree
from tests.gallery_app.fake_engine import FakeEngine
from tests.gallery_app.windows import MINUTE, settle


def opened(parts: Parts) -> LabPage:
    parts.window.actions_["lab"].trigger()
    page = parts.workspace.lab.page
    assert parts.window.pages.currentWidget() is page
    return page


def noise(n: int, side: int = 32) -> Pixels:
    return np.random.default_rng(n).integers(0, 255, (n, side, side, 3), np.uint8)


def test_a_model_learns_and_is_seen_squeezed_and_dreamed(clustered: Parts, qtbot: QtBot, tmp_path: Path) -> None:
    page, lab = opened(clustered), clustered.workspace.lab.lab
    assert not page.save.isEnabled()
    page.panel.models.setCurrentIndex(page.panel.models.findData("pca"))
    page.panel.train.click()
    qtbot.waitUntil(lambda: page.see.map.count == len(clustered.session.gallery), timeout=MINUTE)
    page.see.map.setFocus()
    QTest.keyClick(page.see.map, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: page.see.drawn.count == 1)

    page.show_tab("squeeze")
    qtbot.waitUntil(lambda: page.squeeze.sheet.count > 0)
    whole, most = page.squeeze.numbers.text(), page.squeeze.slider.maximum()
    page.squeeze.slider.setValue(1)
    qtbot.waitUntil(lambda: page.squeeze.numbers.text() != whole)
    assert lab.learned is not None
    assert most == lab.learned.code
    assert page.squeeze.kept.text() == "1 number"
    assert not page.squeeze.again.isVisible()

    page.show_tab("dream")
    dream = page.dream
    qtbot.waitUntil(lambda: dream.dreams.count == 48 and dream.way.count == 8 and dream.typical.count == 1)
    before = dream.dreams.image(0)
    dream.noise.setValue(0)
    qtbot.waitUntil(lambda: dream.dreams.image(0) != before)
    out = tmp_path / "dream.png"
    with qtbot.waitSignal(clustered.workspace.lab.message):
        clustered.workspace.lab.save(out)
    assert QImage(str(out)) == page.picture().convertToFormat(QImage(str(out)).format())

    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert clustered.workspace.pages.at_work
    settle(clustered, qtbot)
    opened(clustered)
    qtbot.waitUntil(lambda: dream.dreams.count == 48)  # what was learned is still known


@pytest.fixture
def page(scripted: Parts) -> LabPage:
    return opened(scripted)


TRAINED = ModelTrained("autoencoder", 10, (32, 32, 3), 32, 0.0123, 24.0, 75.0, {"squared_error": (0.2, 0.1)})


def train(page: LabPage) -> None:
    page.panel.models.setCurrentIndex(page.panel.models.findData("autoencoder"))
    page.panel.train.click()


def test_a_training_shows_its_curve_and_what_is_drawn_by_now(page: LabPage, engine: FakeEngine, qtbot: QtBot) -> None:
    train(page)
    assert engine.requests == [TrainModel("autoencoder", {}, 32, True)]
    engine.progress("training", 3, 20)
    engine.partial(Sketch({"squared_error": (0.2, 0.1)}, noise(16)))
    assert page.learning.curve.titles == ["Squared error"]
    assert page.learning.sheet.count == 16
    assert page.panel.stop.isVisible()
    assert not page.panel.train.isVisible()
    page.panel.finish.click()
    assert FinishEarly(engine.job) in engine.sent
    page.panel.stop.click()
    engine.cancelled()
    assert page.panel.train.isVisible()
    assert "Train a model" in page.what.text()
    assert len(engine.stops) == 1


def test_another_size_is_learned_anew(page: LabPage, engine: FakeEngine) -> None:
    page.show_tab("squeeze")
    train(page)
    engine.done(TRAINED)
    engine.done(Squeezed(noise(4), noise(4), 0.0123, 24.0))
    assert page.squeeze.numbers.text() == "Mean squared error 0.0123  ·  24 times smaller"
    assert page.squeeze.kept.text() == "32 numbers"
    assert not page.squeeze.again.isVisible()
    page.squeeze.slider.setValue(page.squeeze.slider.value() - 2)
    assert page.squeeze.kept.text() == "8 numbers"
    assert page.squeeze.again.isVisible()
    page.squeeze.again.click()
    assert engine.requests[-1] == TrainModel("autoencoder", {"code": 8}, 32, True)


def test_the_mouse_walks_where_codes_lie(page: LabPage, scripted: Parts, engine: FakeEngine, qtbot: QtBot) -> None:
    train(page)
    engine.done(TRAINED)
    assert engine.kinds[-1] is SeeCodes
    files = scripted.session.gallery.ids[:3]
    engine.done(CodesSeen(files, np.array([[0, 0], [10, 0], [10, 4]], np.float32), None))
    walked: list[tuple[float, float]] = []
    page.see.map.walked.connect(lambda x, y: walked.append((x, y)))
    QTest.mouseMove(page.see.map, page.see.map.rect().center())
    qtbot.waitUntil(lambda: len(walked) > 0)
    assert walked[-1] == (pytest.approx(5, abs=0.2), pytest.approx(2, abs=0.1))
    page.see.map.grab()
    engine.sent.clear()
    engine.done(CodesSeen(files, np.array([[0, 0], [1, 2], [1, 2]], np.float32), (2, 3)))


def test_a_photo_of_the_way_is_chosen_from_a_wall(page: LabPage, scripted: Parts, engine: FakeEngine) -> None:
    page.show_tab("dream")
    train(page)
    engine.done(TRAINED)
    engine.done(Dreamed(noise(48)))
    first = page.dream.ends[0]
    before = first.file
    first.click()
    (wall,) = first.findChildren(PhotoWall)
    wall.grab()
    other = next(part for part in wall.buttons if part.file not in (before, page.dream.ends[1].file))
    other.click()
    assert first.file == other.file
    assert other.name() in first.accessibleName()


def test_every_tab_can_be_heard(page: LabPage, engine: FakeEngine) -> None:
    assert faults(tree(page)) == []
    train(page)
    engine.partial(Sketch({"squared_error": (0.2, 0.1)}, noise(16)))
    assert faults(tree(page)) == []
    engine.done(TRAINED)
    for tab in page.tabs:
        page.show_tab(tab)
        assert faults(tree(page)) == []
    heard = [node.name for node in tree(page)]
    assert "New pictures" in heard
    assert "Noise" in heard


def test_the_file_dialog_proposes_what_is_seen(page: LabPage, scripted: Parts, engine: FakeEngine) -> None:
    train(page)
    engine.done(TRAINED)
    page.save.click()
    (dialog,) = scripted.window.findChildren(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "Holiday Autoencoder See.png"
    dialog.reject()


@pytest.mark.parametrize("channels", [1, 3])
def test_pictures_are_drawn_pixel_by_pixel(channels: int) -> None:
    pixels = noise(6, 4)[..., :channels]
    sheet = PictureSheet("Sheet", columns=3, side=8)
    sheet.resize(400, 300)
    sheet.show_pictures(pixels, pixels[::-1])
    shown = sheet.grab().toImage()
    for at in range(6):
        for below, image in ((False, pixels[at]), (True, pixels[5 - at])):
            box = sheet.box(at, below)
            scale = int(box.width()) // 4
            middle = QPoint(int(box.x()) + scale + scale // 2, int(box.y()) + 2 * scale + scale // 2)
            found, wanted = shown.pixelColor(middle), [int(value) for value in image[2, 1]]
            assert [found.red(), found.green(), found.blue()] == (wanted if channels == 3 else 3 * wanted)
    assert images_of(None) == []
    assert sheet.heightForWidth(400) > sheet.box(5, True).bottom() - 1
