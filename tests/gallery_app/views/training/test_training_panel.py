"""The panel of the training: numbers on every scale, whatever was learned, and what is kept of a photo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.core.records import Changes, Update
from gallery_app.engine_client.background import JobRunner
from gallery_app.state.session import Session
from gallery_app.views.parts.plots.axis import agreement_scale, scale_of, share_scale, update_ticks
from gallery_app.views.training.training_panel import TrainingPanel


@pytest.fixture
def panel(session: Session, jobs: JobRunner, qtbot: QtBot) -> Iterator[TrainingPanel]:
    panel = TrainingPanel(session, jobs)
    panel.resize(1280, 190)
    panel.show()
    qtbot.waitExposed(panel)
    yield panel
    panel.hide()
    qtbot.waitUntil(lambda: not jobs.busy)
    panel.close()
    panel.deleteLater()


def learn(session: Session, updates: list[Update]) -> None:
    """The clustering has been learned in these updates."""
    clustering = session.gallery.clustering
    assert clustering is not None
    session.gallery = replace(session.gallery, clustering=replace(clustering, history=tuple(updates)))
    session.changed.emit(Changes.EVERYTHING, session)


SERIES = {
    "one point": [0.2263],
    "never changes": [0.5] * 12,
    "zero": [0.0] * 5,
    "tiny": [1e-6 * (1 + 1 / (i + 1)) for i in range(30)],
    "huge": [123456.0 / (i + 1) for i in range(200)],
    "two points": [0.3, 0.2],
    "below zero": [-3.0, -1.0, 2.0],
}


@pytest.mark.parametrize("values", SERIES.values(), ids=SERIES)
def test_a_scale_has_round_numbers_around_what_it_shows(values: list[float]) -> None:
    scale = scale_of(values)
    assert scale.low <= min(values) <= max(values) <= scale.high
    ticks = scale.ticks()
    assert 2 <= len(ticks) <= 7
    texts = [text for _, text in ticks]
    assert len(set(texts)) == len(texts)
    for value, text in ticks:
        read, ok = QLocale().toDouble(text)
        assert ok
        assert read == pytest.approx(value, rel=0.02, abs=scale.step / 100)


@pytest.mark.parametrize(
    ("shares", "first", "last"),
    [([0.0], "0 %", "1.0 %"), ([0.6, 0.1], "0 %", "60 %"), ([1.0], "0 %", "100 %"), ([0.034, 0.01], "0 %", "4 %"),
     ([0.97], "0 %", "100 %")],
)  # fmt: skip
def test_shares_are_in_percent(shares: list[float], first: str, last: str) -> None:
    scale = share_scale(shares)
    assert scale.high >= max(shares)
    texts = [text for _, text in scale.ticks(100, " %")]
    assert (texts[0], texts[-1]) == (first, last)


def test_agreement_lies_between_zero_and_one() -> None:
    assert [value for value, _ in agreement_scale().ticks()] == [0, 0.5, 1]


@pytest.mark.parametrize("last", [0, 1, 4, 11, 31, 199, 5000])
def test_updates_are_whole_numbers(last: int) -> None:
    values = [value for value, _ in update_ticks(last)]
    assert values == [int(value) for value in values]
    assert values[0] == 0
    assert len(values) <= 6


@pytest.mark.parametrize("values", SERIES.values(), ids=SERIES)
def test_every_plot_has_numbers_that_are_seen(
    panel: TrainingPanel, session: Session, values: list[float], qtbot: QtBot
) -> None:
    learn(session, [Update(i, v, min(abs(v), 1.0), 1 - min(abs(v), 1.0), abs(v)) for i, v in enumerate(values)])
    QApplication.processEvents()
    panel.grab()
    for name, ticks in panel.ticks().items():
        low, high = panel.shown_range(name)
        assert len(ticks) >= 2
        assert all(low < value < high for value, _ in ticks)
        assert low < ticks[0][0] - 0.1 * (ticks[-1][0] - ticks[0][0])  # room for the digits


def test_what_is_remembered_of_a_photo_stands_beside_the_plots(
    panel: TrainingPanel, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (int(i) for i in session.gallery.ids[:2])
    memories = {first: np.full((112, 112, 3), (10, 200, 30), np.uint8), second: None}
    asked = []

    def reconstructed(_library: object, _gallery: object, file: int) -> object:
        asked.append(file)
        return memories[file]

    monkeypatch.setattr("gallery_app.views.training.reconstruction.reconstructed", reconstructed)
    view = panel.reconstruction
    assert not view.picture.isVisible()
    session.select([first], None)
    qtbot.waitUntil(view.picture.isVisible)
    middle = view.picture.rect().center()
    assert view.picture.grab().toImage().pixelColor(middle).getRgb()[:3] == (10, 200, 30)
    qtbot.waitUntil(lambda: view.photo.grab().toImage().pixelColor(middle) != view.photo.palette().window().color())
    assert "mixed" in view.toolTip()
    session.select([second], None)
    qtbot.waitUntil(lambda: not view.picture.isVisible())
    panel.hide()
    session.select([first], None)
    assert asked == [first, second]  # nothing is computed for what is not seen
    panel.show()
    qtbot.waitUntil(view.picture.isVisible)


def test_in_a_narrow_window_all_of_the_panel_is_for_the_plots(panel: TrainingPanel) -> None:
    panel.resize(800, 190)
    QApplication.processEvents()
    assert panel.reconstruction.isHidden()
    panel.resize(1280, 190)
    QApplication.processEvents()
    assert panel.reconstruction.isVisible()
