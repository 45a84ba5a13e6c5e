"""The states of the Lab: nothing learned yet, then what a model knows of the photos: seen, squeezed and dreamed."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gallery_app.app import Parts
from gallery_app.views.lab.photo_end import PhotoWall
from tour.state import State, then, waiting
from tour.window_styles import AND_CONTRAST, SMALL

STEPS = 6  # that one walks on the map
FEWER = 12  # numbers that are kept of a photo


def lab_states(parts: Parts) -> Iterator[State]:
    """The states; begins and ends on the work page."""
    page = parts.workspace.lab.page

    def choose(model: str) -> None:
        page.panel.models.setCurrentIndex(page.panel.models.findData(model))

    def walk() -> None:
        for _ in range(STEPS):
            QTest.keyClick(page.see.map, Qt.Key.Key_Left)

    def close_wall() -> None:
        for wall in page.findChildren(PhotoWall):
            wall.close()

    yield State("lab", parts.window.actions_["lab"].trigger, AND_CONTRAST)
    yield waiting(then(lambda: choose("pca"), page.panel.train.click))
    yield State("lab-see", walk, AND_CONTRAST)
    yield waiting(lambda: page.show_tab("squeeze"))
    yield State("lab-squeeze", lambda: page.squeeze.slider.setValue(FEWER), AND_CONTRAST)
    yield State("lab-dream", lambda: page.show_tab("dream"), AND_CONTRAST)
    yield State("lab-photos", page.dream.ends[0].click, SMALL)
    yield waiting(close_wall)
    yield waiting(then(lambda: page.show_tab("see"), lambda: choose("som"), page.panel.train.click))
    yield State("lab-grid", walk)
    yield waiting(page.leave)
