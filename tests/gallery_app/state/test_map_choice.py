"""The map's layout is chosen from menus: shown at once where it is laid out, else laid out first, and remembered."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from engine.core.records import Projection
from engine.pipeline.options import OrganiseOptions
from engine.pipeline.project import is_laid_out
from engine.projection.projector import projectors
from engine.service.protocol import LayOutMap, Organise
from gallery_app.app import Parts
from gallery_app.base.settings import MAP, AppSettings
from gallery_app.i18n.projection_names import projection_names
from gallery_app.state.map_choice import MapChoice
from gallery_app.state.session import Session
from tests.gallery_app.fake_engine import FakeEngine, FakeEngines
from tests.gallery_app.windows import MINUTE, settle

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def parts(clustered: Parts) -> Parts:
    """A window whose folder is there, so that the engine runs."""
    return clustered


def choose(parts: Parts, qtbot: QtBot, text: str) -> None:
    """By mouse, from the menu over the map."""
    menu = parts.workspace.view_bar.maps.menu()
    menu.popup(QPoint(10, 10))
    action = next(a for a in menu.actions() if a.text() == text)
    qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())


def lies_on(parts: Parts, name: str) -> bool:
    """Whether the window shows the map called `name` as the catalog has it."""
    found: list[Projection] = []
    library = parts.session.library
    assert library is not None
    stored = library.catalog.clusterings.projection(name)
    if stored is not None:
        found.append(stored[0])
    gallery = parts.session.gallery
    return bool(found) and np.array_equal(gallery.xy[[gallery.row_of[i] for i in found[0].ids.tolist()]], found[0].xy)


def test_a_map_is_laid_out_shown_remembered_and_there_at_the_next_start(
    parts: Parts, make: Callable[[], Parts], qtbot: QtBot, photo_folder: Path
) -> None:
    session, view = parts.session, parts.workspace.map
    assert lies_on(parts, "neighbours")
    assert parts.workspace.view_bar.maps.text() == "Neighbour map"
    before = view.scene.xy.copy()

    choose(parts, qtbot, "Self-organising grid")
    assert session.map_shown == "neighbours"  # until the other is laid out
    qtbot.waitUntil(lambda: session.map_shown == "grid")
    settle(parts, qtbot)
    assert lies_on(parts, "grid")
    assert not np.array_equal(view.scene.xy, before)
    assert parts.workspace.view_bar.maps.text() == "Self-organising grid"
    assert parts.window.actions_["map-grid"].isChecked()

    started: list[object] = []
    session.progress.connect(started.append)
    choose(parts, qtbot, "Neighbour map")
    qtbot.waitUntil(lambda: session.map_shown == "neighbours")
    assert np.array_equal(view.scene.xy, before)
    choose(parts, qtbot, "Self-organising grid")
    qtbot.waitUntil(lambda: session.map_shown == "grid")
    assert started == []  # both are laid out: the engine has nothing to do

    parts.window.close()
    again = make()
    with qtbot.waitSignal(again.session.opened, timeout=MINUTE):
        again.session.open(photo_folder)
    assert again.session.map_shown == "grid"
    assert again.window.actions_["map-grid"].isChecked()
    settle(again, qtbot)
    assert lies_on(again, "grid")


def test_a_retrain_and_its_undo_stay_on_the_chosen_map(parts: Parts, qtbot: QtBot) -> None:
    session = parts.session
    choose(parts, qtbot, "PCA")
    qtbot.waitUntil(lambda: session.map_shown == "pca", timeout=MINUTE)
    settle(parts, qtbot)
    parts.workspace.proposals.retrain(OrganiseOptions(k=3, method="kmeans"))
    settle(parts, qtbot)
    qtbot.mouseClick(parts.workspace.preview.accept, LEFT)
    qtbot.waitUntil(lambda: session.gallery.cluster_count == 3)
    settle(parts, qtbot)
    assert stands(parts, "pca")
    assert not stands(parts, "neighbours")  # nobody has looked at it
    session.undo()
    qtbot.waitUntil(lambda: session.gallery.cluster_count == 2)
    qtbot.waitUntil(lambda: stands(parts, "pca"), timeout=MINUTE)  # the undo asks for it once the engine is free
    settle(parts, qtbot)
    assert lies_on(parts, "pca")
    choose(parts, qtbot, "Neighbour map")
    qtbot.waitUntil(lambda: session.map_shown == "neighbours", timeout=MINUTE)
    settle(parts, qtbot)
    assert stands(parts, "neighbours")


def stands(parts: Parts, name: str) -> bool:
    library = parts.session.library
    assert library is not None
    return is_laid_out(library, name)


def test_a_map_that_is_chosen_while_the_engine_works_follows_that(parts: Parts, qtbot: QtBot) -> None:
    session = parts.session
    session.organise(OrganiseOptions(k=3, method="kmeans"), force=True)
    choose(parts, qtbot, "t-SNE")
    qtbot.waitUntil(lambda: session.map_shown == "tsne", timeout=2 * MINUTE)
    settle(parts, qtbot)
    assert session.gallery.cluster_count == 3  # what ran was not stopped
    assert stands(parts, "tsne")


def test_a_map_that_is_chosen_during_the_first_run_follows_that(
    make: Callable[[], Parts], qtbot: QtBot, photo_folder: Path
) -> None:
    parts = make()
    with qtbot.waitSignal(parts.session.opened, timeout=MINUTE):
        parts.session.open(photo_folder)
    qtbot.waitUntil(lambda: parts.session.busy)
    assert parts.session.gallery.clustering is None
    parts.window.actions_["map-pca"].trigger()
    qtbot.waitUntil(lambda: parts.session.map_shown == "pca", timeout=2 * MINUTE)
    settle(parts, qtbot)
    assert lies_on(parts, "pca")


def _ask_for_tsne(parts: Parts, engine: FakeEngine, qtbot: QtBot) -> None:
    choose(parts, qtbot, "t-SNE")
    qtbot.waitUntil(lambda: engine.kinds == [LayOutMap])
    (asked,) = engine.requests
    assert isinstance(asked, LayOutMap)
    assert asked.options.map == "tsne"
    assert parts.window.actions_["map-tsne"].isChecked()


def test_a_map_that_is_laid_out_is_still_wanted_in_the_next_library(
    scripted: Parts, engine: FakeEngine, fakes: FakeEngines, qtbot: QtBot, photo_folder: Path
) -> None:
    session = scripted.session
    _ask_for_tsne(scripted, engine, qtbot)
    with qtbot.waitSignal(session.opened):
        session.close()
    with qtbot.waitSignal(session.opened):
        session.open(photo_folder)
    session.stop()
    fakes.last.cancelled()  # what runs first there is stopped
    settle(scripted, qtbot)
    assert session.map == "tsne"


@pytest.mark.parametrize("end", ["stopped", "failed"])
def test_where_laying_out_is_stopped_or_fails_the_old_map_is_chosen_again(
    scripted: Parts, engine: FakeEngine, qtbot: QtBot, end: str
) -> None:
    _ask_for_tsne(scripted, engine, qtbot)
    if end == "stopped":
        scripted.session.stop()
        engine.cancelled()
    else:
        engine.fail()
    assert scripted.session.map == "neighbours"
    assert scripted.window.actions_["map-neighbours"].isChecked()
    assert scripted.window.settings.map == "neighbours"
    settle(scripted, qtbot)
    assert engine.kinds == [LayOutMap]


def test_a_map_whose_turn_another_job_takes_follows_that_even_where_it_is_stopped(
    scripted: Parts, engine: FakeEngine, qtbot: QtBot
) -> None:
    _ask_for_tsne(scripted, engine, qtbot)
    scripted.session.organise(force=True)  # k was turned,
    engine.cancelled()
    scripted.session.stop()  # and turned again
    engine.cancelled()
    qtbot.waitUntil(lambda: engine.kinds == [LayOutMap, Organise, LayOutMap])
    assert scripted.window.actions_["map-tsne"].isChecked()
    assert engine.requests[-1] == engine.requests[0]


def test_a_folder_that_is_away_keeps_the_map_it_has(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    choice = MapChoice(session, AppSettings(tmp_path / "window.ini"))
    with qtbot.waitSignal(choice.message) as said:
        choice.choose("tsne")
    assert said.args == ["This map is laid out as soon as the folder is there again."]
    assert session.map == session.map_shown == "neighbours"


def test_every_projection_is_in_the_menu(make: Callable[[], Parts]) -> None:
    parts = make()
    assert {f"map-{name}" for name in projectors.names()} == set(parts.window.actions_.group("map"))
    assert projection_names()[0] == MAP == OrganiseOptions().map


TOY = """
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.projection.projector import projectors
from engine.projection.shape import normalise

@projectors.register()
@dataclass(frozen=True, slots=True)
class Toy:
    name: ClassVar[str] = "toy"
    label: ClassVar[str] = "Toy map"
    help: ClassVar[str] = "Everything on a line."

    def project(self, vectors, *, seed, device, job, start=None):
        return normalise(np.arange(2.0 * len(vectors)).reshape(-1, 2))
"""
PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
import engine.projection
from gallery_app.app import build
engine.projection.__path__.append(sys.argv[1])
app = QApplication([])
for _ in range(2):
    parts = build(None, Path(sys.argv[1], "window.ini"))
    action, button = parts.window.actions_["map-toy"], parts.workspace.view_bar.maps
    shown = action in button.menu().actions(), action in action.associatedObjects()[-1].actions()
    entry = next(e for e in parts.window.commands.entries() if e.text == "Toy map")
    print(*shown, action.isChecked(), parts.session.map, entry.where, entry.help, sep="|")
    action.trigger()
    parts.window.close()
"""


def test_adding_a_projection_is_adding_one_file(tmp_path: Path) -> None:
    """Menu, button, palette and settings know it by its registration; it is chosen still at the next start."""
    (tmp_path / "toy.py").write_text(TOY)
    done = subprocess.run([sys.executable, "-c", PROGRAM, str(tmp_path)], capture_output=True, text=True, timeout=60)
    told = "View › Map layout|Everything on a line."
    assert done.stdout.splitlines() == [f"True|True|False|neighbours|{told}", f"True|True|True|toy|{told}"], done.stderr


def test_the_menu_is_there_where_the_map_is(parts: Parts, qtbot: QtBot) -> None:
    button = parts.workspace.view_bar.maps
    parts.window.resize(1400, 800)
    for view, there in (("map", True), ("photos", False), ("both", True)):
        parts.workspace.view_options.show_view(view)
        qtbot.waitUntil(lambda there=there: button.isVisible() is there)
    columns = parts.workspace.work.splitters()["upper"]
    narrow, wide = [500, 300, 0], [250, 900, 250]  # a narrow window has the shelf alone
    for width, sizes, there in ((800, narrow, False), (1400, wide, True)):  # it does not keep the window wide
        parts.window.resize(width, 700)
        columns.setSizes(sizes)
        qtbot.waitUntil(lambda there=there: button.isVisible() is there)
        assert parts.window.width() == width
    parts.workspace.view_options.group_by("place")  # the map of the world has one layout
    qtbot.waitUntil(lambda: not button.isVisible())
    submenus = [m.title() for m in parts.window.menuBar().findChildren(QMenu)]
    assert "Map layout" in submenus
    assert {"t-SNE", "PCA"} <= {e.text for e in parts.window.commands.entries()}
