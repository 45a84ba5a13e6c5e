"""KindChips: above the photos, a chip for each kind of picture among them: "Screenshots 214". Several may be chosen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QToolButton, QWidget

from engine.core.records import KINDS
from gallery_app.i18n.understanding.kind_names import counted_kind
from gallery_app.state.session import Session
from gallery_app.widgets.accessible.roles import Role, set_role
from gallery_app.widgets.labels import IconButton

LEAST = 2  # kinds of which there is something to choose
SIDES, GAP = (16, 12), 6  # pixels beside the chips, and between them


class KindChip(QToolButton):
    """Checked while only pictures of some kinds are shown, and its kind is one of them."""

    def __init__(self, kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind = kind
        self.setCheckable(True)
        self.setProperty("role", "kind")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_count(self, count: int, *, chosen: bool) -> None:
        self.setText(counted_kind(self.kind, count))
        self.setAccessibleName(self.text())
        self.setChecked(chosen)


class KindChips(QFrame):
    """In the order of kinds, so that nothing jumps as pictures are told apart; what does not fit is in a menu."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("kinds")
        self.setAccessibleName(self.tr("Kinds of pictures"))
        set_role(self, Role.Grouping)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._filters = session.filters
        self.chips = {kind: KindChip(kind, self) for kind in KINDS}
        for kind, chip in self.chips.items():
            chip.clicked.connect(partial(self._toggle, kind))
        self.more = IconButton("more", self.tr("More kinds"), self)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.more)
        menu.aboutToShow.connect(partial(self._fill, menu))
        self.more.setMenu(menu)
        self.every = IconButton("close", self.tr("All kinds"), self)
        self.every.clicked.connect(lambda: self._filters.show_all_kinds(self))
        self._known: list[KindChip] = []  # of these there are some, or they are chosen
        session.changed.connect(lambda _changes, _origin: self._refresh())
        session.understood.connect(self._refresh)
        session.filters.changed.connect(lambda _origin: self._refresh())
        self._refresh()

    def text(self) -> list[str]:
        """What the chips that are seen say."""
        return [chip.text() for chip in self._known if not chip.isHidden()] if not self.isHidden() else []

    def _toggle(self, kind: str, _on: bool = False) -> None:
        self._filters.toggle_kind(kind, self)

    def _refresh(self) -> None:
        counts, chosen = self._filters.shown.kinds, self._filters.options.kinds
        self._known = [chip for kind, chip in self.chips.items() if kind in counts or kind in chosen]
        for chip in self._known:
            chip.show_count(counts.get(chip.kind, 0), chosen=chip.kind in chosen)
        self.setVisible(len(self._known) >= LEAST or bool(chosen))
        self._place()

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        for chip in (chip for chip in self._known if chip.isHidden()):
            action = menu.addAction(chip.text(), partial(self._toggle, chip.kind))
            action.setCheckable(True)
            action.setChecked(chip.isChecked())

    # Geometry

    def sizeHint(self) -> QSize:
        return QSize(300, max((chip.sizeHint().height() for chip in self.chips.values()), default=20) + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.sizeHint().height())

    def _place(self) -> None:
        """One line: chips as far as there is room, then the menu of the others; at the end the way back."""
        chosen = bool(self._filters.options.kinds)
        self.every.setVisible(chosen)
        end = self.width() - SIDES[1]
        if chosen:
            end -= self._put(self.every, end - self.every.sizeHint().width()) + GAP
        seen = self._fitting(end - SIDES[0])
        x = SIDES[0]
        for chip in self.chips.values():
            chip.setVisible(chip in seen)
            if chip in seen:
                x += self._put(chip, x) + GAP
        self.more.setVisible(len(seen) < len(self._known))
        self._put(self.more, x)

    def _fitting(self, room: int) -> set[KindChip]:
        """The chips for which there is room: what is chosen is always seen, if anything is."""
        width = {chip: chip.sizeHint().width() + GAP for chip in self._known}
        if sum(width.values()) - GAP <= room:
            return set(self._known)
        room -= self.more.sizeHint().width()
        seen = set()
        for chip in sorted(self._known, key=lambda chip: not chip.isChecked()):
            room -= width[chip]
            if room < 0:
                break
            seen.add(chip)
        return seen

    def _put(self, part: QWidget, x: int) -> int:
        """Place a part in the middle of the line; returns its width."""
        size = part.sizeHint()
        part.setGeometry(x, (self.height() - size.height()) // 2, size.width(), size.height())
        return size.width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_known"):
            self.updateGeometry()
            self._place()
