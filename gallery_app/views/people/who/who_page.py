"""WhoPage: asks who one person is at a time; keys 1-9 choose a name, N types one, X a stranger, D no face, S skips."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from engine.core.records import Face
from gallery_app.base import theme
from gallery_app.engine_client.background import JobRunner, Ticket
from gallery_app.i18n.bidi import isolated
from gallery_app.i18n.numbers import counted, number
from gallery_app.images.face_pictures import FacePictures
from gallery_app.images.picture import Picture, PictureDecoder
from gallery_app.state.people.who_round import TARGETS, WhoRound
from gallery_app.state.session import Session
from gallery_app.views.parts.picture_canvas import PictureCanvas
from gallery_app.views.people.faces.face_frame import paint_frame
from gallery_app.views.people.name_field import NameField
from gallery_app.views.people.who.face_strip import FaceStrip
from gallery_app.views.people.who.who_target import FACE, WhoTarget, target_height
from gallery_app.widgets.accessible.roles import Role, set_role
from gallery_app.widgets.labels import Drawing, IconButton, button, label

SIDE = 400  # pixels: the column of targets
SPACING = 4
BESIDE = 290  # pixels of the height that are neither for targets nor for faces
SOON = 5  # priority of decoding the photo


class _Framed(PictureCanvas):
    """The photo, with the face that is meant."""

    face: Face | None = None

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.face is not None and self.picture.levels:
            with QPainter(self) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                paint_frame(painter, self.place_of(self.face.box), strong=True)


class WhoPage(QWidget):
    """Fills the window; an answer can be undone, which brings its question back."""

    closed = Signal()

    def __init__(
        self,
        session: Session,
        jobs: JobRunner,
        round_: WhoRound,
        pictures: FacePictures,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ask")
        self._session, self._jobs, self._pictures = session, jobs, pictures
        self.round = round_
        self._decoder = PictureDecoder(jobs)
        self._shown: Face | None = None  # on the canvas
        self._asked: int | None = None  # the person in question
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
        pictures.loaded.connect(self._show_pictures)

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
        close = IconButton("close", self.tr("End the questions"))
        close.clicked.connect(self._close)
        row.addWidget(self._number)
        row.addWidget(self._bar)
        row.addStretch(1)
        row.addWidget(close)
        return bar

    def _question_page(self) -> QWidget:
        self.canvas = _Framed()
        side = self._side = QFrame()
        side.setObjectName("inspector")
        side.setFixedWidth(theme.current().in_type(SIDE))
        column = QVBoxLayout(side)
        column.setContentsMargins(18, 12, 18, 10)
        column.setSpacing(SPACING)
        self._heading, self._count = label(self.tr("Who is this?"), "title"), label(role="muted")
        self.strip = FaceStrip(self._pictures)
        column.addWidget(self._heading)
        column.addWidget(self._count)
        column.addSpacing(6)
        column.addWidget(self.strip)
        column.addSpacing(6)
        self.name = NameField()
        self.name.setPlaceholderText(self.tr("Name  (N)"))
        self.name.returnPressed.connect(self._commit_name)
        column.addWidget(self.name)
        column.addSpacing(4)
        self.targets = [WhoTarget(str(index + 1)) for index in range(TARGETS)]
        for index, target in enumerate(self.targets):
            target.clicked.connect(partial(self.round.answer, index))
            column.addWidget(target)
        column.addSpacing(4)
        column.addLayout(self._ways())
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

    def _ways(self) -> QGridLayout:
        """The answers that are no name."""
        self.stranger, self.none = button(self.tr("A stranger  (X)")), button(self.tr("Not a face  (D)"))
        self.skip = button(self.tr("Skip  (S)"))
        self.stranger.clicked.connect(self.round.answer_strangers)
        self.none.clicked.connect(self.round.answer_no_faces)
        self.skip.clicked.connect(self.round.skip)
        row = QGridLayout()
        row.setSpacing(6)
        for at, part in enumerate((self.stranger, self.none, self.skip)):
            row.addWidget(part, 0, at)
        return row

    def _summary_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(14)
        self._title, self._sentence = label(role="huge"), label(role="muted")
        self.more = button(self.tr("Ask me more"), "big")
        self.more.clicked.connect(self.round.start)
        done = button(self.tr("Back to the photos"), "big")
        done.clicked.connect(self._close)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.more)
        row.addWidget(done)
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
        round_, card = self.round, self.round.question
        if not round_.running:
            return
        heading = self.tr("Question {0} of {1}").format(number(round_.number), number(round_.total))
        self._number.setText(heading if card else self.tr("Who is this?"))
        self._bar.setVisible(round_.total > 0)
        self._bar.setRange(0, max(1, round_.total))
        self._bar.setValue(min(round_.number - 1, round_.total))
        self._pages.setCurrentIndex(0 if card or round_.searching else 1)
        self._show_message()
        self._show_targets()
        asked = None if card is None else card.id
        if asked != self._asked:
            self._asked = asked
            self.name.clear()
            self.setFocus()
        if card is not None:
            self._count.setText(counted(card.photos, self.tr("On {0} photo"), self.tr("On {0} photos")))
            faces = round_.faces()
            self.strip.show_faces(faces)
            if faces and faces[0] != self._shown:
                self._show_face(faces[0])
        else:
            self._show_summary()
        QTimer.singleShot(0, self, self._say)  # a search goes through several states at once

    def _say(self) -> None:
        """Say what is asked and what can be answered: the page has the keys, so it is said as soon as it changes."""
        if self.round.question is None:
            over = not self.round.searching
            self.setAccessibleName(self._title.text() if over else self.message.text())
            self.setAccessibleDescription(self._sentence.text() if over else "")
            return
        self.setAccessibleName(f"{self._number.text()}: {self._heading.text()} {self._count.text()}")
        choices = [target.accessibleName() for target in self.targets if not target.isHidden()]
        choices += [part.text() for part in (self.stranger, self.none, self.skip)]
        said = [self.message.text()] if self.round.answers else []
        self.setAccessibleDescription(" ".join([*said, "; ".join([self.name.placeholderText(), *choices])]))

    def _show_message(self) -> None:
        answers = self.round.answers
        if self.round.searching:
            self.message.setText(self.tr("Looking for the persons most worth asking about…"))
        elif answers:
            self.message.setText(self.tr("Answered: {0}. Ctrl+Z takes it back.").format(isolated(answers[-1][1])))
        else:
            self.message.setText(self.tr("What you say holds for good, and teaches the rest. Esc ends the questions."))

    def _show_targets(self) -> None:
        found = self.round.targets()
        beside = theme.current().in_type(BESIDE) + self.strip.heightForWidth(self.strip.width())
        room, height = self.height() - beside, target_height(self.font()) + SPACING
        visible = min(len(found), max(1, room // height))
        for index, target in enumerate(self.targets):
            target.setVisible(index < visible)
            if index < len(found):
                target.show_person(found[index].name, found[index].photos)
        self.name.offer(self._session.people.names())
        for part in (self.name, self.stranger, self.none, self.skip):
            part.setEnabled(self.round.question is not None)
        self._show_pictures()

    def _show_pictures(self) -> None:
        side = round(FACE * self.devicePixelRatioF())
        for target, card in zip(self.targets, self.round.targets(), strict=False):
            target.show_face(None if card.best is None else self._pictures.picture(card.best, side))

    def _show_summary(self) -> None:
        count = len(self.round.answers)
        self._shown = None
        if not self.round.total:
            self._title.setText(self.tr("Nobody to ask about"))
            self._sentence.setText(self.tr("Everybody who is on several photos has a name."))
        else:
            answered = counted(count, self.tr("{0} question answered"), self.tr("{0} questions answered"))
            self._title.setText(answered if count else self.tr("Nothing was answered"))
            self._sentence.setText("")
        self.more.setVisible(self.round.total > 0)

    def _show_face(self, face: Face) -> None:
        """Show the photo of a face: its thumbnail at once, and the picture when it is decoded."""
        session, gallery = self._session, self._session.gallery
        row = next((row for row, file in enumerate(gallery.files) if file.digest == face.digest), None)
        for ticket in self._tickets:
            ticket.drop()
        self._tickets = []
        self._shown = self.canvas.face = face
        self.canvas.show_picture(Picture(), QSize(), fresh=True)
        if row is None:
            return
        content, path, small = gallery.content(row), session.photo_path(row), session.thumbnail(row)
        turn = gallery.turn(row)
        self.canvas.setAccessibleName(path.name)

        def thumbnail(image: QImage) -> None:
            if not self.canvas.picture.levels and not image.isNull():
                size = QSize(content.width, content.height) if content.width else image.size()
                self.canvas.show_picture(Picture((image,), turn=turn), size, fresh=True)

        def whole(picture: Picture) -> None:
            if picture.levels:
                self.canvas.show_picture(picture, picture.size, fresh=self.canvas.fits, turn=turn)

        self._tickets = [
            self._jobs.run(lambda: QImage(str(small)), thumbnail, priority=SOON + 1),
            self._jobs.run(
                lambda: self._decoder.read(path, lambda: self._shown == face, download=False), whole, priority=SOON
            ),
        ]

    # What is done

    def _commit_name(self) -> None:
        name = self.name.name
        if name:
            self.round.answer_with_name(name)

    def _close(self) -> None:
        self.round.end()
        self._asked = None
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, focused = event.key(), self.focusWidget()
        if key == Qt.Key.Key_Escape and self.name.hasFocus():
            self.name.clear()
            self.setFocus()
        elif key == Qt.Key.Key_Escape:
            self._close()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            focused.click()
        elif self.round.question is None or self.name.hasFocus():
            super().keyPressEvent(event)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            if not self.targets[key - Qt.Key.Key_1].isHidden():
                self.round.answer(key - Qt.Key.Key_1)
        elif key == Qt.Key.Key_N:
            self.name.setFocus()
        elif key == Qt.Key.Key_X:
            self.round.answer_strangers()
        elif key == Qt.Key.Key_D:
            self.round.answer_no_faces()
        elif key == Qt.Key.Key_S:
            self.round.skip()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_side"):
            self._side.setFixedWidth(theme.current().in_type(SIDE))
            self._show_targets()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_targets()

    def hideEvent(self, event: QHideEvent) -> None:
        for ticket in self._tickets:
            ticket.drop()
        self._shown = None
        super().hideEvent(event)
