"""A theme is put on all widgets that there are, and on no dead ones."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gallery_app.base import theme


@pytest.fixture
def eager_collector() -> Iterator[list[str]]:
    """Garbage is collected with nearly every object that is made; the list tells how often."""
    collected: list[str] = []

    def note(phase: str, _about: object) -> None:
        collected.append(phase)

    before = gc.get_threshold()
    gc.callbacks.append(note)
    gc.set_threshold(1)
    yield collected
    gc.set_threshold(*before)
    gc.callbacks.remove(note)


class Listening(QWidget):
    """Makes objects while it is polished, as our widgets do in their own changeEvent."""

    def __init__(self, collected: list[str]) -> None:
        super().__init__()
        self._collected, self.during = collected, list[str]()

    def changeEvent(self, event: QEvent) -> None:
        before = len(self._collected)
        kept = [[number] for number in range(100)]
        self.during += self._collected[before : before + len(kept)]
        super().changeEvent(event)


def test_no_widget_is_collected_while_qt_goes_through_the_list_of_all(
    qapp: QApplication, qtbot: QtBot, eager_collector: list[str]
) -> None:
    widget = Listening(eager_collector)
    qtbot.addWidget(widget)
    widget.show()
    qapp.processEvents()
    widget.during.clear()  # of being shown
    theme.apply(qapp, "light")
    theme.apply(qapp, "dark")
    assert widget.during == []
    assert gc.isenabled()
