"""The bars of the review: what is reviewed and how far one is above, the marks and the photo's name below."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from engine.library.catalog.flag_table import Flag
from gallery_app.base.actions import native
from gallery_app.base.icons import icon
from gallery_app.i18n.numbers import counted, number, percent
from gallery_app.state.culling.review import Review
from gallery_app.widgets.labels import ElidedLabel, IconButton, button, label


class ReviewHead(QFrame):
    """What is reviewed, how many are kept, rejected and undecided, and the way to the end."""

    pressed = Signal(str)  # "finish" or "close"

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("toolbar")
        column, row, below = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        column.setContentsMargins(18, 8, 8, 8)
        column.setSpacing(2)
        row.setSpacing(10)
        below.setSpacing(18)
        column.addLayout(row)
        column.addLayout(below)
        self.heading = ElidedLabel(role="title")
        self.heading.setMinimumWidth(80)
        self.tally = label(role="muted")
        self.onward = QCheckBox(self.tr("Go on after a mark"))
        self.onward.setToolTip(self.tr("As in other programs; Shift with the key, or Caps Lock, goes on as well"))
        self.onward.setChecked(True)
        self.onward.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.finish = button("", "primary")
        self.finish.clicked.connect(lambda: self.pressed.emit("finish"))
        close = IconButton("close", self.tr("Back to the photos; the marks stay"))
        close.setObjectName("close")
        close.clicked.connect(lambda: self.pressed.emit("close"))
        row.addWidget(self.heading, 1)
        row.addWidget(self.finish)
        row.addWidget(close)
        below.addWidget(self.tally)
        below.addWidget(self.onward)
        below.addStretch(1)

    def show_review(self, review: Review) -> None:
        tally = review.tally
        self.heading.setText(review.name)
        kept = counted(tally.kept, self.tr("{0} kept", "one"), self.tr("{0} kept", "many"))
        rejected = counted(tally.rejected, self.tr("{0} rejected", "one"), self.tr("{0} rejected", "many"))
        undecided = counted(tally.undecided, self.tr("{0} undecided", "one"), self.tr("{0} undecided", "many"))
        self.tally.setText(f"{kept}  ·  {rejected}  ·  {undecided}")
        many = self.tr("Deal with the {0} rejected…")
        self.finish.setText(
            counted(tally.rejected, self.tr("Deal with the rejected one…"), many) if tally.rejected else self.tr("Done")
        )


class ReviewFoot(QFrame):
    """Changes nothing itself: `pressed` carries a flag, "none", "back", "on", "compare" or "zoom"."""

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strip")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 6, 8, 6)
        self._row.setSpacing(6)
        self.position, self.scale = label(role="muted"), label(role="muted")
        self.name = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        self.name.setMinimumWidth(60)
        self._tool("back", "chevron-left", self.tr("Previous photo"), "Left")
        self._row.addWidget(self.position)
        self._tool("on", "chevron-right", self.tr("Next photo"), "Right")
        self._row.addWidget(self.name, 1)
        self.marks: dict[Flag | None, QPushButton] = {
            "keep": self._mark("keep", "check", self.tr("Keep"), "P"),
            None: self._mark("none", "remove", self.tr("Undecided"), "U"),
            "reject": self._mark("reject", "close", self.tr("Reject"), "X"),
        }
        self._row.addSpacing(6)
        self.compare = self._tool("compare", "both", self.tr("Compare with those that follow"), "C")
        self.compare.setCheckable(True)
        self._row.addWidget(self.scale)
        self._tool("zoom", "zoom-in", self.tr("Its own pixels, or the whole photo"), "Z")
        self.scale.setMinimumWidth(44)

    def _mark(self, name: str, drawing: str, words: str, key: str) -> QPushButton:
        made = button(words)
        made.setObjectName(name)
        made.setIcon(icon(drawing))
        made.setIconSize(QSize(16, 16))
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setToolTip(f"{words} ({native(key)})")
        made.clicked.connect(lambda: self.pressed.emit(name))
        self._row.addWidget(made)
        return made

    def _tool(self, name: str, drawing: str, tip: str, key: str) -> IconButton:
        made = IconButton(drawing, tip)
        made.setObjectName(name)
        made.setToolTip(f"{tip} ({native(key)})")
        made.clicked.connect(lambda: self.pressed.emit(name))
        self._row.addWidget(made)
        return made

    def show_comparing(self, on: bool) -> None:
        self.compare.setChecked(on)

    def show_photo(self, name: str, position: int, count: int, flag: Flag | None) -> None:
        self.name.setText(name)
        self.position.setText(f"{number(position)} / {number(count)}")
        for known, made in self.marks.items():
            made.setChecked(known == flag)

    def show_zoom(self, scale: float) -> None:
        self.scale.setText(percent(scale))
