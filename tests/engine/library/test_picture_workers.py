"""Whole pictures from processes that stay, whatever a file does to them."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import psutil
import pytest
from PIL import Image

from engine.library import reasons
from engine.library.decoding.picture_workers import PictureWorkers

fifo = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a FIFO to hang a worker")


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    before = {child.pid for child in psutil.Process().children(recursive=True)}
    yield
    assert {child.pid for child in psutil.Process().children(recursive=True)} <= before


@pytest.fixture
def open_workers() -> Iterator[Callable[..., PictureWorkers]]:
    opened: list[PictureWorkers] = []

    def start(**limits: float) -> PictureWorkers:
        opened.append(PictureWorkers(**limits))  # type: ignore[arg-type]
        return opened[-1]

    yield start
    for workers in opened:
        workers.close()


class Buffer:
    """Where a picture is read into."""

    def __init__(self) -> None:
        self.pixels = np.zeros((0, 0, 4), np.uint8)

    def __call__(self, width: int, height: int) -> memoryview:
        self.pixels = np.zeros((height, width, 4), np.uint8)
        return memoryview(self.pixels).cast("B")


def picture(path: Path, side: int = 200) -> Path:
    pixels = np.zeros((side // 2, side, 3), np.uint8)
    pixels[:, :, 0], pixels[0, 0] = np.arange(side) % 256, 255
    Image.fromarray(pixels).save(path)
    return path


def pids() -> set[int]:
    return {child.pid for child in psutil.Process().children()}


def test_a_picture_comes_whole_and_from_the_same_process_each_time(
    open_workers: Callable[..., PictureWorkers], tmp_path: Path
) -> None:
    workers, path, buffer = open_workers(), picture(tmp_path / "a.png"), Buffer()
    assert workers.read(path, buffer) == ""
    with Image.open(path) as image:
        assert np.array_equal(buffer.pixels[:, :, :3], np.asarray(image))
    assert (buffer.pixels[:, :, 3] == 255).all()
    first = pids()
    assert [workers.read(path, Buffer()) for _ in range(3)] == ["", "", ""]
    assert (pids(), len(first)) == (first, 1)


def test_what_cannot_be_read_is_a_reason_and_the_next_is_read(
    open_workers: Callable[..., PictureWorkers], tmp_path: Path
) -> None:
    workers = open_workers()
    (tmp_path / "text.jpg").write_text("no picture")
    assert workers.read(tmp_path / "text.jpg", Buffer()) == reasons.NO_PICTURE
    assert workers.read(tmp_path / "missing.jpg", Buffer()) == reasons.GONE
    assert workers.read(picture(tmp_path / "a.png"), lambda width, height: None) == reasons.NO_MEMORY
    assert workers.read(tmp_path / "a.png", Buffer()) == ""


def test_what_nobody_wants_any_more_is_not_read(open_workers: Callable[..., PictureWorkers], tmp_path: Path) -> None:
    assert open_workers().read(tmp_path / "missing.jpg", Buffer(), lambda: False) == ""
    assert pids() == set()


@fifo
def test_a_picture_that_takes_too_long_is_given_up(open_workers: Callable[..., PictureWorkers], tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "hangs.jpg")
    workers = open_workers(seconds=0.3)
    assert workers.read(tmp_path / "hangs.jpg", Buffer()) == "took longer than 0.3 seconds to decode"
    assert workers.read(picture(tmp_path / "a.png"), Buffer()) == ""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere memory is looked at and not limited")
def test_a_picture_that_needs_too_much_memory_is_given_up(
    open_workers: Callable[..., PictureWorkers], tmp_path: Path
) -> None:
    workers = open_workers(memory=64 << 20)
    large = workers.read(picture(tmp_path / "large.png", side=9000), Buffer())
    assert large == "needs more than 0.062 GiB of memory to decode"
    assert workers.read(picture(tmp_path / "small.png"), Buffer()) == ""


@fifo
def test_closing_ends_a_picture_that_hangs_and_who_waits_behind_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "hangs.jpg")
    workers = PictureWorkers()
    told: list[object] = []

    def read() -> None:
        try:
            told.append(workers.read(tmp_path / "hangs.jpg", Buffer()))
        except RuntimeError as error:
            told.append(error)

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    with (tmp_path / "hangs.jpg").open("wb"):  # opens once a worker has it open
        workers.close()
    for thread in threads:
        thread.join(20)
    assert (len(told), pids()) == (3, set())
