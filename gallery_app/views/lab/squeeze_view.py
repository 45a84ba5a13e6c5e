"""SqueezeView: photos that the model has not learned from, each above what is left of it, and the size of a code."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSignalBlocker, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from engine.service.lab_messages import Squeezed
from gallery_app.base import theme
from gallery_app.i18n.numbers import counted, number
from gallery_app.state.lab.lab import Lab
from gallery_app.views.lab.picture_sheet import PictureSheet
from gallery_app.widgets.labels import button, label
from gallery_app.widgets.scroll_area import ScrollArea

SLIDER = 320  # pixels at most


class SqueezeView(QWidget):
    """Fewer of PCA's numbers are shown at once; a model that was trained for a size learns anew for another."""

    def __init__(self, lab: Lab) -> None:
        super().__init__()
        self._lab = lab
        self.sheet = PictureSheet(self.tr("Photos, and below each what is left of it"))
        self.numbers = label(role="title")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("Code size"))
        self.slider.setMaximumWidth(SLIDER)
        self.slider.valueChanged.connect(self._turned)
        self.kept = label()
        self.again = button(self.tr("Learn anew"))
        self.again.clicked.connect(lambda: lab.resize(self.slider.value()))
        self._how = label(role="muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._controls())
        area = ScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(self.tr("Photos, and below each what is left of it"))
        self._inner = QWidget()
        self._inner.setObjectName("work")  # the ground on which pictures lie
        inner = QVBoxLayout(self._inner)
        inner.setContentsMargins(24, 18, 24, 18)
        inner.addWidget(self.sheet)
        inner.addStretch(1)
        area.setWidget(self._inner)
        column.addWidget(area, 1)

    def start(self) -> None:
        """Show what the chosen model keeps."""
        learned, size = self._lab.learned, self._lab.size
        self.sheet.show_pictures(None)
        self.numbers.setText("")
        for part in (self.slider, self.kept, self._how):
            part.setVisible(size is not None)
        if learned is None:
            return
        if size is not None:
            with QSignalBlocker(self.slider):
                self.slider.setRange(1 if size.instant else 0, learned.code if size.instant else len(size.steps) - 1)
                self.slider.setValue(learned.code if size.instant else size.step_of(learned.code))
            at_once = self.tr("Turn it down: fewer numbers are kept, at once. For more, set the code length and train.")
            anew = self.tr("This model learns for one size: for another it has to learn anew.")
            self._how.setText(at_once if size.instant else anew)
        self._turned()

    def show_answer(self, result: object) -> None:
        if not isinstance(result, Squeezed):
            return
        self.sheet.show_pictures(result.originals, result.restored)
        error = QLocale().toString(result.squared_error, "g", 3)
        times = QLocale().toString(result.compression, "f", 0 if result.compression >= 10 else 1)
        self.numbers.setText(self.tr("Mean squared error {0}  ·  {1} times smaller").format(error, times))

    def picture(self) -> QWidget:
        """What is saved."""
        return self._inner

    def _controls(self) -> QWidget:
        bar = QFrame()
        bar.setObjectName("viewbar")
        column = QVBoxLayout(bar)
        column.setContentsMargins(24, 14, 24, 14)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(label(self.tr("Code size")))
        row.addWidget(self.slider, 1)
        self.kept.setMinimumWidth(theme.current().in_type(150))
        row.addWidget(self.kept)
        row.addWidget(self.again)
        row.addStretch(1)
        column.addWidget(self.numbers)
        column.addLayout(row)
        column.addWidget(self._how)
        return bar

    def _turned(self) -> None:
        learned, size = self._lab.learned, self._lab.size
        if learned is None:
            return
        at = self.slider.value()
        if size is None or size.instant:
            shown = learned.code if size is None else at
            self.kept.setText(counted(shown, self.tr("{0} number"), self.tr("{0} numbers")))
            self.again.hide()
            self._lab.squeeze(shown)
            return
        self.kept.setText(self._size_words(learned.model, size.steps[at]))
        self.again.setVisible(at != size.step_of(learned.code))
        if not self.sheet.count:
            self._lab.squeeze(learned.code)

    def _size_words(self, model: str, value: int) -> str:
        if model == "k-means":
            return counted(value, self.tr("{0} typical picture"), self.tr("{0} typical pictures"))
        if model == "som":
            return self.tr("{0} × {0} typical pictures").format(number(value))
        return counted(value, self.tr("{0} number"), self.tr("{0} numbers"))
