"""The tool bar leaves out what there is no room for, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication, QSlider, QToolButton
from pytestqt.qtbot import QtBot

from gallery_app.app import Parts
from gallery_app.base import theme
from tests.gallery_app.windows import settle


@pytest.fixture(params=["dark", "contrast"])
def themed_bar(request: pytest.FixtureRequest, parts: Parts, qapp: QApplication) -> Iterator[Parts]:
    """A window in a theme; the type of high contrast is larger."""
    theme.apply(qapp, request.param)
    yield parts
    theme.apply(qapp, "dark")


def test_all_is_said_in_a_window_that_has_room_for_it(themed_bar: Parts, qtbot: QtBot) -> None:
    """In high contrast the slider was gone at 1280 pixels, and as much of the bar was empty."""
    themed_bar.window.resize(1280, 800)
    settle(themed_bar, qtbot)
    (slider,) = themed_bar.workspace.tool_bar.k.findChildren(QSlider)
    assert slider.isVisible()


@pytest.mark.parametrize("width", [1280, 1000, 800])
def test_nothing_runs_into_another(themed_bar: Parts, qtbot: QtBot, width: int) -> None:
    themed_bar.window.resize(width, 800)
    settle(themed_bar, qtbot)
    bar = themed_bar.workspace.tool_bar
    parts = [part for part in bar.findChildren(QToolButton) if part.isVisible()]
    boxes = sorted((part.mapTo(bar, part.rect().topLeft()).x(), part.width()) for part in parts)
    assert all(x + across <= following for (x, across), (following, _) in pairwise(boxes))
    assert boxes[-1][0] + boxes[-1][1] <= bar.width()
