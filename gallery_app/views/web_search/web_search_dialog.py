"""WebSearchDialog: what leaves the computer when the web is searched for a picture, and to whom, before it does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QImage, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gallery_app.base import theme
from gallery_app.base.painting import RADIUS, filled, hairline, hint
from gallery_app.i18n.numbers import number
from gallery_app.state.understanding.search_pages import PAGES, SearchPage, WebSearch
from gallery_app.widgets.accessible.roles import Role, set_role
from gallery_app.widgets.labels import button, label

WIDTH, ROOM = 560, QSize(256, 220)  # of the dialog, and of the picture in it


class Shown(QWidget):
    """The picture as it would leave; until it is read a sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.image, self.says = QImage(), self.tr("Reading the picture…")
        self.setFixedSize(ROOM)
        self.setAccessibleName(self.tr("The picture as it leaves"))
        set_role(self, Role.Graphic, leaf=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            room = QRectF(self.rect())
            if self.image.isNull():
                filled(painter, room, QColor(theme.current().window), RADIUS)
                hint(painter, room, self.says)
                return
            size = self.image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            box = QRectF(0, 0, size.width(), size.height())
            box.moveCenter(room.center())
            ratio = self.devicePixelRatioF()
            smooth = Qt.TransformationMode.SmoothTransformation
            fine = self.image.scaled(size * ratio, Qt.AspectRatioMode.KeepAspectRatio, smooth)
            painter.drawImage(box, fine)
            hairline(painter, box, 0)


class WebSearchDialog(QDialog):
    """`wanted` carries the page to open once the picture is on the clipboard; nothing is sent by this program."""

    wanted = Signal(object)  # SearchPage
    never = Signal()

    def __init__(self, window: QWidget, search: WebSearch) -> None:
        super().__init__(window)
        self._search, self._size = search, 0
        self.setWindowTitle(self.tr("Search the web for this picture"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.picture, self.what = Shown(), label(role="muted", wrap=True)
        self.who, self.pages = label(role="muted", wrap=True), QComboBox()
        for page in PAGES:
            self.pages.addItem(page.name, page.name)
        self.pages.setCurrentIndex(PAGES.index(search.page))
        self.pages.setAccessibleName(self.tr("Page that searches"))
        self.pages.currentIndexChanged.connect(self._choose)
        self.never_, self.cancel = button(self.tr("Never")), button(self.tr("Cancel"))
        self.never_.setToolTip(self.tr("Take this command away; Preferences bring it back"))
        self.go = button("", "primary")
        self.go.setEnabled(False)
        self.go.setDefault(True)
        self.never_.clicked.connect(self._refuse)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._go)
        self._lay_out()
        self._refresh()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(10)
        words.addWidget(label(self.tr("This leaves your computer, and only if you paste it"), "title", wrap=True))
        words.addWidget(self.what)
        words.addWidget(self.who)
        words.addStretch(1)
        top, row, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        top.setSpacing(18)
        top.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        where = QHBoxLayout()
        where.setSpacing(10)
        asks = label(self.tr("Search with"))
        asks.setBuddy(self.pages)
        where.addWidget(asks)
        where.addWidget(self.pages, 1)
        row.setSpacing(10)
        row.addWidget(self.never_)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.go)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(16)
        for part in (top, where, row):
            column.addLayout(part)
        width = theme.current().in_type(WIDTH)
        self.setMinimumWidth(width)
        self.resize(width, 0)

    @property
    def page(self) -> SearchPage:
        return PAGES[self.pages.currentIndex()]

    def text(self) -> str:
        return f"{self.what.text()}\n{self.who.text()}"

    def show_picture(self, image: QImage, size: int) -> None:
        """The reduced copy, just as it would leave, of `size` bytes."""
        self.picture.image, self._size = image, size
        self.go.setEnabled(not image.isNull())
        self.go.setFocus()
        self._refresh()
        self.picture.update()

    def show_problem(self, sentence: str) -> None:
        """Why there is no picture."""
        self.picture.says = sentence
        self.picture.update()

    def _choose(self, _index: int) -> None:
        self._search.choose(self.page.name)
        self._refresh()

    def _refresh(self) -> None:
        image, page = self.picture.image, self.page
        if image.isNull():
            self.what.setText(self.tr("A reduced copy of the picture, made of its pixels alone."))
        else:
            size = QLocale().formattedDataSize(self._size, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
            what = self.tr(
                "This copy of {0} × {1} pixels ({2}). It has no name, date, place, camera or anything else that the "
                "file says: it is made of the pixels alone."
            )
            self.what.setText(what.format(number(image.width()), number(image.height()), size))
        who = self.tr(
            "Photoloom sends nothing: it puts the copy on the clipboard and opens {address} in your browser. There "
            "you paste it with {keys}; then {owner} has the picture and, as every page does, the IP address of this "
            "computer."
        )
        keys = QKeySequence(QKeySequence.StandardKey.Paste).toString(QKeySequence.SequenceFormat.NativeText)
        self.who.setText(who.format(address=page.address, keys=keys or "Ctrl+V", owner=page.owner))
        self.go.setText(self.tr("Copy, and open {0}").format(page.name))

    def _go(self) -> None:
        QGuiApplication.clipboard().setImage(self.picture.image)
        self.wanted.emit(self.page)
        self.accept()

    def _refuse(self) -> None:
        self.never.emit()
        self.reject()

    def event(self, event: QEvent) -> bool:
        """Its words come once it is open, and are polished later still."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    def _fit(self) -> None:
        layout = self.layout()
        assert layout is not None
        self.resize(self.width(), max(layout.totalHeightForWidth(self.width()), layout.totalMinimumSize().height()))
