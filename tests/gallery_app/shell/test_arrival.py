"""While the first photos come in they are seen by time; the clusters take their place, unless somebody is looking."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.core.partials import Clustered
from engine.library.library import Library, open_library
from gallery_app.app import Parts
from tests.gallery_app.fake_engine import FakeEngines
from tests.gallery_app.filled import fill_clusters, fill_photos


@pytest.fixture
def arriving(make: Callable[..., Parts], fakes: FakeEngines, photo_folder: Path, tmp_path: Path, qtbot: QtBot) -> Parts:
    """A window whose engine has read the photos, and works on."""
    library, root = open_library(photo_folder, tmp_path / "library", "a test")
    with library:
        fill_photos(library, root, photo_folder)
    parts = make(tmp_path / "library", fakes)
    parts.window.resize(700, 400)
    with qtbot.waitSignal(parts.session.opened):
        parts.session.open(photo_folder)
    return parts


@pytest.fixture
def clusters_come(arriving: Parts, fakes: FakeEngines, qtbot: QtBot) -> Callable[[], None]:
    """The engine has made the first clusters."""

    def come() -> None:
        library = arriving.session.library
        assert library is not None
        with Library(library.folder, None) as its_own:
            fill_clusters(its_own)
        fakes.last.partial(Clustered(3))
        qtbot.waitUntil(lambda: len(arriving.session.gallery.clusters) == 3)
        qtbot.waitUntil(lambda: not arriving.jobs.busy)

    return come


def headings(parts: Parts) -> list[str]:
    return [section.name for section in parts.workspace.grid.photos.sections]


def clusters_shown(parts: Parts) -> bool:
    return sorted(headings(parts)) == ["Beach", "Forest", "Night"]


@pytest.mark.parametrize("view", ["photos", "map", "both"])
def test_the_photos_come_by_time_in_every_view_until_the_clusters_are_there(
    arriving: Parts, clusters_come: Callable[[], None], view: str
) -> None:
    work = arriving.workspace
    work.view_options.show_view(view)
    assert headings(arriving)
    assert all(heading[-4:].isdigit() for heading in headings(arriving))  # "November 2026"
    assert work.grid.isVisible()
    assert not work.map.isVisible()
    assert work.side.currentWidget() is work.groups
    assert arriving.window.actions_["group-content"].isChecked()
    clusters_come()
    assert clusters_shown(arriving)
    assert (work.grid.isVisible(), work.map.isVisible()) == (view != "map", view != "photos")
    assert work.side.currentWidget() is work.shelf
    assert not work.work.arrival.bar.isVisible()


@pytest.mark.parametrize("act", ["select", "scroll", "view"])
def test_nothing_moves_under_the_hand_of_somebody_who_looks(
    arriving: Parts, clusters_come: Callable[[], None], qtbot: QtBot, act: str
) -> None:
    work, session = arriving.workspace, arriving.session
    grid, bar = work.grid, work.work.arrival.bar
    file = int(grid.photos.ids[-1])
    if act == "select":
        session.select([file], None)
    elif act == "scroll":
        qtbot.waitUntil(lambda: grid.verticalScrollBar().maximum() > 0)
        grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum())
    else:
        work.pages.show_photo(file)
    qtbot.waitUntil(lambda: not arriving.jobs.busy)
    before, offset = headings(arriving), grid.offset
    clusters_come()
    if act == "view":
        assert work.viewer.file == file
        work.viewer.closed.emit()
    assert headings(arriving) == before
    covered = 0 if act == "scroll" else bar.height()  # a photo that was selected stays whole, above the bar
    assert offset <= grid.offset <= offset + covered
    assert not work.map.isVisible()
    assert bar.isVisible()
    bar.show_them.click()
    qtbot.waitUntil(lambda: clusters_shown(arriving))
    assert not bar.isVisible()
    assert work.map.isVisible()
    if act == "scroll":
        assert grid.offset == 0
    else:  # a photo that was looked at is seen in its cluster
        assert grid.viewport().rect().contains(grid.box_of(grid.photos.position_of(file)))


def test_who_has_gone_back_to_the_top_gets_the_clusters(
    arriving: Parts, clusters_come: Callable[[], None], qtbot: QtBot
) -> None:
    session = arriving.session
    session.select([int(arriving.workspace.grid.photos.ids[-1])], None)
    session.select([], None)
    arriving.workspace.grid.verticalScrollBar().setValue(0)
    qtbot.waitUntil(lambda: not arriving.jobs.busy)
    clusters_come()
    assert clusters_shown(arriving)


def test_asking_for_the_content_takes_the_offer(
    arriving: Parts, clusters_come: Callable[[], None], qtbot: QtBot
) -> None:
    arriving.session.select([int(arriving.workspace.grid.photos.ids[-1])], None)
    qtbot.waitUntil(lambda: not arriving.jobs.busy)
    clusters_come()
    arriving.window.actions_["group-content"].trigger()
    qtbot.waitUntil(lambda: clusters_shown(arriving))
    assert not arriving.workspace.work.arrival.bar.isVisible()


def test_the_next_library_starts_anew(arriving: Parts, clusters_come: Callable[[], None], qtbot: QtBot) -> None:
    session = arriving.session
    session.select([int(arriving.workspace.grid.photos.ids[-1])], None)
    qtbot.waitUntil(lambda: not arriving.jobs.busy)
    clusters_come()
    folder = session.folder
    assert folder is not None
    session.close()
    session.open(folder)
    qtbot.waitUntil(lambda: len(session.gallery) > 0 and clusters_shown(arriving))
