"""The map as SVG: every dot, photo and name is in it, names of any kind do no harm, and it is written whole or not."""

import base64
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.core.errors import UserError
from engine.report.map_svg import DrawnLand, DrawnName, DrawnPhoto, MapDrawing, write_svg, write_whole

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = ["<script>alert(1)</script>", "a & b ]]> \"c\" 'd'", "caf\udce9\x00\x1b\ufffe", "שלום 🐑", "x" * 300]


def drawing(**changes):
    made = MapDrawing(
        title="Holiday",
        width=400,
        height=300,
        ground="#101010",
        font='Noto "Sans"',
        points=np.array([[10, 20], [30, 40], [50, 60], [-90, 60], [200, 150]], np.float32),
        tones=np.array([0, 1, 1, 1, 0]),
        colours=("#ff0000", "#00ff00"),
        bright=np.array([True, True, False, True, True]),
        diameter=6.0,
    )
    return replace(made, **changes)


def written(tmp_path, made):
    out = tmp_path / "map.svg"
    write_svg(made, out)
    return ET.parse(out).getroot()


def test_dots_are_circles_in_a_group_of_their_colour(tmp_path: Path):
    root = written(tmp_path, drawing())
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("400", "300", "0 0 400 300")
    groups = [
        (g.get("fill"), g.get("opacity"), [(c.get("cx"), c.get("cy"), c.get("r")) for c in g])
        for g in root.iter(f"{SVG}g")
    ]
    assert groups == [
        ("#00ff00", "0.28", [("50.0", "60.0", "3")]),  # it does not stand out: below the others
        ("#ff0000", None, [("10.0", "20.0", "3"), ("200.0", "150.0", "3")]),
        ("#00ff00", None, [("30.0", "40.0", "3")]),  # the one at -90 is out of sight
    ]


def test_land_lies_below_the_dots_and_a_lake_is_none(tmp_path: Path):
    island = np.array([[10, 10], [90.04, 10], [90.04, 10.04], [90, 90], [10, 90]])
    lake, rock = island / 2 + 25, np.array([[5.0, 5.0], [5.01, 5.0], [5.0, 5.01]])
    root = written(tmp_path, drawing(land=DrawnLand((island, lake, rock), "#202020")))
    order = [child.tag.removeprefix(SVG) for child in root]
    assert order[:4] == ["title", "rect", "path", "g"]
    path = root.find(f"{SVG}path")
    assert (path.get("fill"), path.get("fill-rule")) == ("#202020", "evenodd")
    assert path.get("d").split() == [  # as far as a tenth of a pixel; what is smaller is none
        *("M10,10l80,0", "0,80", "-80,0z"),
        *("M30,30l40,0", "0,40", "-40,0z"),
    ]
    assert not list(written(tmp_path, drawing()).iter(f"{SVG}path"))


def test_photos_are_in_the_file_as_they_are_kept(tmp_path: Path):
    kept = tmp_path / "kept.jpg"
    Image.new("RGB", (320, 200), "teal").save(kept)
    photos = (
        DrawnPhoto(kept, (10, 20, 64, 40), "#00ff00", "a.jpg"),
        DrawnPhoto(tmp_path / "gone.jpg", (90, 20, 64, 40), "#ff0000", "b.jpg", bright=False),
    )
    root = written(tmp_path, drawing(photos=photos))
    (image,) = root.iter(f"{SVG}image")
    assert [image.get(side) for side in ("x", "y", "width", "height")] == ["10", "20", "64", "40"]
    kind, data = image.get("href").split(",")
    assert kind == "data:image/jpeg;base64"
    assert base64.b64decode(data) == kept.read_bytes()
    frames = [r for r in root.iter(f"{SVG}rect") if r.get("stroke")]
    assert [r.get("stroke") for r in frames] == ["#00ff00", "#ff0000"]


@pytest.mark.parametrize("name", HOSTILE)
def test_names_of_any_kind_do_no_harm(tmp_path: Path, name: str):
    photo = DrawnPhoto(tmp_path / "none.jpg", (0, 0, 8, 8), "#ffffff", name)
    root = written(tmp_path, drawing(title=name, names=(DrawnName(name, (5, 5, 80, 20), "#ffffff"),), photos=(photo,)))
    whole = re.sub("[\x00\x1b\ufffe]", "", name).replace("\udce9", "?")
    assert [t.text for t in root.iter(f"{SVG}text")] == [whole]
    assert [t.text for t in root.iter(f"{SVG}title")] == [whole] * 2
    assert not list(root.iter(f"{SVG}script"))


def test_what_cannot_be_written_is_said_and_leaves_what_was_there(tmp_path: Path):
    out = tmp_path / "map.svg"
    out.write_text("before")

    def parts():
        yield b"half"
        raise OSError(28, "No space left on device")

    with pytest.raises(UserError, match=r"map\.svg could not be written: .*[Ss]pace.* Make room there"):
        write_whole(out, parts())
    assert out.read_text() == "before"
    assert [p.name for p in tmp_path.iterdir()] == ["map.svg"]
    with pytest.raises(UserError, match="choose another folder"):
        write_svg(drawing(), tmp_path / "nowhere" / "map.svg")


def test_a_name_as_long_as_a_name_may_be_can_be_written(tmp_path: Path):
    out = tmp_path / f"{'m' * 251}.svg"
    write_svg(drawing(), out)
    assert list(tmp_path.iterdir()) == [out]


def test_a_library_of_many_photos_is_some_megabytes(tmp_path: Path):
    n = 100_000
    random = np.random.default_rng(0)
    made = drawing(
        points=random.uniform(0, 300, (n, 2)).astype(np.float32),
        tones=random.integers(0, 2, n),
        bright=np.ones(n, np.bool_),
    )
    out = tmp_path / "map.svg"
    write_svg(made, out)
    assert out.read_text().count("<circle") == n
    assert out.stat().st_size < 5e6
