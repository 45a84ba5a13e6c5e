"""The states of the window that the tour visits, in order."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from engine.core.records import File
from engine.edits import Rename
from engine.library.reasons import IN_CLOUD
from engine.library.suffixes import SUFFIXES
from gallery_app.app import Parts
from gallery_app.state.similar import find_similar
from gallery_app.views.parts.unread_list import UnreadList
from tour.culling import copies_states, culling_states
from tour.filing import filing_states, trash_states
from tour.lab import lab_states
from tour.learning import training_states
from tour.many_photos import many_photos
from tour.people import people_states
from tour.program import program_states
from tour.safety import safety_states
from tour.shootout import shootout_states
from tour.state import State, nothing, then, waiting
from tour.taking_over import taking_over_states
from tour.understood.packs import pack_states
from tour.understood.pictures import understand, understanding_states
from tour.window_styles import AND_CONTRAST, DARK

LONG = "Everything from the summer in the house by the lake, and the drive there and back, as Grandma sorted it"
FEW = 12  # photos on the stick that is pulled out
COPIES, SMALLER = 4, 200  # smaller ones of some of them, and their width in pixels


class States:
    """`scratch` is a folder for temporary files."""

    def __init__(self, parts: Parts, folder: Path, scratch: Path) -> None:
        self._parts, self._folder, self._scratch = parts, folder, scratch
        self._window, self._workspace, self._session = parts.window, parts.workspace, parts.session

    def all(self) -> Iterator[State]:
        """All states: first with the folder itself, then those that need another folder."""
        workspace = self._workspace
        yield State("first-start", nothing)
        yield waiting(lambda: self._session.open(self._folder))
        yield waiting(lambda: workspace.people.consent.say(False))  # it has a picture of its own: see people.py
        yield State("names-hint", nothing, (DARK,))
        yield waiting(workspace.work.names_hint.close)
        yield waiting(lambda: understand(self._parts))
        yield State("both", self._look_at_one, AND_CONTRAST)
        yield State("grid", self._show_grid)
        yield State("map", lambda: workspace.view_options.show_view("map"), AND_CONTRAST)
        yield State("viewer", lambda: workspace.pages.show_photo(self._example()), AND_CONTRAST)
        yield waiting(workspace.viewer.closed.emit)
        yield from understanding_states(self._parts)
        yield from self._finding()
        yield from self._over_it()
        yield from training_states(self._parts)
        yield from shootout_states(self._parts)
        yield from filing_states(self._parts, self._scratch)
        yield from taking_over_states(self._parts)
        yield from culling_states(self._parts)
        yield from lab_states(self._parts)
        yield from people_states(self._parts)
        yield from self._selections()
        yield from self._many()
        yield from self._folders()

    def few(self) -> Iterator[State]:
        """A few states, to check another scale of the screen."""
        workspace = self._workspace
        yield State("first-start", nothing, (DARK,))
        yield waiting(lambda: self._session.open(self._folder))
        yield waiting(then(workspace.work.names_hint.close, lambda: workspace.people.consent.say(False)))
        yield State("both", self._look_at_one, (DARK,))
        yield State("map", lambda: workspace.view_options.show_view("map"), (DARK,))
        yield State("viewer", lambda: workspace.pages.show_photo(self._example()), (DARK,))
        yield waiting(workspace.viewer.closed.emit)
        yield from (State(state.name, state.reach, state.styles[:1]) for state in self._over_it())

    def _finding(self) -> Iterator[State]:
        session, workspace = self._session, self._workspace
        yield State(
            "find",
            then(lambda: workspace.view_options.show_view("both"), lambda: session.filters.find("2025 jpg", None)),
        )
        yield State("nothing-found", lambda: session.filters.find("no such thing", None))
        yield State("similar", self._find_similar)
        yield State(
            "time", then(lambda: session.filters.clear(None), lambda: workspace.view_options.group_by("time", "month"))
        )
        yield State("place", lambda: workspace.view_options.group_by("place"))
        yield waiting(lambda: workspace.view_options.group_by("content"))

    def _over_it(self) -> Iterator[State]:
        """The overlays and dialogs."""
        workspace, actions = self._workspace, self._window.actions_
        yield State("palette", lambda: actions["palette"].trigger())
        yield State("palette-typed", lambda: QTest.keyClicks(workspace.palette.field, "cl"))
        yield State("shortcuts", then(lambda: workspace.palette.leave(), lambda: actions["shortcuts"].trigger()))
        yield State("preferences", then(lambda: workspace.sheet.leave(), lambda: actions["preferences"].trigger()))
        yield waiting(self._close_dialogs)
        yield from program_states(self._parts)
        yield from pack_states(self._parts)

    def _selections(self) -> Iterator[State]:
        session, grid = self._session, self._workspace.grid
        yield State("nothing-selected", lambda: session.select((), None))
        yield State("all-selected", lambda: session.select(session.gallery.ids.tolist(), None), AND_CONTRAST)
        yield State("keyboard", then(lambda: grid.setFocus(), lambda: QTest.keyClick(grid, Qt.Key.Key_Home)))
        yield State("names", self._rename)

    def _many(self) -> Iterator[State]:
        session = self._session
        yield State("many", self._show_many)
        yield State("many-selected", lambda: session.select(session.gallery.ids.tolist(), None))

    def _folders(self) -> Iterator[State]:
        empty, stick, one = (
            self._scratch / "Nothing yet",
            self._scratch / "Memory stick",
            self._scratch / "A single photo",
        )
        for new in (empty, stick, one):
            new.mkdir()
        found = [p for p in sorted(self._folder.rglob("*")) if p.suffix.lower()[1:] in SUFFIXES]
        for photo in found[:: max(len(found) // FEW, 1)]:
            shutil.copy2(photo, stick)
        for photo in found[: COPIES * max(len(found) // FEW, 1) : max(len(found) // FEW, 1)]:
            QImage(str(photo)).scaledToWidth(SMALLER).save(str(stick / f"Sent {photo.stem}.jpg"))
        shutil.copy2(found[0], one)
        yield State("empty", lambda: self._session.open(empty))
        yield waiting(lambda: self._session.open(one))
        yield State("one", lambda: self._workspace.view_options.show_view("both"))
        yield waiting(lambda: self._session.open(stick))
        yield State("few", lambda: self._workspace.view_options.show_view("both"))
        yield State("cloud", self._show_cloud)
        yield State("bug", then(self._session.reload, self._window.show_bug), AND_CONTRAST)
        yield waiting(self._window.bug.hide)
        yield from copies_states(self._parts)
        yield from trash_states(self._parts)
        yield State("failed", self._fail, AND_CONTRAST)
        yield from safety_states(self._parts, stick)
        yield State("gone", lambda: self._pull_out(stick))

    # Actions

    def _example(self) -> int:
        """A photo of the second cluster with a middling confidence, so that its bars are informative."""
        gallery = self._session.gallery
        if not gallery.clusters:
            return int(gallery.ids[0])
        members = gallery.members(gallery.clusters[min(1, len(gallery.clusters) - 1)].id)
        return int(gallery.ids[members[2 * len(members) // 3]])

    def _look_at_one(self) -> None:
        self._workspace.view_options.show_view("both")
        self._session.select((), self, self._example())  # not selected, so that nothing is dimmed on the map
        self._between_sections()

    def _show_grid(self) -> None:
        self._workspace.view_options.show_view("photos")
        self._between_sections()

    def _between_sections(self) -> None:
        """Scroll the grid so that the second cluster begins in the middle of the view."""
        QApplication.processEvents()  # the grid has the width of its view now
        grid = self._workspace.grid
        tops = grid.layout_of_photos.section_tops
        if len(tops) > 1:
            grid.verticalScrollBar().setValue(int(tops[1]) - grid.viewport().height() * 2 // 5)

    def _find_similar(self) -> None:
        filters = self._session.filters
        filters.set_options(replace(filters.options, query=""), None)
        find_similar(self._session, self._example(), None)

    def _close_dialogs(self) -> None:
        for dialog in self._window.findChildren(QDialog):
            dialog.close()

    def _rename(self) -> None:
        """Give one cluster a name that is far too long, and one a right-to-left name."""
        for cluster, name in zip(self._session.gallery.clusters, (LONG, "תמונות מהחוף"), strict=False):
            self._session.edit(Rename(cluster.id, name), None)

    def _show_many(self) -> None:
        many = many_photos(self._session.gallery)
        self._session.show_preview(many, self._session.filters.evaluate(many), self)  # no edit: it cannot be undone

    def _show_cloud(self) -> None:
        """As if two photos had stayed in a cloud: no file here can say so of itself."""
        gallery = self._session.gallery
        away = (File(-n, 0, f"Camera roll/IMG_{n:04}.HEIC", 0, 0, None, IN_CLOUD) for n in (2041, 2042))
        more = replace(gallery, skipped=(*gallery.skipped, *away))
        self._session.show_preview(more, self._session.filters.evaluate(more), self)
        self._workspace.shelf.findChild(UnreadList).head.setChecked(True)

    def _fail(self) -> None:
        """Kill the engine process during a run, as the system does when it is out of memory."""
        run = self._session.organise(self._session.options, force=True)
        run.progress.connect(_kill_engine)  # once it works: a job that no engine has heard is asked of another

    def _pull_out(self, stick: Path) -> None:
        library = self._session.library
        assert library is not None
        stick.rename(stick.with_name("elsewhere"))
        self._session.open(stick, library.folder)


def _kill_engine(_progress: object) -> None:
    for child in psutil.Process().children(recursive=True):
        if any("engine.service.worker" in word for word in child.cmdline()):
            child.kill()
