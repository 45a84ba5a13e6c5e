"""The first twelve clusters are told apart by everybody, and seen on the map; those after them have another shape."""

from __future__ import annotations

import numpy as np
import pytest

from engine.core.palette import COLOURS, SHAPES, TELLABLE, colour, shape
from gallery_app.base.theme import CONTRAST, DARK, LIGHT, Theme
from gallery_app.views.map.dots.stamps import stamp_of
from tests.colour_vision import SIGHTS, ciede2000, contrast, distances

# Sharma, Wu & Dalal 2005, table 1: two colours of CIELAB and their difference.
PUBLISHED = """
50 2.6772 -79.7751 50 0 -82.7485 2.0425
50 -1.3802 -84.2814 50 0 -82.7485 1.0000
50 0 0 50 -1 2 2.3669
50 2.49 -0.001 50 -2.49 0.0009 7.1792
50 2.49 -0.001 50 -2.49 0.0011 7.2195
50 -0.001 2.49 50 0.0011 -2.49 4.7461
50 2.5 0 50 0 -2.5 4.3065
50 2.5 0 73 25 -18 27.1492
50 2.5 0 61 -5 29 22.8977
50 2.5 0 56 -27 -3 31.9030
50 2.5 0 58 24 15 19.4535
60.2574 -34.0099 36.2677 60.4626 -34.1751 39.4387 1.2644
22.7233 20.0904 -46.6940 23.0331 14.9730 -42.5619 2.0373
90.8027 -2.0831 1.4410 91.1528 -1.6435 0.0447 1.4441
6.7747 -0.2908 -2.4247 5.8714 -0.0985 -2.2286 0.6377
2.0776 0.0795 -1.1350 0.9033 -0.0636 -0.5514 0.9082
"""
APART, EDGE = 6.0, 3.0


def test_the_difference_is_the_published_one() -> None:
    for line in PUBLISHED.split("\n")[1:-1]:
        values = np.array(line.split(), float)
        assert float(ciede2000(values[:3], values[3:6])) == pytest.approx(values[6], abs=1e-4)


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("now", [DARK, LIGHT, CONTRAST], ids=lambda t: t.name)
def test_twelve_clusters_and_the_unsure_ones_are_told_apart(now: Theme, sight: str) -> None:
    colours = [colour(index, now.is_dark) for index in range(TELLABLE)]
    assert distances([*colours, now.unsure], sight).min() >= APART


@pytest.mark.parametrize("now", [DARK, LIGHT, CONTRAST], ids=lambda t: t.name)
def test_every_cluster_is_seen_on_the_map(now: Theme) -> None:
    assert min(contrast(colour(index, now.is_dark), now.window) for index in range(COLOURS)) >= EDGE


def test_sixty_clusters_differ_in_colour_or_shape_and_each_dozen_has_one_shape() -> None:
    marks = [(colour(index), shape(index)) for index in range(TELLABLE * SHAPES)]
    assert len(set(marks)) == len(marks)
    assert [{shape(i) for i in range(start, start + TELLABLE)} for start in (0, 12, 24)] == [{0}, {1}, {2}]


@pytest.mark.parametrize("diameter", [3.0, 5.0, 8.0, 16.0])
@pytest.mark.parametrize("soft", [True, False])
def test_no_shape_is_taken_for_another(diameter: float, soft: bool) -> None:
    """At least a fifth of the pixels that either of two dots covers is covered by one of them alone."""
    covered = [{(y, x) for y, x, share in stamp_of(shape, diameter, soft) if share > 128} for shape in range(SHAPES)]
    for one in range(SHAPES):
        for other in range(one):
            both = len(covered[one] & covered[other])
            assert both <= 0.8 * len(covered[one] | covered[other])
