"""ModelPanel: which model learns, from pictures of which size, with which parameters; Train and Stop."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from engine.core.records import Progress
from engine.lab.models.model import models
from gallery_app.base import motion, theme
from gallery_app.i18n.language import of_engine
from gallery_app.i18n.numbers import counted, number
from gallery_app.i18n.stage_names import stage_name
from gallery_app.state.lab.lab import SIDES, Lab
from gallery_app.widgets.labels import button, label
from gallery_app.widgets.parameter_form import ParameterForm
from gallery_app.widgets.scroll_area import ScrollArea
from gallery_app.widgets.time_left import duration

WIDTH = 418  # pixels, or more where the words of a parameter need more
BAR = 14  # a scroll bar
LONG = 10  # seconds of a training that are told


class ModelPanel(QFrame):
    """Everything but Stop waits while a model learns."""

    def __init__(self, lab: Lab) -> None:
        super().__init__()
        self._lab = lab
        self._shown = ""  # the model whose parameters are shown
        self.setObjectName("shelf")
        self.models = QComboBox()
        self.models.setAccessibleName(self.tr("Model"))
        self._help = label(role="muted", wrap=True)
        self.sides = QComboBox()
        self.sides.setAccessibleName(self.tr("Size of the pictures"))
        for side in SIDES:
            self.sides.addItem(self.tr("{0} × {0} pixels").format(number(side)), side)
        self.colour = QCheckBox(self.tr("In colour"))
        self.form = ParameterForm()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._choices(), 1)
        column.addWidget(self._foot())
        self.models.currentIndexChanged.connect(lambda _at: lab.choose(str(self.models.currentData())))
        self.sides.currentIndexChanged.connect(self._keep)
        self.colour.toggled.connect(self._keep)
        self.form.edited.connect(self._keep)
        lab.changed.connect(self.refresh)
        lab.progress.connect(self._advance)
        lab.sketched.connect(lambda _sketch: self.finish.setVisible(lab.can_finish))

    def start(self) -> None:
        """List the models: they are not imported before the page is opened."""
        if not self.models.count():
            with QSignalBlocker(self.models):
                for name in self._lab.names():
                    self.models.addItem(of_engine(models.get(name).label), name)
        self._shown = ""
        self.refresh()

    def refresh(self) -> None:
        """Show the chosen model, and what it is doing."""
        lab = self._lab
        if not self.models.count():
            return  # the page was never opened
        busy = lab.learning or lab.waiting
        if self._shown != lab.model or busy:
            self._show_choices()
        focused = self.stop.hasFocus() or self.finish.hasFocus()
        for part in (self._inner, self.train):
            part.setEnabled(not busy)
        self.train.setVisible(not busy)
        if focused and not busy:
            self.train.setFocus()  # before those are hidden, which would give the keys to anything
        for part in (self.stop, self._bar):
            part.setVisible(busy)
        self.finish.setVisible(lab.can_finish)
        self.train.setText(self.tr("Train") if lab.learned is None else self.tr("Train again"))
        self._problem.setText(lab.problem)
        self._problem.setVisible(bool(lab.problem))
        self._state.setText(self._state_words())

    def _show_choices(self) -> None:
        lab, owner = self._lab, models.get(self._lab.model)
        self._shown = lab.model
        with QSignalBlocker(self.models), QSignalBlocker(self.sides), QSignalBlocker(self.colour):
            self.models.setCurrentIndex(self.models.findData(lab.model))
            self.sides.setCurrentIndex(self.sides.findData(lab.side))
            self.colour.setChecked(lab.colour)
        self._help.setText(of_engine(owner.help))
        self.form.show_owner(owner, lab.parameters.get(lab.model, {}))
        self.setFixedWidth(max(theme.current().in_type(WIDTH), self._inner.minimumSizeHint().width() + BAR))

    def _choices(self) -> QWidget:
        area = ScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(self.tr("Model"))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # the panel is as wide as it needs
        self._inner = QWidget()
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(18, 16, 14, 16)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Model"), "section"))
        column.addWidget(self.models)
        column.addWidget(self._help)
        column.addSpacing(12)
        column.addWidget(label(self.tr("Pictures"), "section"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.sides)
        row.addWidget(self.colour)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(12)
        column.addWidget(label(self.tr("Parameters"), "section"))
        column.addWidget(self.form)
        column.addStretch(1)
        area.setWidget(self._inner)
        return area

    def _foot(self) -> QWidget:
        foot = QFrame()
        foot.setObjectName("strip")
        column = QVBoxLayout(foot)
        column.setContentsMargins(18, 12, 14, 12)
        column.setSpacing(8)
        self._problem = label(role="danger", wrap=True)
        self._state = label(role="muted", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self.train = button(self.tr("Train"), "primary")
        self.stop = button(self.tr("Stop"))
        self.finish = button(self.tr("Enough"))
        self.finish.setToolTip(self.tr("End here, and keep what was learned so far."))
        self.train.clicked.connect(self._train)
        self.stop.clicked.connect(self._lab.stop)
        self.finish.clicked.connect(self._lab.finish)
        buttons = QHBoxLayout()
        buttons.addWidget(self.train)
        buttons.addWidget(self.finish)
        buttons.addWidget(self.stop)
        for part in (self._problem, self._state, self._bar):
            column.addWidget(part)
        column.addLayout(buttons)
        return foot

    def _keep(self) -> None:
        """What is set, for the next training."""
        lab = self._lab
        lab.side, lab.colour = int(self.sides.currentData()), self.colour.isChecked()
        lab.parameters[lab.model] = self.form.values()

    def _train(self) -> None:
        self._keep()
        self._lab.train()
        self.stop.setFocus()

    def _state_words(self) -> str:
        lab, learned = self._lab, self._lab.learned
        if lab.waiting:
            return self.tr("Waiting until what is being done is finished…")
        if lab.learning or learned is None:
            return ""
        height, width, _ = learned.shape
        of = counted(learned.learned, self.tr("Learned from {0} photo"), self.tr("Learned from {0} photos"))
        size = self.tr("{0} × {1} pixels").format(number(width), number(height))
        parts = [of, size]
        if learned.seconds >= LONG:
            parts.append(duration(learned.seconds))
        return "  ·  ".join(parts)

    def _advance(self, progress: Progress) -> None:
        still = int(motion.is_reduced())  # range 0 to 0 is Qt's busy indicator, which moves
        self._bar.setRange(0, progress.total or still)
        self._bar.setValue(progress.done if progress.total else 0)
        self._state.setText(stage_name(progress))
