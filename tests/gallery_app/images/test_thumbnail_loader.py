from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QSize, QThread
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from gallery_app.base import theme
from gallery_app.engine_client.background import JobRunner
from gallery_app.images import thumbnail_loader
from gallery_app.images.thumbnail_loader import ThumbnailLoader, ThumbnailRequest

SIZE = QSize(40, 30)


@pytest.fixture
def pictures(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{i}.jpg" for i in range(30)]
    for i, path in enumerate(paths):
        Image.new("RGB", (80, 60), (8 * i, 100, 50)).save(path)
    return paths


def wanted(paths: list[Path], size: QSize = SIZE) -> list[ThumbnailRequest]:
    return [ThumbnailRequest(path.name, path, size) for path in paths]


def test_pictures_arrive_in_the_size_they_are_wanted_in(jobs: JobRunner, pictures: list[Path], qtbot: QtBot) -> None:
    loader = ThumbnailLoader(jobs)
    loader.request(wanted(pictures))
    qtbot.waitUntil(lambda: all(loader.pixmap(p.name) for p in pictures))
    shown = loader.pixmap("7.jpg")
    assert shown is not None
    assert shown.size() == SIZE
    assert abs(shown.toImage().pixelColor(20, 15).red() - 56) < 6


def test_what_is_closed_while_pictures_are_decoded_hears_of_none(
    jobs: JobRunner, pictures: list[Path], qtbot: QtBot
) -> None:
    loader = ThumbnailLoader(jobs)
    loader.request(wanted(pictures))
    delete(loader)  # as a dialog's is with the dialog
    with qtbot.captureExceptions() as raised:
        qtbot.waitUntil(lambda: not jobs.busy)
    assert raised == []


def test_pictures_are_decoded_off_the_gui_thread(
    jobs: JobRunner, pictures: list[Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads, decode = [], thumbnail_loader.decode

    def noted(one: ThumbnailRequest) -> object:
        threads.append(QThread.currentThread())
        return decode(one)

    monkeypatch.setattr(thumbnail_loader, "decode", noted)
    loader = ThumbnailLoader(jobs)
    with qtbot.waitSignal(loader.loaded):
        loader.request(wanted(pictures[:1]))
    assert threads
    assert loader.thread() not in threads


def test_the_most_urgent_come_first_and_old_wishes_are_dropped(
    jobs: JobRunner, pictures: list[Path], qtbot: QtBot
) -> None:
    loader, arrived = ThumbnailLoader(jobs), []
    loader.loaded.connect(arrived.extend)
    loader.request(wanted(pictures))
    loader.request(wanted(pictures[-2:]))
    qtbot.waitUntil(lambda: {"28.jpg", "29.jpg"} <= set(arrived))
    begun = thumbnail_loader.BATCH * thumbnail_loader.IN_FLIGHT
    assert set(arrived) <= {p.name for p in (*pictures[:begun], *pictures[-2:])}


def test_the_cache_stays_within_its_budget(jobs: JobRunner, pictures: list[Path], qtbot: QtBot) -> None:
    loader = ThumbnailLoader(jobs, budget=10 * 40 * 30 * 4)
    for some in (pictures[:15], pictures[15:]):
        with qtbot.waitSignal(loader.loaded, check_params_cb=lambda keys, last=some[-1].name: last in keys):
            loader.request(wanted(some))
    held = [p.name for p in pictures if loader.pixmap(p.name)]
    assert len(held) <= 10
    assert "29.jpg" in held


def test_a_file_that_is_not_there_is_looked_for_again_when_told(
    jobs: JobRunner, pictures: list[Path], tmp_path: Path, qtbot: QtBot
) -> None:
    loader, late = ThumbnailLoader(jobs), tmp_path / "late.jpg"
    with qtbot.waitSignal(loader.loaded):
        loader.request(wanted([late, pictures[0]]))
    assert loader.pixmap("late.jpg") is None
    pictures[1].rename(late)
    loader.retry_missing()
    with qtbot.waitSignal(loader.loaded):
        loader.request(wanted([late]))
    assert loader.pixmap("late.jpg") is not None


def test_another_size_replaces_the_picture(jobs: JobRunner, pictures: list[Path], qtbot: QtBot) -> None:
    loader = ThumbnailLoader(jobs)
    for size in (SIZE, QSize(20, 20)):
        with qtbot.waitSignal(loader.loaded):
            loader.request(wanted(pictures[:1], size))
        shown = loader.pixmap("0.jpg")
        assert shown is not None
        assert shown.size() == size


def test_after_a_bug_of_ours_others_are_decoded_still(
    jobs: JobRunner, pictures: list[Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three batches that failed left the loader dead."""

    def fails(_wanted: ThumbnailRequest) -> None:
        raise KeyError("ours")

    loader = ThumbnailLoader(jobs)
    with qtbot.captureExceptions() as raised, monkeypatch.context() as broken:
        broken.setattr(thumbnail_loader, "decode", fails)
        loader.request(wanted(pictures[: thumbnail_loader.BATCH * thumbnail_loader.IN_FLIGHT]))
        qtbot.waitUntil(lambda: not jobs.busy)
    assert len(raised) == thumbnail_loader.IN_FLIGHT
    loader.request(wanted(pictures[-2:]))
    qtbot.waitUntil(lambda: loader.pixmap("29.jpg") is not None)
    loader.retry_missing()
    loader.request(wanted(pictures[:1]))
    qtbot.waitUntil(lambda: loader.pixmap("0.jpg") is not None)


@pytest.mark.parametrize(("grey", "ground"), [(255, theme.LIGHT.window), (255, theme.LIGHT.panel), (0, "#000000"),
                                              (20, theme.DARK.window), (26, theme.DARK.panel)])  # fmt: skip
@pytest.mark.parametrize("radius", [0.0, 4.0])
def test_a_picture_as_white_or_as_dark_as_its_ground_has_an_edge(
    tmp_path: Path, grey: int, ground: str, radius: float
) -> None:
    path = tmp_path / "plain.png"
    Image.new("RGB", (320, 240), (grey, grey, grey)).save(path)
    shown = thumbnail_loader.decode(ThumbnailRequest("plain", path, QSize(80, 60), radius))
    assert shown is not None
    behind = QColor(ground).lightness()
    for x, y in ((0, 30), (79, 30), (40, 0), (40, 59)):
        assert abs(shown.pixelColor(x, y).lightness() - behind) >= 20
    for x, y in ((2, 30), (77, 30), (40, 2), (40, 57), (40, 30)):
        assert shown.pixelColor(x, y).lightness() == grey
