"""PersonDelegate: paints a line of the shelf of persons: a round face, the name, and how many photos."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gallery_app.base import theme
from gallery_app.base.icons import pixmap
from gallery_app.base.painting import filled, framed, sized
from gallery_app.i18n.bidi import elided, right_to_left
from gallery_app.i18n.people.person_names import person_name
from gallery_app.images.face_pictures import FacePictures
from gallery_app.state.people.people import People
from gallery_app.views.people.name_field import NameField
from gallery_app.views.people.person_model import Index, PersonLine, PersonModel
from gallery_app.widgets.focus_ring import by_keys

FACE = 44  # pixels across
PAD, GAP = 10, 12
DIM = 0.45  # the opacity of a hidden person
Align = Qt.AlignmentFlag


class PersonDelegate(QStyledItemDelegate):
    """`target` is the line on which something would be dropped, `words` what that would do; `lit` a hovered photo's."""

    def __init__(self, view: QListView, people: People, pictures: FacePictures) -> None:
        super().__init__(view)
        self._view, self._people, self._pictures = view, people, pictures
        self.target, self.words, self.lit = -1, "", -1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = sum(QFontMetrics(font).height() for font in _fonts(option.font))
        return QSize(160, max(FACE + 12, lines + 18))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, now = index.model(), theme.current()
        assert isinstance(model, PersonModel)
        line, row = model.lines[index.row()], index.row()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) or row == self.target
        box = option.rect.toRectF().adjusted(6, 1, -6, -1)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if chosen:
            filled(painter, box, QColor(now.selection), now.radius)
        elif option.state & QStyle.StateFlag.State_MouseOver or row == self.lit:
            filled(painter, box, QColor(now.hover), now.radius)
        focused = by_keys() and bool(option.state & QStyle.StateFlag.State_HasFocus)
        if row == self.target or focused:
            framed(painter, box.adjusted(1, 1, -1, -1), QColor(now.focus), 2.0, now.radius)
        if line.card.hidden:
            painter.setOpacity(DIM)
        face = QRectF(box.x() + PAD, box.center().y() - FACE / 2, FACE, FACE)
        self._paint_face(painter, face, line, QColor(now.on_selection if chosen else now.faint))
        text = QRect(round(face.right()) + GAP, option.rect.y(), 0, option.rect.height())
        text.setRight(round(box.right()) - PAD)
        if row == self.target:
            self._paint_words(painter, text)
        else:
            self._paint_text(painter, text, line, chosen=chosen)
        painter.restore()

    def _paint_face(self, painter: QPainter, box: QRectF, line: PersonLine, colour: QColor) -> None:
        ratio = painter.device().devicePixelRatioF()
        best = line.card.best
        picture = None if best is None else self._pictures.picture(best, round(FACE * ratio))
        if picture is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.current().hover))
            painter.drawEllipse(box)
            drawn = pixmap("person", 22, colour.name(), ratio)
            painter.drawPixmap(box.center().toPoint() - QRect(0, 0, 22, 22).center(), drawn)
        else:
            painter.drawPixmap(box, picture, QRectF(picture.rect()))
        painter.setPen(QPen(QColor(128, 128, 128, 92), 1))  # as the hairline around a thumbnail
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))

    def _paint_text(self, painter: QPainter, box: QRect, line: PersonLine, *, chosen: bool) -> None:
        now, (bold, small) = theme.current(), _fonts(painter.font())
        heights = [QFontMetrics(font).height() for font in (bold, small)]
        top = box.y() + (box.height() - sum(heights) - 2) // 2
        name = person_name(line.card.name)
        painter.setFont(bold if line.card.name else sized(painter.font(), now.body))
        painter.setPen(QColor(now.on_selection if chosen else now.text if line.card.name else now.muted))
        side = Align.AlignRight if right_to_left(name) else Align.AlignLeft
        first = QRect(box.x(), top, box.width(), heights[0])
        painter.drawText(first, side | Align.AlignVCenter, elided(painter.fontMetrics(), name, box.width()))
        painter.setFont(small)
        painter.setPen(QColor(now.on_selection if chosen else now.muted))
        second = QRect(box.x(), top + heights[0] + 2, box.width(), heights[1])
        icon = 16 if line.card.hidden else 0
        if icon:
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(second.x(), second.center().y() - 6, pixmap("hide", 13, now.muted, ratio))
        count = elided(painter.fontMetrics(), line.count, second.width() - icon)
        painter.drawText(second.adjusted(icon, 0, 0, 0), Align.AlignLeft | Align.AlignVCenter, count)

    def _paint_words(self, painter: QPainter, box: QRect) -> None:
        """What a drop would do, over two lines at most."""
        now = theme.current()
        painter.setFont(sized(painter.font(), now.small, QFont.Weight.DemiBold))
        painter.setPen(QColor(now.on_selection))
        words, room = self.words, box.adjusted(0, 4, 0, -4)
        if painter.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, words).height() > room.height():
            words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, round(room.width() * 1.8))
        painter.drawText(room, Align.AlignVCenter | Qt.TextFlag.TextWordWrap, words)

    # The name is edited in place

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = NameField(parent)
        field.offer(self._people.names())
        field.setPlaceholderText(self.tr("Who is this?"))
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, NameField)
        if not editor.isModified():  # a photo that is found meanwhile does not take back what was typed
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, NameField)
        model.setData(index, editor.name, Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        height = editor.sizeHint().height()
        left = option.rect.x() + 6 + PAD + FACE + GAP - 6
        middle = option.rect.center().y()
        editor.setGeometry(QRect(left, middle - height // 2, option.rect.right() - 10 - left, height))


def _fonts(font: QFont) -> tuple[QFont, QFont]:
    """Of the name, and of the number."""
    now = theme.current()
    return sized(font, now.body, QFont.Weight.DemiBold), sized(font, now.small)
