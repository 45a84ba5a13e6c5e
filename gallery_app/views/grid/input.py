"""GridInput: mouse, keys and drags in the grid: clicks and rubber band select, drops move photos to a cluster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip

from engine.edits import Move
from gallery_app.base.plain_tip import plain_tip
from gallery_app.i18n.bidi import isolated
from gallery_app.i18n.understanding.reason_words import found_words
from gallery_app.models.photo_list import Section
from gallery_app.views.grid.painter import MARK, counts_of, heading_texts
from gallery_app.views.grid.selection_rules import SelectionRules, find_name
from gallery_app.views.parts.photo_drag import SHOWN, dragged_ids, start_drag
from gallery_app.views.parts.photo_menu import photo_menu
from gallery_app.widgets.drag_scroll import DragScroll

if TYPE_CHECKING:
    from gallery_app.views.grid.photo_grid import PhotoGrid

TYPE_AHEAD = 1000  # ms after which typing starts a new search

Modifier = Qt.KeyboardModifier


class GridInput(QObject):
    """Turns events of a PhotoGrid's viewport into selections, drags, edits and steps."""

    def __init__(self, grid: PhotoGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        self._selection_rules = SelectionRules()
        self._pressed: tuple[QPoint, int] | None = None  # where the button was pressed, and the photo's position there
        self._select_on_release = False
        self._band_start: QPoint | None = None
        self._band_base: frozenset[int] = frozenset()
        self._typed, self._clock = "", QElapsedTimer()
        self.edge = DragScroll(grid)
        self.edge.scrolled.connect(self._follow_band)
        self._pointer = QPoint()
        self._hovering = False  # the mouse is over the photos, with no button down

    def update_hover(self) -> None:
        """Find the hovered photo again, after scrolling."""
        if self._hovering:
            self._grid.hover_at(self._grid.position_at(self._pointer))

    def handle(self, event: QEvent) -> bool:
        """Handle an event of the viewport; True if it was used."""
        kind = event.type()
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if isinstance(event, QHelpEvent):
            words = self._cut_heading_at(event.pos()) or self.why_found_at(event.pos())
            QToolTip.showText(event.globalPos(), words, self._grid.viewport())
            return True
        if kind is QEvent.Type.Leave:
            self._hovering = False
            self._grid.hover_at(-1)
        elif kind is QEvent.Type.DragLeave:
            self._highlight_section(None)
        elif isinstance(event, QDropEvent):  # entering and moving are drops, too
            return self._drag(event)
        return False

    def _cut_heading_at(self, point: QPoint) -> str:
        """The whole name of a heading that is elided at a point of the view; empty elsewhere."""
        section, margin = self._grid.heading_at(point), self._grid.style_of_grid.margin
        if section is None:
            return ""
        room = self._grid.viewport().width() - 2 * margin - MARK
        shown, _ = heading_texts(self._grid.font(), section.name, counts_of(section), room)
        return section.name if shown != isolated(section.name) else ""

    def why_found_at(self, point: QPoint) -> str:
        """By what a search has found the photo at a point of the view."""
        at = self._grid.position_at(point)
        return (
            "" if at < 0 else plain_tip(found_words(self._grid.session.filters.shown, int(self._grid.photos.rows[at])))
        )

    # Mouse

    def _mouse(self, event: QMouseEvent) -> bool:
        kind, left = event.type(), Qt.MouseButton.LeftButton
        if kind is QEvent.Type.MouseMove:
            self._move(event)
        elif event.button() is not left:
            return False
        elif kind is QEvent.Type.MouseButtonPress:
            self._hovering = False
            self._press(event)
        elif kind is QEvent.Type.MouseButtonRelease:
            self._release(event)
        elif kind is QEvent.Type.MouseButtonDblClick:
            position = self._grid.position_at(event.position().toPoint())
            if position >= 0:
                self._grid.opened.emit(int(self._grid.photos.ids[position]))
        return True

    def _press(self, event: QMouseEvent) -> None:
        grid, point = self._grid, event.position().toPoint()
        position = grid.position_at(point)
        toggle, extend = _modifiers(event.modifiers())
        heading = grid.heading_at(point)
        if position >= 0:
            self._pressed = (point, position)
            selected = int(grid.photos.ids[position]) in grid.session.selection
            self._select_on_release = selected and not toggle and not extend
            if not self._select_on_release:
                self._pick(position, toggle=toggle, extend=extend)
        elif heading is not None:
            ids = frozenset(grid.photos.ids[heading.start : heading.stop].tolist())
            grid.select_at(heading.start, grid.session.selection | ids if toggle or extend else ids)
        else:
            self._band_start = point + QPoint(0, grid.offset)
            self._band_base = grid.session.selection if toggle or extend else frozenset()
            if not self._band_base:
                grid.select_at(-1, frozenset())
                grid.session.focus_cluster(None, grid)

    def _move(self, event: QMouseEvent) -> None:
        grid, point = self._grid, event.position().toPoint()
        self._pointer = point
        if self._band_start is not None:
            self.edge.hold(self._pointer.y())
            self._stretch_band(bool(event.modifiers() & Modifier.ControlModifier))
        elif self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            if (point - self._pressed[0]).manhattanLength() >= QApplication.startDragDistance():
                self._start_drag(self._pressed[1])
        else:
            self._hovering = True
            grid.hover_at(grid.position_at(point))

    def _release(self, event: QMouseEvent) -> None:
        if self._pressed is not None and self._select_on_release:
            self._pick(self._pressed[1])
        self._pressed, self._select_on_release = None, False
        self._end_band()

    def _pick(self, position: int, *, toggle: bool = False, extend: bool = False) -> None:
        grid = self._grid
        ids = self._selection_rules.pick(grid.photos, position, grid.session.selection, toggle=toggle, extend=extend)
        grid.select_at(position, ids)

    def _stretch_band(self, toggle: bool) -> None:
        grid = self._grid
        assert self._band_start is not None
        grid.band = QRect(self._band_start, self._pointer + QPoint(0, grid.offset)).normalized()
        box = grid.band
        touched = grid.layout_of_photos.within(box.left(), box.top(), box.right() + 1, box.bottom() + 1)
        ids = self._selection_rules.band(grid.photos, touched, self._band_base, toggle=toggle)
        grid.select_at(int(touched[-1]) if len(touched) else -1, ids)
        grid.viewport().update()

    def _end_band(self) -> None:
        self.edge.stop()
        self._band_start = self._grid.band = None
        self._grid.viewport().update()

    def _follow_band(self) -> None:
        """Extend the rubber band while the grid scrolls."""
        if self._band_start is not None:
            self._stretch_band(False)

    # Drags

    def _start_drag(self, position: int) -> None:
        grid = self._grid
        if self._select_on_release is False and int(grid.photos.ids[position]) not in grid.session.selection:
            return
        self._pressed, self._select_on_release = None, False
        ids = grid.session.selection
        start_drag(grid, grid.session, ids, grid.thumbnails_of(ids, SHOWN))
        self._highlight_section(None)

    def _drag(self, event: QDropEvent) -> bool:
        """Highlight the section under dragged photos if it is of another cluster; a drop moves them there."""
        grid = self._grid
        ids = dragged_ids(event.mimeData())
        self._pointer = event.position().toPoint()
        section = grid.section_at(self._pointer.y())
        gallery = grid.session.gallery
        moved = [
            i
            for i in ids
            if section is not None
            and section.cluster is not None
            and i in gallery.row_of
            and (c := gallery.cluster_of(gallery.row_of[i])) is not None
            and c.id != section.cluster
        ]
        if event.type() is QEvent.Type.Drop:
            self._highlight_section(None)
            if moved and section is not None and section.cluster is not None:
                event.acceptProposedAction()
                grid.session.edit(Move(moved, section.cluster), grid)
            return True
        if not ids:
            return False
        self._highlight_section(section if moved else None)
        self.edge.hold(self._pointer.y())
        if isinstance(event, QDragMoveEvent):
            event.setAccepted(bool(moved) or event.type() is QEvent.Type.DragEnter)
        return True

    def _highlight_section(self, section: Section | None) -> None:
        if section is None:
            self.edge.stop()
        if section is not self._grid.drop_section:
            self._grid.drop_section = section
            self._grid.viewport().update()

    def menu(self, event: QContextMenuEvent) -> None:
        """Open the context menu for the photo under the mouse, or for the current one."""
        grid, by_mouse = self._grid, event.reason() == QContextMenuEvent.Reason.Mouse
        position = grid.position_at(event.pos()) if by_mouse else grid.current
        if position < 0 and not by_mouse:
            position = grid.visible().start
        if not 0 <= position < len(grid.photos):
            return
        clicked = int(grid.photos.ids[position])
        if clicked not in grid.session.selection:
            grid.select_at(position, frozenset([clicked]))
        ids = [clicked, *sorted(grid.session.selection - {clicked})]
        if not by_mouse:
            grid.reveal_position(position)
        at = event.globalPos() if by_mouse else grid.viewport().mapToGlobal(grid.box_of(position).center())
        photo_menu(grid.session, grid, ids, grid.opened.emit).popup(at)

    # Keys

    def key(self, event: QKeyEvent) -> bool:
        """Handle a key; True if it was used."""
        grid = self._grid
        if event.matches(QKeySequence.StandardKey.SelectAll):
            grid.select_at(grid.current, frozenset(grid.photos.ids.tolist()))
        elif event.key() == Qt.Key.Key_Escape:
            banding = self._band_start is not None
            self._end_band()
            return grid.session.escape(None) or banding
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and grid.current >= 0:
            grid.opened.emit(int(grid.photos.ids[grid.current]))
        elif (target := self._key_target(event)) is not None:
            self._go_to(target, event.modifiers())
        elif not self._type(event):
            return False
        return True

    def _key_target(self, event: QKeyEvent) -> int | None:
        """The position that an arrow or page key leads to; None for other keys."""
        grid, layout, count = self._grid, self._grid.layout_of_photos, len(self._grid.photos)
        if not count:
            return None
        if grid.current < 0 and event.key() in _STEPS:
            return min(grid.visible().start, count - 1)
        page = max(int(grid.viewport().height() / (grid.style_of_grid.row_height + grid.style_of_grid.gap)), 1)
        match event.key():
            case Qt.Key.Key_Left:
                return max(grid.current - 1, 0)
            case Qt.Key.Key_Right:
                return min(grid.current + 1, count - 1)
            case Qt.Key.Key_Up | Qt.Key.Key_Down | Qt.Key.Key_PageUp | Qt.Key.Key_PageDown:
                lines = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -page}
                return layout.vertical_step(grid.current, lines.get(Qt.Key(event.key()), page))
            case Qt.Key.Key_Home:
                return 0
            case Qt.Key.Key_End:
                return count - 1
        return None

    def _go_to(self, target: int, modifiers: Qt.KeyboardModifier) -> None:
        """Select the photo at `target`; with Ctrl only the focus moves, and Ctrl-Space selects."""
        grid = self._grid
        toggle, extend = _modifiers(modifiers)
        if toggle and not extend:
            grid.select_at(target, grid.session.selection)
        else:
            self._pick(target, toggle=toggle, extend=extend)
        grid.reveal_position(target)
        grid.viewport().update()

    def _type(self, event: QKeyEvent) -> bool:
        """Space opens the current photo; letters find the next photo whose name begins with them (type-ahead)."""
        grid, text = self._grid, event.text()
        fresh = not self._clock.isValid() or self._clock.hasExpired(TYPE_AHEAD)
        held = event.modifiers() & (Modifier.ControlModifier | Modifier.AltModifier | Modifier.MetaModifier)
        if event.key() == Qt.Key.Key_Space and (fresh or held):
            if grid.current >= 0 and held:
                self._pick(grid.current, toggle=True)
            elif grid.current >= 0:
                grid.opened.emit(int(grid.photos.ids[grid.current]))
            return True
        if held or not text.isprintable() or not text or not len(grid.photos):
            return False
        self._typed = text if fresh else self._typed + text
        self._clock.start()
        found = find_name(grid.photos, self._typed, grid.current if fresh else grid.current - 1)
        if found >= 0:
            self._go_to(found, Modifier.NoModifier)
        return True


_STEPS = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)


def _modifiers(held: Qt.KeyboardModifier) -> tuple[bool, bool]:
    """(toggle, extend): whether Ctrl and Shift are held."""
    return bool(held & Modifier.ControlModifier), bool(held & Modifier.ShiftModifier)
