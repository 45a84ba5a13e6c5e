"""DuplicatesPage: near-identical photos side by side, one group at a time; marks which of them to keep."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from engine.core.records import Progress
from engine.gallery.snapshot import Gallery
from gallery_app.base.painting import RADIUS
from gallery_app.engine_client.background import JobRunner
from gallery_app.i18n.numbers import number, percent
from gallery_app.images.thumbnail_loader import ThumbnailLoader, ThumbnailRequest
from gallery_app.state.duplicates_review import DuplicatesReview
from gallery_app.state.session import Session
from gallery_app.views.parts.action_bar import ActionBar
from gallery_app.views.review.copies.best_step import BestStep
from gallery_app.views.review.duplicate_card import PICTURE, DuplicateCard
from gallery_app.widgets.accessible.roles import Role, set_role
from gallery_app.widgets.labels import Drawing, IconButton, button, label
from gallery_app.widgets.scroll_area import ScrollArea

GAP = 24  # pixels around the cards
KEYS = 9  # cards that have a digit key
WALK = {Qt.Key.Key_Right: 1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_PageUp: -1}  # groups by key
CENTRE = Qt.AlignmentFlag.AlignHCenter


class DuplicatesPage(QWidget):
    """Left and Right go to the previous and next group, digits toggle what is kept, A keeps all, Esc closes."""

    closed = Signal()
    chosen = Signal()  # the photos that are not kept are selected, or a cluster: what is seen next are the photos
    trash_wanted = Signal(object, object)  # (file ids, pairs of one that goes and the one kept)

    def __init__(self, session: Session, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.duplicates = DuplicatesReview(session, self)
        self._loader = ThumbnailLoader(jobs, self, budget=32 << 20)
        self._loader.loaded.connect(lambda _keys: self._show_pictures())
        self.cards: list[DuplicateCard] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_role(self, Role.Pane)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._message_page())
        self._pages.addWidget(self._group_page())
        self.best = BestStep(session, jobs, self.duplicates)
        self._pages.addWidget(self.best)
        self.best.left.connect(self._show_one_by_one)
        self.best.trash_wanted.connect(lambda: self._throw_away(self.duplicates.others))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._pages, 1)
        column.addWidget(self._foot())
        self.duplicates.changed.connect(self._refresh)
        self.duplicates.progress.connect(self._on_progress)

    # Parts

    def _head(self) -> QWidget:
        bar = QFrame()
        bar.setObjectName("toolbar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(18, 8, 8, 8)
        row.setSpacing(8)
        self.heading = label(role="title")
        self.previous = IconButton("chevron-left", self.tr("Previous group"))
        self.previous.clicked.connect(lambda: self.duplicates.step(-1))
        self.following = IconButton("chevron-right", self.tr("Next group"))
        self.following.clicked.connect(lambda: self.duplicates.step(1))
        self.whole = button("", "link")
        self.whole.clicked.connect(self.duplicates.review_again)
        close = IconButton("close", self.tr("Back to the photos"))
        close.clicked.connect(self._close)
        row.addWidget(self.heading)
        row.addSpacing(8)
        row.addWidget(self.previous)
        row.addWidget(self.following)
        row.addStretch(1)
        row.addWidget(self.whole)
        row.addWidget(close)
        return bar

    def _message_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(14)
        self._drawing, self.sentence = Drawing("similar", 56), label(role="huge")
        self.detail = label(role="muted", wrap=True)  # why it failed is a sentence or two
        self.detail.setAlignment(CENTRE)
        self.again = button(self.tr("Look again"))
        self.again.clicked.connect(self.start)
        column.addStretch(3)
        for part in (self._drawing, self.sentence):
            column.addWidget(part, 0, CENTRE)
        column.addWidget(self.detail)
        column.addWidget(self.again, 0, CENTRE)
        column.addStretch(4)
        return page

    def _group_page(self) -> QWidget:
        self._area = _Cards()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = QWidget()
        ground.setObjectName("work")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._grid = QGridLayout(ground)
        self._grid.setContentsMargins(GAP, GAP, GAP, GAP)
        self._grid.setSpacing(16)
        self._area.setWidget(ground)
        self._area.resized.connect(self._lay_out)
        return self._area

    def _foot(self) -> QWidget:
        """What is safe stands at the end, where the hand goes; what is done to many photos at once is no default."""
        self.all_groups = button("")
        self.all_groups.setToolTip(self.tr("See what is kept of every group, before anything happens"))
        self.all_groups.clicked.connect(self._show_best)
        self.gather = button("")
        self.gather.clicked.connect(self._make_cluster)
        self.select = button("")
        self.select.clicked.connect(self._select)
        self.keep_all = button(self.tr("Keep this whole group"))
        self.keep_all.setToolTip(self.tr("It is not shown as near-identical again (A)"))
        self.keep_all.clicked.connect(self.duplicates.keep_group)
        self.onward = button("", "primary")
        self.onward.clicked.connect(self._go_on)
        self.foot = ActionBar(self.all_groups, self.gather, self.select, self.keep_all, self.onward)
        self.hint = self.foot.hint
        return self.foot

    # What is shown

    def start(self) -> None:
        """Search for near-identical photos and show them."""
        self.setFocus()
        self.duplicates.search()

    def start_with(self, groups: list[list[int]], sharpness: dict[int, float]) -> None:
        """Show groups that were found before."""
        self.setFocus()
        self.duplicates.show_found(groups, sharpness)

    def _refresh(self) -> None:
        duplicates = self.duplicates
        if not duplicates.groups or self._pages.currentWidget() is not self.best:
            self._pages.setCurrentIndex(int(bool(duplicates.groups)))
        at_best = self._pages.currentWidget() is self.best
        self.foot.setVisible(bool(duplicates.groups) and not at_best)
        many = len(duplicates.groups)
        self.all_groups.setText(self.tr("Keep the best of all {0} groups…").format(number(many)))
        self.all_groups.setVisible(many > 1 and not at_best)
        for part in (self.previous, self.following):
            part.setVisible(bool(duplicates.groups))
        self.previous.setEnabled(duplicates.index > 0)
        self.following.setEnabled(duplicates.index + 1 < len(duplicates.groups))
        if duplicates.groups:
            index, groups = number(duplicates.index + 1), number(len(duplicates.groups))
            self.heading.setText(self.tr("Near-identical {0} of {1}").format(index, groups))
            self._show_group()
        else:
            self.heading.setText(self.tr("Near-identical photos"))
            self._show_message()
        whole = len(duplicates.kept_whole)
        one, more = self.tr("Show the group you keep whole"), self.tr("Show the {0} groups you keep whole")
        self.whole.setText(one if whole == 1 else more.format(number(whole)))
        self.whole.setVisible(whole > 0)
        self._show_foot()
        if at_best:
            self.best.refresh()
        said = [card.accessibleName() for card in self.cards[: len(duplicates.group)]] if duplicates.groups else []
        self.setAccessibleName(self.heading.text())
        self.setAccessibleDescription("; ".join(said) or self.sentence.text())

    def _show_foot(self) -> None:
        count, seen = len(self.duplicates.not_kept), len(self.duplicates.seen)
        others = number(count)
        select, gather = self.tr("Select the {0} others"), self.tr("Put the {0} others into a cluster")
        self.select.setText(self.tr("Select the other") if count == 1 else select.format(others))
        self.gather.setText(self.tr("Put the other into a cluster") if count == 1 else gather.format(others))
        for verb in (self.select, self.gather):
            verb.setEnabled(count > 0)
        looked = self.tr("Of the {0} groups looked at so far. Nothing is deleted here.").format(number(seen))
        self.hint.setText(self.tr("Of this group. Nothing is deleted here.") if seen == 1 else looked)
        self.onward.setText(self.tr("Done") if self.duplicates.is_last else self.tr("Next group"))

    def _show_message(self) -> None:
        duplicates = self.duplicates
        if duplicates.searching:
            self.sentence.setText(self.tr("Looking for near-identical photos…"))
        elif duplicates.stopped:
            self.sentence.setText(self.tr("The search was stopped"))
        elif duplicates.kept_whole:
            self.sentence.setText(self.tr("All near-identical photos are kept"))
        else:
            self.sentence.setText(self.tr("No two photos are alike"))
        self.detail.setText(duplicates.problem)
        self.again.setVisible(duplicates.stopped)

    def _on_progress(self, progress: Progress) -> None:
        if self.duplicates.searching and progress.total:
            self.detail.setText(self.tr("{0} of {1}").format(number(progress.done), number(progress.total)))

    def _show_group(self) -> None:
        gallery, duplicates = self._session.gallery, self.duplicates
        while len(self.cards) < len(duplicates.group):
            card = DuplicateCard()
            card.clicked.connect(partial(self._press, len(self.cards)))
            self.cards.append(card)
            self._grid.addWidget(card, 0, len(self.cards))  # before it is shown, or it would be a window
        most = max((duplicates.sharpness.get(file, 0.0) for file in duplicates.group), default=0.0)
        height = max((self._shape(gallery, file).height() for file in duplicates.group), default=PICTURE)
        for index, card in enumerate(self.cards):
            card.setVisible(index < len(duplicates.group))
            if index < len(duplicates.group):
                file = duplicates.group[index]
                number = str(index + 1) if index < KEYS else ""
                card.show_duplicate(number, self._lines(gallery, file, most), file in duplicates.kept, height)
        self._lay_out()
        self._show_pictures()

    def _lay_out(self) -> None:
        """In rows, as many as fit beside one another, in the middle."""
        count = len(self.duplicates.group)
        width = self.cards[0].sizeHint().width() + self._grid.spacing() if self.cards else 1
        across = min(max(1, (self._area.viewport().width() - 2 * GAP + self._grid.spacing()) // width), max(count, 1))
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        for index, card in enumerate(self.cards[:count]):
            self._grid.addWidget(card, index // across, 1 + index % across, Qt.AlignmentFlag.AlignVCenter)
        for column in (0, across + 1):
            self._grid.setColumnStretch(column, 1)

    def _lines(self, gallery: Gallery, file: int, most: float) -> list[str]:
        row = gallery.row_of[file]
        record, content = gallery.files[row], gallery.content(row)
        folder, _, name = record.path.rpartition("/")
        size = QLocale().formattedDataSize(record.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        sharp = self.duplicates.sharpness.get(file, 0.0)
        facts = [f"{number(content.width)} × {number(content.height)}  ·  {size}"]
        if most > 0:
            facts.append(self.tr("Sharpness {0}").format(percent(sharp / most)))
        return [name, *facts, folder or gallery.roots.get(record.root, "")]

    def _show_pictures(self) -> None:
        gallery, ratio, wanted = self._session.gallery, self.devicePixelRatioF(), []
        for card, file in zip(self.cards, self.duplicates.group, strict=False):
            row = gallery.row_of.get(file)
            if row is None:
                continue  # removed from the gallery: new groups are on their way
            key = (file, gallery.files[row].digest)
            card.show_picture(self._loader.pixmap(key))
            shape = self._shape(gallery, file)
            wanted.append(ThumbnailRequest(key, self._session.thumbnail(row), shape * ratio, RADIUS * ratio))
        self._loader.request(wanted)

    def _shape(self, gallery: Gallery, file: int) -> QSize:
        """At which a photo is shown."""
        content = gallery.content(gallery.row_of[file])
        shape = QSize(content.width or 1, content.height or 1)
        return shape.scaled(PICTURE, PICTURE, Qt.AspectRatioMode.KeepAspectRatio)

    # What is done

    def _show_best(self) -> None:
        """All groups at once, each with what is kept of it."""
        self._pages.setCurrentWidget(self.best)
        self._refresh()
        self.best.list.setFocus()

    def _show_one_by_one(self) -> None:
        self._pages.setCurrentIndex(1)
        self._refresh()
        self.setFocus()

    def _throw_away(self, files: list[int]) -> None:
        """Hand the photos that are not kept to the trash, which counts them before anything happens."""
        if files and self._session.can_work:
            keepers = self.duplicates.keepers(files)
            self._close()
            self.trash_wanted.emit(files, keepers)

    def _press(self, index: int) -> None:
        if index < len(self.duplicates.group):
            self.duplicates.toggle(self.duplicates.group[index])

    def _go_on(self) -> None:
        """To the next group; after the last one back to the photos, and nothing is changed."""
        if self.duplicates.is_last:
            self._close()
        else:
            self.duplicates.step(1)

    def _select(self) -> None:
        """Close the page and select the photos that are not kept."""
        not_kept = self.duplicates.not_kept
        self._session.filters.clear(self)
        self.chosen.emit()
        self._close()
        self._session.select(not_kept, self)

    def _make_cluster(self) -> None:
        """Move the photos that are not kept into a cluster of their own; Undo moves them back."""
        self._session.new_cluster(self.duplicates.not_kept, self, self.tr("Copies"))
        self.chosen.emit()
        self._close()

    def _close(self) -> None:
        self.duplicates.end()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.key() - Qt.Key.Key_1
        if event.key() == Qt.Key.Key_Escape and self._pages.currentWidget() is self.best:
            self._show_one_by_one()
        elif event.key() == Qt.Key.Key_Escape:
            self._close()
        elif event.key() in WALK:
            self.duplicates.step(WALK[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Delete:
            self._throw_away(self.duplicates.not_kept)
        elif event.key() == Qt.Key.Key_A and not event.modifiers():
            self.duplicates.keep_group()
        elif 0 <= digit < KEYS:
            self._press(digit)
        else:
            super().keyPressEvent(event)


class _Cards(ScrollArea):
    """Passes the keys for the previous and next group to the page."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in WALK:
            event.ignore()
        else:
            super().keyPressEvent(event)
