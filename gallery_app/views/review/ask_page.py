"""AskPage: asks about one uncertain photo at a time; keys 1-9 choose a cluster, 0 lists others, N new, S skip."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gallery_app.base import theme
from gallery_app.base.marks import chip
from gallery_app.base.painting import RADIUS
from gallery_app.engine_client.background import JobRunner, Ticket
from gallery_app.i18n.bidi import isolated
from gallery_app.i18n.numbers import counted, number
from gallery_app.images.picture import Picture, PictureDecoder
from gallery_app.images.thumbnail_loader import ThumbnailLoader, ThumbnailRequest
from gallery_app.state.ask_round import TARGETS, Answer, AskRound
from gallery_app.state.session import Session
from gallery_app.views.parts.photo_menu import menu_text
from gallery_app.views.parts.photo_words import photo_name
from gallery_app.views.parts.picture_canvas import PictureCanvas
from gallery_app.views.review.ask_target import PICTURE, PICTURES, AskTarget, target_height
from gallery_app.widgets.accessible.roles import Role, set_role
from gallery_app.widgets.labels import Drawing, IconButton, button, label

SIDE = 440  # pixels: the column of targets
SPACING = 4
BESIDE = 166  # pixels of the height that are not for targets
SOON = 5  # priority of decoding the picture in question


class AskPage(QWidget):
    """Fills the window; an answer can be undone, which brings its question back."""

    closed = Signal()
    retrain_wanted = Signal()

    def __init__(self, session: Session, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ask")
        self._session, self._jobs = session, jobs
        self.round = AskRound(session, jobs, self)
        self._loader = ThumbnailLoader(jobs, self, budget=8 << 20)
        self._loader.loaded.connect(lambda _keys: self._show_pictures())
        self._decoder = PictureDecoder(jobs)
        self._shown: int | None = None  # file id of the photo on the canvas
        self._visible_targets = 0  # targets that fit into the page
        self._target_rows: list[list[int]] = []  # rows of the photos on each target
        self._tickets: list[Ticket] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_role(self, Role.Pane)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._question_page())
        self._pages.addWidget(self._summary_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._pages, 1)
        self.round.changed.connect(self._refresh)

    # Parts

    def _head(self) -> QWidget:
        bar = QFrame()
        bar.setObjectName("toolbar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(18, 8, 8, 8)
        row.setSpacing(14)
        self._number = label(role="title")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(180)
        self._bar.setAccessibleName(self.tr("Questions asked"))
        self._coverage = label(role="muted")
        close = IconButton("close", self.tr("End the questions"))
        close.clicked.connect(self._close)
        row.addWidget(self._number)
        row.addWidget(self._bar)
        row.addStretch(1)
        row.addWidget(self._coverage)
        row.addWidget(close)
        return bar

    def _question_page(self) -> QWidget:
        self.canvas = PictureCanvas()
        side = self._side = QFrame()
        side.setObjectName("inspector")
        side.setFixedWidth(theme.current().in_type(SIDE))
        column = QVBoxLayout(side)
        column.setContentsMargins(18, 12, 18, 10)
        column.setSpacing(SPACING)
        column.addWidget(label(self.tr("Where does it belong?"), "title"))
        column.addSpacing(2)
        self.targets = [AskTarget(str(index + 1)) for index in range(TARGETS)]
        for index, target in enumerate(self.targets):
            target.clicked.connect(partial(self.round.answer, index))
            column.addWidget(target)
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("Name of the new cluster, or none"))
        self.name.setAccessibleName(self.tr("Name of the new cluster"))
        self.name.returnPressed.connect(self._commit_name)
        self.name.hide()
        column.addWidget(self.name)
        row = QHBoxLayout()
        self.other = button(self.tr("Another  (0)"))
        self.other.setToolTip(self.tr("Choose among the clusters that are not shown here (0)"))
        self.other.clicked.connect(self._list_others)
        self._others = QMenu(self.other)
        self.new = button(self.tr("New cluster  (N)"))
        self.new.clicked.connect(self._ask_name)
        self.skip = button(self.tr("Skip  (S)"))
        self.skip.clicked.connect(self.round.skip)
        row.addWidget(self.other, 1)
        row.addWidget(self.new, 1)
        row.addWidget(self.skip, 1)
        column.addLayout(row)
        column.addStretch(1)
        self.message = label(role="small", wrap=True)
        column.addWidget(self.message)
        page = QWidget()
        both = QHBoxLayout(page)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(self.canvas, 1)
        both.addWidget(side)
        return page

    def _summary_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(14)
        self._title, self._sentence = label(role="huge"), label(role="muted")
        self.retrain = button(self.tr("Retrain and see what moves"), "primary")
        self.retrain.clicked.connect(self._retrain)
        self.more = button(self.tr("Ask me more"), "big")
        self.more.clicked.connect(self.round.start)
        done = button(self.tr("Back to the photos"), "big")
        done.clicked.connect(self._close)
        row = QHBoxLayout()
        row.addStretch(1)
        for part in (self.retrain, self.more, done):
            row.addWidget(part)
        row.addStretch(1)
        column.addStretch(3)
        for widget in (Drawing("check", 56, "good"), self._title, self._sentence):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(row)
        column.addStretch(4)
        return page

    # What is shown

    def start(self) -> None:
        """Begin a round of questions."""
        self.round.start()
        self.setFocus()

    def _refresh(self) -> None:
        round_ = self.round
        if not round_.running:
            return
        question = round_.question
        answered = min(round_.number - 1, round_.total)
        heading = self.tr("Question {0} of {1}").format(number(round_.number), number(round_.total))
        self._number.setText(heading if question else self.tr("Ask me"))
        self._bar.setVisible(round_.total > 0)
        self._bar.setRange(0, max(1, round_.total))
        self._bar.setValue(answered)
        total = len(self._session.gallery)
        covered_count = self.tr("Your answers speak for {0} of {1} photos")
        self._coverage.setText(
            covered_count.format(number(round_.covered_count), number(total)) if round_.answers else ""
        )
        self._pages.setCurrentIndex(0 if question or round_.searching else 1)
        self._show_message()
        self._show_targets()
        asks_anew = question is None or question.file != self._shown
        if asks_anew and not self.name.isHidden():
            self._close_name_field()  # it belonged to the previous question
        if question is not None and asks_anew:
            self._show_photo(question.file)
        elif question is None:
            self._shown = None
            self._show_summary()
        QTimer.singleShot(0, self, self._say)  # a search goes through several states at once

    def _say(self) -> None:
        """Say what is asked and what can be answered: the page has the keys, so it is said as soon as it changes."""
        gallery, question = self._session.gallery, self.round.question
        if question is None or question.file not in gallery.row_of:
            over = not self.round.searching
            self.setAccessibleName(self._title.text() if over else self.message.text())
            self.setAccessibleDescription(self._sentence.text() if over else "")
            return
        name = photo_name(gallery, gallery.row_of[question.file])
        ask = self.tr("{0}: where does {1} belong?").format(self._number.text(), isolated(name))
        self.setAccessibleName(ask)
        choices = [target.accessibleName() for target in self.targets if not target.isHidden()]
        others = [self.other.text()] if not self.other.isHidden() else []
        said = [self.message.text()] if self.round.answers else []
        choices += [*others, self.new.text(), self.skip.text()]
        self.setAccessibleDescription(" ".join([*said, "; ".join(choices)]))

    def _show_message(self) -> None:
        answers = self.round.answers
        if self.round.searching:
            self.message.setText(self.tr("Looking for the photos most worth asking about…"))
        elif answers:
            self.message.setText(self._describe_answer(answers[-1]))
        else:
            self.message.setText(self.tr("Each answer holds through every retrain. Esc ends the questions."))

    def _describe_answer(self, answer: Answer) -> str:
        around, doubtful = len(answer.question.around), answer.question.doubtful
        if not around:
            sentence = self.tr("Put in {name}. Ctrl+Z takes it back.")
        elif not doubtful:
            sentence = self.tr("Put in {name}. That speaks for {around} photos like it. Ctrl+Z takes it back.")
        else:
            sentence = self.tr(
                "Put in {name}. That speaks for {around} photos like it, {doubtful} of them doubtful. "
                "Ctrl+Z takes it back."
            )
        return sentence.format(name=isolated(answer.said), around=around, doubtful=doubtful)

    def _show_targets(self) -> None:
        found = self.round.targets()
        room, height = self.height() - theme.current().in_type(BESIDE), target_height(self.font()) + SPACING
        self._visible_targets = min(len(found), max(1, room // height))
        for index, target in enumerate(self.targets):
            target.setVisible(index < self._visible_targets)
            if index < len(found):
                cluster, chance = found[index]
                target.show_cluster(cluster.name, chance, self._session.mark(cluster.id))
        self.other.setVisible(bool(self.round.other_clusters(self._visible_targets)))
        for part in (self.new, self.skip):
            part.setEnabled(self.round.question is not None)
        self._want_pictures()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_side"):
            self._side.setFixedWidth(theme.current().in_type(SIDE))
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and self.isVisible():
            self._show_targets()  # cluster colours depend on the theme, and how many have room on the type

    def _want_pictures(self) -> None:
        gallery, ratio = self._session.gallery, self.devicePixelRatioF()
        self._target_rows = [[int(r) for r in gallery.members(c.id)[:PICTURES]] for c, _ in self.round.targets()]
        size = QSize(PICTURE, PICTURE) * ratio
        self._loader.request(
            ThumbnailRequest(gallery.files[row].digest, self._session.thumbnail(row), size, RADIUS * ratio)
            for rows in self._target_rows
            for row in rows
        )
        self._show_pictures()

    def _show_pictures(self) -> None:
        files = self._session.gallery.files
        for target, rows in zip(self.targets, self._target_rows, strict=False):
            found = [self._loader.pixmap(files[row].digest) for row in rows if row < len(files)]
            target.show_photos([p for p in found if p is not None])

    def _show_summary(self) -> None:
        round_, count = self.round, len(self.round.answers)
        if not round_.total:
            self._title.setText(self.tr("Nothing to ask"))
            self._sentence.setText(self.tr("You have placed every photo yourself."))
        else:
            placed = counted(count, self.tr("{0} photo placed"), self.tr("{0} photos placed"))
            self._title.setText(placed if count else self.tr("Nothing was answered"))
            sentence = self.tr("They speak for {0} of {1} photos: a retrain lets the rest learn from them.")
            total = len(self._session.gallery)
            self._sentence.setText(sentence.format(number(round_.covered_count), number(total)) if count else "")
        self.retrain.setVisible(count > 0 and self._session.can_work)
        self.more.setVisible(round_.total > 0)

    def _show_photo(self, file: int) -> None:
        self._shown = file
        for ticket in self._tickets:
            ticket.drop()
        row = self._session.gallery.row_of[file]
        content, path, small = (
            self._session.gallery.content(row),
            self._session.photo_path(row),
            self._session.thumbnail(row),
        )
        turn = self._session.gallery.turn(row)
        self.canvas.setAccessibleName(path.name)
        self.canvas.show_picture(Picture(), QSize(), fresh=True)

        def thumbnail(image: QImage) -> None:
            if not self.canvas.picture.levels and not image.isNull():
                size = QSize(content.width, content.height) if content.width else image.size()
                self.canvas.show_picture(Picture((image,)), size, fresh=True)

        def wanted() -> bool:
            return self._shown == file

        def whole(picture: Picture) -> None:
            if picture.levels:
                self.canvas.show_picture(picture, picture.size, fresh=self.canvas.fits, turn=turn)

        self._tickets = [
            self._jobs.run(lambda: QImage(str(small)), thumbnail, priority=SOON + 1),
            self._jobs.run(lambda: self._decoder.read(path, wanted, download=False), whole, priority=SOON),
        ]

    # What is done

    def _list_others(self) -> None:
        """Open a menu of the clusters that are not among the targets."""
        self._others.clear()
        for cluster in self.round.other_clusters(self._visible_targets):
            action = self._others.addAction(chip(self._session.mark(cluster.id)), menu_text(cluster.name))
            action.triggered.connect(lambda _=False, c=cluster: self.round.answer_with(c))
        if not self._others.isEmpty():
            self._others.setActiveAction(self._others.actions()[0])
            self._others.popup(self.other.mapToGlobal(QPoint(0, self.other.height())))

    def _ask_name(self) -> None:
        self.name.clear()
        self.name.show()
        self.name.setFocus()

    def _commit_name(self) -> None:
        name = self.name.text().strip()
        self._close_name_field()
        self.round.answer_with_new(name)

    def _close_name_field(self) -> None:
        self.name.hide()
        self.setFocus()

    def _retrain(self) -> None:
        self._close()
        self.retrain_wanted.emit()

    def _close(self) -> None:
        self.round.end()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, focused = event.key(), self.focusWidget()
        if key == Qt.Key.Key_Escape and not self.name.isHidden():
            self._close_name_field()
        elif key == Qt.Key.Key_Escape:
            self._close()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            focused.click()
        elif self.round.question is None or not self.name.isHidden():
            super().keyPressEvent(event)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            if not self.targets[key - Qt.Key.Key_1].isHidden():
                self.round.answer(key - Qt.Key.Key_1)
        elif key == Qt.Key.Key_0:
            self._list_others()
        elif key == Qt.Key.Key_N:
            self._ask_name()
        elif key == Qt.Key.Key_S:
            self.round.skip()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_targets()

    def hideEvent(self, event: QHideEvent) -> None:
        for ticket in self._tickets:
            ticket.drop()
        self._shown = None
        super().hideEvent(event)
