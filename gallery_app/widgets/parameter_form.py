"""ParameterForm: a form generated from the parameters that a method declares."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from engine.core.parameters import Parameter, Value, describe
from gallery_app.i18n.language import of_engine
from gallery_app.widgets.labels import label

LARGE = 10**6
_INDENT = 7  # pixels before a number: without buttons Qt leaves none, whatever the style sheet's padding


class ParameterForm(QWidget):
    """An editor and a help text for each parameter; `values` returns only what differs from the defaults."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setVerticalSpacing(10)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self._editors: dict[str, tuple[Parameter, QWidget]] = {}

    def show_owner(self, owner: type[Any], values: dict[str, Value]) -> None:
        """Build the form for a dataclass's parameters, filled with `values`."""
        while self._form.rowCount():
            self._form.removeRow(0)
        self._editors.clear()
        for parameter in describe(owner):
            editor = self._editor(parameter, values.get(parameter.name, parameter.default))
            editor.setAccessibleName(of_engine(parameter.label))
            editor.setAccessibleDescription(of_engine(parameter.help))
            editor.setToolTip(of_engine(parameter.help))
            self._editors[parameter.name] = (parameter, editor)
            self._form.addRow(self._caption(parameter, editor), editor)
        if not self._editors:
            self._form.addRow(label(self.tr("This method has nothing to set."), "muted"))

    @property
    def editors(self) -> list[QWidget]:
        """The fields from top to bottom."""
        return [editor for _, editor in self._editors.values()]

    def values(self) -> dict[str, Value]:
        read = {name: (parameter, _value(editor)) for name, (parameter, editor) in self._editors.items()}
        return {name: value for name, (parameter, value) in read.items() if value != parameter.default}

    def _caption(self, parameter: Parameter, editor: QWidget) -> QWidget:
        caption = QWidget()
        column = QVBoxLayout(caption)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(1)
        name = QLabel(of_engine(parameter.label))
        name.setBuddy(editor)
        column.addWidget(name)
        column.addWidget(label(of_engine(parameter.help), "small", wrap=True))
        caption.setMinimumWidth(250)
        return caption

    def _editor(self, parameter: Parameter, value: Value) -> QWidget:
        if parameter.kind == "bool":
            check = QCheckBox()
            check.setChecked(bool(value))
            check.toggled.connect(self.edited)
            return check
        if parameter.kind == "choice":
            combo = QComboBox()
            for choice in parameter.choices:
                combo.addItem(of_engine(choice), choice)
            combo.setCurrentIndex(combo.findData(str(value)))
            combo.currentTextChanged.connect(self.edited)
            return combo
        if parameter.kind == "int":
            whole = QSpinBox()
            whole.setRange(int(_bound(parameter.low, -LARGE)), int(_bound(parameter.high, LARGE)))
            whole.setValue(int(value))
            whole.lineEdit().setTextMargins(_INDENT, 0, 0, 0)
            whole.valueChanged.connect(self.edited)
            return whole
        number = _Number()
        number.setDecimals(8)
        number.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        number.setRange(_bound(parameter.low, -LARGE), _bound(parameter.high, LARGE))
        number.setValue(float(value))
        number.lineEdit().setTextMargins(_INDENT, 0, 0, 0)
        number.valueChanged.connect(self.edited)
        return number


class _Number(QDoubleSpinBox):
    """Shows 0.0001 and 0.2, not 0.20000000."""

    def textFromValue(self, value: float) -> str:
        return self.locale().toString(value, "g", 6)


def _bound(given: float | None, otherwise: float) -> float:
    return otherwise if given is None else given


def _value(editor: QWidget) -> Value:
    if isinstance(editor, QCheckBox):
        return editor.isChecked()
    if isinstance(editor, QComboBox):
        return str(editor.currentData())
    assert isinstance(editor, QSpinBox | QDoubleSpinBox)
    return editor.value()
