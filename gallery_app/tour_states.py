"""The states of the window that a tour shows, in the order in which they are reached."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from engine.edits import Rename
from engine.library.suffixes import SUFFIXES
from gallery_app.app import Parts
from gallery_app.likeness import find_like
from gallery_app.tour_learning import learning_states

State = tuple[str, Callable[[], object]]  # its picture's name, and how to get there from the one before
LONG = "Everything from the summer in the house by the lake, and the drive there and back, as Grandma sorted it"
FEW = 12  # photos on the stick that is pulled out


def _then(*steps: Callable[[], object]) -> Callable[[], None]:
    """One step after the other."""

    def walk() -> None:
        for step in steps:
            step()

    return walk


class States:
    """`own` is a folder for what a state needs."""

    def __init__(self, parts: Parts, folder: Path, own: Path) -> None:
        self._parts, self._folder, self._own = parts, folder, own
        self._window, self._workspace, self._session = parts.window, parts.workspace, parts.session

    def all(self) -> Iterator[State]:
        """First the folder itself, then what needs another one."""
        window, workspace = self._window, self._workspace
        yield "first-start", lambda: window.set_theme("dark")
        yield "", lambda: self._session.open(self._folder)
        yield "both", self._look_at_one
        yield "grid", self._show_grid
        yield "map", lambda: workspace.show_view("map")
        yield "viewer", lambda: workspace.show_photo(self._example())
        yield "light", self._light
        yield "contrast", lambda: window.set_theme("contrast")
        yield "dark", lambda: window.set_theme("dark")
        yield from self._finding()
        yield "", self._close_dialogs
        yield from learning_states(self._parts)
        yield from self._selections()
        yield from self._large()
        yield from self._folders()

    def _finding(self) -> Iterator[State]:
        session, workspace, actions = self._session, self._workspace, self._window.actions_
        yield "find", lambda: session.filters.find("2025 jpg", None)
        yield "nothing-found", lambda: session.filters.find("no such thing", None)
        yield "similar", self._find_similar
        yield "time", _then(lambda: session.filters.clear(None), lambda: workspace.group_by("time", "month"))
        yield "place", lambda: workspace.group_by("place")
        yield "palette", _then(lambda: workspace.group_by("content"), lambda: actions["palette"].trigger())
        yield "palette-typed", lambda: QTest.keyClicks(workspace.palette.field, "cl")
        yield "shortcuts", _then(lambda: workspace.palette.leave(), lambda: actions["shortcuts"].trigger())
        yield "preferences", _then(lambda: workspace.sheet.leave(), lambda: actions["preferences"].trigger())

    def _selections(self) -> Iterator[State]:
        session, grid = self._session, self._workspace.grid
        yield "nothing-selected", _then(lambda: self._close_dialogs(), lambda: session.select((), None))
        yield "all-selected", lambda: session.select(session.gallery.ids.tolist(), None)
        yield "keyboard", _then(lambda: grid.setFocus(), lambda: QTest.keyClick(grid, Qt.Key.Key_Home))
        yield "names", self._rename

    def _large(self) -> Iterator[State]:
        window = self._window
        yield "large", _then(lambda: window.resize(2560, 1440), lambda: self._look_at_one())
        yield "large-light", lambda: window.set_theme("light")
        yield "large-map", _then(lambda: window.set_theme("dark"), lambda: self._workspace.show_view("map"))

    def _folders(self) -> Iterator[State]:
        empty, stick = self._own / "Nothing yet", self._own / "Memory stick"
        for place in (empty, stick):
            place.mkdir()
        found = [p for p in sorted(self._folder.rglob("*")) if p.suffix.lower()[1:] in SUFFIXES]
        for photo in found[:: max(len(found) // FEW, 1)]:
            shutil.copy2(photo, stick)
        shutil.copy2(found[0], stick / f"Copy of {found[0].name}")
        yield "empty", _then(lambda: self._window.resize(1280, 800), lambda: self._session.open(empty))
        yield "", lambda: self._session.open(stick)
        yield "few", lambda: self._workspace.show_view("both")
        yield "copies", lambda: self._window.actions_["copies"].trigger()
        yield "gone", lambda: self._pull_out(stick)

    # How to get there

    def _example(self) -> int:
        """A photo of the second cluster of which the machine is not quite sure: its bars tell something."""
        gallery = self._session.gallery
        if not gallery.clusters:
            return int(gallery.ids[0])
        members = gallery.members(gallery.clusters[min(1, len(gallery.clusters) - 1)].id)
        return int(gallery.ids[members[2 * len(members) // 3]])

    def _look_at_one(self) -> None:
        self._workspace.show_view("both")
        self._session.select((), self, self._example())  # looked at, with nothing dimmed on the map
        self._between_sections()

    def _show_grid(self) -> None:
        self._workspace.show_view("photos")
        self._between_sections()

    def _between_sections(self) -> None:
        """Scroll so that the second cluster begins in the middle of the grid: several are seen at once."""
        QApplication.processEvents()  # the grid has the width of its view now
        grid = self._workspace.grid
        tops = grid.layout_of_photos.section_tops
        if len(tops) > 1:
            grid.verticalScrollBar().setValue(int(tops[1]) - grid.viewport().height() * 2 // 5)

    def _light(self) -> None:
        self._workspace.viewer.closed.emit()
        self._look_at_one()
        self._window.set_theme("light")

    def _find_similar(self) -> None:
        filters = self._session.filters
        filters.want(replace(filters.ask, words=""), None)
        find_like(self._session, self._example(), None)

    def _close_dialogs(self) -> None:
        for dialog in self._window.findChildren(QDialog):
            dialog.close()

    def _rename(self) -> None:
        """A name that is far too long, and one from right to left."""
        for cluster, name in zip(self._session.gallery.clusters, (LONG, "תמונות מהחוף"), strict=False):
            self._session.edit(Rename(cluster.id, name), None)

    def _pull_out(self, stick: Path) -> None:
        library = self._session.library
        assert library is not None
        self._workspace.copies.closed.emit()
        stick.rename(stick.with_name("elsewhere"))
        self._session.open(stick, library.folder)
