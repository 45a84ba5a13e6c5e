"""FoundChips: above the photos, what the search was understood as, part by part: "2024", "Receipts", "shows: dog"."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout

from engine.gallery.search import Found
from engine.gallery.searching.evidence import Reading
from engine.gallery.searching.query import without
from gallery_app.base.icons import icon
from gallery_app.base.plain_tip import plain_tip
from gallery_app.i18n.understanding.reason_words import chip_words, counted_reasons
from gallery_app.state.session import Session
from gallery_app.views.parts.flow_row import FlowRow
from gallery_app.widgets.accessible.roles import Role, announce, set_role
from gallery_app.widgets.labels import label

LONGEST = 240  # pixels of a chip
_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FoundChip(QToolButton):
    """A part of the search; pressed, or with a key that deletes, it is taken out."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "chip")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIcon(icon("close"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_reading(self, reading: Reading) -> None:
        words, reasons = chip_words(reading), counted_reasons(reading)
        short = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, LONGEST)
        self.setText(short.replace("&", "&&"))
        self.setAccessibleName(words)
        tip = self.tr("Take out of the search: {0}").format(words)
        self.setToolTip(plain_tip(f"{tip}\n{reasons}" if reasons else tip))
        self.setAccessibleDescription(f"{tip}. {reasons}" if reasons else tip)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS:
            self.click()
        else:
            super().keyPressEvent(event)


class FoundChips(QFrame):
    """Hidden without a search; says which known word was taken for one that finds nothing."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("found")
        self.setAccessibleName(self.tr("What is searched for"))
        set_role(self, Role.Grouping)
        self._filters = session.filters
        self._chips: list[FoundChip] = []
        self._line = FlowRow()
        self._instead = label(role="muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 4)
        column.setSpacing(4)
        column.addWidget(self._line)
        column.addWidget(self._instead)
        session.changed.connect(lambda _changes, _origin: self._refresh())
        session.understood.connect(self._refresh)
        self._filters.changed.connect(lambda _origin: self._refresh())
        self._refresh()

    @property
    def chips(self) -> list[FoundChip]:
        """Those that are shown."""
        return [chip for chip in self._chips if not chip.isHidden()] if not self.isHidden() else []

    def text(self) -> str:
        """What is said of words that find nothing; empty where all do."""
        return self._instead.text() if not self._instead.isHidden() else ""

    def _refresh(self) -> None:
        found = self._filters.shown.found
        readings = () if found is None else found.readings
        while len(self._chips) < len(readings):
            chip = FoundChip()
            chip.clicked.connect(partial(self._take_out, len(self._chips)))
            self._chips.append(chip)
            self._line.add(chip)
        for place, chip in enumerate(self._chips):
            if place < len(readings):
                chip.show_reading(readings[place])
            chip.setVisible(place < len(readings))
        self._say_instead(found)
        self.setVisible(bool(readings))
        self._line.fit()

    def _say_instead(self, found: Found | None) -> None:
        taken = "" if found is None else ", ".join(other for _, other in found.instead)
        words = self.tr("Showing results for {0}").format(taken) if taken else ""
        if words != self._instead.text():
            self._instead.setText(words)
            announce(self, words)
        self._instead.setVisible(bool(words))

    def _take_out(self, place: int, _on: bool = False) -> None:
        """Search for the other parts; the key focus stays among the chips while there are any."""
        found = self._filters.shown.found
        if found is not None and place < len(found.readings):
            self._filters.find(without(found.query, found.readings[place].span), self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_instead"):
            self._refresh()
