"""KControl: how many clusters, as a slider, a number and Auto."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSlider, QSpinBox, QWidget

from gallery_app.widgets.labels import label

MOST = 60
REST = 900  # ms the hand must rest before the choice counts


class KControl(QWidget):
    """`chosen` carries "auto" or the number, once the hand rests."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setMinimumWidth(110)
        self._slider.setMaximumWidth(180)
        self._number = QSpinBox()
        self._number.setFixedWidth(48)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._auto = QCheckBox(self.tr("Auto"))
        for part in (self._slider, self._number):
            part.setAccessibleName(self.tr("Number of clusters"))
            part.setRange(1, MOST)
        self._auto.setAccessibleName(self.tr("Choose the number of clusters automatically"))
        self._auto.setToolTip(self.tr("Let Photoloom choose how many clusters there are."))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._caption = label(self.tr("Clusters"), "muted")
        self._caption.setBuddy(self._number)
        for widget in (self._caption, self._slider, self._number, self._auto):
            row.addWidget(widget)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._choose)
        self._slider.valueChanged.connect(self._number.setValue)
        self._number.valueChanged.connect(self._turned)
        self._auto.toggled.connect(lambda _on: self._choose())
        self._number.editingFinished.connect(self._entered)

    def set_compact(self, compact: bool) -> None:
        """Only the number and Auto, in a narrow window."""
        self._caption.setHidden(compact)
        self._slider.setHidden(compact)

    @property
    def value(self) -> int | str:
        return "auto" if self._auto.isChecked() else self._number.value()

    def show_nothing(self) -> None:
        """Before the first clustering there is no number to show."""
        self.show_state(1, True, 1)
        self._number.setSpecialValueText("–")

    def show_state(self, k: int, auto: bool, most: int, least: int = 1) -> None:
        """Show how many clusters there are; nothing is chosen by it. `least` is the number of anchors."""
        if self._rest.isActive():
            return  # the hand is on it
        self._number.setSpecialValueText("")
        with QSignalBlocker(self._slider), QSignalBlocker(self._number), QSignalBlocker(self._auto):
            for part in (self._slider, self._number):
                part.setRange(max(1, least), max(1, least, min(MOST, most), k))
                part.setValue(k)
                part.setToolTip(
                    self.tr("At least {0}: so many are named, locked or hold photos you placed.").format(least)
                    if least > 1
                    else self.tr("How many clusters to make.")
                )
            self._auto.setChecked(auto)

    def _turned(self, value: int) -> None:
        with QSignalBlocker(self._slider), QSignalBlocker(self._auto):
            self._slider.setValue(value)
            self._auto.setChecked(False)
        self._rest.start()

    def _entered(self) -> None:
        if self._rest.isActive():  # Enter says that the hand rests
            self._choose()

    def _choose(self) -> None:
        self._rest.stop()
        self.chosen.emit(self.value)
