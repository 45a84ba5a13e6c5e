"""The states around what is understood of pictures: text over a photo, kinds, a search, how far it is, the web."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QDialog

from engine.core.records import KINDS, Progress
from engine.service.understand_messages import Understand
from gallery_app.app import Parts
from gallery_app.engine_client.run import Run
from gallery_app.views.viewer.text.selection import TextSelection
from tour.state import State, then, waiting
from tour.window_styles import AND_CONTRAST, SMALL

DONE, ALL = 1204, 5000  # pictures, of a library that takes a while


def understand(parts: Parts) -> None:
    """Find out what the photos show, now and to the end; it is not done in the background here."""
    session, loop = parts.session, QEventLoop()
    run = session.jobs.run(Understand())
    run.ended.connect(lambda _outcome: loop.quit())
    loop.exec()
    session.read_understood()


def understanding_states(parts: Parts) -> Iterator[State]:
    """The states; begins and ends on the work page."""
    window, workspace, session = parts.window, parts.workspace, parts.session
    background, filters, viewer = workspace.understanding.background, session.filters, workspace.viewer

    def choose() -> None:
        two = list(filters.shown.kinds)[-2:]
        filters.set_options(replace(filters.options, kinds=frozenset(two)), None)

    def written() -> int:
        """The photo with the most lines, a receipt if there is one."""
        gallery = session.gallery
        texts, kinds = gallery.understood.texts, gallery.understood.kinds
        found = [
            (kinds[row] == KINDS.index("receipt"), len(texts[file.digest].lines), file.id)
            for row, file in enumerate(gallery.files)
            if file.digest in texts
        ]
        return max(found, default=(False, 0, gallery.files[0].id))[2]

    def select_text() -> None:
        viewer.written.layer.select(TextSelection((0, 0), (2, 4)))

    def stand_still() -> None:
        """As it is in the middle of a large library: of this one it is over soon."""
        background.run, background.progress = Run(Understand()), Progress("text", DONE, ALL)
        background.changed.emit()

    def go_on() -> None:
        background.run = background.progress = None
        background.changed.emit()

    def ask() -> None:
        session.select([written()], None)
        window.actions_["web-search"].trigger()

    def close() -> None:
        for dialog in window.findChildren(QDialog):
            dialog.close()
        session.select((), None)

    yield State("kinds", choose, AND_CONTRAST)
    yield waiting(lambda: filters.clear(None))
    yield State("search", lambda: filters.find("reciept total -coffee", None), AND_CONTRAST)
    yield waiting(lambda: filters.clear(None))
    yield State("text", then(lambda: workspace.pages.show_photo(written()), select_text), AND_CONTRAST)
    yield waiting(viewer.closed.emit)
    yield State("background", stand_still, SMALL)
    yield State("web-search", then(go_on, ask), AND_CONTRAST)
    yield waiting(close)
