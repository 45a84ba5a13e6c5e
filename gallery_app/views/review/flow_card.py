"""FlowCard: one flow of a retrain: from where to where, how many photos, how sure, and the photos."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engine.edits.flows import Flow, Preview, Refusal
from gallery_app.base import icons, theme
from gallery_app.base.marks import paint_mark
from gallery_app.base.painting import filled, framed, sized
from gallery_app.base.plain_tip import plain_tip
from gallery_app.i18n.bidi import elided, isolated
from gallery_app.i18n.numbers import counted, number
from gallery_app.images.thumbnail_loader import ThumbnailLoader
from gallery_app.state.session import Session
from gallery_app.views.review.flow_strip import MARGIN, FlowStrip
from gallery_app.views.review.flow_words import flow_summary, from_to, target_name
from gallery_app.views.review.strip_layout import MOST
from gallery_app.widgets.accessible.roles import Role, set_role
from gallery_app.widgets.labels import ElidedLabel, button

PAD = 14
DOT = 5  # radius of a cluster's colour
INDENT = 2 * DOT + 8  # of its name
ARROW = 36  # between two clusters
TIGHT = 620  # pixels, below which a card's buttons are their icons


class FlowCard(QWidget):
    """Refuses one photo or all; `toggled` says which, and whether they are to be refused."""

    toggled = Signal(object, bool)  # file ids
    opened = Signal(int)  # file id, to be shown larger
    folded = Signal(bool)  # whether all photos are shown

    def __init__(self, session: Session, loader: ThumbnailLoader, preview: Preview, flow: Flow) -> None:
        super().__init__()
        self.flow, self._refused = flow, 0
        self._choice: tuple[frozenset[Refusal], frozenset[str]] = frozenset(), frozenset()
        self._tight = False
        self.title = FlowTitle(session, preview, flow)
        self.summary = ElidedLabel("", "muted")
        self.strip = FlowStrip(session, loader, flow)
        self.strip.setAccessibleName(self.title.accessibleName())
        self.strip.refused.connect(lambda file: self.toggled.emit([file], not self.strip.is_refused(file)))
        self.strip.opened.connect(self.opened)
        self.unfold = button("")
        self.unfold.setCheckable(True)
        self.unfold.toggled.connect(self._fold)
        self.strip.unfolded.connect(lambda: self.unfold.setChecked(True))
        self.strip.laid_out.connect(self._show_fold)
        self.refuse = button("")
        self.refuse.setIcon(icons.icon("not-this"))
        self.refuse.clicked.connect(self.press_refuse)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.summary)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 0, MARGIN, 0)
        head.setSpacing(8)
        head.addLayout(words, 1)
        head.addWidget(self.unfold)
        head.addWidget(self.refuse)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD - MARGIN, PAD - 2, PAD - MARGIN, PAD - MARGIN)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.strip)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What takes the keys, in their order."""
        return self.unfold, self.refuse, self.strip

    @property
    def unfolded(self) -> bool:
        return self.unfold.isChecked()

    def show_choice(self, refusals: frozenset[Refusal], declined: frozenset[str]) -> None:
        """What is refused of it; it stays as it is where one of its clusters is declined."""
        self._choice = refusals, declined
        target = self.flow.target
        self._refused = sum((file, target) in refusals for file in self.flow.photos) if refusals else 0
        stays = self.flow.source in declined or target in declined
        kept = counted(self.flow.count, self.tr("{0} photo stays"), self.tr("{0} photos stay"))
        self.summary.setText(kept if stays else flow_summary(self.flow, self._refused))
        for part in (self.strip, self.refuse):
            part.setEnabled(not stays)
        self.strip.show_refusals(refusals)
        refuse = self.tr("Refuse all") if self.flow.count > 1 else self.tr("Refuse")
        verb = self.tr("Take back") if self._all_refused else refuse
        self.refuse.setText("" if self._tight else " " + verb)  # as beside every other icon here
        self.refuse.setAccessibleName(f"{self.title.accessibleName()}: {verb}")
        kept = self.tr("What is refused stays where it is, and no retrain moves it there.")
        self.refuse.setToolTip(plain_tip(f"{verb}. {kept}"))
        self._show_fold()

    @property
    def _all_refused(self) -> bool:
        return self._refused == self.flow.count

    def press_refuse(self) -> None:
        """Refuse all its photos, or take that back where all are."""
        self.toggled.emit(list(self.flow.photos), not self._all_refused)

    def go_to(self, file: int) -> None:
        """Make a photo the current one, with the keys; all are shown if it is hidden."""
        index = self.flow.photos.index(file)
        if index in self.strip.layout_of_photos.hidden:
            self.unfold.setChecked(True)
        if index in self.strip.layout_of_photos.hidden:  # still, among very many
            index = self.strip.layout_of_photos.hidden.start - 1
        self.strip.setFocus(Qt.FocusReason.OtherFocusReason)
        self.strip.set_current(index)

    def _fold(self, unfolded: bool) -> None:
        self.strip.set_unfolded(unfolded)
        self._show_fold()
        self.folded.emit(unfolded)

    def _show_fold(self) -> None:
        self.unfold.setVisible(not self.strip.layout_of_photos.fits)
        all_of = self.tr("Show all {0}").format(number(self.flow.count))
        every = all_of if self.flow.count <= MOST else self.tr("Show more")
        verb = self.tr("Show fewer") if self.unfolded else every
        self.unfold.setText("" if self._tight else verb)
        drawing = "chevron-up" if self.unfolded else "chevron-down"
        self.unfold.setIcon(icons.icon(drawing) if self._tight else QIcon())
        self.unfold.setToolTip(plain_tip(verb))
        self.unfold.setAccessibleName(f"{self.title.accessibleName()}: {verb}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow card the names have the room of the buttons' words."""
        super().resizeEvent(event)
        if self._tight is not (self.width() < TIGHT):
            self._tight = not self._tight
            self.show_choice(*self._choice)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            filled(painter, box, QColor(now.panel), 10)
            framed(painter, box, QColor(now.border), 1, 10)


class FlowTitle(QWidget):
    """The two clusters of a flow with their colours."""

    def __init__(self, session: Session, preview: Preview, flow: Flow) -> None:
        super().__init__()
        self._session, self.preview, self._flow = session, preview, flow
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        set_role(self, Role.Heading)
        self.setAccessibleName(from_to(preview, flow))
        self.setToolTip(plain_tip(self.accessibleName()))

    def sizeHint(self) -> QSize:
        return QSize(240, self.fontMetrics().height() + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self._title_font())
            names, metrics = self.names, painter.fontMetrics()
            x = self._paint_cluster(painter, 0, self._flow.source or "", *self._fitting(metrics, names, 0))
            arrow = icons.pixmap("chevron-right", 16, theme.current().muted, self.devicePixelRatioF())
            painter.drawPixmap(x + (ARROW - 16) // 2, self.height() // 2 - 8, arrow)
            self._paint_cluster(painter, x + ARROW, self._flow.target, *self._fitting(metrics, names, 1))

    def texts(self) -> tuple[str, str]:
        """Both names as they are shown."""
        metrics = QFontMetrics(self._title_font())
        source, target = (self._fitting(metrics, self.names, which)[0] for which in (0, 1))
        return source, target

    @property
    def names(self) -> tuple[str, str]:
        """Of both clusters; whose the second is, or that it is new, is said only where there is room for it."""
        target, metrics = self._flow.target, QFontMetrics(self._title_font())
        source = isolated(self.preview.names.get(self._flow.source or "", ""))
        whole = target_name(self.preview, target)
        needed = sum(metrics.horizontalAdvance(name) + 1 for name in (source, whole))
        return source, whole if needed <= self._room else isolated(self.preview.names.get(target, target))

    def _title_font(self) -> QFont:
        """Smaller where both names do not fit as a title."""
        now, names = theme.current(), self.preview.names
        large = sized(self.font(), now.title, QFont.Weight.DemiBold)
        ends = (names.get(end or "", "") for end in (self._flow.source, self._flow.target))
        needed = sum(QFontMetrics(large).horizontalAdvance(name) + 1 for name in ends)
        return large if needed <= self._room else sized(self.font(), now.body, QFont.Weight.DemiBold)

    @property
    def _room(self) -> int:
        """Pixels for both names."""
        return self.width() - 2 * INDENT - ARROW

    def _fitting(self, metrics: QFontMetrics, names: tuple[str, str], which: int) -> tuple[str, int]:
        """As much of one of both names as there is room for, and its width; each has at least half of the room."""
        room = self._room
        own, other = (metrics.horizontalAdvance(names[i]) + 1 for i in (which, 1 - which))
        width = min(own, max(room - other, room // 2))
        return elided(metrics, names[which], width), width

    def _paint_cluster(self, painter: QPainter, x: int, cluster: str, name: str, width: int) -> int:
        """Paint a cluster's colour and name; returns where it ends."""
        paint_mark(painter, QPointF(x + DOT, self.height() / 2), DOT, self._session.mark(cluster))
        painter.setPen(QColor(theme.current().text))
        painter.drawText(QRectF(x + INDENT, 0, width, self.height()), Qt.AlignmentFlag.AlignVCenter, name)
        return x + INDENT + width
