"""Every command of the window as data: menus, tool bar and shortcuts are made from this table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from gallery_app.icons import icon
from gallery_app.models.entries import Entry


@dataclass(frozen=True, slots=True)
class Command:
    """`group` names commands of which exactly one is on; `checkable` is on or off by itself.

    `shortcut` may be several, with "; " between them; the first is shown.
    """

    id: str
    text: str
    shortcut: str
    icon: str
    help: str
    group: str = ""
    checkable: bool = False


def _c(id: str, text: str, shortcut: str, icon: str, help: str, group: str = "", checkable: bool = False) -> Command:
    return Command(id, text, shortcut, icon, help, group, checkable)


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("actions", text))


COMMANDS = (
    _c("open", _t("Open folder…"), "Ctrl+O", "open-folder", _t("Organise the pictures in a folder.")),
    _c("demo", _t("Demo gallery"), "", "photos", _t("Look at the gallery that comes with Photoloom.")),
    _c("rescan", _t("Look for new photos"), "F5", "search", _t("Take in what changed in the folder.")),
    _c("add-folder", _t("Add a folder…"), "", "new-folder", _t("Sort another folder's photos together with these.")),
    _c("watch", _t("Watch for new photos"), "", "", _t("New photos are sorted in as they appear."), checkable=True),
    _c("preferences", _t("Preferences…"), "Ctrl+,", "settings", _t("Appearance, language, and how Photoloom works.")),
    _c("close", _t("Close folder"), "Ctrl+W", "home", _t("Go back to the start page.")),
    _c("quit", _t("Quit"), "Ctrl+Q", "quit", _t("Close the window; everything is kept.")),
    _c("undo", _t("Undo"), "Ctrl+Z", "undo", _t("Take the last change back.")),
    _c("redo", _t("Redo"), "Ctrl+Shift+Z", "redo", _t("Make the change again.")),
    _c("select-all", _t("Select all"), "Ctrl+A", "select-all", _t("Select every photo.")),
    _c("select-none", _t("Select none"), "Ctrl+Shift+A", "close", _t("Select nothing.")),
    _c("delete", _t("Delete"), "Del", "trash", _t("Photos stay as they are until there is a trash.")),
    _c("find", _t("Find"), "Ctrl+F", "search", _t("By name, folder, cluster, date, camera, place or type.")),
    _c("find-like", _t("Find similar"), "Ctrl+Shift+F", "similar", _t("The photos most like the one looked at.")),
    _c("copies", _t("Near-identical photos…"), "", "copy", _t("See copies side by side, and which is the best.")),
    _c("keep-search", _t("Keep this search"), "Ctrl+D", "star", _t("It stands in the find field's menu from then on.")),
    _c("show-all", _t("Show all photos"), "Ctrl+Shift+X", "show", _t("Nothing is looked for any more.")),
    _c("new-cluster", _t("New cluster from selection"), "Ctrl+Shift+N", "add", _t("A cluster of the selected.")),
    _c("not-this", _t("Not this cluster"), "Ctrl+Backspace", "not-this", _t("Keep the selected out of it.")),
    _c("rename", _t("Rename cluster"), "F2", "rename", _t("Give the cluster a name of yours; it stays.")),
    _c("lock", _t("Lock cluster"), "Ctrl+L", "lock", _t("It keeps its photos and name."), checkable=True),
    _c("view-photos", _t("Photos"), "Ctrl+1", "photos", _t("Show the photos by cluster."), "view"),
    _c("view-map", _t("Map"), "Ctrl+2", "map", _t("Show the photos on the map."), "view"),
    _c("view-both", _t("Both"), "Ctrl+3", "both", _t("Show photos and map side by side."), "view"),
    _c("group-content", _t("Content"), "Alt+1", "content", _t("Group the photos by what they show."), "group"),
    _c("group-time", _t("Time"), "Alt+2", "time", _t("Group the photos by when they were taken."), "group"),
    _c("group-place", _t("Place"), "Alt+3", "place", _t("Group the photos by where they were taken."), "group"),
    _c("unit-day", _t("Days"), "", "", _t("A group for each day."), "unit"),
    _c("unit-month", _t("Months"), "", "", _t("A group for each month."), "unit"),
    _c("unit-year", _t("Years"), "", "", _t("A group for each year."), "unit"),
    _c("sort-confidence", _t("Typical first"), "", "", _t("The most typical of each cluster first."), "sort"),
    _c("sort-date", _t("Date taken"), "", "", _t("The oldest of each cluster first."), "sort"),
    _c("sort-name", _t("File name"), "", "", _t("By name within each cluster."), "sort"),
    _c("sort-size", _t("File size"), "", "", _t("The largest of each cluster first."), "sort"),
    _c("map-neighbours", _t("Neighbour map"), "", "", _t("Photos that look alike lie together."), "map"),
    _c("map-tsne", _t("t-SNE"), "", "", _t("Each photo among its nearest neighbours, in tight islands."), "map"),
    _c("map-pca", _t("PCA"), "", "", _t("By the two directions in which the photos differ most."), "map"),
    _c("map-grid", _t("Self-organising grid"), "", "", _t("Every photo in a cell of its own."), "map"),
    _c("save-map", _t("Save the map as a picture…"), "", "save", _t("A PNG or SVG of what the map shows now.")),
    _c("larger", _t("Larger"), "Ctrl++; Ctrl+=", "zoom-in", _t("Larger thumbnails, or nearer to the map.")),
    _c("smaller", _t("Smaller"), "Ctrl+-", "zoom-out", _t("Smaller thumbnails, or farther from the map.")),
    _c("square", _t("Square thumbnails"), "", "", _t("Crop all to the same shape."), checkable=True),
    _c("shelf", _t("Clusters"), "F7", "shelf", _t("Show the shelf of clusters."), checkable=True),
    _c("inspector", _t("Inspector"), "F8", "inspector", _t("Show what is known of a photo."), checkable=True),
    _c("training", _t("Training"), "F9", "training", _t("Show how the clustering learns."), checkable=True),
    _c("theme-system", _t("Like the system"), "", "system", _t("Light or dark like the desktop."), "theme"),
    _c("theme-light", _t("Light"), "", "light", _t("Always light."), "theme"),
    _c("theme-dark", _t("Dark"), "", "dark", _t("Always dark."), "theme"),
    _c("theme-contrast", _t("High contrast"), "", "show", _t("Black, white and yellow, with clear edges."), "theme"),
    _c("fullscreen", _t("Full screen"), "F11", "fullscreen", _t("Use the whole screen."), checkable=True),
    _c("slideshow", _t("Slideshow"), "Shift+F5", "slideshow", _t("One photo after the other, over the whole screen.")),
    _c("turn-left", _t("Turn the view to the left"), "", "rotate-left", _t("In the viewer; the file stays as it is.")),
    _c("turn-right", _t("Turn the view to the right"), "", "rotate-right",
       _t("In the viewer; the file stays as it is.")),
    _c("split", _t("Split cluster…"), "Ctrl+Shift+S", "split", _t("Divide it into what it holds; Undo takes it back.")),
    _c("ask", _t("Ask me…"), "Ctrl+J", "unsure", _t("Answer questions about doubtful photos, one at a time.")),
    _c("clusterings", _t("Earlier clusterings…"), "", "history", _t("See them all, and go back to one.")),
    _c("retrain", _t("Retrain"), "Ctrl+R", "retrain", _t("Cluster the photos again; what you said holds.")),
    _c("stop", _t("Stop"), "Ctrl+.", "stop", _t("Stop what runs; what is done is kept.")),
    _c("palette", _t("Find a command…"), "Ctrl+Shift+P", "command-palette", _t("Every command, by its name.")),
    _c("shortcuts", _t("Shortcuts"), "?; F1", "keyboard", _t("Every shortcut on one page.")),
    _c("show-log", _t("Show the log"), "", "error", _t("Where what went wrong in Photoloom itself is kept.")),
    _c("about", _t("About Photoloom"), "", "info", _t("Which version this is, and where your data lies.")),
)  # fmt: skip

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (_t("&Folder"), ("open", "recent", "demo", "", "add-folder", "rescan", "watch", "close", "",
                     "preferences", "quit")),
    (_t("&Edit"), ("undo", "redo", "", "select-all", "select-none", "", "find", "find-like", "keep-search", "show-all",
                   "copies", "", "new-cluster", "not-this", "delete")),
    (_t("&Cluster"), ("rename", "lock", "split", "", "ask", "retrain", "clusterings", "stop")),
    (_t("&View"), ("view-photos", "view-map", "view-both", "", "group", "unit", "sort", "square", "larger", "smaller",
                   "", "map", "save-map", "", "turn-left", "turn-right", "slideshow", "", "shelf", "inspector",
                   "training", "", "theme", "fullscreen")),
    (_t("&Help"), ("palette", "shortcuts", "", "show-log", "about")),
)  # fmt: skip
SUBMENUS = {
    "theme": (_t("Appearance"), ("theme-system", "theme-light", "theme-dark", "theme-contrast")),
    "group": (_t("Group by"), ("group-content", "group-time", "group-place")),
    "unit": (_t("Time in"), ("unit-day", "unit-month", "unit-year")),
    "map": (_t("Map layout"), ("map-neighbours", "map-tsne", "map-pca", "map-grid")),
    "sort": (_t("Order in a cluster"), ("sort-confidence", "sort-date", "sort-name", "sort-size")),
}

_BY_ID = {command.id: command for command in COMMANDS}


class Actions:
    """The table's QActions, by id; what they do is connected when the parts that do it stand."""

    def __init__(self, parent: QWidget) -> None:
        self._actions: dict[str, QAction] = {}
        groups: dict[str, QActionGroup] = {}
        for command in COMMANDS:
            action = QAction(translated(command.text), parent)
            _set_icon_text(action)
            action.setShortcuts(QKeySequence.listFromString(command.shortcut))
            action.setStatusTip(translated(command.help))
            action.setToolTip(tip(command))
            action.setCheckable(command.checkable or bool(command.group))
            if command.group:
                groups.setdefault(command.group, QActionGroup(parent)).addAction(action)
            if command.icon:
                action.setIcon(icon(command.icon))
            parent.addAction(action)
            self._actions[command.id] = action

    def connect_handlers(self, handlers: Mapping[str, Callable[[], object]]) -> None:
        """What each command does; one that is missing is a bug."""
        for id_, action in self._actions.items():
            action.triggered.connect(lambda _on=False, do=handlers[id_]: do())

    def entries(self) -> list[Entry]:
        """Every command as the palette and the sheet of shortcuts show it, in the order of the menus."""
        return [self._entry(id_, where) for title, ids in MENUS for id_, where in _inside(ids, translated(title))]

    def _entry(self, id_: str, where: str) -> Entry:
        action, command = self._actions[id_], _BY_ID[id_]
        text = action.text().replace("&&", "&")
        enabled, run, help_ = action.isEnabled(), action.trigger, translated(command.help)
        return Entry(text, where, run, native(command.shortcut), command.icon, help_, enabled)

    def __getitem__(self, id_: str) -> QAction:
        return self._actions[id_]

    def enable(self, ids: tuple[str, ...], on: bool) -> None:
        for id_ in ids:
            self._actions[id_].setEnabled(on)

    def rename(self, id_: str, text: str) -> None:
        action = self._actions[id_]
        action.setText(text)
        action.setToolTip(text)
        _set_icon_text(action)

    def fill(self, bar: QMenuBar, recent: QMenu) -> None:
        """Make the menus; `recent` goes where the table says so."""
        for title, ids in MENUS:
            self._fill(bar.addMenu(translated(title)), ids, recent)

    def _fill(self, menu: QMenu, ids: tuple[str, ...], recent: QMenu) -> None:
        for id_ in ids:
            if not id_:
                menu.addSeparator()
            elif id_ == "recent":
                menu.addMenu(recent)
            elif id_ in SUBMENUS:
                title, inner = SUBMENUS[id_]
                self._fill(menu.addMenu(translated(title)), inner, recent)
            else:
                menu.addAction(self._actions[id_])


def _inside(ids: tuple[str, ...], where: str) -> Iterator[tuple[str, str]]:
    """The commands of a menu and of those below it, each with the way there."""
    where = where.replace("&", "")
    for id_ in ids:
        if id_ in SUBMENUS:
            yield from _inside(SUBMENUS[id_][1], f"{where} › {translated(SUBMENUS[id_][0])}")
        elif id_ in _BY_ID:
            yield id_, where


def native(shortcut: str) -> str:
    """A shortcut, the first of several, as this desktop writes it."""
    keys = QKeySequence.listFromString(shortcut)
    return keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else ""


def _set_icon_text(action: QAction) -> None:
    action.setIconText(f" {action.text()}")  # in tool buttons style sheets draw it against the icon


def tip(command: Command) -> str:
    shortcut = native(command.shortcut)
    return f"{translated(command.help)} ({shortcut})" if shortcut else translated(command.help)


def translated(text: str) -> str:
    return QCoreApplication.translate("actions", text)
