"""What was cut off is said to be, in every format that states how long it is."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.library import reasons
from engine.library.decoding.decode import decode
from engine.library.decoding.formats import Unreadable
from tests.paths import GALLERIES

pytestmark = pytest.mark.filterwarnings("ignore")  # of Pillow, about broken files; the worker ignores them too


def photo(side: int = 512) -> Image.Image:
    """Waves and noise: no tile of it is of one colour."""
    y, x = np.mgrid[:side, :side]
    waves = 128 + 60 * np.sin(x / 30) + 50 * np.cos(y / 40)
    noise = np.random.default_rng(0).normal(0, 12, (side, side, 3))
    return Image.fromarray(np.clip(waves[..., None] + noise, 0, 255).astype(np.uint8))


@pytest.mark.parametrize("edge", [None, 320])
def test_a_heic_with_tiles_missing(tmp_path: Path, edge: int | None) -> None:
    """As phones write them: the tiles in order, before them what says where they lie, and a small picture."""
    phone = GALLERIES / "edge" / "IMG_5195.HEIC"
    if not phone.exists():
        pytest.skip("the edge gallery is not on this machine")
    path, data = tmp_path / "a.heic", phone.read_bytes()
    for zeros in (False, True):  # a download that has reserved its place
        path.write_bytes(data[: len(data) * 4 // 5] + bytes(len(data) // 5 if zeros else 0))
        shown = decode(path, edge)
        assert max(shown.image.size) == edge or shown.image.size == (shown.width, shown.height)
        path.write_bytes(data[: len(data) * 2 // 5] + bytes(len(data) * 3 // 5 if zeros else 0))
        with pytest.raises(Unreadable, match="is cut off: more than half of the picture is missing"):
            decode(path, edge)


def test_tiles_that_never_came(tmp_path: Path) -> None:
    pillow_heif = pytest.importorskip("pillow_heif")
    path = tmp_path / "a.heic"
    pillow_heif.from_pillow(photo()).save(path, tile_size=128)
    data = path.read_bytes()
    start, end = len(data) // 5, len(data) - 100  # behind the tiles stands how they are laid out
    path.write_bytes(data[:start] + bytes(end - start) + data[end:])
    with pytest.raises(Unreadable, match="is cut off: more than half of the picture is missing"):
        decode(path)


def test_a_whole_heic_that_is_black_or_green_is_shown(tmp_path: Path) -> None:
    pillow_heif = pytest.importorskip("pillow_heif")
    pillow_heif.register_heif_opener()
    for name, colour in (("black", (0, 0, 0)), ("green", (10, 140, 10)), ("chroma key", (0, 200, 0))):
        exact = {"quality": -1, "chroma": "444", "matrix_coefficients": 0}
        Image.new("RGB", (256, 256), colour).save(tmp_path / f"{name}.heic", **exact)
        assert decode(tmp_path / f"{name}.heic").image.getpixel((5, 5)) == colour


@pytest.mark.parametrize("suffix", ["avif", "webp"])
def test_of_what_shows_nothing_it_is_said_how_much_is_missing(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.{suffix}"
    photo().save(path)
    data = path.read_bytes()
    for share, reason in ((0.8, reasons.CUT_SHORT), (0.3, reasons.CUT_OFF)):
        path.write_bytes(data[: int(len(data) * share)])
        with pytest.raises(Unreadable) as found:
            decode(path)
        assert str(found.value) == reason


@pytest.mark.parametrize(
    ("name", "how"), [("a.gif", {"interlace": 0}), ("a.gif", {"interlace": 1}), ("a.jp2", {"tile_size": (128, 128)})]
)
def test_gif_and_jpeg_2000_show_what_is_there(tmp_path: Path, name: str, how: dict[str, object]) -> None:
    path = tmp_path / name
    image = photo() if name == "a.jp2" else photo().convert("P")
    image.save(path, **how)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) * 4 // 5])
    assert decode(path, 320).image.size == (320, 320)
    path.write_bytes(data[: len(data) // 4])
    with pytest.raises(Unreadable, match="is cut off: more than half of the picture is missing"):
        decode(path)


def test_what_a_decoder_says_is_one_short_line(tmp_path: Path) -> None:
    said = reasons.detail(ValueError("first\nsecond\r\n\tthird \x00\x1b[31m" + "long " * 100))
    assert said.startswith("first second third [31m")
    assert said.endswith("…")
    assert len(said) <= 160
    assert said.isprintable()
    assert reasons.detail(ValueError()) == "ValueError"
