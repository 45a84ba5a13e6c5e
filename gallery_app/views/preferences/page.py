"""Page: one page of the preferences: a form of sections, choices, checks and notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QScrollArea, QWidget

from gallery_app.widgets.labels import label

SIDE = 24


class Page(QScrollArea):
    """It scrolls where the screen is low or the text large."""

    grown = Signal()  # something has appeared on it

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.form = QFormLayout()
        self.form.setContentsMargins(SIDE, 18, SIDE, 8)
        self.form.setVerticalSpacing(10)
        self.form.setHorizontalSpacing(18)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        content = QWidget()
        content.setLayout(self.form)
        self.setWidget(content)
        self._content = content
        content.installEventFilter(self)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def begin(self) -> None:
        """It is seen: what takes long to find out is asked for now."""

    def least_width(self) -> int:
        content = self.widget()
        return content.minimumSizeHint().width() if content is not None else 0

    def height_for(self, width: int) -> int:
        """Wrapped labels too, which Qt counts as one line; 0 where there are none, and the height is any."""
        return max(0, self.form.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hold_height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._hold_height()
        return super().eventFilter(watched, event)

    def _hold_height(self) -> None:
        """Where the screen is low it scrolls, rather than cutting wrapped labels to one line."""
        height = self.height_for(self.viewport().width())
        if height != self._content.minimumHeight():
            self._content.setMinimumHeight(height)
            self.grown.emit()

    def section(self, title: str) -> QLabel:
        heading = label(title, "section")
        heading.setContentsMargins(0, 10 if self.form.rowCount() else 0, 0, 0)
        self.form.addRow(heading)
        return heading

    def choice(
        self, title: str, choices: Iterable[tuple[str, str]], now: str, chosen: Callable[[str], None]
    ) -> QComboBox:
        box = QComboBox()
        for name, text in choices:
            box.addItem(text, name)
        box.setCurrentIndex(max(box.findData(now), 0))
        box.setAccessibleName(title)
        box.activated.connect(lambda _index: chosen(box.currentData()))
        self.form.addRow(title, box)
        return box

    def note(self, text: str) -> QLabel:
        """Small words below a field."""
        note = label(text, "small", wrap=True)
        self.form.addRow("", note)
        return note

    def wide_note(self, text: str, role: str = "small") -> QLabel:
        """Words as wide as the page."""
        note = label(text, role, wrap=True)
        self.form.addRow(note)
        return note

    def check(self, title: str, on: bool) -> QCheckBox:
        box = QCheckBox(title)
        box.setChecked(on)
        self.form.addRow(box)
        return box
