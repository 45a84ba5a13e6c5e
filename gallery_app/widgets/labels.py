"""Labels and buttons that all pages use."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from gallery_app.base import theme
from gallery_app.base.icons import icon, pixmap
from gallery_app.base.plain_tip import plain_tip
from gallery_app.i18n.bidi import isolated, right_to_left


def label(text: str = "", role: str = "", wrap: bool = False) -> QLabel:
    """A label in one of the theme's roles: muted, small, section, title, huge, danger."""
    widget = QLabel(text)
    widget.setTextFormat(Qt.TextFormat.PlainText)
    widget.setProperty("role", role)
    widget.setWordWrap(wrap)
    return widget


def button(text: str, role: str = "") -> QPushButton:
    widget = QPushButton(text)
    widget.setProperty("role", role)
    widget.setCursor(Qt.CursorShape.PointingHandCursor if role == "link" else Qt.CursorShape.ArrowCursor)
    return widget


class ElidedLabel(QLabel):
    """One line, elided where it does not fit, with the whole text as tool tip.

    Text elided in the middle is a path and is not reordered in right-to-left text.
    """

    def __init__(self, text: str = "", role: str = "", mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__(text)
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def shown_font(self) -> QFont:
        """The font of the text."""
        return self.font()

    def paintEvent(self, event: QPaintEvent) -> None:
        font = self.shown_font()
        shown = QFontMetrics(font).elidedText(self.text(), self._mode, self.contentsRect().width())
        self.setToolTip(plain_tip(self.text() if shown != self.text() else ""))
        side = Qt.AlignmentFlag.AlignRight if right_to_left(self.text()) else Qt.AlignmentFlag.AlignLeft
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            side = Qt.AlignmentFlag.AlignHCenter
        with QPainter(self) as painter:
            painter.setFont(font)
            painter.setPen(self.palette().windowText().color())
            is_path = self._mode is Qt.TextElideMode.ElideMiddle
            painter.drawText(
                self.contentsRect(), side | Qt.AlignmentFlag.AlignVCenter, shown if is_path else isolated(shown)
            )


class TitleLabel(ElidedLabel):
    """A title, smaller where it does not fit in its own size, and elided in the middle only where it does not then."""

    def __init__(self) -> None:
        super().__init__("", "title", Qt.TextElideMode.ElideMiddle)

    def shown_font(self) -> QFont:
        font = self.font()
        if QFontMetrics(font).horizontalAdvance(self.text()) > self.contentsRect().width():
            font.setPointSizeF(theme.current().body)
        return font


class WrappedLabel(QLabel):
    """A wrapped label; a word longer than a line (a path) is elided, with the whole text as tool tip."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str) -> None:
        self._whole = text
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics, width = self.fontMetrics(), self.width()
        lines = (line.split(" ") for line in self._whole.split("\n"))
        middle = Qt.TextElideMode.ElideMiddle
        shown = "\n".join(" ".join(metrics.elidedText(word, middle, width) for word in words) for words in lines)
        if shown != self.text():
            self.setText(shown)
        self.setToolTip(plain_tip(self._whole if shown != self._whole else ""))


class IconButton(QToolButton):
    """A flat button whose icon follows the theme."""

    def __init__(self, name: str, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._accessible = name, accessible
        self.setAccessibleName(accessible)
        self.setToolTip(plain_tip(accessible))
        self.setIconSize(QSize(18, 18))
        self.setIcon(icon(name))

    def setText(self, text: str) -> None:
        """Write on it, too; its name says both what it is and what is written."""
        super().setText(text)
        words = " ".join(text.replace("&&", "\0").replace("&", "").replace("\0", "&").split())
        says_it = self._accessible.casefold() in words.casefold()
        self.setAccessibleName(words if says_it else f"{self._accessible}: {words}" if words else self._accessible)

    def set_icon(self, name: str) -> None:
        self._name = name
        self.setIcon(icon(name))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.setIcon(icon(self._name))
        super().changeEvent(event)


class Drawing(QWidget):
    """An icon of any size in a colour of the theme."""

    def __init__(self, name: str, side: int, colour: str = "faint") -> None:
        super().__init__()
        self._name, self._side, self._colour = name, side, colour
        self.setFixedSize(side, side)

    def set_drawing(self, name: str, colour: str = "faint") -> None:
        self._name, self._colour = name, colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colour: str = getattr(theme.current(), self._colour)
        drawn = pixmap(self._name, self._side, colour, self.devicePixelRatioF())
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, drawn)
