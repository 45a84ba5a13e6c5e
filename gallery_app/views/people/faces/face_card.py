"""FaceCard: what can be said of a face in the viewer: who it is, who it is not, a stranger's, or none at all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gallery_app.base import theme
from gallery_app.i18n.people.person_names import not_person
from gallery_app.views.people.name_field import NameField
from gallery_app.widgets.labels import button, label
from gallery_app.widgets.overlay import Overlay

WIDTH, GAP, EDGE = 300, 8, 8  # pixels


class FaceCard(Overlay):
    """Opens beside a face; Enter says the name that was typed, Escape closes it. All else are signals."""

    named = Signal(str)  # "": of a face that was drawn, nobody says whose it is
    not_this = Signal()
    stranger = Signal()
    no_face = Signal()
    closed = Signal()  # nothing was said
    _said = True  # Qt hides it before it was opened once

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAccessibleName(self.tr("Who is this?"))
        self._frame = QRectF()
        self.title = label(role="title")
        self.field = NameField()
        self.field.returnPressed.connect(self._commit)
        self.save = button(self.tr("OK"), "primary")
        self.save.clicked.connect(self._commit)
        self.wrong, self.strange, self.none = button(""), button(self.tr("A stranger")), button(self.tr("Not a face"))
        for part, signal in ((self.wrong, self.not_this), (self.strange, self.stranger), (self.none, self.no_face)):
            part.clicked.connect(self._say_first)
            part.clicked.connect(signal)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.field, 1)
        row.addWidget(self.save)
        self._ways = QWidget()
        ways = QHBoxLayout(self._ways)
        ways.setContentsMargins(0, 0, 0, 0)
        ways.setSpacing(6)
        for part in (self.wrong, self.strange, self.none):
            ways.addWidget(part)
        ways.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addLayout(row)
        column.addWidget(self._ways)

    def open_for(self, frame: QRectF, name: str | None, names: Sequence[str], *, strange: bool = False) -> None:
        """Open it beside a face at `frame` of the view; `name` is its person's ("" unnamed, None: it has none yet)."""
        self._open(frame, names, name or "")
        self.title.setText(name or (self.tr("A stranger") if strange else self.tr("Who is this?")))
        self.wrong.setText(not_person(name or ""))
        self.wrong.setVisible(name is not None)
        self.strange.setVisible(not strange)
        self._ways.show()
        self._show()

    def open_for_drawn(self, frame: QRectF, names: Sequence[str]) -> None:
        """Open it beside a face that was drawn just now: it is kept without a name, too."""
        self._open(frame, names, "")
        self.title.setText(self.tr("A face that was missed"))
        self._ways.hide()
        self._show()

    def _open(self, frame: QRectF, names: Sequence[str], name: str) -> None:
        self._frame, self._said = frame, False
        self.field.offer(names)
        self.field.setText(name)
        self.field.setPlaceholderText(self.tr("Name of the person"))
        self.field.selectAll()

    def _show(self) -> None:
        self.open_with_focus(self.field)

    def place(self) -> None:
        """Below the face, or above it where there is no room, and within the view."""
        layout = self.layout()
        assert layout is not None
        layout.invalidate()
        layout.activate()
        width = max(theme.current().in_type(WIDTH), self.sizeHint().width())
        self.setFixedSize(min(width, self.over.width() - 2 * EDGE), self.sizeHint().height())
        room, frame = self.over.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE), self._frame.toAlignedRect()
        left = min(max(frame.center().x() - self.width() // 2, room.left()), room.right() - self.width())
        top = frame.bottom() + GAP
        if top + self.height() > room.bottom():
            top = max(frame.top() - GAP - self.height(), room.top())
        self.move(QPoint(left, top))

    def _commit(self) -> None:
        name = self.field.name
        drawn = self._ways.isHidden()
        if not name and not drawn:
            self.leave()
            return
        self._say_first()
        self.named.emit(name)

    def _say_first(self) -> None:
        """Something is said: it closes before that is done."""
        self._said = True
        self.leave()

    def hideEvent(self, event: object) -> None:
        if not self._said:
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if focused in (self.wrong, self.strange, self.none, self.save):
                focused.click()
            return
        super().keyPressEvent(event)
        event.accept()  # the viewer behind it has keys of its own
