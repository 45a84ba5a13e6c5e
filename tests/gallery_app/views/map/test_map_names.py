"""Names on the map: each at its own pile, none on another."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRect

from engine.core.records import Cluster, Content, File
from engine.gallery.snapshot import Gallery
from gallery_app.base.marks import Mark
from gallery_app.views.map.camera import Camera
from gallery_app.views.map.names.cluster_regions import cluster_regions_of
from gallery_app.views.map.names.labels import lay_out_names
from gallery_app.views.map.names.placing import in_view, name_candidates, place_names
from gallery_app.views.map.scene import MapScene, scene_of

NO_PICTURES = np.empty((0, 4))
VIEW = 640, 480


def placed_by(boxes: NDArray[np.float32], sizes: NDArray[np.float64], pictures: NDArray[np.float64]) -> list[QRect]:
    inside = in_view(name_candidates(boxes, boxes.reshape(-1, 2, 2).mean(axis=1), sizes), sizes, VIEW)
    placed = place_names(inside, pictures, np.zeros(inside.shape[:2]))
    corners = [inside[i, at, :2].astype(int).tolist() for i, at in placed]
    return [QRect(x, y, *sizes[i].astype(int).tolist()) for (x, y), (i, _) in zip(corners, placed, strict=True)]


def scene_with(clouds: list[tuple[str, float, float, int]], spread: float = 0.05) -> MapScene:
    """Clouds of photos: each one's cluster, middle and how many."""
    random = np.random.default_rng(1)
    names = list(dict.fromkeys(name for name, *_ in clouds))
    labels = np.concatenate([np.full(count, names.index(name)) for name, _, _, count in clouds])
    xy = np.concatenate([random.normal((x, y), spread, (count, 2)) for _, x, y, count in clouds]).astype(np.float32)
    number = len(labels)
    gallery = Gallery(
        files=tuple(File(i, 1, f"{i}.jpg", 1, 0, str(i)) for i in range(number)),
        contents={str(i): Content(str(i), 4, 3) for i in range(number)},
        clusters=tuple(Cluster(f"c{i}", name) for i, name in enumerate(names)),
        labels=labels,
        confidences=np.ones(number, np.float32),
        pinned=np.zeros(number, np.bool_),
        xy=xy,
        roots={1: "/photos"},
    )
    return scene_of(gallery, [Mark("#808080")] * len(names), "#000000")


def seen_by(scene: MapScene, width: int, height: int) -> Camera:
    return Camera().resized(width, height).fitted(scene.extent)


def dots(scene: MapScene, camera: Camera, half: int) -> NDArray[np.float64]:
    """All photos as little pictures."""
    at = camera.to_view(scene.xy).astype(np.float64)
    return np.concatenate([at - half, at + half], axis=1)


def told_by(box: QRect, scene: MapScene, camera: Camera) -> list[str]:
    """The clusters of the photos about a name, the most frequent first."""
    x, y = camera.to_view(scene.xy).T
    across = np.maximum(np.maximum(box.left() - x, x - box.right()), 0)
    down = np.maximum(np.maximum(box.top() - y, y - box.bottom()), 0)
    nearest = np.argsort(np.hypot(across, down))[:9]
    counts = np.bincount(scene.islands[nearest], minlength=len(scene.names))
    return [scene.names[i] for i in np.argsort(-counts)]


def test_names_find_room_or_are_left_out() -> None:
    shown = placed_by(np.array([[290, 190, 310, 210]] * 30, np.float32), np.full((30, 2), (120.0, 20.0)), NO_PICTURES)
    assert 1 < len(shown) < 30
    assert not any(a.intersects(b) for i, a in enumerate(shown) for b in shown[i + 1 :])


def test_a_name_stands_above_its_island_and_beside_pictures() -> None:
    island, sizes = np.array([[280, 180, 360, 260]], np.float32), np.array([[100.0, 20.0]])
    (box,) = placed_by(island, sizes, NO_PICTURES)
    assert box.left() == 270
    assert box.bottom() < 180
    (box,) = placed_by(island, sizes, np.array([[150.0, 120.0, 500.0, 178.0]]))
    assert box.top() > 260


def test_the_box_of_a_cluster_leaves_strays_and_lesser_pieces_out() -> None:
    square = [[x, y] for x in range(3) for y in range(3)]
    xy = np.array([[5, 5], *square, [60, 1], [61, 1], [90, 1]], np.float32)
    cluster_regions = cluster_regions_of(xy, np.array([-1] + [0] * 12), 2, np.array([[0.0, 0.0], [90.0, 5.0]]))
    assert cluster_regions.boxes[0].tolist() == [0, 0, 2, 2]
    assert cluster_regions.peaks[0].tolist() == [1, 1]
    assert np.isnan(cluster_regions.boxes[1]).all()
    assert np.isnan(cluster_regions.peaks[1]).all()


def test_the_share_of_a_cluster_about_a_place() -> None:
    scene = scene_with([("a", 0, 0, 300), ("b", 1, 0, 100)])
    boxes = np.array([[[-0.3, -0.3, 0.3, 0.3], [-0.5, -0.5, 1.5, 0.5], [0.4, -0.1, 0.6, 0.1]]] * 2)
    found = scene.cluster_regions.share(np.arange(2), boxes)
    np.testing.assert_allclose(found, [[1, 0.75, 0], [0, 0.25, 0]], atol=1e-6)


@pytest.mark.parametrize("half", [0, 7])
@pytest.mark.parametrize(("width", "height"), [(350, 640), (740, 640)])
def test_a_name_lies_at_its_own_pile(half: int, width: int, height: int) -> None:
    """Mammals are two piles left and right of the furniture, and nobody may take it for them."""
    scene = scene_with([("Mammals", -0.4, 0, 25), ("Furniture", 0, 0.15, 30), ("Mammals", 0.4, 0, 60),
                        ("Clothes", 0.3, 0.3, 90), ("Text", 0.7, 0.4, 60), ("Screens", 0.7, 0.1, 60)])  # fmt: skip
    camera = seen_by(scene, width, height)
    pictures = dots(scene, camera, half) if half else NO_PICTURES
    named = lay_out_names(scene, camera, pictures, "Sans")
    assert {name for name, *_ in named} == set(scene.names)
    peaks = camera.to_view(scene.cluster_regions.peaks)
    for name, _, box, _ in named:
        assert told_by(box, scene, camera)[0] == name
        apart = np.hypot(*(peaks - (box.center().x(), box.center().y())).T)
        assert scene.names[int(apart.argmin())] == name
    assert abs(scene.cluster_regions.peaks[0, 0] - 0.4) < 0.1


def test_nearer_by_a_name_lies_at_what_is_seen_of_its_own() -> None:
    scene = scene_with([("Left", -0.2, 0, 200), ("Right", 0.2, 0, 200)])
    camera = seen_by(scene, 640, 480)
    edge = camera.zoomed((640, 240), 3.0, 1, 1e6)
    assert [name for name, *_ in lay_out_names(scene, edge, NO_PICTURES, "Sans")] == ["Right"]
    near = camera.zoomed((150, 240), 20.0, 1, 1e6)
    assert [name for name, *_ in lay_out_names(scene, near, NO_PICTURES, "Sans")] == ["Left"]


def test_a_map_of_many_clusters_leaves_names_out_rather_than_move_them_off() -> None:
    random = np.random.default_rng(5)
    scene = scene_with([(f"Cluster {i}", *random.uniform(-1, 1, 2).tolist(), 400) for i in range(40)], spread=0.08)
    camera = seen_by(scene, 400, 400)
    named = lay_out_names(scene, camera, NO_PICTURES, "Sans")
    assert 5 < len(named) < 40
    peaks = camera.to_view(scene.cluster_regions.peaks)
    for name, _, box, _ in named:
        own = peaks[scene.names.index(name)]
        apart = np.hypot(*(peaks - (box.center().x(), box.center().y())).T)
        assert box.adjusted(-1, -1, 1, 1).contains(*own.round().astype(int).tolist()) or (
            scene.names[int(apart.argmin())] == name
        )
