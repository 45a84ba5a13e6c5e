"""Colours, spacing and type, light and dark; one palette and one style sheet for the whole window."""

from __future__ import annotations

import gc
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from gallery_app.base.style_sheet import sheet_of

if TYPE_CHECKING:  # the state of the window knows colours, and no widgets
    from PySide6.QtWidgets import QApplication

NAMES = ("system", "light", "dark", "contrast")
USUAL_TYPE = 9.5  # points: for which lengths are given; text has at least this size at 100 %


@dataclass(frozen=True)
class Theme:
    """Colours as "#rrggbb", sizes of type in points, distances in device-independent pixels.

    Text has at least 4.5 to 1 on every ground that it stands on, edges and marks 3 to 1 (WCAG 2, 1.4.3 and 1.4.11).
    """

    name: str
    window: str  # behind everything: where the photos lie
    panel: str  # shelf, inspector, bars
    raised: str  # cards, fields, buttons
    hover: str
    tint: str  # behind a message or a chip
    line: str  # between parts: a quiet one, that nobody has to see
    border: str  # around fields and buttons, of scroll handles and axes
    groove: str  # of sliders and progress bars, below the accent
    text: str
    muted: str
    faint: str  # hints
    unsure: str  # the mark of photos in no cluster, which no cluster's looks like
    disabled: str  # 3 to 1
    accent: str  # links, lines and fills
    on_accent: str
    selection: str  # behind what is selected or checked, and of the main button
    on_selection: str
    focus: str  # the ring around what has the focus: it is seen on every ground, and on the selection
    danger: str
    warning: str
    good: str

    is_dark: bool = True
    veil: float = 0.22  # of the accent over a selected photo
    enlarged: float = 1.0  # type, against that of the other themes
    small: float = 8.5
    body: float = 9.5
    title: float = 12.0
    huge: float = 20.0
    space: int = 8
    radius: int = 8

    def in_type(self, pixels: int) -> int:
        """A length that suits text of USUAL_TYPE, for text of this size."""
        return round(pixels * max(self.body / USUAL_TYPE, 1.0))

    def with_type(self, points: float) -> Theme:
        """The theme with text of this size."""
        body = points * self.enlarged
        return replace(self, small=body * 0.9, body=body, title=body * 1.26, huge=body * 2.1)


DARK = Theme(
    "dark",
    window="#131519",
    panel="#1a1d22",
    raised="#24282f",
    hover="#2d323b",
    tint="#1d2a40",
    line="#2f353e",
    border="#747b88",
    groove="#4a505b",
    text="#eceef2",
    muted="#b6bdc8",
    faint="#a0a7b3",
    unsure="#a0a7b3",
    disabled="#747b88",
    accent="#7ab0ff",
    on_accent="#0b1220",
    selection="#3a72cc",
    on_selection="#ffffff",
    focus="#d9e7ff",
    danger="#ff8f87",
    warning="#ecbb5a",
    good="#66d394",
)

LIGHT = Theme(
    "light",
    window="#eceef1",  # not white: a white picture has an edge
    panel="#f8f9fa",
    raised="#ffffff",
    hover="#e3e7ec",
    tint="#e3edfd",
    line="#d5dae1",
    border="#78818e",
    groove="#b0b8c4",
    text="#15191f",
    muted="#454d59",
    faint="#5a626e",
    unsure="#5a626e",
    disabled="#7c8490",
    accent="#1a55c4",
    on_accent="#ffffff",
    selection="#2a69d6",
    on_selection="#ffffff",
    focus="#0b1a33",
    danger="#b3261e",
    warning="#7d5200",
    good="#146c3e",
    is_dark=False,
)

CONTRAST = Theme(
    "contrast",
    window="#000000",
    panel="#000000",
    raised="#000000",
    hover="#5c5c00",
    tint="#002a6b",
    line="#ffffff",
    border="#ffffff",
    groove="#666666",
    text="#ffffff",
    muted="#ffffff",
    faint="#d6d6d6",
    unsure="#a0a7b3",
    disabled="#8c8c8c",
    accent="#ffff00",
    on_accent="#000000",
    selection="#0b52ca",  # between black and white there is one grey that is 3 from one and 7 from the other
    on_selection="#ffffff",
    focus="#ffff00",
    danger="#ffc4bf",
    warning="#ffd75e",
    good="#7dffb0",
    enlarged=1.1,
    veil=0.08,
)

_BY_NAME = {theme.name: theme for theme in (DARK, LIGHT, CONTRAST)}

TEXT_SIZES = (100, 115, 130, 150)  # percent of the system's

_current = DARK
_text_size = TEXT_SIZES[0]


def current() -> Theme:
    """The current theme; views ask again at a palette change."""
    return _current


def apply_to_application(name: str, text_size: int | None = None) -> None:
    """`apply` to the application that runs."""
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply(app, name, text_size)


def apply(app: QApplication, name: str, text_size: int | None = None) -> Theme:
    """Apply the theme `name` (one of NAMES); "system" follows the desktop's colour scheme.

    Type is as the system has it, in `text_size` percent of its size; None: as before.
    """
    global _current, _text_size
    _text_size = text_size or _text_size
    hints = app.styleHints()
    if name == "system" and hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        name = "contrast"
    elif name == "system":
        name = "light" if hints.colorScheme() is Qt.ColorScheme.Light else "dark"
    font = _system_font(app)
    _current = _BY_NAME.get(name, DARK).with_type(font.pointSizeF() * _text_size / 100)
    font.setPointSizeF(_current.body)
    sheet, palette = sheet_of(_current), _palette(_current)
    if (app.styleSheet(), app.font(), app.palette()) == (sheet, font, palette):
        return _current  # all widgets there are would be polished anew
    # Qt polishes a list of all widgets, and calls Python on the way: none may be collected, or it is polished dead.
    collects = gc.isenabled()
    gc.disable()
    try:
        app.setStyleSheet("")  # from one sheet to another Qt polishes a widget once for each that it lies in
        if app.style().name() != "fusion":
            app.setStyle("fusion")
        app.setFont(font)
        app.setPalette(palette)
        app.setStyleSheet(sheet)
    finally:
        if collects:
            gc.enable()
    return _current


def _system_font(app: QApplication) -> QFont:
    """The font of the desktop's own programs, at least USUAL_TYPE large."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    points = font.pointSizeF()
    if points <= 0:  # given in pixels
        points = font.pixelSize() * 72 / app.primaryScreen().logicalDotsPerInch()
    font.setPointSizeF(max(points, USUAL_TYPE))
    return font


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
        role.Highlight: theme.selection,
        role.HighlightedText: theme.on_selection,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text,
        role.Light: theme.hover,
        role.Midlight: theme.hover,
        role.Mid: theme.border,
        role.Dark: theme.border,
        role.Shadow: theme.window,
    }
    palette = QPalette()
    for which, colour in colours.items():
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.disabled))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(theme.hover))
    return palette
