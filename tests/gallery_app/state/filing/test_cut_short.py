"""What a crash has cut is told as the library opens, before the engine has said a word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.core.errors import Sentence
from engine.filing import journal
from engine.filing.journal import Journal, State
from engine.filing.operations import FilingOptions, Operation, Plan, Totals
from engine.library.library import open_library
from gallery_app.app import Parts
from tests.gallery_app.fake_engine import FakeEngines


@pytest.mark.parametrize(("state", "after"), [("begun", "ended"), ("undoing", "undoing")])
def test_a_photo_that_was_moved_is_where_it_is(
    state: State,
    after: State,
    make: Callable[..., Parts],
    fakes: FakeEngines,
    organised: Path,
    photo_folder: Path,
    qtbot: QtBot,
) -> None:
    source, target = photo_folder / "night_1.jpg", photo_folder / "Filed" / "night_1.jpg"
    with open_library(photo_folder, organised, "a test")[0] as library:
        (id_,) = [file.id for file in library.catalog.files.all() if file.path == source.name]
    options = FilingOptions("move", files=(id_,), target=str(photo_folder))
    operation = Operation(0, str(source), str(target), source.stat().st_size, id_)
    Journal.create(organised, 7, Plan(options, Sentence("file"), (operation,), Totals(1))).close()
    with Journal(organised, 7) as written:
        written.enter("begun")
        target.parent.mkdir()
        source.rename(target)
        if state == "undoing":
            written.mark(0, "done", target=str(target), facts={"size": operation.bytes, "mtime_ns": 0})
            written.enter(state)
    parts = make(organised, fakes)
    with qtbot.waitSignal(parts.session.opened):
        parts.session.open(photo_folder)
    gallery = parts.session.gallery
    shown = gallery.files[gallery.row_of[id_]].path
    assert journal.read(organised, 7).state == after
    assert shown == ("Filed/night_1.jpg" if state == "begun" else "night_1.jpg")
