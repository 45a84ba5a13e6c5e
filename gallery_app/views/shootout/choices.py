"""Choices: which methods are compared, with how many clusters, how often, and who judges."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QProgressBar, QSpinBox, QVBoxLayout, QWidget

from engine.core.records import Progress
from gallery_app.base import theme
from gallery_app.i18n.language import of_engine
from gallery_app.i18n.numbers import number
from gallery_app.views.shootout.words import method_name
from gallery_app.widgets.labels import button, label
from gallery_app.widgets.scroll_area import ScrollArea

USUAL = ("dec", "gaussian-mixture", "kmeans", "spectral", "ward")  # an answer within a minute
RUNS, MOST_RUNS = 2, 9
LEAST, BESIDE = 250, 14  # pixels: the least width, and of the scroll bar
FIELD = 64  # pixels of a number's field
INDENT = 26  # pixels: a help stands below the text of its box


class Choices(QFrame):
    """`wanted` carries the methods, k, runs, and whether folders judge."""

    wanted = Signal(tuple, int, int, bool)
    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shelf")
        self.methods: dict[str, QCheckBox] = {}
        self.k, self.runs = QSpinBox(), QSpinBox()
        self.by_folders = QCheckBox(self.tr("Let my folders judge"))
        self._running = self._able = False
        self.go = button(self.tr("Compare"), "primary")
        self.go.clicked.connect(self._press)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How far the comparison is"))
        self.far = label(role="muted", wrap=True)
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(18, 14, 14, 14)
        self._column.setSpacing(2)
        scroll = ScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._inner)
        foot = QVBoxLayout()
        foot.setContentsMargins(18, 10, 14, 14)
        foot.setSpacing(8)
        for part in (self.far, self.bar, self.go):
            foot.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addLayout(foot)
        self.show_running(False)

    def fill(self) -> None:
        """List the methods, once: they are looked up when the page is first shown."""
        if self.methods:
            return
        from engine.clustering.methods.method import methods

        self._column.addWidget(label(self.tr("How many"), "section"))
        self._add_number(self.k, self.tr("Clusters"), self.tr("The same for every method."), 1, 999)
        runs = self.tr("Each run starts from other random numbers: what stays the same is steady.")
        self._add_number(self.runs, self.tr("Runs of each"), runs, 1, MOST_RUNS)
        self.runs.setValue(RUNS)
        self._column.addSpacing(12)
        self._column.addWidget(label(self.tr("Who judges"), "section"))
        folders = self.tr("For folders that you sorted by what they show. Otherwise what you put into clusters judges.")
        self._add(self.by_folders, folders)
        self._column.addSpacing(12)
        self._column.addWidget(label(self.tr("Methods"), "section"))
        for name in methods.names():
            box = self.methods[name] = QCheckBox(method_name(name))
            box.setChecked(name in USUAL)
            box.toggled.connect(lambda _on: self._enable())
            self._add(box, of_engine(methods.get(name).help))
        self._column.addStretch()
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.methods:
            self._fit()

    def _fit(self) -> None:
        """Nothing is cut off, whatever the language and the size of the text."""
        for field in (self.k, self.runs):
            field.setFixedWidth(theme.current().in_type(FIELD))
        self.setMinimumWidth(max(LEAST, self._inner.minimumSizeHint().width() + BESIDE))

    @property
    def chosen(self) -> tuple[str, ...]:
        return tuple(name for name, box in self.methods.items() if box.isChecked())

    def show_state(self, running: bool, able: bool) -> None:
        """`able`: the engine is free, and may work."""
        self._able = able
        if running is not self._running:
            self.show_running(running)
        self._enable()

    def show_running(self, running: bool) -> None:
        self._running = running
        self.go.setText(self.tr("Stop") if running else self.tr("Compare"))
        self.bar.setVisible(running)
        self.far.setVisible(running)
        self.bar.setRange(0, 0)
        self.far.setText(self.tr("Starting…"))
        self._inner.setEnabled(not running)

    def advance(self, progress: Progress, methods: tuple[str, ...]) -> None:
        """Show which method is at work."""
        if progress.message in methods:
            self.bar.setRange(0, progress.total)
            self.bar.setValue(progress.done)
            at, of = methods.index(progress.message) + 1, len(methods)
            self.far.setText(self.tr("{0}, {1} of {2}").format(method_name(progress.message), number(at), number(of)))

    def _enable(self) -> None:
        self.go.setEnabled(self._running or (self._able and bool(self.chosen)))

    def _press(self) -> None:
        if self._running:
            self.stopped.emit()
        else:
            self.wanted.emit(self.chosen, self.k.value(), self.runs.value(), self.by_folders.isChecked())

    def _add(self, box: QCheckBox, help_: str) -> None:
        box.setAccessibleDescription(help_)
        below = _help(help_)
        below.setContentsMargins(INDENT, 0, 0, 5)
        self._column.addWidget(box)
        self._column.addWidget(below)

    def _add_number(self, field: QSpinBox, text: str, help_: str, least: int, most: int) -> None:
        field.setRange(least, most)
        field.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        field.setAccessibleName(text)
        field.setAccessibleDescription(help_)
        row = QHBoxLayout()
        row.addWidget(label(text), 1)
        row.addWidget(field)
        self._column.addLayout(row)
        self._column.addWidget(_help(help_))
        self._column.addSpacing(6)


def _help(text: str) -> QLabel:
    return label(text, "small", wrap=True)
