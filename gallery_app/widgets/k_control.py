"""KControl: the number of clusters k, as a slider, a spin box and Auto."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QSlider, QSpinBox, QToolTip, QWidget

from gallery_app.widgets.labels import IconButton, label

MOST = 60
TYPED = 999  # more can be typed than is possible: a limit says so, where the field would swallow a digit
CHOICE_DELAY = 1000  # ms without a change after which the number is chosen


class KControl(QWidget):
    """`turned` carries each new number (for a preview), `chosen` the final number or "auto" after CHOICE_DELAY.

    What is typed counts once it is finished, by Enter or by leaving the field: "2" is only half of "25".
    """

    pointer_entered = Signal()  # a number may be chosen soon
    turned = Signal(int)
    chosen = Signal(object)
    curve_wanted = Signal()
    left = Signal()  # a number was entered: the focus may go back to the photos

    def __init__(self) -> None:
        super().__init__()
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setMinimumWidth(110)
        self._slider.setMaximumWidth(180)
        self._slider.setPageStep(1)  # a press beside the handle is one cluster, not ten and a retrain
        self._number = _Number()
        self._fit_width()
        self._number.setKeyboardTracking(False)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._auto = QCheckBox(self.tr("Auto"))
        for part in (self._slider, self._number):
            part.setAccessibleName(self.tr("Number of clusters"))
        self._slider.setRange(1, MOST)
        self._number.setRange(1, TYPED)
        self._auto.setAccessibleDescription(self.tr("Choose the number of clusters automatically"))
        self._auto.setToolTip(self.tr("Let Photoloom choose how many clusters there are."))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._caption = label(self.tr("Clusters"), "muted")
        self._caption.setBuddy(self._number)
        self.curve = IconButton("curve", self.tr("How well each number of clusters suits the photos"))
        self.curve.clicked.connect(self.curve_wanted)
        row.setSpacing(6)
        for widget in (self._caption, self._slider, self._number, self._auto, self.curve):
            row.addWidget(widget)
        self._least, self._most, self._k = 1, MOST, 1
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(CHOICE_DELAY)
        self.rest.timeout.connect(self._rested)
        self._slider.valueChanged.connect(self._on_value)
        self._number.valueChanged.connect(self._on_value)
        self._auto.toggled.connect(lambda _on: self._choose())
        self._number.editingFinished.connect(self.apply)
        self._number.lineEdit().returnPressed.connect(self.left)  # the field would keep Ctrl-Z for itself
        self._number.given_up.connect(self._forget_typed)

    def _fit_width(self) -> None:
        """Room for three digits."""
        self._number.setFixedWidth(max(48, self.fontMetrics().horizontalAdvance("999") + 24))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_width()

    def set_compact(self, compact: bool) -> None:
        """Hide caption and slider in a narrow window."""
        self._caption.setHidden(compact)
        self._slider.setHidden(compact)

    @property
    def value(self) -> int | str:
        return "auto" if self._auto.isChecked() else self._number.value()

    def show_nothing(self) -> None:
        """Show "–": there is no clustering yet."""
        self.show_state(1, True, 1)
        self._number.setSpecialValueText("–")

    @property
    def choosing(self) -> bool:
        """Whether a number was turned to that is not chosen yet: what is shown may be a preview of it."""
        return self.rest.isActive()

    def show_state(self, k: int, auto: bool, most: int, least: int = 1) -> None:
        """Show the current k without choosing it; ignored during a choice. `least` is the number of anchors."""
        if self.choosing:
            return
        half_typed = self._number.half_typed  # it stays
        if self._number.specialValueText():
            self._number.setSpecialValueText("")  # also puts back what is half typed
        self._least, self._k = max(1, least), k
        self._most = max(1, least, min(MOST, most), k)
        with QSignalBlocker(self._slider), QSignalBlocker(self._number), QSignalBlocker(self._auto):
            self._slider.setRange(1, self._most)
            self._slider.setValue(k)
            if not half_typed:
                self._number.setValue(k)
            for part in (self._slider, self._number):
                part.setToolTip(self._at_least() if least > 1 else self.tr("How many clusters to make."))
            self._auto.setChecked(auto)

    def choose(self, k: int | str) -> None:
        """Choose a number, or "auto", as the user would."""
        if k == "auto":
            self._auto.setChecked(True)
        else:
            self._number.setValue(int(k))

    def _at_least(self) -> str:
        return self.tr("At least {0}: so many are named, locked or hold photos you placed.").format(self._least)

    def _on_value(self, value: int) -> None:
        k = min(max(value, self._least), self._most)
        if k != value:
            limit = self._at_least() if k > value else self.tr("At most {0}.").format(self._most)
            QTimer.singleShot(0, self, lambda: self._explain(limit))  # after Enter has moved the focus, which hides it
        turned = k != self._k  # Enter repeats the number
        self._k = k
        with QSignalBlocker(self._slider), QSignalBlocker(self._number), QSignalBlocker(self._auto):
            self._slider.setValue(k)
            self._number.setValue(k)
            self._auto.setChecked(self._auto.isChecked() and not turned)
        if turned:
            self.rest.start()
            for part in (self._slider, self._number):
                part.repaint()  # now, before a preview is shown: what is let go of is what is seen
            self.turned.emit(k)

    def _explain(self, limit: str) -> None:
        QToolTip.showText(self.mapToGlobal(QPoint(0, self.height() + 4)), limit, self)

    def apply(self) -> None:
        """Choose now, also what is typed: by Enter, on leaving the field, or for what is done next."""
        self._number.interpretText()
        self._on_value(self._number.value())
        self.commit()

    def commit(self) -> None:
        """Choose the number now that was turned to: the user does something else."""
        if self.choosing:
            self._choose()

    def _forget_typed(self) -> None:
        with QSignalBlocker(self._number):
            self._number.setValue(self._k)
        self.left.emit()

    def _rested(self) -> None:
        """Choose, once the slider is let go: as long as it is held, it stays where the pointer is."""
        if self._slider.isSliderDown():
            self.rest.start()
        else:
            self._choose()

    def _choose(self) -> None:
        self.rest.stop()
        self.chosen.emit(self.value)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.pointer_entered.emit()
        super().enterEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.apply()  # a pending choice is final
        super().hideEvent(event)


class _Number(QSpinBox):
    """Escape gives up what is typed."""

    given_up = Signal()

    @property
    def half_typed(self) -> bool:
        """Whether there is text in it that is not its value yet."""
        return self.hasFocus() and self.text() != self.textFromValue(self.value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.half_typed:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
