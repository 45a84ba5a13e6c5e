"""FactsForm: pairs of label and value one below the other, as the inspector and the viewer show what is known."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel

from gallery_app.widgets.labels import WrappedLabel, label


class FactsForm(QFormLayout):
    """Rows are kept for the next facts: a selection that grows makes no widgets anew."""

    def __init__(self, spacing: int) -> None:
        super().__init__()
        self._rows: list[tuple[QLabel, WrappedLabel]] = []
        self.setHorizontalSpacing(12)
        self.setVerticalSpacing(spacing)
        self.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def facts(self) -> dict[str, str]:
        """What is shown."""
        return {what.text(): value.text() for what, value in self._rows}

    def show_facts(self, known: Sequence[tuple[str, str]]) -> None:
        while len(self._rows) > len(known):
            self.removeRow(len(self._rows) - 1)
            self._rows.pop()
        while len(self._rows) < len(known):
            what, value = label(role="muted"), WrappedLabel()
            for part in (what, value):
                part.setAlignment(Qt.AlignmentFlag.AlignTop)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.addRow(what, value)
            self._rows.append((what, value))
        for (what, value), (name, text) in zip(self._rows, known, strict=True):
            what.setText(name)
            value.show_text(text)
