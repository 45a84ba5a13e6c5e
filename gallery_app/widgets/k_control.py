"""KControl: the number of clusters k, as a slider, a spin box and Auto."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QHideEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QSlider, QSpinBox, QToolTip, QWidget

from gallery_app.widgets.labels import IconButton, label

MOST = 60
CHOICE_DELAY = 1000  # ms without a change after which the number is chosen


class KControl(QWidget):
    """`turned` carries each new number (for a preview), `chosen` the final number or "auto" after CHOICE_DELAY."""

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
        self._number = QSpinBox()
        self._number.setFixedWidth(48)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._auto = QCheckBox(self.tr("Auto"))
        for part in (self._slider, self._number):
            part.setAccessibleName(self.tr("Number of clusters"))
            part.setRange(1, MOST)
        self._auto.setAccessibleName(self.tr("Choose the number of clusters automatically"))
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
        self._least, self._k = 1, 1
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(CHOICE_DELAY)
        self.rest.timeout.connect(self._choose)
        self._slider.valueChanged.connect(self._number.setValue)
        self._number.valueChanged.connect(self._on_value)
        self._auto.toggled.connect(lambda _on: self._choose())
        self._number.editingFinished.connect(self.commit)
        self._number.lineEdit().returnPressed.connect(self.left)  # the field would keep Ctrl-Z for itself

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

    def show_state(self, k: int, auto: bool, most: int, least: int = 1) -> None:
        """Show the current k without choosing it; ignored during a choice. `least` is the number of anchors."""
        if self.rest.isActive():
            return  # the user is choosing
        self._number.setSpecialValueText("")
        self._least, self._k = max(1, least), k
        with QSignalBlocker(self._slider), QSignalBlocker(self._number), QSignalBlocker(self._auto):
            for part in (self._slider, self._number):
                part.setRange(1, max(1, least, min(MOST, most), k))
                part.setValue(k)
                part.setToolTip(self._limit() if least > 1 else self.tr("How many clusters to make."))
            self._auto.setChecked(auto)

    def choose(self, k: int | str) -> None:
        """Choose a number, or "auto", as the user would."""
        if k == "auto":
            self._auto.setChecked(True)
        else:
            self._number.setValue(int(k))

    def _limit(self) -> str:
        return self.tr("At least {0}: so many are named, locked or hold photos you placed.").format(self._least)

    def _on_value(self, value: int) -> None:
        if value == self._k:
            return  # Enter repeats the number
        low = value < self._least
        value = max(value, self._least)
        with QSignalBlocker(self._slider), QSignalBlocker(self._number), QSignalBlocker(self._auto):
            self._slider.setValue(value)
            self._number.setValue(value)
            self._auto.setChecked(False)
        self._k = value
        if low:
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height() + 4)), self._limit(), self)
        self.rest.start()
        self.turned.emit(value)

    def commit(self) -> None:
        """Choose the number now: the user pressed Enter, or does something else."""
        if self.rest.isActive():
            self._choose()

    def _choose(self) -> None:
        self.rest.stop()
        self.chosen.emit(self.value)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.pointer_entered.emit()
        super().enterEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.commit()  # a pending choice is final
        super().hideEvent(event)
