from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import numpy as np
import pytest

from engine.core.palette import SHAPES
from engine.core.records import Cluster, Content, File
from engine.gallery.snapshot import Gallery
from gallery_app.base.marks import Mark
from gallery_app.views.map.camera import Area, Camera, Frame, extent_of
from gallery_app.views.map.dots.picture import DotPicture, Dots, Layer
from gallery_app.views.map.dots.raster import Pixels, blank, ordered, paint_dots, pixel_offsets
from gallery_app.views.map.dots.stamps import PAD
from gallery_app.views.map.dots.tiles import Tiles
from gallery_app.views.map.layout import (
    choose_thumbnails,
    cluster_boxes,
    in_polygon,
    nearest_distance,
)
from gallery_app.views.map.scene import scene_of

CAMERA = Camera(0.2, -0.1, 250.0, 640, 480)


def test_zooming_keeps_the_place_under_the_pointer() -> None:
    before = CAMERA.to_world((100, 77))
    after = CAMERA.zoomed((100, 77), 3.0, 1, 1e6).to_world((100, 77))
    np.testing.assert_allclose(after, before, atol=1e-9)


def test_fitting_sees_everything_inside_the_margin() -> None:
    xy = np.random.default_rng(0).normal(size=(400, 2)).astype(np.float32)
    seen = CAMERA.fitted(extent_of(xy), margin=50).to_view(xy)
    assert ((seen > 0) & (seen < [640, 480])).all(axis=1).mean() > 0.99


def test_the_way_to_another_camera_begins_and_ends_there() -> None:
    target = Camera(1.0, 0.5, 900.0, 640, 480)
    assert CAMERA.between(target, 0.0) == CAMERA
    end = CAMERA.between(target, 1.0)
    np.testing.assert_allclose([end.x, end.y, end.scale], [1.0, 0.5, 900.0])


PALETTE = np.array([0, 0xFFFF0000, 0xFF00FF00, 0xFF0000FF, 0xFFFFFFFF], np.uint32)


def painted(
    size: tuple[int, int], at: list[list[float]], palette_index: list[int], diameter: float, soft: bool
) -> Pixels:
    """Dots on black, where the world's units are pixels."""
    width, height = size
    canvas = blank(width, height, 0xFF000000)
    places = pixel_offsets(Area(0, 0, width, height), Frame(width, height, 1, 1, 0, 0), np.array(at, np.float32))
    paint_dots(canvas, places, ordered(PALETTE)[palette_index], diameter, soft=soft)
    return canvas[PAD:-PAD, PAD:-PAD]


@pytest.mark.parametrize("soft", [False, True])
def test_dots_are_painted_where_they_lie_and_nowhere_else(soft: bool) -> None:
    beside = [[10, -30], [-30, 5], [10, 90], [500, 20]]
    inner = painted((60, 40), [[10, 20], [59, 0], *beside], [1, 2, 3, 3, 3, 3], 5, soft)
    assert inner[20, 10] == PALETTE[1]
    assert inner[0, 59] == PALETTE[2]
    assert inner[30, 40] == 0xFF000000
    assert not (inner == PALETTE[3]).any()


def test_a_disc_with_hard_edges_is_round_and_the_last_on_top() -> None:
    inner = painted((30, 30), [[10, 10], [12, 10]], [1, 2], 7, soft=False)
    down, across = np.mgrid[:30, :30]
    reached = [np.hypot(across - x, down - 10) <= 3.5 for x in (10, 12)]
    np.testing.assert_array_equal(inner == PALETTE[2], reached[1])
    np.testing.assert_array_equal(inner == PALETTE[1], reached[0] & ~reached[1])


def test_of_many_kinds_of_dots_the_later_lie_above_the_earlier() -> None:
    for count in (3, 256, 1_000):
        palette = np.arange(count, dtype=np.uint32) % 7 | 0xFF000000
        levels = ordered(palette) >> 24
        assert (np.diff(levels.astype(int)) >= 0).all()
        assert 1 <= levels.min() < levels.max() <= 255
        np.testing.assert_array_equal(ordered(palette) & 0xFFFFFF, palette & 0xFFFFFF)


def test_soft_edges_lie_between_dot_and_ground() -> None:
    reds = (painted((20, 20), [[10, 10]], [4], 5, soft=True) >> 16) & 0xFF
    assert ((reds > 20) & (reds < 235)).any()


@pytest.mark.parametrize("soft", [False, True])
def test_dots_of_another_shape_are_painted_as_that(soft: bool) -> None:
    canvases = []
    for shape in range(SHAPES):
        canvas = blank(30, 30, 0xFF000000)
        place = pixel_offsets(Area(0, 0, 30, 30), Frame(30, 30, 1, 1, 0, 0), np.array([[15, 15]], np.float32))
        paint_dots(canvas, place, ordered(PALETTE)[[1]], 8.0, soft=soft, shape=shape)
        assert canvas[PAD:-PAD, PAD:-PAD][15, 15] == PALETTE[1]
        canvases.append(canvas.tobytes())
    assert len(set(canvases)) == SHAPES


def test_tiles_find_what_lies_in_a_box_and_little_else() -> None:
    random = np.random.default_rng(3)
    xy = np.concatenate([random.normal(size=(20_000, 2)), [[900, 3], [-800, -700]]]).astype(np.float32)
    tiles = Tiles(xy)
    for low, high in (((-0.3, -0.2), (0.4, 0.1)), ((-5.0, 0.5), (5.0, 0.6)), ((3.0, 3.0), (1e4, 1e4))):
        inside = np.flatnonzero(((xy >= low) & (xy <= high)).all(axis=1))
        found = tiles.inside(low, high)
        assert set(inside.tolist()) <= set(found.tolist())
        assert (np.diff(found) > 0).all()
        assert len(found) < len(inside) + 3_000
    assert len(tiles.inside((-1e4, -1e4), (1e4, 1e4))) == len(xy)


def test_a_window_shows_about_what_tiles_say() -> None:
    xy = np.random.default_rng(3).uniform(0, 1, (50_000, 2)).astype(np.float32)
    for width, height in ((0.5, 0.2), (0.031, 0.017), (9.0, 9.0)):
        usual, most = Tiles(xy).counts_in_view(width, height)
        assert usual == pytest.approx(50_000 * min(width, 1) * min(height, 1), rel=0.2)
        assert most >= usual


class Map(NamedTuple):
    dots: Dots
    frame: Frame


def a_map(count: int, ratio: float, *, dims: bool, shapes: bool = False) -> Map:
    """Photos of four kinds in a view of 300 × 200 pixels, some of them bright; below them lies something, too."""
    random = np.random.default_rng(5)
    xy = random.normal(size=(count, 2)).astype(np.float32)
    palette_index = np.sort(random.integers(1, 5, count))
    of_dots = palette_index.astype(np.uint8) if shapes else None
    layers = [Layer(ordered(PALETTE)[palette_index], count, shapes=of_dots)]
    if dims:
        bright = random.random(count) < 0.1
        white, other = np.full(count, 0xFFFFFFFF, np.uint32), ordered(PALETTE[::-1])[palette_index]
        layers += [Layer(white, 9, bright, wider=3.0, most=20), Layer(other, 9, bright)]

    def background(picture: Pixels, area: Area, frame: Frame) -> None:
        down, across = np.mgrid[area.top : area.top + area.height, area.left : area.left + area.width]
        picture[:] = ((across - frame.left) * 7 + (down - frame.top) * 5) & 0xFF | 0xFF000000

    frame = Camera(0.1, 0.0, 80.0, 300, 200, 1.2).frame(ratio)
    return Map(Dots(xy, Tiles(xy), tuple(layers), background), frame)


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("count", [200, 2_000, 60_000])
@pytest.mark.parametrize(("dims", "shapes"), [(False, False), (True, False), (True, True)])
def test_a_picture_that_is_panned_is_the_picture_painted_anew(
    count: int, ratio: float, dims: bool, shapes: bool
) -> None:
    dots, frame = a_map(count, ratio, dims=dims, shapes=shapes)
    panned = DotPicture()
    for across, down in ((0, 0), (3, -1), (-40, 0), (0, 25), (0, 0), (13, 70), (-200, 90), (170, 0)):
        frame = replace(frame, left=frame.left + across, top=frame.top + down)
        seen, anew = (picture.paint(dots, frame, ratio)[PAD:-PAD, PAD:-PAD] for picture in (panned, DotPicture()))
        np.testing.assert_array_equal(seen, anew)
        below = np.empty_like(seen)
        dots.background(below, frame.area, frame)
        assert (seen != below).any()


def test_only_what_comes_into_view_is_painted_by_a_pan() -> None:
    dots, frame = a_map(2_000, 1.0, dims=False)
    asked: list[Area] = []

    def background(picture: Pixels, area: Area, frame: Frame) -> None:
        asked.append(area)
        dots.background(picture, area, frame)

    picture, watched = DotPicture(), replace(dots, background=background)
    picture.paint(watched, frame, 1.0)
    picture.paint(watched, replace(frame, left=frame.left + 3, top=frame.top - 2), 1.0)
    assert asked == [frame.area, Area(0, 0, 3, 200), Area(0, 198, 300, 2)]


def test_many_dots_with_a_white_rim_have_none() -> None:
    dots, frame = a_map(2_000, 1.0, dims=True)
    many = replace(dots, layers=(dots.layers[0], replace(dots.layers[1], count=2_000), dots.layers[2]))
    with_rims, without = (DotPicture().paint(d, frame, 1.0)[PAD:-PAD, PAD:-PAD] for d in (dots, many))
    assert (with_rims == 0xFFFFFFFF).sum() > (without == 0xFFFFFFFF).sum()


def test_thumbnails_never_overlap_and_the_first_in_rank_is_shown() -> None:
    points = np.random.default_rng(1).uniform(0, 900, (150, 2)).astype(np.float32)
    rank = np.arange(150)[::-1].copy()
    chosen = choose_thumbnails(points, rank, (0.0, 0.0), 80)
    assert 149 in chosen
    assert len(chosen) > 20
    for i in chosen:
        apart = np.abs(points[chosen[chosen != i]] - points[i])
        assert (apart >= 80).any(axis=1).all()


def test_the_choice_stays_while_the_map_is_panned() -> None:
    points = np.random.default_rng(1).uniform(0, 900, (150, 2)).astype(np.float32)
    rank = np.arange(150)
    before = choose_thumbnails(points, rank, (0.0, 0.0), 80)
    after = choose_thumbnails(points + np.float32(33), rank, (33.0, 33.0), 80)
    assert before.tolist() == after.tolist()


def test_where_there_is_a_crowd_there_are_only_dots() -> None:
    points = np.random.default_rng(2).uniform(0, 60, (5000, 2)).astype(np.float32)
    assert len(choose_thumbnails(points, np.arange(5000), (0.0, 0.0), 80)) == 0


def test_the_box_of_a_town_leaves_strays_out() -> None:
    square = [[x, y] for x in range(3) for y in range(3)]
    boxes = cluster_boxes(np.array([*square, [90, 1], [5, 5]], np.float32), np.array([0] * 10 + [-1]), np.arange(2))
    assert boxes[0].tolist() == [0, 0, 2, 2]
    assert np.isnan(boxes[1]).all()


def test_the_next_photo_is_measured_in_the_larger_direction() -> None:
    assert nearest_distance(np.array([[0, 0], [3, 1], [4, 6]], np.float32)) == 3


def test_a_map_is_stretched_to_fill_a_narrow_view() -> None:
    xy = np.random.default_rng(0).uniform(-1, 1, (500, 2)).astype(np.float32)
    for width, height in ((360, 560), (900, 640)):
        seen = Camera().resized(width, height).fitted(extent_of(xy), margin=20).to_view(xy)
        assert (np.ptp(seen, axis=0) > np.array([width, height]) - 60).all()


def test_a_lasso_holds_what_lies_inside() -> None:
    corner = np.array([[0, 0], [10, 0], [10, 10], [5, 2], [0, 10]], np.float32)
    points = np.array([[1, 1], [5, 8], [9, 5], [20, 5]], np.float32)
    assert in_polygon(points, corner).tolist() == [True, False, True, False]


def test_a_lasso_of_many_corners_counts_the_edges_to_the_right_of_each_photo() -> None:
    random = np.random.default_rng(4)
    angles = np.sort(random.uniform(0, 7, 120))  # a little more than once around
    lasso = np.stack([np.cos(angles), np.sin(angles)], axis=1) * random.uniform(3, 9, (120, 1))
    lasso = np.round(lasso).astype(np.float32)  # with level edges, and corners as high as photos
    points = random.integers(-9, 10, (400, 2)).astype(np.float32) + np.float32([0.25, 0])
    ends = list(zip(lasso.tolist(), np.roll(lasso, -1, axis=0).tolist(), strict=True))
    for (x, y), inside in zip(points.tolist(), in_polygon(points, lasso).tolist(), strict=True):
        right = [
            x < (x1 - x0) * (y - y0) / (y1 - y0) + x0 - 1e-5 for (x0, y0), (x1, y1) in ends if (y0 > y) != (y1 > y)
        ]
        assert inside == sum(right) % 2


def test_the_picture_reaches_the_edge_of_the_view_at_every_scale_of_the_screen() -> None:
    for ratio in (1.0, 1.25, 1.5, 1.75, 2.0):
        for width in range(500, 512):
            frame = Camera().resized(width, width).frame(ratio)
            assert width * ratio <= frame.width == frame.height < width * ratio + 1


def gallery_of(ids: list[int], labels: list[int]) -> Gallery:
    """Photos in two clusters; each lies at its number, but for those from 90 on, which lie nowhere."""
    places = np.array([[i, -i] for i in ids], np.float32)
    places[np.array(ids) >= 90] = np.nan
    return Gallery(
        files=tuple(File(i, 1, f"{i}.jpg", 1, 0, str(i)) for i in ids),
        contents={str(i): Content(str(i), 4, 3) for i in ids},
        clusters=(Cluster("c1", "One"), Cluster("c2", "Two")),
        labels=np.array(labels, np.int64),
        confidences=np.ones(len(ids), np.float32),
        pinned=np.zeros(len(ids), np.bool_),
        xy=places,
        roots={1: "/photos"},
    )


@pytest.mark.parametrize("ids", [[7, 3, 90, 5, 91], [91, 5, 8, 3, 90, 2]])
def test_photos_begin_where_they_lay_and_new_ones_where_they_will_be(ids: list[int]) -> None:
    old = scene_of(gallery_of([7, 3, 90, 5, 91], [1, 0, 0, 1, -1]), [Mark("#000000")] * 2, "#000000")
    now = gallery_of(ids, [0, 1, 1, 0, 1, 0][: len(ids)])
    now.xy[ids.index(90)] = 90  # it has a place now
    new = scene_of(now, [Mark("#000000")] * 2, "#000000")
    lay = dict(zip(old.ids.tolist(), (old.xy + 1).tolist(), strict=True))
    begin = new.positions_from(old, old.xy + 1)
    for id_, at, will in zip(new.ids.tolist(), begin.tolist(), new.xy.tolist(), strict=True):
        assert at == lay.get(id_, will)


TWO = [Mark("#111111"), Mark("#222222")]
KNOWN = "row_spacing", "spacing", "nearest", "extent"


@pytest.mark.parametrize("moved", [0, 1, 5, 300])
def test_what_is_taken_over_from_the_scene_before_is_what_would_be_found_anew(moved: int) -> None:
    random = np.random.default_rng(3)
    places = random.normal(size=(300, 2)).astype(np.float32)
    places[::7] = np.nan
    before = random.integers(-1, 2, 300)
    after = before.copy()
    after[random.integers(0, 300, moved)] = random.integers(-1, 2, moved)
    galleries = [replace(gallery_of(list(range(300)), []), labels=of, xy=places.copy()) for of in (before, after)]
    old, new, fresh = (scene_of(galleries[i], TWO, "#000000") for i in (0, 1, 1))
    for name in (*KNOWN, "tiles"):
        getattr(old, name)
    assert new.reuse(old)
    assert vars(new).keys() >= {*KNOWN, "tiles"}
    for name in KNOWN:
        np.testing.assert_array_equal(getattr(new, name), getattr(fresh, name))
    for low, high in (((-0.5, -0.5), (0.1, 0.2)), ((-9, -9), (9, 9)), ((0.4, -9), (0.6, 9))):
        assert new.tiles.inside(low, high).tolist() == fresh.tiles.inside(low, high).tolist()


def test_nothing_is_taken_over_where_other_photos_or_places_are_seen() -> None:
    old = scene_of(gallery_of([7, 3], [1, 0]), TWO, "#000000")
    assert len(old.extent)
    turned = replace(old.gallery, xy=old.gallery.xy[::-1])
    for gallery in (gallery_of([7, 4], [1, 0]), gallery_of([7], [0]), turned):
        scene = scene_of(gallery, TWO, "#000000")
        assert not scene.reuse(old)
        assert "extent" not in vars(scene)
