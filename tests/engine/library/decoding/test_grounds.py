"""A drawing without a ground of its own is laid where it can be seen."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from engine.library.decoding.decode import decode

WHITE, GREY = (255, 255, 255), (128, 128, 128)
PALE = (240, 240, 245, 255)


def drawn(*shapes: tuple[str, tuple[int, int, int, int], object]) -> Image.Image:
    image = Image.new("RGBA", (300, 200), (255, 255, 255, 0))
    draw = ImageDraw.Draw(image)
    for kind, box, fill in shapes:
        getattr(draw, kind)(box, fill=fill)
    return image


DISC, EYES, BOX = (80, 40, 220, 160), (110, 70, 130, 95), (10, 40, 60, 180)


def shadowed(strength: int) -> Image.Image:
    shadow = drawn(("ellipse", (84, 44, 224, 164), (0, 0, 0, strength))).filter(ImageFilter.GaussianBlur(6))
    return Image.alpha_composite(shadow, drawn(("ellipse", DISC, "white")))


@pytest.mark.parametrize(
    ("image", "ground"),
    [
        (drawn(("ellipse", DISC, "black")), WHITE),
        (drawn(("ellipse", DISC, "yellow")), WHITE),
        (drawn(("ellipse", DISC, (128, 128, 128))), WHITE),
        (drawn(("ellipse", DISC, "white")), GREY),
        (drawn(("ellipse", DISC, PALE)), GREY),
        (drawn(("ellipse", DISC, (255, 255, 255, 90))), GREY),
        (drawn(("ellipse", DISC, "white"), ("ellipse", EYES, "black")), GREY),  # a ghost
        (drawn(("ellipse", DISC, "white"), ("rectangle", BOX, "black")), GREY),  # half of it would be gone
        (drawn(("ellipse", DISC, "black"), ("ellipse", (120, 60, 180, 150), "white")), WHITE),  # a penguin
        (drawn(("ellipse", (70, 30, 230, 170), "black"), ("ellipse", DISC, "white")), WHITE),  # an outline
        (shadowed(60), GREY),
        (drawn(), WHITE),
    ],
)
def test_the_ground_is_one_on_which_most_is_seen(tmp_path: Path, image: Image.Image, ground: tuple[int, ...]) -> None:
    image.save(tmp_path / "a.png")
    image.save(tmp_path / "a.webp", lossless=True)
    for name in ("a.png", "a.webp"):
        whole, small = decode(tmp_path / name).image, decode(tmp_path / name, 100).image
        # The viewer and the thumbnail agree.
        assert whole.getpixel((2, 2)) == small.getpixel((1, 1)) == ground


def test_grey_drawings_too(tmp_path: Path) -> None:
    pale = Image.new("LA", (60, 40), (250, 0))
    pale.paste((250, 255), (10, 10, 50, 30))
    pale.save(tmp_path / "a.png")
    assert decode(tmp_path / "a.png").image.getpixel((2, 2)) == GREY


def test_edges_of_a_drawing_have_no_fringe_of_what_was_transparent(tmp_path: Path) -> None:
    """Hidden green behind a red square: shrunk with its alpha, nothing of it comes through."""
    hidden = Image.new("RGBA", (300, 200), (0, 255, 0, 0))
    hidden.paste((255, 0, 0, 255), (101, 51, 203, 149))
    hidden.save(tmp_path / "a.png")
    small = np.asarray(decode(tmp_path / "a.png", 90).image, dtype=int)
    assert (small[..., 1] <= small[..., 2] + 2).all()
