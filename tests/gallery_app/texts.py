"""Whether the texts of a page have the room that they need, and lie beside each other."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)

from gallery_app.views.inspector.inspector import ElidedButton
from gallery_app.widgets.labels import ElidedLabel, WrappedLabel


def texts_of(page: QWidget) -> list[QWidget]:
    """What shows a text on a page now."""
    return [part for part in page.findChildren(QWidget) if part.isVisible() and has_text(part)]


def cut_off(page: QWidget) -> list[str]:
    """The texts that need more room than they were given, and the scrolled columns that are wider than their view."""
    wide = [told(area) for area in page.findChildren(QScrollArea) if area.isVisible() and is_too_wide(area)]
    return [told(part) for part in texts_of(page) if is_cut(part)] + wide


def is_too_wide(area: QScrollArea) -> bool:
    """Whether a part of it cannot be scrolled into view."""
    never = area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return never and area.widget() is not None and area.widget().width() > area.viewport().width()


def overlapping(page: QWidget) -> list[tuple[str, str]]:
    """The texts that lie on each other."""
    texts = texts_of(page)
    pairs = [(one, other) for at, one in enumerate(texts) for other in texts[:at]]
    return [(told(one), told(other)) for one, other in pairs if overlap(one, other)]


def has_text(part: QWidget) -> bool:
    return isinstance(part, QLabel | QAbstractButton | QComboBox) and not isinstance(part.parent(), QLineEdit)


def told(part: QWidget) -> str:
    text = part.text() if isinstance(part, QLabel | QAbstractButton) else part.accessibleName()
    return f"{type(part).__name__} {text or part.accessibleName()!r} {part.size().toTuple()}"


def is_cut(part: QWidget) -> bool:
    """Whether its text needs more room than it was given; what is elided has a tool tip, and is no fault."""
    if isinstance(part, ElidedLabel | WrappedLabel | ElidedButton):
        return part.height() < part.fontMetrics().height()
    if isinstance(part, QLabel) and part.wordWrap():
        return part.height() < part.heightForWidth(part.width())
    if isinstance(part, QLabel) and part.pixmap().isNull():
        needed = part.sizeHint()
    elif isinstance(part, QPushButton | QCheckBox | QToolButton | QComboBox):
        needed = part.minimumSizeHint()
    else:
        needed = QSize(0, part.sizeHint().height())  # what paints itself elides names
    return part.width() < needed.width() or part.height() < needed.height()


def overlap(one: QWidget, other: QWidget) -> bool:
    """Whether two texts of one page lie on each other; not where one lies in the other, or is scrolled away."""
    if one.window() is not other.window() or one.isAncestorOf(other) or other.isAncestorOf(one):
        return False
    if area_of(one) is not area_of(other):
        return False
    boxes = [QRect(part.mapTo(part.window(), QPoint()), part.size()) for part in (one, other)]
    return boxes[0].intersects(boxes[1]) and page_of(one) is page_of(other)


def area_of(part: QWidget) -> QWidget | None:
    above = part.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


def page_of(part: QWidget) -> QWidget:
    """The bar or overlay that floats over the window with the part, or the window."""
    while (above := part.parentWidget()) is not None and part.objectName() not in ("overlay", "banner", "foot"):
        part = above
    return part
