"""The thumbnail cache."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import Image

from engine.core.errors import UserError
from engine.library.thumbnails import EDGE, ThumbnailCache, write_thumbnail


@pytest.fixture
def cache(tmp_path: Path) -> ThumbnailCache:
    return ThumbnailCache(tmp_path / "thumbnails")


def halves(width: int, height: int) -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", (width, height), "red")
    image.paste((0, 0, 255), (width // 2, 0, width, height))
    return image


def test_a_thumbnail_is_there_once_it_was_written(cache: ThumbnailCache) -> None:
    assert not cache.has("abcd")
    write_thumbnail(halves(EDGE, 200), cache.path("abcd"))
    assert cache.has("abcd")
    assert not cache.has("abce")
    with Image.open(cache.path("abcd")) as image:
        assert (image.format, image.size) == ("JPEG", (EDGE, 200))
    assert [path.name for path in cache.path("abcd").parent.iterdir()] == ["abcd.jpg"], "no half-written file"


def test_an_empty_file_after_a_power_cut_is_no_thumbnail(cache: ThumbnailCache) -> None:
    write_thumbnail(halves(8, 8), cache.path("ab"))
    cache.path("ab").write_bytes(b"")
    assert not cache.has("ab")


def test_a_listing_finds_what_a_power_cut_has_emptied_since_the_last(
    cache: ThumbnailCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    for digest in ("ab", "cd"):
        write_thumbnail(halves(8, 8), cache.path(digest))
    assert cache.digests() == {"ab", "cd"}
    cache.path("cd").write_bytes(b"")  # what was written just before the listing may be lost as well
    assert cache.digests() == {"ab"}
    assert not cache.path("cd").exists()

    now = cache.path("ab").parent.stat().st_mtime
    os.utime(cache.path("ab").parent, (now - 3600, now - 3600))
    asked: list[Path] = []
    # reason: which folders are not looked through again cannot be seen from outside
    monkeypatch.setattr("engine.library.thumbnails._drop_empty", asked.append)
    write_thumbnail(halves(8, 8), cache.path("ef"))
    assert cache.digests() == {"ab", "ef"}
    assert cache.path("ef").parent in asked
    assert cache.path("ab").parent not in asked  # nothing was written there for long


def test_it_is_opened_as_a_picture(cache: ThumbnailCache) -> None:
    write_thumbnail(halves(EDGE, 60), cache.path("ab"))
    assert (cache.opened("ab").size, cache.opened("ab").mode) == ((EDGE, 60), "RGB")


def test_there_is_nothing_to_open_without_a_thumbnail(cache: ThumbnailCache) -> None:
    with pytest.raises(FileNotFoundError):
        cache.opened("ab")


@pytest.mark.parametrize("held", [b"", b"no picture", b"cut off"])
def test_a_damaged_thumbnail_is_removed_to_be_made_anew(cache: ThumbnailCache, held: bytes) -> None:
    def damage() -> Path:
        write_thumbnail(halves(EDGE, 200), cache.path("ab"))
        whole = cache.path("ab").read_bytes()
        cache.path("ab").write_bytes(whole[: len(whole) // 2] if held == b"cut off" else held)
        return cache.path("ab")

    path = damage()
    assert cache.picture("ab") is None
    assert not path.exists()
    assert cache.picture("ab") is None
    damage()
    with pytest.raises(UserError, match=r"ab\.jpg is damaged and was removed: run again"):
        cache.opened("ab")
    assert cache.digests() == set()


def test_where_one_is_empty_after_a_power_cut_all_that_are_go(cache: ThumbnailCache) -> None:
    for digest in ("ab", "ac", "cd", "ce"):
        write_thumbnail(halves(8, 8), cache.path(digest))
    for digest in ("ab", "ac", "cd"):
        cache.path(digest).write_bytes(b"")
    assert cache.picture("ab") is None
    assert cache.digests() == {"ce"}


def test_a_damaged_one_is_none_whatever_its_folder_is_called(tmp_path: Path) -> None:
    cache = ThumbnailCache(tmp_path / "{thumbnails}")
    write_thumbnail(halves(8, 8), cache.path("ab"))
    cache.path("ab").write_bytes(b"no JPEG")
    assert cache.picture("ab") is None


def test_a_thumbnail_that_may_not_be_read_is_left_alone(cache: ThumbnailCache) -> None:
    cache.path("ab").mkdir(parents=True)  # like a file without the right to read it, which root always has
    with pytest.raises(OSError, match=r"ab\.jpg"):
        cache.picture("ab")
    assert cache.path("ab").exists()


def test_a_full_disk_is_said_with_the_folder(cache: ThumbnailCache, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(UserError, match=r"thumbnails.*No space left on device"):
        write_thumbnail(halves(8, 8), cache.path("ab"))
    assert list(cache.path("ab").parent.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "thumbnails").write_text("a file")
    with pytest.raises(UserError, match="thumbnails"):
        write_thumbnail(halves(8, 8), ThumbnailCache(tmp_path / "thumbnails").path("ab"))
