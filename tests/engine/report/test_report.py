"""The report: everything is on it, names of any kind do no harm, and nothing of anybody's is overwritten."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PIL import Image

from engine.core.errors import UserError
from engine.report.page import write_report
from engine.report.wording import readable

HOSTILE = [
    '<script>alert("x")</script>.jpg',
    "a'b\"c & {{ 7 * 7 }}.jpg",
    "line\nbreak\ttab.jpg",
    "caf\udce9.jpg",
    "\u202egpj.fdp",
    "שלום/صورة.jpg",
    "emoji 🐑\u2028.jpg",
    "x" * 250 + ".jpg",
]


def organised(paths, clusters=("a",), skipped=(), **changes):
    """A result as organise --out writes it; photo i is in cluster i modulo their number, ever less sure."""
    photos = [
        {"path": path, "cluster": clusters[i % len(clusters)], "confidence": 1 - i / 1000, "x": i / 10, "y": -0.5}
        for i, path in enumerate(paths)
    ]
    sizes = {c: sum(p["cluster"] == c for p in photos) for c in clusters}
    return {
        "version": 1,
        "photoloom": "0.1.0",
        "folder": "/photos",
        "method": "dec",
        "parameters": {"tolerance": 0.001},
        "backbone": "efficientnet_lite0",
        "map": "neighbours",
        "device": "cpu",
        "threads": 2,
        "seed": 7,
        "k": len(clusters),
        "photos": photos,
        "clusters": [{"id": c, "name": f"Name of {c}", "size": sizes[c], "anchor": False} for c in clusters],
        "skipped": [{"path": path, "reason": reason} for path, reason in skipped],
        "counters": {},
        "seconds": {"scan": 0.1, "embed": 2.0, "total": 3.5},
        **changes,
    }


class Page(HTMLParser):
    """Tags with their attributes, and the text."""

    def __init__(self, path):
        super().__init__()
        self.tags, self.text = [], ""
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data

    def all(self, tag):
        return [attrs for name, attrs in self.tags if name == tag]


@pytest.fixture
def thumbnail(tmp_path):
    picture = tmp_path / "cache.jpg"
    Image.new("RGB", (320, 200), "teal").save(picture)
    return lambda path: picture


def data(out):
    text = (out / "photos.js").read_text(encoding="ascii")
    return json.loads(text.removeprefix("window.photoloom = ").rstrip(";\n"))


def test_every_photo_cluster_and_skipped_file_is_on_it(tmp_path, thumbnail):
    paths = [f"trip/{i:03}.jpg" for i in range(10)]
    result = organised(paths, ("a", "b"), [("bad.png", "It ends in the middle.")])
    page = write_report(result, Path("/photos/Holiday"), thumbnail, tmp_path / "out")
    seen = Page(page)
    assert page == tmp_path / "out" / "index.html"
    assert sorted(p["title"] for p in seen.all("button") if "data-photo" in p) == paths
    for words in ("Holiday", "Name of a", "Name of b", "bad.png", "It ends in the middle.", "dec (tolerance 0.001)"):
        assert words in seen.text
    assert [row[0] for row in data(tmp_path / "out")["photos"]] == paths[::2] + paths[1::2]


def test_all_it_loads_lies_beside_it(tmp_path, thumbnail):
    out = tmp_path / "out"
    seen = Page(write_report(organised([f"{i}.jpg" for i in range(5)]), Path("x"), thumbnail, out))
    wanted = [attrs[key] for _, attrs in seen.tags for key in ("src", "href") if key in attrs]
    assert len(wanted) > 5
    for address in wanted:
        assert address.startswith("#") or (out / address).is_file()
    assert not any("style" in attrs or any(key.startswith("on") for key in attrs) for _, attrs in seen.tags)
    assert "http" not in (out / "style.css").read_text("utf-8") + (out / "report.js").read_text("utf-8")


def test_the_surest_photos_come_first(tmp_path, thumbnail):
    result = organised(["a.jpg", "b.jpg", "c.jpg"])
    for photo, confidence in zip(result["photos"], (0.2, 0.9, 0.5), strict=True):
        photo["confidence"] = confidence
    write_report(result, Path("x"), thumbnail, tmp_path / "out")
    assert [row[0] for row in data(tmp_path / "out")["photos"]] == ["b.jpg", "c.jpg", "a.jpg"]


def test_hostile_names_are_shown_and_do_nothing(tmp_path, thumbnail):
    clusters = ("a",)
    result = organised(HOSTILE, clusters, [(HOSTILE[0], HOSTILE[1])])
    result["clusters"][0]["name"] = HOSTILE[0]
    seen = Page(write_report(result, Path("/photos") / HOSTILE[0], thumbnail, tmp_path / "out"))
    assert [script.get("src") for script in seen.all("script")] == ["photos.js", "report.js"]
    titles = {p["title"] for p in seen.all("button") if "data-photo" in p}
    assert titles == {readable(name) for name in HOSTILE}
    assert HOSTILE[1] in titles
    assert "caf\ufffd.jpg" in titles
    assert "line␊break␉tab.jpg" in titles
    assert {row[0] for row in data(tmp_path / "out")["photos"]} == titles


def test_pictures_have_words_for_those_who_do_not_see_them(tmp_path, thumbnail):
    seen = Page(write_report(organised(["a.jpg", "b.jpg"]), Path("x"), thumbnail, tmp_path / "out"))
    assert all("alt" in image for image in seen.all("img"))
    assert all("aria-label" in canvas for canvas in seen.all("canvas"))
    assert seen.all("html")[0]["lang"] == "en"


def test_a_photo_without_thumbnail_is_named_instead(tmp_path):
    out = tmp_path / "out"
    seen = Page(write_report(organised(["one.jpg"]), Path("x"), lambda path: tmp_path / "gone.jpg", out))
    assert seen.all("span")
    assert "one.jpg" in seen.text
    assert data(out)["photos"][0][1] is None


def test_without_places_there_is_no_map(tmp_path, thumbnail):
    result = organised(["one.jpg"])
    result["photos"][0].update(x=None, y=None)
    assert not Page(write_report(result, Path("x"), thumbnail, tmp_path / "out")).all("canvas")


def test_twenty_thousand_photos_make_a_light_page(tmp_path):
    paths = [f"2019/trip/IMG_{i:05}.jpg" for i in range(20_000)]
    out = tmp_path / "out"
    page = write_report(organised(paths, tuple("abcdefghijklmnopqrstuvwxyz")), Path("x"), lambda path: None, out)
    assert page.stat().st_size < 1_000_000
    assert (out / "photos.js").stat().st_size < 2_000_000
    assert len(data(out)["photos"]) == 20_000
    more = [button for button in Page(page).all("button") if button.get("class") == "more"]
    assert len(more) == 26
    assert int(more[0]["data-to"]) - int(more[0]["data-from"]) + 1 + 60 == 770


def test_an_earlier_report_is_replaced_without_leftovers(tmp_path, thumbnail):
    out = tmp_path / "out"
    write_report(organised(["a.jpg", "b.jpg", "c.jpg"]), Path("x"), thumbnail, out)
    write_report(organised(["a.jpg"]), Path("x"), thumbnail, out)
    assert len(list((out / "thumbs").iterdir())) == 1


def test_a_folder_with_other_things_is_left_alone(tmp_path, thumbnail):
    (tmp_path / "index.html").write_text("<p>my own site</p>")
    with pytest.raises(UserError, match="not empty"):
        write_report(organised(["a.jpg"]), Path("x"), thumbnail, tmp_path)
    assert (tmp_path / "index.html").read_text() == "<p>my own site</p>"


def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path, thumbnail):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(UserError, match=re.escape("is a file: name a folder")):
        write_report(organised(["a.jpg"]), Path("x"), thumbnail, tmp_path / "file")


def test_a_damaged_thumbnail_is_left_out(tmp_path):
    for name in ("a.jpg", "b.jpg"):
        Image.new("RGB", (20, 10)).save(tmp_path / name)
    (tmp_path / "a.jpg").write_bytes(b"\xff\xd8damaged")
    seen = Page(write_report(organised(["a.jpg", "b.jpg"]), Path("x"), lambda path: tmp_path / path, tmp_path / "out"))
    assert len(list((tmp_path / "out" / "thumbs").iterdir())) == 1
    assert seen is not None


def test_a_full_disk_leaves_the_earlier_report_and_a_half_made_one_is_replaced(tmp_path, thumbnail):
    out = tmp_path / "out"
    write_report(organised(["a.jpg"]), Path("x"), thumbnail, out)
    before = {path.name: path.read_bytes() for path in out.rglob("*") if path.is_file()}

    def full(path):
        raise OSError(28, "No space left on device")

    with pytest.raises(UserError, match="cannot be written"):
        write_report(organised(["b.jpg", "c.jpg"]), Path("x"), full, out)
    assert {path.name: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before
    (out / "index.html").unlink()
    write_report(organised(["b.jpg", "c.jpg"]), Path("x"), thumbnail, out)
    assert (out / "index.html").exists()
