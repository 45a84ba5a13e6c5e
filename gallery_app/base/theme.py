"""Colours, spacing and type, light and dark; one palette and one style sheet for the whole window."""

from __future__ import annotations

from dataclasses import dataclass
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

from gallery_app.base.drawings import drawn_file

if TYPE_CHECKING:  # the state of the window knows colours, and no widgets
    from PySide6.QtWidgets import QApplication

NAMES = ("system", "light", "dark", "contrast")


@dataclass(frozen=True)
class Theme:
    """Colours as "#rrggbb", sizes of type in points, distances in device-independent pixels."""

    name: str
    window: str  # behind everything: where the photos lie
    panel: str  # shelf, inspector, bars
    raised: str  # cards, fields, buttons
    hover: str
    line: str
    text: str
    muted: str
    faint: str
    accent: str
    on_accent: str
    selection: str  # behind what is selected
    danger: str
    warning: str
    good: str

    is_dark: bool = True
    veil: float = 0.22  # of the accent over a selected photo
    small: float = 8.5
    body: float = 9.5
    title: float = 12.0
    huge: float = 20.0
    space: int = 8
    radius: int = 8


DARK = Theme(
    "dark",
    window="#131519",
    panel="#1a1d22",
    raised="#24282f",
    hover="#2d323b",
    line="#2b3038",
    text="#e8eaee",
    muted="#9da5b2",
    faint="#69717e",
    accent="#6ea8fe",
    on_accent="#0b1220",
    selection="#24395c",
    danger="#ff7b72",
    warning="#e9b44c",
    good="#5fcf8d",
)

LIGHT = Theme(
    "light",
    window="#f4f5f7",
    panel="#fbfbfc",
    raised="#ffffff",
    hover="#e9edf3",
    line="#dde1e7",
    text="#1c2128",
    muted="#5b6470",
    faint="#8d96a3",
    accent="#2563d9",
    on_accent="#ffffff",
    selection="#d6e4ff",
    danger="#c9352b",
    warning="#9a6700",
    good="#1a7f4b",
    is_dark=False,
)

CONTRAST = Theme(
    "contrast",
    window="#000000",
    panel="#000000",
    raised="#000000",
    hover="#5c5c00",
    line="#ffffff",
    text="#ffffff",
    muted="#ffffff",
    faint="#c8c8c8",
    accent="#ffff00",
    on_accent="#000000",
    selection="#00409c",
    danger="#ff9c94",
    warning="#ffd75e",
    good="#7dffb0",
    small=9.5,
    body=10.5,
    title=13.0,
    veil=0.08,
)

_BY_NAME = {theme.name: theme for theme in (DARK, LIGHT, CONTRAST)}

_current = DARK


def current() -> Theme:
    """The current theme; views ask again at a palette change."""
    return _current


def apply_to_application(name: str) -> None:
    """`apply` to the application that runs."""
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply(app, name)


def apply(app: QApplication, name: str) -> Theme:
    """Apply the theme `name` (one of NAMES); "system" follows the desktop's colour scheme."""
    global _current
    hints = app.styleHints()
    if name == "system" and hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        name = "contrast"
    elif name == "system":
        name = "light" if hints.colorScheme() is Qt.ColorScheme.Light else "dark"
    _current = _BY_NAME.get(name, DARK)
    app.setStyleSheet("")  # from one sheet to another Qt polishes a widget once for each that it lies in
    if app.style().name() != "fusion":
        app.setStyle("fusion")
    app.setPalette(_palette(_current))
    app.setStyleSheet(_sheet(_current))
    return _current


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.panel,
        role.WindowText: theme.text,
        role.Base: theme.window,
        role.AlternateBase: theme.panel,
        role.Text: theme.text,
        role.PlaceholderText: theme.faint,
        role.Button: theme.raised,
        role.ButtonText: theme.text,
        role.BrightText: theme.danger,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text,
        role.Light: theme.hover,
        role.Midlight: theme.hover,
        role.Mid: theme.line,
        role.Dark: theme.line,
        role.Shadow: theme.window,
    }
    palette = QPalette()
    for which, colour in colours.items():
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.faint))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(theme.hover))
    return palette


def _sheet(theme: Theme) -> str:
    values = {field: getattr(theme, field) for field in theme.__dataclass_fields__}
    values["chevron"] = drawn_file("chevron-down", theme.muted)
    values["check"] = drawn_file("check", theme.on_accent)
    return Template(_SHEET).substitute(values)


_SHEET = """
* { font-size: ${body}pt; }
QMainWindow, #work { background: $window; }
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 4px 6px; }
QMenuBar { background: $panel; padding: 2px 6px; }
QMenuBar::item { padding: 4px 8px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $raised; border: 1px solid $line; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 10px; border-radius: 5px; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::icon { padding: 2px; margin-left: 6px; border-radius: 4px; }
QMenu::icon:checked { background: $selection; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }

#toolbar { background: $panel; border-bottom: 1px solid $line; }
#viewbar { background: $window; border-bottom: 1px solid $line; }
#shelf { background: $panel; border-right: 1px solid $line; }
#inspector { background: $panel; border-left: 1px solid $line; }
#strip, #training { background: $panel; border-top: 1px solid $line; }
#banner, #foot { background: $selection; color: $text; border-top: 1px solid $line; }
QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $accent; }

QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: ${small}pt; }
QLabel[role="section"] { color: $muted; font-size: ${small}pt; font-weight: 600; letter-spacing: 1px; }
QLabel[role="title"] { font-size: ${title}pt; font-weight: 600; }
QLabel[role="huge"] { font-size: ${huge}pt; font-weight: 600; }
QLabel[role="key"] { color: $text; background: $raised; border: 1px solid $line; border-radius: 5px;
    padding: 1px 6px; }
#overlay { background: $panel; border: 1px solid $line; border-radius: 12px; }
#overlay QListView { border: none; outline: none; }
#popup { background: $panel; border: 1px solid $line; }
QLabel[role="lit"] { color: $on_accent; background: $accent; border-radius: 8px; }
QLabel[role="danger"] { color: $danger; }

QPushButton, QToolButton { background: transparent; color: $text; border: 1px solid transparent;
    border-radius: 6px; padding: 5px 10px; }
QPushButton { background: $raised; border-color: $line; min-height: 18px; }
QToolButton { padding: 5px 7px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $line; }
QPushButton:disabled, QToolButton:disabled { color: $faint; }
QPushButton:focus, QToolButton:focus { border-color: $accent; outline: none; }
QToolButton:checked { background: $selection; }
QToolButton[role="chip"] { background: $selection; padding: 4px 8px; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[popupMode="1"] { padding-right: 22px; }
QToolButton::menu-button { border: none; border-left: 1px solid $line; width: 18px; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border-color: $accent;
    font-weight: 600; padding: 7px 16px; }
QPushButton[role="primary"]:hover { border-color: $text; }
QPushButton[role="primary"]:disabled { background: $hover; color: $faint; border-color: $line; }
QPushButton[role="big"] { padding: 8px 18px; }
QPushButton[role="link"] { background: transparent; border-color: transparent; color: $accent; text-align: left; }
QPushButton[role="link"]:hover { background: $hover; }
QPushButton[role="link"]:focus { border-color: $accent; }

#segments { background: $raised; border: 1px solid $line; border-radius: 7px; }
#segments QToolButton { border-radius: 5px; padding: 3px 10px; color: $muted; }
#segments QToolButton:checked { background: $selection; color: $text; }
#segments QToolButton:focus { border-color: $accent; }

QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox { background: $raised; color: $text; border: 1px solid $line;
    border-radius: 6px; padding: 4px 7px; min-height: 18px; selection-background-color: $accent;
    selection-color: $on_accent; }
QLineEdit:hover, QSpinBox:hover, QDoubleSpinBox:hover, QComboBox:hover { border-color: $faint; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus { border-color: $accent; }
QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled, QLineEdit:disabled { color: $faint; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { width: 0; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url("$chevron"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $line; padding: 4px;
    selection-background-color: $selection; selection-color: $text; outline: none; }
QCheckBox { spacing: 6px; border: 1px solid transparent; border-radius: 4px; padding: 2px; }
QCheckBox:focus { border-color: $accent; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid $faint; border-radius: 4px; background: $raised; }
QCheckBox::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QCheckBox::indicator:disabled { background: $line; border-color: $line; }

QSlider::groove:horizontal { height: 4px; background: $line; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { background: $text; width: 14px; height: 14px; margin: -5px 0; border-radius: 7px; }
QSlider::handle:horizontal:focus { background: $accent; }
QSlider::sub-page:horizontal:disabled { background: $faint; }
QSlider::handle:horizontal:disabled { background: $faint; }
QProgressBar { background: $line; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }

QAbstractScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 1px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 1px; }
QScrollBar::handle { background: $hover; border-radius: 4px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
