"""The land below the map of places: where it is, and that a pan finds the same pixels."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QVariantAnimation
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.gallery.filtering import FilterOptions
from engine.gallery.geography.coastline import coastline
from engine.gallery.places import Earth, earth_of
from engine.report.map_svg import write_svg
from gallery_app.base import theme
from gallery_app.engine_client.background import JobRunner
from gallery_app.state.session import Session
from gallery_app.views.map.camera import Area, Camera, Frame
from gallery_app.views.map.land import land
from gallery_app.views.map.names.labels import lay_out_names
from gallery_app.views.map.photo_map import PhotoMap
from gallery_app.views.map.scene import pixel

LAND = {"Paris": (48.86, 2.35), "Cairo": (30.0, 31.2), "Brasilia": (-15.8, -47.9), "the pole": (-84.0, 10.0)}
DATE_LINE = {"this side": (66.0, 178.0), "the other side": (66.0, -178.0)}  # of Chukotka
SEA = {"the Atlantic": (30.0, -40.0), "the Pacific": (0.0, -150.0), "the Caspian": (42.0, 50.5), "ice": (84.5, 0.0)}
BESIDE = {"north of Norway": (72.0, 10.0), "off Norway": (66.5, 0.0), "Fiji's parallel": (-16.5, 0.0)}
ALL = LAND | DATE_LINE | SEA | BESIDE
WORLD = Earth((0.0, 0.0), math.pi)


def whole(width: int = 1000, height: int = 1000) -> Frame:
    return Camera(scale=min(width, height) / 2, width=width, height=height).frame(1.0)


def is_land(pixels: NDArray[np.uint32], frame: Frame, earth: Earth, at: tuple[float, float]) -> bool:
    (x, y), *_ = earth.project(np.array([at])).tolist()
    column, row = round(x * frame.across) + frame.left, round(y * frame.down) + frame.top
    return bool(pixels[row, column] != pixel(theme.current().window))


def test_land_is_land_and_sea_is_sea() -> None:
    frame = whole()
    pixels = land(frame.area, frame, WORLD)
    assert {name: is_land(pixels, frame, WORLD, at) for name, at in ALL.items()} == {
        **dict.fromkeys(LAND | DATE_LINE, True),
        **dict.fromkeys(SEA | BESIDE, False),
    }


def test_from_near_the_outlines_are_finer() -> None:
    at = np.array([[54.0, 7.0], [57.5, 13.0]])  # around Denmark
    earth = earth_of(at)
    frame = whole(600, 600)
    pixels = land(frame.area, frame, earth)
    assert is_land(pixels, frame, earth, (56.2, 9.5))  # Jutland
    assert is_land(pixels, frame, earth, (55.35, 10.4))  # Funen, an island that the coarse outlines lack
    assert not is_land(pixels, frame, earth, (55.5, 10.95))  # the Great Belt
    assert len(coastline("fine").points) > 5 * len(coastline("coarse").points)


@pytest.mark.parametrize("ratio", [1.0, 1.5])
def test_a_part_has_the_pixels_that_the_whole_has_there(ratio: float) -> None:
    frame = Camera(x=0.05, y=-0.3, scale=900.0, width=320, height=240).frame(ratio)
    pixels = land(frame.area, frame, WORLD)
    for left, top, width, height in ((0, 0, 7, frame.height), (100, 50, 120, 90), (0, frame.height - 3, 320, 3)):
        part = land(Area(left, top, width, height), frame, WORLD)
        there = pixels[top : top + height, left : left + width]
        channels = [(p >> np.uint32(8) & np.uint32(255)).astype(int) for p in (part, there)]
        assert np.abs(channels[0] - channels[1]).max() <= 1


def test_in_the_middle_of_land_there_is_nothing_but_land() -> None:
    earth = Earth(tuple(np.array([0.05, -1.0])), 1e-5)  # some fifty metres of France, far from every outline
    frame = Camera(scale=1e4, width=200, height=100).frame(1.0)
    pixels = land(frame.area, frame, earth)
    assert len(np.unique(pixels)) == 1
    assert pixels[0, 0] != pixel(theme.current().window)


@pytest.fixture
def themes(qapp: QApplication) -> Iterator[Callable[[str], theme.Theme]]:
    """Applies a theme for a test."""
    yield lambda name: theme.apply(qapp, name)
    theme.apply(qapp, "dark")


@pytest.mark.parametrize("name", ["dark", "light", "contrast"])
def test_land_is_seen_and_softer_than_any_word(name: str, themes: Callable[[str], theme.Theme]) -> None:
    now = themes(name)
    frame = whole(200, 200)
    shades = np.unique(land(frame.area, frame, WORLD) >> np.uint32(8) & np.uint32(255)).astype(int)
    sea, text = int(now.window[3:5], 16), int(now.text[3:5], 16)
    (farthest,) = {s for s in shades.tolist() if abs(s - sea) == np.abs(shades - sea).max()}
    assert 12 <= abs(farthest - sea) < 0.2 * abs(text - sea)


@pytest.fixture
def places(session: Session, jobs: JobRunner, qtbot: QtBot) -> Iterator[PhotoMap]:
    """The map of photos from Lisbon to Athens."""
    view = PhotoMap(session, jobs)
    view.resize(480, 320)
    view.show()
    qtbot.waitExposed(view)
    there = ((38.72, -9.14), (41.9, 12.5), (37.98, 23.73))
    contents = session.gallery.contents
    for place, (digest, content) in enumerate(list(contents.items())):
        latitude, longitude = there[place % 3]
        contents[digest] = content._replace(latitude=latitude, longitude=longitude)
    session.filters.set_options(FilterOptions(group="place"), None)
    qtbot.waitUntil(lambda: view.scene.on_earth and not jobs.busy, timeout=20_000)
    transition = view.findChild(QVariantAnimation)
    transition.setCurrentTime(transition.duration())
    yield view
    view.close()
    view.deleteLater()


def test_the_map_of_places_has_land_in_its_true_shape(places: PhotoMap) -> None:
    earth, camera = places.scene.earth, places.camera
    assert earth is not None
    assert camera.stretch == 1.0
    pixels = places.picture()
    spots = earth.project(np.array([[40.0, -4.0], [41.0, 6.0], [39.0, 10.5]]))  # La Mancha, and two seas
    colours = [pixels.pixelColor(round(x), round(y)).rgb() for x, y in camera.to_view(spots).tolist()]
    sea = pixel(theme.current().window)
    assert [colour == sea for colour in colours] == [False, True, True]


def test_the_map_of_places_as_a_drawing_has_the_land_that_is_seen(places: PhotoMap, tmp_path: Path) -> None:
    out = tmp_path / "map.svg"
    write_svg(places.drawing("Places"), out)
    seen = places.picture().convertToFormat(QImage.Format.Format_RGB32)
    drawn = QImage(seen.size(), seen.format())
    with QPainter(drawn) as painter:
        QSvgRenderer(str(out)).render(painter)
    a, b = (np.frombuffer(image.constBits(), np.uint8).reshape(-1, 4).astype(int) for image in (seen, drawn))
    assert (np.abs(a - b).max(axis=1) > 8).mean() < 0.01  # but for corners of photos, and letters
    places.set_camera(replace(places.camera, scale=1e4 * places.camera.scale, x=float(places.scene.xy[1, 0]), y=0.0))
    write_svg(places.drawing("Near"), out)
    assert out.stat().st_size < 2_000  # only what is seen of it


def test_names_of_towns_stand_at_their_dots_and_not_on_them(places: PhotoMap) -> None:
    named = lay_out_names(places.scene, places.camera, places.thumbnails.corners(), places.font().family())
    assert {name for name, *_ in named} == {"Lisbon", "Rome", "Athens"}
    dots = dict(zip(places.scene.names, places.camera.to_view(places.scene.boxes[:, :2]).tolist(), strict=True))
    for name, _, box, _ in named:
        dot = QPoint(*map(round, dots[name]))
        assert not box.contains(dot)
        assert box.adjusted(-16, -16, 16, 16).contains(dot)


def test_panning_the_map_of_places_moves_the_land_with_the_photos(places: PhotoMap, qtbot: QtBot) -> None:
    for dx, dy in ((37, -21), (-120, 64), (3, 0)):
        places.set_camera(places.camera.panned(dx, dy))
        moved = places.picture().convertToFormat(QImage.Format.Format_RGB32)
        camera = places.camera
        places.set_camera(camera.panned(5000, 0))  # nothing that is seen there can be moved back
        places.picture()
        places.set_camera(camera)
        anew = places.picture().convertToFormat(QImage.Format.Format_RGB32)
        channels = [np.frombuffer(image.constBits(), np.uint8).astype(int) for image in (moved, anew)]
        assert np.abs(channels[0] - channels[1]).max() <= 1


def test_a_thumbnail_may_come_while_the_map_changes_to_one_of_fewer_photos(
    session: Session, jobs: JobRunner, qtbot: QtBot
) -> None:
    view = PhotoMap(session, jobs)
    view.resize(480, 320)
    view.show()
    assert view.shown_thumbnails()
    digest, content = next(iter(session.gallery.contents.items()))
    session.gallery.contents[digest] = content._replace(latitude=38.72, longitude=-9.14)
    session.filters.changed.connect(lambda _origin: view.loader.loaded.emit([(1, digest)]))  # after the map has heard
    with qtbot.waitSignal(session.filters.changed, timeout=20_000):
        session.filters.set_options(FilterOptions(group="place"), None)
    assert len(view.scene) == 1  # an exception in a slot fails the test
    view.grab()  # all photos at one spot, far in the land
    qtbot.waitUntil(lambda: not jobs.busy)
    view.close()
    view.deleteLater()


def test_the_map_of_photos_has_no_land(places: PhotoMap, session: Session, jobs: JobRunner, qtbot: QtBot) -> None:
    session.filters.set_options(FilterOptions(), None)
    qtbot.waitUntil(lambda: not places.scene.on_earth and not jobs.busy)
    assert places.scene.earth is None
    qtbot.waitUntil(lambda: places.camera.stretch != 1.0)  # it fills its view again
