"""Inspector: details of the current photo and its likeliest clusters, of the selection, or of the library."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from engine.core.records import Cluster, Ints
from engine.edits import Move
from gallery_app.base import desktop, theme
from gallery_app.base.icons import icon
from gallery_app.base.painting import RADIUS, filled, mixed
from gallery_app.base.plain_tip import plain_tip
from gallery_app.engine_client.background import JobRunner
from gallery_app.i18n.bidi import isolated
from gallery_app.i18n.numbers import counted, number, percent
from gallery_app.i18n.understanding.reason_words import found_words
from gallery_app.images.thumbnail_loader import ThumbnailLoader, ThumbnailRequest
from gallery_app.models import facts
from gallery_app.state.geocoding import Towns
from gallery_app.state.session import Session
from gallery_app.views.inspector.similar_photos import SimilarPhotos
from gallery_app.views.inspector.text_section import TextSection
from gallery_app.views.parts.facts_form import FactsForm
from gallery_app.views.parts.photo_menu import fill_move_menu
from gallery_app.views.parts.photo_words import photo_name
from gallery_app.widgets.accessible.roles import Role, set_role
from gallery_app.widgets.labels import TitleLabel, button, label
from gallery_app.widgets.scroll_area import ScrollArea
from gallery_app.widgets.share_bar import INSET, ShareBar

BARS = 8
LIKELIEST = 3
PREVIEW = 190


class Preview(QWidget):
    """The photo, as large as the panel is wide."""

    def __init__(self, session: Session, jobs: JobRunner) -> None:
        super().__init__()
        self._session = session
        self._loader = ThumbnailLoader(jobs, self, budget=8 << 20)
        self._loader.loaded.connect(lambda _keys: self.update())
        self._row, self._key, self._shape = -1, (0, ""), QSize(1, 1)
        self.setFixedHeight(PREVIEW)
        self.setAccessibleName(self.tr("Preview"))
        set_role(self, Role.Graphic, leaf=True)

    def show_row(self, row: int) -> None:
        file, content = self._session.gallery.files[row], self._session.gallery.content(row)
        self._row, self._key = row, (file.id, file.digest or "")
        self._shape = QSize(content.width or 1, content.height or 1)
        self.setAccessibleDescription(photo_name(self._session.gallery, row))
        self._loader.retry_missing()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        files = self._session.gallery.files
        if not 0 <= self._row < len(files) or files[self._row].id != self._key[0]:
            return
        ratio = self.devicePixelRatioF()
        size = self._shape.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(24, 24))
        box = QRectF((self.width() - size.width()) // 2, (self.height() - size.height()) // 2, *size.toTuple())
        with QPainter(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            pixmap: QPixmap | None = self._loader.pixmap(self._key)
            if pixmap is None:
                filled(painter, box, mixed(theme.current().hover, theme.current().panel, 0.6))
            else:
                painter.drawPixmap(box, pixmap, QRectF(pixmap.rect()))
        path = self._session.thumbnail(self._row)
        self._loader.request([ThumbnailRequest(self._key, path, size * ratio, RADIUS * ratio)])


class ElidedButton(QPushButton):
    """A button that elides its text where it does not fit."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._label = text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_label(self, text: str) -> None:
        """Set the full text."""
        self._label = text
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        room = self.width() - (self.sizeHint().width() - metrics.horizontalAdvance(self.text()))
        self.setText(metrics.elidedText(self._label, Qt.TextElideMode.ElideRight, room))


class Inspector(ScrollArea):
    """One column: preview, name, cluster bars (a press moves the photo), actions, similar photos, details."""

    def __init__(self, session: Session, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._towns = Towns(jobs, self)
        self._ids: list[int] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Or a line is elided only beside a bar that is needed only without it, and Qt goes round until it crashes.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMinimumWidth(220)
        self.setAccessibleName(self.tr("Inspector"))
        self.preview = Preview(session, jobs)
        self.title = TitleLabel()
        self.subtitle = label(role="muted", wrap=True)
        self.why = label(role="section", wrap=True)
        self.bars = [ShareBar() for _ in range(BARS)]
        self.similar_photos, self.written = SimilarPhotos(session, jobs), TextSection()
        self.known = label(self.tr("DETAILS"), "section", wrap=True)
        self._facts = FactsForm(8)
        self._targets: list[str | None] = []  # the cluster of each bar
        self.actions_row = self._actions()
        self._lay_out()
        self._towns.found.connect(self.refresh)
        session.changed.connect(lambda _changes, _origin: self.refresh())
        session.understood.connect(self._show_understood)
        session.filters.changed.connect(lambda _origin: self.refresh())
        session.selection_changed.connect(lambda _ids, _origin: self.refresh())
        self.refresh()

    @property
    def details(self) -> dict[str, str]:
        """The details that are shown, by name."""
        return self._facts.facts()

    def sizeHint(self) -> QSize:
        return QSize(264, 480)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setAutoFillBackground(False)
        column = QVBoxLayout(inner)
        column.setContentsMargins(14 - INSET, 14, 14 - INSET, 14)
        column.setSpacing(4)
        head, foot = QVBoxLayout(), QVBoxLayout()
        for part in (head, foot):
            part.setContentsMargins(INSET, 0, INSET, 0)
            part.setSpacing(4)
        column.addLayout(head)
        head.addWidget(self.preview)
        head.addSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.subtitle)
        head.addSpacing(12)
        head.addWidget(self.why)
        for index, bar in enumerate(self.bars):
            bar.clicked.connect(lambda _on=False, index=index: self._on_bar_pressed(index))
            column.addWidget(bar)
        column.addLayout(foot)
        foot.addWidget(self.actions_row)
        foot.addWidget(self.similar_photos)
        foot.addWidget(self.written)
        foot.addSpacing(12)
        foot.addWidget(self.known)
        self._facts.setContentsMargins(0, 4, 0, 0)
        foot.addLayout(self._facts)
        column.addStretch(1)
        self.setWidget(inner)
        self.viewport().setAutoFillBackground(False)

    def _actions(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 6, 0, 0)
        line.setSpacing(6)
        self.move_button = ElidedButton(self.tr("Move to"))
        menu = QMenu(self.move_button)
        menu.aboutToShow.connect(lambda: self._fill_menu(menu))
        self.move_button.setMenu(menu)
        self.reveal_button = self._icon_button("reveal", self.tr("Reveal in file manager"))
        self.reveal_button.clicked.connect(lambda: desktop.reveal(self._path()))
        self.open_button = self._icon_button("open-folder", self.tr("Open with its program"))
        self.open_button.clicked.connect(lambda: desktop.open_file(self._path()))
        for part, stretch in ((self.move_button, 1), (self.reveal_button, 0), (self.open_button, 0)):
            line.addWidget(part, stretch)
        return row

    def _icon_button(self, name: str, text: str) -> QPushButton:
        made = button("")
        made.setIcon(icon(name))
        made.setProperty("drawing", name)
        made.setStyleSheet("padding-left: 7px; padding-right: 7px;")  # leaves room in a narrow column
        made.setToolTip(plain_tip(text))
        made.setAccessibleName(text)
        return made

    # What is shown

    def refresh(self) -> None:
        """Show one photo, the clusters of several, or the library."""
        session, gallery = self._session, self._session.gallery
        current = [] if session.current is None else [session.current]
        rows = facts.rows_of(gallery, session.selection or current)
        self._ids = [int(gallery.ids[row]) for row in rows.tolist()]
        one = gallery.row_of.get(self._ids[0]) if len(rows) == 1 else None
        self.preview.setVisible(one is not None)
        self.actions_row.setVisible(len(rows) > 0)
        self.reveal_button.setVisible(one is not None)
        self.open_button.setVisible(one is not None)
        self.known.setVisible(len(gallery) > 0)
        self.similar_photos.show_similar_to(self._ids[0] if one is not None else None)
        self.written.show_text(None)
        if one is not None:
            self._show_photo(one)
        elif len(rows):
            self._show_many(rows)
        else:
            self._show_library()

    def _show_photo(self, row: int) -> None:
        gallery = self._session.gallery
        cluster = gallery.cluster_of(row)
        self.preview.show_row(row)
        self.title.setText(gallery.files[row].path.rpartition("/")[2])
        pinned = cluster is not None and gallery.pinned[row]
        self._set_subtitle(
            self.tr("Pinned: it stays in {name}").format(name=isolated(cluster.name)) if pinned and cluster else ""
        )
        self._show_chances(row, cluster)
        self._show_understood()

    def _show_understood(self) -> None:
        """Show what is known of the photo, as far as the background has come; of several it is nothing."""
        gallery = self._session.gallery
        row = gallery.row_of.get(self._ids[0]) if len(self._ids) == 1 else None
        if row is None:
            return
        content, town = gallery.content(row), None
        if content.latitude is not None and content.longitude is not None:
            town = self._towns.name(content.latitude, content.longitude)
        found = found_words(self._session.filters.shown, row)
        why = [(self.tr("Found by"), found)] if found else []
        self._facts.show_facts([*why, *facts.of_photo(gallery, row, town)])
        self.written.show_text(gallery.understood.texts.get(content.digest))

    def _show_chances(self, row: int, cluster: Cluster | None) -> None:
        """Show the likeliest clusters of a photo with probabilities, then those the user has ruled out."""
        gallery = self._session.gallery
        ruled_out = gallery.rejections.get(gallery.files[row].id, frozenset())
        every = gallery.likeliest(row, len(gallery.clusters))
        likely = [one for one in every if one[0].id not in ruled_out][:LIKELIEST]
        excluded = [c for c, _ in every if c.id in ruled_out][: BARS - LIKELIEST]
        home = cluster is not None and any(c.id == cluster.id for c, _ in likely)
        self.why.setText(self.tr("WHY IT IS HERE") if home else self.tr("WHAT IT LOOKS LIKE"))  # it was placed by hand
        keep, move = self.tr("Keep it in {name}"), self.tr("Move it to {name}")
        self._targets = [*(c.id for c, _ in likely), *(c.id for c in excluded)]
        for bar, (other, chance) in zip(self.bars, likely, strict=False):
            here = cluster is not None and other.id == cluster.id
            what = (keep if here else move).format(name=isolated(other.name))
            bar.show_share(other.name, percent(chance), chance, self._session.mark(other.id), what, strong=here)
        for bar, other in zip(self.bars[len(likely) :], excluded, strict=False):
            what = self.tr("You have ruled {name} out. A press moves it there after all.")
            bar.show_ruled_out(other.name, self.tr("ruled out"), what.format(name=isolated(other.name)))
        self._show_bars(len(self._targets))

    def _show_many(self, rows: Ints) -> None:
        gallery = self._session.gallery
        self.title.setText(counted(len(rows), self.tr("{0} photo"), self.tr("{0} photos")))
        pinned = int(gallery.pinned[rows].sum())
        self._set_subtitle(counted(pinned, self.tr("1 pinned"), self.tr("{0} pinned")) if pinned else "")
        self.why.setText(self.tr("WHERE THEY ARE"))
        self._show_spread(facts.spread(gallery, rows, BARS), len(rows), self.tr("Select only those in {name}"))
        self._facts.show_facts(facts.of_photos(gallery, rows))

    def _show_library(self) -> None:
        gallery, shown = self._session.gallery, self._session.filters.shown
        if not shown.everything:
            self._show_many(shown.rows)
            found = len(shown.rows)
            self.title.setText(counted(found, self.tr("{0} photo found"), self.tr("{0} photos found")))
            return
        folder = self._session.folder
        self.title.setText(folder.name if folder else self.tr("Library"))
        self._set_subtitle(self.tr("Select a photo to see why it is where it is.") if len(gallery) else "")
        self.why.setText(self.tr("LARGEST CLUSTERS"))
        everything = facts.rows_of(gallery, gallery.ids.tolist())
        shares = facts.spread(gallery, everything, BARS) if gallery.clusters else []
        self._show_spread(shares, max(len(gallery), 1), self.tr("Select all in {name}"))
        self._facts.show_facts(facts.of_library(gallery) if len(gallery) else [])

    def _show_spread(self, shares: list[facts.Share], total: int, what: str) -> None:
        self._targets = [share.cluster for share in shares]
        for bar, share in zip(self.bars, shares, strict=False):
            mark = self._session.mark(share.cluster)
            bar.show_share(
                share.name, number(share.count), share.count / total, mark, what.format(name=isolated(share.name))
            )
        self._show_bars(len(shares))

    def _show_bars(self, count: int) -> None:
        self.why.setVisible(count > 0)
        for index, bar in enumerate(self.bars):
            bar.setVisible(index < count)

    def _set_subtitle(self, text: str) -> None:
        self.subtitle.setText(text)
        self.subtitle.setVisible(bool(text))

    # What is done

    def _on_bar_pressed(self, index: int) -> None:
        """One photo: move it to the bar's cluster. Several: select those in that cluster."""
        target, session = self._targets[index], self._session
        if len(self._ids) == 1:
            if target is not None:
                session.edit(Move(list(self._ids), target), self)
            return
        gallery = session.gallery
        among = self._ids or gallery.ids.tolist()
        there = [c.id if (c := gallery.cluster_of(gallery.row_of[i])) else None for i in among]
        session.select([i for i, cluster in zip(among, there, strict=True) if cluster == target], self)

    def _fill_menu(self, menu: QMenu) -> None:
        menu.clear()
        fill_move_menu(menu, self._session, self, list(self._ids))
        menu.addSeparator()
        ids = list(self._ids)
        made = menu.addAction(icon("add"), self.tr("New cluster"), lambda: self._session.new_cluster(ids, self))
        made.setObjectName("new-cluster")

    def _path(self) -> Path:
        return self._session.photo_path(self._session.gallery.row_of[self._ids[0]])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "open_button"):
            for part in (self.reveal_button, self.open_button):
                part.setIcon(icon(part.property("drawing")))
            self.refresh()
