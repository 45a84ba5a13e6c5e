"""ShortcutSheet: all shortcuts on one page: of commands, and mouse and keys in the views."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gallery_app.base import theme
from gallery_app.base.actions import native
from gallery_app.models.entries import Entry
from gallery_app.widgets.labels import IconButton, label
from gallery_app.widgets.overlay import Overlay

COLUMNS = 3  # at most
COLUMN = 300  # pixels: the least width of one
Lines = list[tuple[str, str]]  # what, and its keys


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("ShortcutSheet", text))


# Input that the views handle themselves; Qt names the modifiers for each desktop.
GESTURES: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...] = (
    (_t("Photos"), (
        (_t("Open as large as the window"), "Return", ""),
        (_t("Look quickly"), "Space", ""),
        (_t("Walk"), "", _t("arrow keys")),
        (_t("Add to the selection"), "Ctrl+", _t("click")),
        (_t("Select up to here"), "Shift+", _t("click")),
        (_t("Walk without selecting, then select"), "Ctrl+", _t("arrow keys, Space")),
        (_t("Find a name"), "", _t("type it")),
        (_t("Menu of what has the keys"), "Shift+F10", ""),
        (_t("Larger, smaller"), "Ctrl+", _t("wheel")),
    )),
    (_t("Clusters"), (
        (_t("Show it, dim the others"), "", _t("click")),
        (_t("Select its photos"), "", _t("click again")),
        (_t("All as before"), "Esc", ""),
        (_t("Merge with another"), "", _t("drag to its middle")),
    )),
    (_t("Viewer"), (
        (_t("Turn the view"), "R; Shift+R", ""),
        (_t("Filmstrip"), "T", ""),
        (_t("Facts about the photo"), "I", ""),
        (_t("Text in the photo"), "L", ""),
        (_t("Select and copy its text"), "Ctrl+A; Ctrl+C", ""),
        (_t("Slideshow"), "S", ""),
        (_t("Keep, reject, undecided"), "P; X; U", ""),
        (_t("Fit, true size"), "0; 1", ""),
        (_t("Larger, smaller"), "", _t("wheel")),
        (_t("Next, previous"), "Right; Left", ""),
    )),
    (_t("Review"), (
        (_t("Keep, reject, undecided"), "P; X; U", ""),
        (_t("Mark and go on"), "Shift+P; Shift+X", ""),
        (_t("True size, fit"), "Z; Space", ""),
        (_t("Compare side by side"), "C", ""),
        (_t("Take the last mark back"), "Ctrl+Z", ""),
        (_t("To the end"), "Return", ""),
    )),
    (_t("Map"), (
        (_t("Show the whole map"), "0", ""),
        (_t("Nearer, farther"), "+; -", ""),
        (_t("Nearer, farther"), "", _t("wheel")),
        (_t("Move about"), "", _t("drag")),
        (_t("Move about"), "Alt+", _t("arrow keys")),
        (_t("Select with a lasso"), "Shift+", _t("drag")),
        (_t("Go to the nearest photo there"), "", _t("arrow keys")),
        (_t("Next, previous"), "PgDown; PgUp", ""),
        (_t("Select on the way"), "Shift+", _t("arrow keys")),
        (_t("Select, or not any more"), "Space", ""),
        (_t("Select the pile around"), "P", ""),
        (_t("Select more around, or fewer"), "G; Shift+G", ""),
    )),
)  # fmt: skip


class ShortcutSheet(Overlay):
    """Reads the commands' `entries` each time it opens; the page is rebuilt if they or its columns have changed."""

    def __init__(self, window: QWidget, entries: Callable[[], list[Entry]]) -> None:
        super().__init__(window)
        self.setAccessibleName(self.tr("Shortcuts"))
        self._entries = entries
        self._groups: list[tuple[str, Lines]] = []
        self._shown: tuple[list[tuple[str, Lines]], int] = ([], 0)  # the groups of the page, and its columns
        self._close = IconButton("close", self.tr("Close"))
        self._close.clicked.connect(self.leave)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Shortcuts"), "title"))
        head.addStretch(1)
        head.addWidget(self._close)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.tr("Shortcuts"))
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 14, 14, 18)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._area, 1)

    def open(self) -> None:
        """Show it over the window."""
        self._groups = self.groups()
        self.open_with_focus(self._area)

    def _page(self, groups: list[tuple[str, Lines]], columns: int) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(36)
        for stack in _balanced(groups, columns):
            column = QVBoxLayout()
            column.setSpacing(20)
            for title, lines in stack:
                column.addLayout(_group_layout(title, lines))
            column.addStretch(1)
            row.addLayout(column, 1)
        return page

    def groups(self) -> list[tuple[str, Lines]]:
        """The groups: titles with (text, keys) of commands and gestures."""
        found: dict[str, Lines] = {}
        for entry in self._entries():
            if entry.shortcut:
                found.setdefault(entry.where.split(" › ")[0], []).append(
                    (entry.text.split(":")[0].strip(), entry.shortcut)
                )
        gestures = [(self.tr(title), [self._translated_line(*line) for line in lines]) for title, lines in GESTURES]
        return [*found.items(), *gestures]

    def _translated_line(self, what: str, keys: str, gesture: str) -> tuple[str, str]:
        held = native(f"{keys}A")[:-1] if keys.endswith("+") else ", ".join(map(native, keys.split("; ")))
        return self.tr(what), held + (self.tr(gesture) if gesture else "")

    def place(self) -> None:
        window = self.over
        width, height = min(theme.current().in_type(1060), window.width() - 48), window.height() - 120
        wanted = self._groups, min(max(width // theme.current().in_type(COLUMN), 1), COLUMNS)
        if wanted != self._shown:
            self._shown = wanted
            self._area.setWidget(self._page(*wanted))
        if (page := self._area.widget()) is not None:
            height = min(height, page.sizeHint().height() + theme.current().in_type(84))
        self.resize(width, height)
        self.move((window.width() - width) // 2, (window.height() - height) // 2)


def _balanced(groups: list[tuple[str, Lines]], count: int) -> list[list[tuple[str, Lines]]]:
    """Distribute the groups over columns of about equal height, in order."""
    heights = [len(lines) + 2 for _, lines in groups]
    columns: list[list[tuple[str, Lines]]] = [[] for _ in range(count)]
    done = 0
    for group, height in zip(groups, heights, strict=True):
        columns[min(int((done + height / 2) * count / sum(heights)), count - 1)].append(group)
        done += height
    return columns


def _group_layout(title: str, lines: Lines) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 1)
    grid.addWidget(label(title.upper(), "section"), 0, 0, 1, 2)
    for place, (what, keys) in enumerate(lines, 1):
        grid.addWidget(label(what, wrap=True), place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(keys, "key"), place, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    return grid
