"""PackRow: one model pack in the list of the preferences: what it is, what it costs, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gallery_app.base.plain_tip import plain_tip
from gallery_app.widgets.labels import button, label


class PackRow(QWidget):
    """`use` is pressed to look with it or to go on with fetching it; `remove` only once it was asked whether to.

    `backbone` is what `open_backbone` calls it, "" for a pack that is not whole.
    """

    used = Signal()
    removed = Signal()

    def __init__(self, name: str, line: str, use: str, backbone: str = "") -> None:
        super().__init__()
        self.backbone = backbone
        self.name = label(name)
        self.line = label(line, "small", wrap=True)
        self.use, self.remove, self.keep = button(use), button(self.tr("Remove")), button(self.tr("Keep it"))
        for part in (self.use, self.remove):
            part.setAccessibleName(f"{part.text()}: {name}")
        self.use.clicked.connect(self.used)
        self.remove.clicked.connect(self._ask)
        self.keep.clicked.connect(lambda: self._show(asked=False))
        self._asked = False
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.name)
        words.addWidget(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(10)
        row.addLayout(words, 1)
        for part in (self.use, self.keep, self.remove):
            row.addWidget(part)
        self._show(asked=False)

    def set_state(self, *, use: bool, remove: bool, why: str = "") -> None:
        """Which of the two can be pressed; `why` not is a tool tip."""
        for part, on in ((self.use, use), (self.remove, remove)):
            part.setEnabled(on)
            part.setToolTip(plain_tip("" if on else why))

    def buttons(self) -> list[QPushButton]:
        return [part for part in (self.use, self.keep, self.remove) if not part.isHidden()]

    def _ask(self) -> None:
        if self._asked:
            self.removed.emit()
        self._show(asked=not self._asked)

    def _show(self, *, asked: bool) -> None:
        self._asked = asked
        self.remove.setText(self.tr("Remove it?") if asked else self.tr("Remove"))
        self.keep.setVisible(asked)
        self.use.setVisible(not asked and bool(self.use.text()))
