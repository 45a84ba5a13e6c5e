"""NameField: where somebody's name is typed; the persons that are known already complete it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

SHOWN = 8  # names offered at once


class NameField(QLineEdit):
    """Any part of a name finds it, whatever the case of its letters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Name of the person"))
        self.setAcceptDrops(False)  # dropped photos would be inserted as text
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(SHOWN)
        self.setCompleter(completer)

    def offer(self, names: Sequence[str]) -> None:
        """Complete what is typed by these names."""
        self._names.setStringList(list(names))

    @property
    def name(self) -> str:
        return " ".join(self.text().split())
