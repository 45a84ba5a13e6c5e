"""Search over what is understood: shown, written, seen, of a kind; best first, with reasons, slips forgiven."""

from __future__ import annotations

from datetime import datetime

import numpy as np
import pytest

from engine.core.records import KINDS, Box, Cluster, Face, Person, PictureText, TextLine
from engine.gallery.filtering import FOUND, FilterOptions, filter_gallery
from engine.gallery.search import Finder, Found
from engine.gallery.searching import index
from engine.gallery.snapshot import Gallery
from engine.gallery.understood import Understood
from engine.library.catalog.understanding.class_table import TOP, Tops
from engine.text.matching import prepare
from tests.engine.galleries import gallery_of

BEAGLE, TABBY, SEASHORE, TRAFFIC_LIGHT, MONITOR = 162, 281, 978, 920, 664
PHOTOS = ("IMG_1.jpg", "IMG_2.jpg", "IMG_3.jpg", "IMG_4.jpg", "beagle.jpg", "IMG_6.jpg")


def _tops(gallery: Gallery, shown: dict[int, list[tuple[int, float]]]) -> Tops:
    indices = np.zeros((len(shown), TOP), np.uint16)
    shares = np.zeros((len(shown), TOP), np.float16)
    for place, classes in enumerate(shown.values()):
        for at, (number, share) in enumerate(classes):
            indices[place, at], shares[place, at] = number, share
    return Tops([gallery.files[row].digest or "" for row in shown], indices, shares)


def _text(*lines: str) -> PictureText:
    return PictureText(tuple(TextLine(line, (), 0.9) for line in lines))


@pytest.fixture(scope="module")
def gallery() -> Gallery:
    """0 a beagle, surely; 1 perhaps one, with a cat; 2 a receipt; 3 Ann at the beach; 4 only called so; 5 a meme."""
    taken = [datetime(2020, 1, 1 + day) for day in range(6)]
    found = gallery_of([{"path": path, "taken": at} for path, at in zip(PHOTOS, taken, strict=True)])
    digest = [file.digest or "" for file in found.files]
    face = Face(1, digest[3], Box(0.1, 0.1, 0.2, 0.2), 0.9, 7)
    kinds = [KINDS.index(kind) for kind in ("photo", "photo", "receipt", "portrait", "photo", "meme")]
    return found.with_changes(
        understood=Understood(
            np.array(kinds),
            {digest[2]: _text("Café Müller", "TOTAL 12,50"), digest[5]: _text("NOT SURE", "IF GENIUS", "subtotal")},
            {digest[3]: (face,)},
            {7: Person(7, "Ann Lee"), 8: Person(8, "Bo", hidden=True)},
            _tops(
                found,
                {
                    0: [(BEAGLE, 0.9)],
                    1: [(TABBY, 0.6), (BEAGLE, 0.2)],
                    2: [(MONITOR, 0.15)],
                    3: [(SEASHORE, 0.8), (TRAFFIC_LIGHT, 0.12)],
                },
            ),
        )
    )


def search(gallery: Gallery, query: str) -> Found:
    return Finder().search(gallery, query)


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("dog", [0, 1]),  # the surer first
        ("dogs", [0, 1]),
        ("chiens", [0, 1]),
        ("chat", [1]),
        ("pictures of my dog", [0, 1]),
        ("dog cat", [1]),
        ("dog -cat", [0]),
        ("beach", [3]),
        ("traffic light", [3]),
        ("shows:beagle", [0, 1]),
        ("beagle", [0, 4, 1]),  # what it shows, what it is called, what it perhaps shows
        ("monitor", []),  # on a receipt it is none
        ("total", [2, 5]),  # a word before a part of one
        ("text:total", [2, 5]),
        ("cafe muller", [2]),
        ("notsureifgenius", [5]),
        ('"sure if"', [5]),
        ("receipts", [2]),
        ("kind:meme", [5]),
        ("memes recus", []),
        ("ann", [3]),
        ("ann lee", [3]),
        ("person:ann beach", [3]),
        ("people", [3]),
        ("bo", []),  # who is hidden is not found
        ("shows:ann", []),
        ("2020", [5, 4, 3, 2, 1, 0]),  # equally good: the newest first
    ],
)
def test_what_is_found_in_which_order(gallery: Gallery, query: str, rows: list[int]) -> None:
    assert search(gallery, query).ranked.tolist() == rows


def test_each_hit_says_why(gallery: Gallery) -> None:
    found = search(gallery, "beagle 2020")
    assert [str(reason) for reason in found.why(0)] == ["shows: beagle", "date: 2020"]
    assert [str(reason) for reason in found.why(4)] == ["name: beagle", "date: 2020"]
    assert [str(reason) for reason in search(gallery, "ann receipts").why(3)] == ["person: Ann Lee"]
    assert [str(reason) for reason in search(gallery, "people").why(3)] == ["person: people", "kind: portrait"]


@pytest.mark.parametrize(
    ("query", "taken", "rows"),
    [
        ("reciept", "receipt", [2]),
        ("beagel", "beagle", [0, 4, 1]),
        ("genuis", "genius", [5]),
        ("text:totla", "total", [2, 5]),
        ("screnshot", "screenshot", None),  # known, but there is none
        ("zzzz", "", []),
        ("dgo", "", []),  # three letters are close to too much
        ("recei", "receipt", [2]),  # it is being typed
    ],
)
def test_typing_errors_are_forgiven_and_said(gallery: Gallery, query: str, taken: str, rows: list[int] | None) -> None:
    found = search(gallery, query)
    if rows is None:
        assert not found.mask.any()
        assert found.instead == ()
        return
    assert found.ranked.tolist() == rows
    assert [other for _, other in found.instead] == ([taken] if taken else [])


def test_a_word_that_finds_something_is_never_changed(gallery: Gallery) -> None:
    assert search(gallery, "img").instead == ()
    assert search(gallery, "-reciept").ranked.tolist() == [5, 4, 3, 2, 1, 0]


def test_a_search_says_what_it_understood_and_where_it_stands(gallery: Gallery) -> None:
    query = 'ann 2020  -png "sure if" traffic light kind:receipt'
    readings = search(gallery, query).readings
    assert [query[slice(*reading.span)] for reading in readings] == [
        "ann", "2020", "-png", '"sure if"', "traffic light", "kind:receipt",
    ]  # fmt: skip
    assert [str(reading.main) for reading in readings] == [
        "person: Ann Lee", "date: 2020", "word: png", "text: sure if", "shows: traffic light", "kind: receipt",
    ]  # fmt: skip


def test_of_a_kind_the_surest_come_first(gallery: Gallery) -> None:
    sure = np.array([0.9, 0.9, 0.5, 0.9, 0.6, 0.9], np.float32)
    kinds = np.array([KINDS.index(kind) for kind in ("meme", "photo", "receipt", "photo", "receipt", "photo")])
    told = gallery.with_changes(understood=Understood(kinds, sure=sure))
    assert search(told, "receipts").ranked.tolist() == [4, 2]


def test_a_name_of_the_program_s_says_less_than_what_each_photo_shows(gallery: Gallery) -> None:
    """A cluster named by the user is what the user says; one that is asked for is shown."""
    for named, rows in ((False, [0, 1]), (True, [0, 1, 2])):
        cluster = Cluster("c1", "Dogs, receipts", named_by_user=named)
        clustered = gallery.with_changes(clusters=(cluster,), labels=np.array([0, -1, 0, -1, -1, -1]))
        assert sorted(search(clustered, "dogs").ranked.tolist()) == rows
        assert sorted(search(clustered, "cluster:dogs").ranked.tolist()) == [0, 2]


def test_the_best_come_first_in_one_group_unless_grouped_by_time(gallery: Gallery) -> None:
    finder = Finder()
    shown = filter_gallery(gallery, FilterOptions("dog"), finder)
    assert shown.groups is not None
    assert shown.groups.keys == (FOUND,)
    assert shown.order is not None
    assert sorted(shown.rows.tolist(), key=lambda row: shown.order[row]) == [0, 1]  # type: ignore[index]
    timed = filter_gallery(gallery, FilterOptions("dog", group="time"), finder)
    assert timed.order is None
    assert timed.timed
    assert timed.rows.tolist() == [0, 1]


def test_an_edit_leaves_alone_what_is_written(gallery: Gallery, monkeypatch: pytest.MonkeyPatch) -> None:
    finder, prepared = Finder(), []
    monkeypatch.setattr(index, "prepare", lambda lines: prepared.append(lines) or prepare(lines))
    before = finder.index(gallery)
    assert len(prepared) == 2
    edited = gallery.with_changes(labels=np.zeros(6, np.int64))
    assert finder.index(edited) is not before
    assert len(prepared) == 2
    written = Understood(gallery.understood.kinds, {gallery.files[0].digest or "": _text("new words")})
    assert finder.search(gallery.with_changes(understood=written), "new words").ranked.tolist() == [0]
