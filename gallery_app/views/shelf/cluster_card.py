"""ClusterCard: a cluster on the shelf: four typical photos, name, count, colour and mean confidence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QMenuBar, QWidget

from engine.core.records import Cluster
from gallery_app.base.marks import Mark
from gallery_app.base.plain_tip import plain_tip
from gallery_app.i18n.bidi import isolated
from gallery_app.i18n.numbers import counted, number, percent
from gallery_app.views.shelf.card_painter import CardFace, CardState, card_height, mosaic_box, paint_card, text_box
from gallery_app.views.shelf.spoken import speak_as_card
from gallery_app.widgets.accessible.roles import Event, tell

# Who has the focus for these reasons gives it back: commands of a menu are meant for the card.
BRIEFLY = (Qt.FocusReason.MenuBarFocusReason, Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class ClusterCard(QWidget):
    """A click chooses it, double-click or F2 renames, photos and clusters can be dropped; all changes are signals."""

    chosen = Signal()
    renamed = Signal(str)
    menu_wanted = Signal(QPoint)
    dragged = Signal()
    focus_changed = Signal()
    files_dropped = Signal(list)
    cluster_dropped = Signal(str)

    def __init__(self, cluster: Cluster, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cluster = cluster
        self._mark, self._confidence, self.found = Mark("#808080"), 0.0, 0
        self._photos: list[QPixmap] = []
        self._current = self._target = self.lit = self._drag_above = False
        self.has_keys = False  # it has the keyboard focus, or has lent it to a menu
        self._rule = ""  # what is proposed for what lands in its cluster
        self._words = ""  # what a drop here would do, while it is the target of a drag
        self._pressed: QPoint | None = None
        self._editor: QLineEdit | None = None
        self._name_before = ""  # its name when somebody began to edit it
        self._fit_height()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        speak_as_card(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)

    def show_cluster(self, cluster: Cluster, mark: Mark, confidence: float, found: int) -> None:
        """`confidence` is the mean confidence of its photos, 0 to 1; `found` of them the filter lets through."""
        self.cluster, self._mark, self._confidence, self.found = cluster, mark, confidence, found
        self._tell()

    def show_rule(self, words: str) -> None:
        """Mark that its cluster has an action of its own, which these words say; without words, that it has none."""
        if words != self._rule:
            self._rule = words
            self._tell()

    @property
    def rule(self) -> str:
        """What is proposed for what lands in its cluster; empty where nothing is."""
        return self._rule

    def _tell(self) -> None:
        """Say in words what is drawn."""
        cluster, confidence = self.cluster, self._confidence
        photos = counted(cluster.members, self.tr("{0} photo"), self.tr("{0} photos"))
        summary = f"{isolated(cluster.name)}, {photos}"
        if cluster.locked:
            summary = self.tr("{0}, locked").format(summary)
        self.setAccessibleName(summary)
        sure = self.tr("{0}\nOn average {1} sure").format(summary, percent(confidence))
        self.setToolTip(plain_tip("\n".join(filter(None, (sure, self._rule)))))
        self.setAccessibleDescription(self._said(confidence))
        self.update()

    def mosaic(self) -> QPixmap:
        """A small picture of its photos, to be dragged."""
        return self.grab(mosaic_box(self.rect()))

    def _said(self, confidence: float) -> str:
        """What is drawn beside name and count, in words."""
        cluster = self.cluster
        found = self.tr("{0} of them found").format(number(self.found)) if self.found != cluster.members else ""
        sure = self.tr("on average {0} sure").format(percent(confidence)) if cluster.members else ""
        return ", ".join(filter(None, (found, sure, self._rule)))

    @property
    def is_current(self) -> bool:
        """Whether commands apply to its cluster."""
        return self._current

    def show_photos(self, photos: Sequence[QPixmap]) -> None:
        self._photos = list(photos)
        self.update()

    def set_current(self, current: bool) -> None:
        if current != self._current:
            self._current = current
            tell(self, Event.SelectionAdd if current else Event.SelectionRemove)
            self.update()

    def set_lit(self, lit: bool) -> None:
        """Highlight the card while one of its photos is hovered in another view."""
        if lit != self.lit:
            self.lit = lit
            self.update()

    def rename(self) -> None:
        """Edit the name in place: Enter commits, Escape cancels."""
        if self._editor is not None or self.cluster.unsure:
            return
        self._name_before = self.cluster.name
        editor = self._editor = QLineEdit(self._name_before, self)
        editor.setAccessibleName(self.tr("Name of the cluster"))
        editor.setAcceptDrops(False)  # else dropped photos would be inserted as text
        editor.setGeometry(text_box(self.rect()).adjusted(-4, -6, 6, -14))
        editor.selectAll()
        editor.editingFinished.connect(self._commit_name)
        editor.installEventFilter(self)
        editor.show()
        editor.setFocus()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.close_editor()
            return True
        return False

    def _commit_name(self) -> None:
        if self._editor is not None:
            name = self._editor.text().strip()
            self.close_editor()
            if name and name != self._name_before:  # it may have been renamed automatically meanwhile
                self.renamed.emit(name)

    def close_editor(self) -> None:
        """Close the name editor without a change."""
        editor, self._editor = self._editor, None
        if editor is not None:
            editor.deleteLater()
            self.setFocus()

    # Painting

    def _fit_height(self) -> None:
        self.setFixedHeight(card_height(self.font()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_height()

    def paintEvent(self, event: QPaintEvent) -> None:
        state = CardState(
            current=self._current,
            focused=self.hasFocus(),
            target=self._target,
            hovered=self.lit or self.underMouse(),
            words=self._words,
            shows_lock=self._drag_above,
        )
        face = CardFace(self.cluster, self._mark, self._confidence, self.found, self._photos, bool(self._rule))
        with QPainter(self) as painter:
            paint_card(painter, self.rect(), face, state)

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        if (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self.dragged.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            self._pressed = None
            self.chosen.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.rename()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.has_keys = True
        self.update()
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.has_keys = event.reason() in BRIEFLY
        self.update()
        self.focus_changed.emit()

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """A menu that is left with a press elsewhere gives the focus to what was pressed, and not back."""
        if not self.has_keys or now is None or now is self or isinstance(now, QMenuBar):
            return
        if now.window() is self.window():
            self.has_keys = False
            self.update()
            self.focus_changed.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    # Drops, forwarded by CardArea

    def accepts(self, files: Sequence[int], cluster: str | None) -> bool:
        """Whether a drop is allowed: not on Unsure, and no cluster on itself."""
        return not self.cluster.unsure and bool(files or cluster not in (None, self.cluster.id))

    def accept_drop(self, files: Sequence[int], cluster: str | None) -> None:
        """Handle a drop of photos or of a cluster."""
        if files:
            self.files_dropped.emit(list(files))
        elif cluster is not None:
            self.cluster_dropped.emit(cluster)

    @property
    def is_target(self) -> bool:
        """Whether it is highlighted as the drop target."""
        return self._target

    def set_target(self, on: bool, words: str = "") -> None:
        """Highlight it as the drop target, with what a drop would do."""
        self._target, self._words = on, words if on else ""
        self.update()

    @property
    def words(self) -> str:
        """What a drop would do here; empty where it is no target."""
        return self._words

    def set_drag_above(self, on: bool) -> None:
        """Something is dragged over the shelf: a lock is seen now, for a drop on it asks."""
        if on is not self._drag_above:
            self._drag_above = on
            self.update()
