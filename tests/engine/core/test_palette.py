"""The palette: thirty colours that differ, and the same ones again after that."""

import re

import pytest

from engine.core.palette import COLOURS, colour


@pytest.mark.parametrize("dark", [True, False])
def test_thirty_different_colours_then_the_same_again(dark):
    colours = [colour(index, dark) for index in range(COLOURS)]
    assert COLOURS == 30
    assert len(set(colours)) == 30
    assert all(re.fullmatch("#[0-9a-f]{6}", one) for one in colours)
    assert colour(COLOURS + 3, dark) == colours[3]


@pytest.mark.parametrize("dark", [True, False])
def test_each_colour_can_be_seen_on_its_ground(dark):
    def luminance(text):
        channels = [int(text[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    ground = luminance("#16181d" if dark else "#ffffff")
    for index in range(COLOURS):
        light, deep = sorted([luminance(colour(index, dark)), ground], reverse=True)
        assert (light + 0.05) / (deep + 0.05) >= 2.4
