"""LabPage: what each model knows of the photos: see, squeeze and dream them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gallery_app.base import theme
from gallery_app.base.plain_tip import plain_tip
from gallery_app.engine_client.background import JobRunner
from gallery_app.state.lab.lab import Lab
from gallery_app.state.session import Session
from gallery_app.views.lab.dream_view import DreamView
from gallery_app.views.lab.learning_view import LearningView
from gallery_app.views.lab.model_panel import ModelPanel
from gallery_app.views.lab.see_view import SeeView
from gallery_app.views.lab.squeeze_view import SqueezeView
from gallery_app.widgets.accessible.roles import Role, set_role
from gallery_app.widgets.labels import Drawing, IconButton, label
from gallery_app.widgets.segments import Segments

CENTRE = Qt.AlignmentFlag.AlignHCenter
MARGIN = 24  # pixels, around what is saved


class LabPage(QWidget):
    """`save_wanted` asks for a file name for `picture()`, Esc closes."""

    closed = Signal()
    save_wanted = Signal()

    def __init__(self, session: Session, jobs: JobRunner, lab: Lab) -> None:
        super().__init__()
        set_role(self, Role.Pane)
        self.setAccessibleName(self.tr("Lab"))
        self.lab = lab
        self.panel = ModelPanel(lab)
        self.see, self.squeeze = SeeView(session, jobs, lab), SqueezeView(lab)
        self.dream, self.learning = DreamView(session, jobs, lab), LearningView(lab)
        self._views = (self.see, self.squeeze, self.dream)
        self._shown: tuple[object, ...] = ()  # what was last started, so that nothing is asked twice
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty_page())
        for view in (*self._views, self.learning):
            self._stack.addWidget(view)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.panel)
        row.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addLayout(row, 1)
        lab.changed.connect(self._refresh)
        lab.answered.connect(self._show_answer)

    def start(self) -> None:
        """Show what was learned last, or ask for a training."""
        self._shown = ()
        self.dream.choose_ends()
        self.panel.start()
        self._refresh()
        self.panel.models.setFocus()

    def show_tab(self, name: str) -> None:
        """ "see", "squeeze" or "dream"."""
        self.tabs[name].trigger()

    @property
    def tab(self) -> str:
        return next(name for name, action in self.tabs.items() if action.isChecked())

    def picture(self) -> QImage:
        """What is seen, as a picture on the ground of the window."""
        view = self._stack.currentWidget()
        assert isinstance(view, SeeView | SqueezeView | DreamView | LearningView)
        seen = view.picture()
        drawn = seen.grab()
        whole = QImage(drawn.size(), QImage.Format.Format_RGB32)
        whole.setDevicePixelRatio(drawn.devicePixelRatio())
        whole.fill(theme.current().window)
        with QPainter(whole) as painter:
            painter.drawPixmap(0, 0, drawn)
        return whole

    def _head(self) -> QWidget:
        bar = QFrame()
        bar.setObjectName("toolbar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(18, 8, 8, 8)
        row.setSpacing(12)
        group = QActionGroup(self)
        self.tabs: dict[str, QAction] = {}
        for name, words, tip in (
            ("see", self.tr("See"), self.tr("Where photos lie by what the model keeps of them.")),
            ("squeeze", self.tr("Squeeze"), self.tr("Photos, and what is left of them.")),
            ("dream", self.tr("Dream"), self.tr("Pictures that the model makes up.")),
        ):
            action = QAction(words, group)
            action.setCheckable(True)
            action.setToolTip(plain_tip(tip))
            action.triggered.connect(lambda _on=False: self._refresh())
            self.tabs[name] = action
        self.tabs["see"].setChecked(True)
        self.save = IconButton("save", self.tr("Save what is seen as a picture…"))
        self.save.clicked.connect(self.save_wanted)
        close = IconButton("close", self.tr("Back to the photos"))
        close.clicked.connect(self.leave)
        row.addWidget(label(self.tr("Lab"), "title"))
        row.addSpacing(8)
        row.addWidget(Segments(list(self.tabs.values()), self.tr("What to do with the model")))
        row.addStretch(1)
        row.addWidget(self.save)
        row.addWidget(close)
        return bar

    def _empty_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(14)
        column.addStretch(3)
        column.addWidget(Drawing("lab", 56), 0, CENTRE)
        self._title, self.what = label(role="huge", wrap=True), label(role="muted", wrap=True)
        for words in (self._title, self.what):
            words.setAlignment(CENTRE)
            column.addWidget(words)
        column.addStretch(4)
        return page

    def _refresh(self) -> None:
        lab = self.lab
        busy = lab.learning or lab.waiting
        view = self._views[list(self.tabs).index(self.tab)]
        if busy:
            self._stack.setCurrentWidget(self.learning)
            self.learning.start()
        elif lab.learned is None:
            self._stack.setCurrentIndex(0)
            self._title.setText(self.tr("Nothing is learned yet"))
            self.what.setText(self._empty_words())
        else:
            self._stack.setCurrentWidget(view)
        shown = (view, lab.learned) if not busy and lab.learned is not None else ()
        if shown and shown != self._shown and self.isVisible():
            view.start()
        self._shown = shown
        self.save.setEnabled(self._stack.currentIndex() > 0)

    def _empty_words(self) -> str:
        return {
            "see": self.tr("Train a model to see how it orders your photos."),
            "squeeze": self.tr("Train a model to see what it keeps of your photos."),
            "dream": self.tr("Train a model to see what it makes up."),
        }[self.tab]

    def _show_answer(self, _question: object, result: object) -> None:
        for view in self._views:
            view.show_answer(result)

    def leave(self) -> None:
        """Back to the photos; a training goes on."""
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
