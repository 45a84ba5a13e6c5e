from __future__ import annotations

import numpy as np

from gallery_app.views.map_camera import Camera
from gallery_app.views.map_layout import (
    choose_thumbnails,
    cluster_boxes,
    in_polygon,
    name_spots,
    nearest_distance,
    place_names,
)
from gallery_app.views.map_raster import PAD, blank, paint_dots

CAMERA = Camera(0.2, -0.1, 250.0, 640, 480)


def test_zooming_keeps_the_place_under_the_pointer() -> None:
    before = CAMERA.to_world((100, 77))
    after = CAMERA.zoomed((100, 77), 3.0, 1, 1e6).to_world((100, 77))
    np.testing.assert_allclose(after, before, atol=1e-9)


def test_fitting_sees_everything_inside_the_margin() -> None:
    xy = np.random.default_rng(0).normal(size=(400, 2)).astype(np.float32)
    seen = CAMERA.fitted(xy, margin=50).to_view(xy)
    assert ((seen > 0) & (seen < [640, 480])).all(axis=1).mean() > 0.99


def test_the_way_to_another_camera_begins_and_ends_there() -> None:
    target = Camera(1.0, 0.5, 900.0, 640, 480)
    assert CAMERA.between(target, 0.0) == CAMERA
    end = CAMERA.between(target, 1.0)
    np.testing.assert_allclose([end.x, end.y, end.scale], [1.0, 0.5, 900.0])


def test_dots_are_painted_where_they_lie_and_nowhere_else() -> None:
    canvas = blank(60, 40, 0xFF000000)
    points = np.array([[10, 20], [59, 0], [500, 20]], np.float32)
    paint_dots(canvas, points, np.array([0xFFFF0000, 0xFF00FF00, 0xFF0000FF], np.uint32), 5)
    inner = canvas[PAD:-PAD, PAD:-PAD]
    assert inner[20, 10] == 0xFFFF0000
    assert inner[0, 59] == 0xFF00FF00
    assert inner[30, 40] == 0xFF000000
    assert not (inner == 0xFF0000FF).any()


def test_soft_edges_lie_between_dot_and_ground() -> None:
    canvas = blank(20, 20, 0xFF000000)
    paint_dots(canvas, np.array([[10, 10]], np.float32), np.array([0xFFFFFFFF], np.uint32), 5)
    reds = (canvas >> 16) & 0xFF
    assert ((reds > 20) & (reds < 235)).any()


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


NO_PICTURES = np.empty((0, 4))


def test_names_find_room_or_are_left_out() -> None:
    boxes = np.array([[290, 190, 310, 210]] * 9, np.float32)
    sizes = np.full((9, 2), (120.0, 20.0))
    placed = place_names(name_spots(boxes, sizes), sizes, (640, 480), NO_PICTURES)
    shown = [(x, y, x + 120, y + 20) for _, x, y in placed]
    assert placed[0][0] == 0
    assert 1 < len(placed) < 9
    for i, a in enumerate(shown):
        assert not any(a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] for b in shown[i + 1 :])


def test_a_name_stands_above_its_island_and_beside_pictures() -> None:
    island = np.array([[280, 180, 360, 260]], np.float32)
    sizes = np.array([[100.0, 20.0]])
    ((_, left, top),) = place_names(name_spots(island, sizes), sizes, (640, 480), NO_PICTURES)
    assert left == 270
    assert top + 20 < 180
    above = np.array([[250.0, 120.0, 400.0, 178.0]])
    ((_, _, top),) = place_names(name_spots(island, sizes), sizes, (640, 480), above)
    assert top > 260


def test_the_box_of_a_cluster_leaves_strays_out() -> None:
    square = [[x, y] for x in range(3) for y in range(3)]
    boxes = cluster_boxes(np.array([*square, [90, 1], [5, 5]], np.float32), np.array([0] * 10 + [-1]), 2)
    assert boxes[0].tolist() == [0, 0, 2, 2]
    assert np.isnan(boxes[1]).all()


def test_the_next_photo_is_measured_in_the_larger_direction() -> None:
    assert nearest_distance(np.array([[0, 0], [3, 1], [4, 6]], np.float32)) == 3


def test_a_map_is_stretched_to_fill_a_narrow_view() -> None:
    xy = np.random.default_rng(0).uniform(-1, 1, (500, 2)).astype(np.float32)
    for width, height in ((360, 560), (900, 640)):
        seen = Camera().resized(width, height).fitted(xy, margin=20).to_view(xy)
        assert (np.ptp(seen, axis=0) > np.array([width, height]) - 60).all()


def test_a_lasso_holds_what_lies_inside() -> None:
    corner = np.array([[0, 0], [10, 0], [10, 10], [5, 2], [0, 10]], np.float32)
    points = np.array([[1, 1], [5, 8], [9, 5], [20, 5]], np.float32)
    assert in_polygon(points, corner).tolist() == [True, False, True, False]
