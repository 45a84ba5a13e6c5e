"""The style sheet of the whole window."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from gallery_app.base.drawings import drawn_file

if TYPE_CHECKING:
    from gallery_app.base.theme import Theme


def sheet_of(theme: Theme) -> str:
    """The style sheet in the colours and sizes of a theme."""
    values = {field: getattr(theme, field) for field in theme.__dataclass_fields__}
    values["control"] = theme.in_type(18)  # pixels: the least height of the text of a button or field
    values["chevron"] = drawn_file("chevron-down", theme.muted)
    values["check"] = drawn_file("check", theme.on_selection)
    return Template(_SHEET).substitute(values)


_SHEET = """
* { font-size: ${body}pt; }
QMainWindow, #work { background: $window; }
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 4px 6px; }
QMenuBar { background: $panel; padding: 2px 6px; }
QMenuBar::item { padding: 4px 8px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenuBar::item:disabled { color: $disabled; }
QMenu { background: $raised; border: 1px solid $border; padding: 5px; }
QMenu::item { padding: 4px 26px 4px 9px; border: 1px solid transparent; border-radius: 5px; }
QMenu::item:selected { background: $tint; border-color: $accent; color: $text; }
QMenu::item:disabled { color: $disabled; }
QMenu::item:disabled:selected { background: $hover; border-color: transparent; }
QMenu::icon { padding: 2px; margin-left: 6px; border-radius: 4px; }
QMenu::icon:checked { background: $selection; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }

#toolbar { background: $panel; border-bottom: 1px solid $line; }
#viewbar { background: $window; border-bottom: 1px solid $line; }
#shelf { background: $panel; border-right: 1px solid $line; }
#inspector { background: $panel; border-left: 1px solid $line; }
#strip, #training { background: $panel; border-top: 1px solid $line; }
#banner, #foot { background: $tint; color: $text; border-top: 1px solid $line; }
QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $accent; }

QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: ${small}pt; }
QLabel[role="section"] { color: $muted; font-size: ${small}pt; font-weight: 600; letter-spacing: 1px; }
QLabel[role="title"] { font-size: ${title}pt; font-weight: 600; }
QLabel[role="huge"] { font-size: ${huge}pt; font-weight: 600; }
QLabel[role="key"] { color: $text; background: $raised; border: 1px solid $border; border-radius: 5px;
    padding: 1px 6px; }
#overlay { background: $panel; border: 1px solid $border; border-radius: 12px; }
#overlay QListView { border: none; outline: none; }
#way { background: $panel; border: 1px solid $line; border-radius: 10px; }
#popup { background: $panel; border: 1px solid $border; }
QLabel[role="lit"] { color: $on_selection; background: $selection; border-radius: 8px; }
QLabel[role="danger"] { color: $danger; }

QPushButton, QToolButton { background: transparent; color: $text; border: 1px solid transparent;
    border-radius: 6px; padding: 5px 10px; }
QPushButton { background: $raised; border-color: $border; min-height: ${control}px; }
QToolButton { padding: 5px 7px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $groove; }
QPushButton:disabled, QToolButton:disabled { color: $disabled; }
QPushButton:disabled { border-color: $line; }
QPushButton:focus, QToolButton:focus { outline: none; }
QToolButton:checked, QPushButton:checked { background: $selection; color: $on_selection; }
QToolButton:checked:disabled { background: $hover; color: $disabled; }
QToolButton[role="chip"] { background: $tint; border-color: $border; color: $text; padding: 4px 8px; }
QToolButton[role="kind"] { background: $raised; border-color: $border; border-radius: 11px; padding: 2px 10px; }
QToolButton[role="kind"]:hover { background: $hover; }
QToolButton[role="kind"]:checked { background: $selection; color: $on_selection; border-color: $selection; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[popupMode="1"] { padding-right: 22px; }
QToolButton::menu-button { border: none; border-left: 1px solid $line; width: 18px; }
QPushButton[role="primary"] { background: $selection; color: $on_selection; border-color: $selection;
    font-weight: 600; padding: 7px 16px; }
QPushButton[role="primary"]:hover { border-color: $text; }
QPushButton[role="primary"]:disabled { background: $hover; color: $disabled; border-color: $line; }
QPushButton[role="big"] { padding: 8px 18px; }
QPushButton[role="link"] { background: transparent; border-color: transparent; color: $accent; text-align: left; }
QPushButton[role="link"]:hover { background: $hover; }

#segments { background: $raised; border: 1px solid $border; border-radius: 7px; }
#segments QToolButton { border-radius: 5px; padding: 3px 10px; color: $muted; }
#segments QToolButton:checked { background: $selection; color: $on_selection; }
#segments QToolButton:disabled { color: $disabled; }

QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox { background: $raised; color: $text; border: 1px solid $border;
    border-radius: 6px; padding: 4px 7px; min-height: ${control}px; placeholder-text-color: $faint;
    selection-background-color: $selection;
    selection-color: $on_selection; }
QLineEdit:hover, QSpinBox:hover, QDoubleSpinBox:hover, QComboBox:hover { border-color: $muted; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus { border: 2px solid $accent;
    padding: 3px 6px; }
QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled, QLineEdit:disabled { color: $disabled;
    border-color: $line; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { width: 0; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url("$chevron"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $border; padding: 4px;
    selection-background-color: $selection; selection-color: $on_selection; outline: none; }
QCheckBox { spacing: 6px; border-radius: 4px; padding: 3px; outline: none; }
QCheckBox:disabled { color: $disabled; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid $border; border-radius: 4px; background: $raised; }
QCheckBox::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked { background: $selection; border-color: $selection; image: url("$check"); }
QCheckBox::indicator:disabled { background: $hover; border-color: $disabled; }
QCheckBox::indicator:checked:disabled { background: $disabled; }
QRadioButton { spacing: 8px; border-radius: 4px; padding: 3px; outline: none; }
QRadioButton:disabled { color: $disabled; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $border; border-radius: 8px;
    background: $raised; }
QRadioButton::indicator:hover { border-color: $accent; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $selection; background: $on_selection; }
QTableView, QTreeView { background: $window; alternate-background-color: $window; outline: none;
    selection-background-color: $tint; selection-color: $text; }
QTableView::item { padding: 0 8px; border: none; }
QTableView::item:selected, QTreeView::item:selected { background: $tint; color: $text; }
QTreeView::item { padding: 3px 4px; }
QTreeView { border: 1px solid $line; border-radius: 6px; }
QTableView::indicator, QTreeView::indicator { width: 14px; height: 14px; border: 1px solid $border; border-radius: 4px;
    background: $panel; }
QTableView::indicator:checked, QTreeView::indicator:checked { background: $selection; border-color: $selection;
    image: url("$check"); }
QTreeView::indicator:indeterminate { background: qlineargradient(x1: 0, y1: 0, x2: 0, y2: 1, stop: 0.4 $panel,
    stop: 0.41 $selection, stop: 0.59 $selection, stop: 0.6 $panel); }
QHeaderView { background: $panel; }
QHeaderView::section { background: $panel; color: $muted; font-size: ${small}pt; border: none;
    border-bottom: 1px solid $line; padding: 5px 8px; }
QTableCornerButton::section { background: transparent; border: none; border-bottom: 1px solid $line; }
QTableView QHeaderView::section { padding: 5px 11px; }

QSlider::groove:horizontal { height: 4px; background: $groove; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { background: $text; width: 14px; height: 14px; margin: -5px 0; border-radius: 7px; }
QSlider::sub-page:horizontal:disabled { background: $disabled; }
QSlider::handle:horizontal:disabled { background: $disabled; }
QProgressBar { background: $groove; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }

QAbstractScrollArea { background: transparent; border: none; }
QPlainTextEdit { background: $raised; color: $text; border: 1px solid $border; border-radius: 6px; padding: 6px;
    selection-background-color: $selection; selection-color: $on_selection; }
QPlainTextEdit:focus { border: 2px solid $accent; padding: 5px; }
#pages { background: $panel; border-right: 1px solid $line; outline: none; padding: 10px 8px; }
#pages::item { border-radius: 6px; padding: 7px 10px; color: $text; }
#pages::item:hover { background: $hover; }
#pages::item:selected { background: $selection; color: $on_selection; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: $border; border-radius: 3px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
