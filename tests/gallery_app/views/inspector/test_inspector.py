"""The inspector: one photo, many, none; and moving from there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from gallery_app.engine_client.background import JobRunner
from gallery_app.models import facts
from gallery_app.state.session import Session
from gallery_app.views.inspector.inspector import Inspector
from gallery_app.widgets.labels import TitleLabel, WrappedLabel


@pytest.fixture
def inspector(session: Session, jobs: JobRunner, qtbot: QtBot) -> Iterator[Inspector]:
    inspector = Inspector(session, jobs)
    inspector.resize(260, 640)
    inspector.show()
    qtbot.waitExposed(inspector)
    yield inspector
    qtbot.waitUntil(lambda: not jobs.busy)
    inspector.close()
    inspector.deleteLater()


def bars(inspector: Inspector) -> list[str]:
    return [bar.accessibleName() for bar in inspector.bars if bar.isVisible()]


def photo(session: Session, path: str) -> int:
    return next(f.id for f in session.gallery.files if f.path == path)


def test_without_a_selection_it_tells_of_the_library(inspector: Inspector) -> None:
    assert bars(inspector) == ["Beach, 4", "Forest, 4", "Night, 4"]
    assert not inspector.preview.isVisible()
    assert not inspector.actions_row.isVisible()


def test_one_photo_has_its_likeliest_clusters(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    session.select([photo(session, "forest_1.jpg")], None)
    assert inspector.title.text() == "forest_1.jpg"
    assert bars(inspector)[0] == "Forest, 80%"
    assert len(bars(inspector)) == 3
    assert inspector.preview.isVisible()


def test_what_a_photo_looks_like_is_no_reason_for_a_place_that_the_user_gave_it(
    inspector: Inspector, session: Session, qtbot: QtBot
) -> None:
    file = photo(session, "forest_1.jpg")
    session.select([file], None)
    assert inspector.why.text() == "WHY IT IS HERE"
    with qtbot.waitSignal(session.changed):
        session.new_cluster([file], None, "Trees")
    session.select((), None)
    session.select([file], None)
    assert "Trees" not in " ".join(bars(inspector))
    assert inspector.why.text() == "WHAT IT LOOKS LIKE"


def test_a_long_path_does_not_push_anything_out_of_sight(inspector: Inspector, session: Session) -> None:
    folder = "/home/grandmother/pictures/from_the_camera/" + "summer" * 12
    session.gallery = session.gallery.with_changes(roots=dict.fromkeys(session.gallery.roots, folder))
    session.select([photo(session, "forest_1.jpg")], None)
    QApplication.processEvents()
    assert inspector.widget().width() <= inspector.viewport().width()
    value = next(label for label in inspector.findChildren(WrappedLabel) if label.toolTip())
    assert value.toolTip() == folder
    assert value.fontMetrics().horizontalAdvance(value.text()) <= value.width()


def test_a_photo_that_is_looked_at_needs_no_selection(inspector: Inspector, session: Session) -> None:
    session.select((), None, photo(session, "night_1.jpg"))
    assert inspector.title.text() == "night_1.jpg"


def test_a_press_on_another_cluster_moves_the_photo(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    file = photo(session, "forest_1.jpg")
    session.select([file], None)
    bar = next(b for b in inspector.bars if b.accessibleName().startswith("Night"))
    with qtbot.waitSignal(session.changed):
        qtbot.mouseClick(bar, Qt.MouseButton.LeftButton)
    cluster = session.gallery.cluster_of(session.gallery.row_of[file])
    assert cluster is not None
    assert cluster.name == "Night"
    assert inspector.subtitle.text() == "Pinned: it stays in Night"


def test_a_cluster_that_was_ruled_out_comes_last_without_a_chance(
    inspector: Inspector, session: Session, qtbot: QtBot
) -> None:
    file = photo(session, "forest_1.jpg")
    session.select([file], None)
    forest = session.gallery.cluster_of(session.gallery.row_of[file])
    assert forest is not None
    with qtbot.waitSignal(session.changed):
        session.reject([file], None)
    qtbot.waitUntil(lambda: bars(inspector) == ["Beach, 10%", "Night, 10%", "Forest, ruled out"])
    session.select([photo(session, "forest_2.jpg")], None)
    assert bars(inspector)[0] == "Forest, 80%"
    session.select([file], None)  # known by now: at once
    assert bars(inspector)[-1] == "Forest, ruled out"
    with qtbot.waitSignal(session.changed):  # the newest word wins
        qtbot.mouseClick(inspector.bars[2], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bars(inspector) == ["Forest, 80%", "Beach, 10%", "Night, 10%"])
    assert session.gallery.cluster_of(session.gallery.row_of[file]).id == forest.id


def test_many_photos_show_how_they_spread(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    chosen = [f.id for f in session.gallery.files if f.path.startswith(("forest", "night_0"))]
    session.select(chosen, None)
    assert inspector.title.text() == "5 photos"
    assert bars(inspector) == ["Forest, 4", "Night, 1"]
    qtbot.mouseClick(inspector.bars[1], Qt.MouseButton.LeftButton)
    assert session.selection == {photo(session, "night_0.jpg")}


def test_the_menu_moves_all_that_is_selected(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    chosen = [f.id for f in session.gallery.files if f.path.startswith("forest")]
    session.select(chosen, None)
    menu = inspector.move_button.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    with qtbot.waitSignal(session.changed):
        next(a for a in menu.actions() if a.text() == "Beach").trigger()
    assert bars(inspector)[0] == "Beach, 4"


def test_what_is_known_is_put_into_words(session: Session) -> None:
    gallery = session.gallery
    digest = gallery.files[0].digest or ""
    known = gallery.contents[digest]._replace(
        width=4000,
        height=3000,
        taken_at=datetime(2019, 5, 4, 12, 30),
        latitude=-33.8568,
        longitude=151.2153,
        camera="Fujifilm X-T3",
    )
    gallery = replace(gallery, contents={**gallery.contents, digest: known})
    details = dict(facts.of_photo(gallery, 0))
    assert "2019" in details["Taken"]
    assert details["Taken"].endswith("12:30\nfrom the camera (EXIF)")
    assert "Date" not in details
    assert details["Place"] == "33.8568° S, 151.2153° E"
    assert details["Camera"] == "Fujifilm X-T3"
    assert details["Size"] == "4,000 × 3,000  (12.0 MP)"
    icon = replace(gallery, contents={**gallery.contents, digest: known._replace(width=28, height=28)})
    assert dict(facts.of_photo(icon, 0))["Size"] == "28 × 28"
    assert dict(facts.of_library(gallery))["Unread"] == "1"
    assert [s.count for s in facts.spread(gallery, np.arange(12), 8)] == [4, 4, 4]


def test_a_date_that_is_only_the_files_says_so(session: Session) -> None:
    gallery = session.gallery
    noon = datetime(2021, 3, 14, 12, 5).timestamp()
    files = (gallery.files[0]._replace(mtime_ns=int(noon * 1e9)), *gallery.files[1:])
    gallery = replace(gallery, files=files)
    details = dict(facts.of_photo(gallery, 0))
    assert "Taken" not in details
    assert "2021" in details["Date"]
    assert details["Date"].endswith("12:05\nfrom the file")
    both = np.array([0, 1])
    assert dict(facts.of_photos(gallery, both))["Date"].endswith("from the files")
    digest = files[1].digest or ""
    known = gallery.contents[digest]._replace(taken_at=datetime(2019, 5, 4))
    gallery = replace(gallery, contents={**gallery.contents, digest: known})
    details = dict(facts.of_photos(gallery, both))
    assert details["Taken"] == "4 May 2019 – 14 Mar 2021\nin part from the files"


@pytest.mark.parametrize(
    ("known", "name", "label", "text"),
    [
        ({}, "IMG-20220103-WA0007.jpg", "Taken", "Monday, 3 January 2022\nfrom the file's name"),
        (
            {"taken_precision": "year", "taken_from": "xmp"},
            "a.jpg",
            "Taken",
            "1993\nfrom the picture's description (XMP)",
        ),
        (
            {"taken_precision": "month", "taken_from": "iptc"},
            "a",
            "Taken",
            "July 1993\nfrom the picture's caption (IPTC)",
        ),
        ({"changed": True}, "a", "Date", "Friday, 2 July 1993, 08:09\nwhen the picture was last changed"),
    ],
)
def test_a_date_is_as_precise_as_it_is_known_and_says_where_it_is_from(
    session: Session, known: dict[str, Any], name: str, label: str, text: str
) -> None:
    gallery = session.gallery
    file = gallery.files[0]._replace(path=name)
    content = gallery.content(0)._replace(taken_at=datetime(1993, 7, 2, 8, 9) if known else None, **known)
    gallery = replace(gallery, files=(file, *gallery.files[1:]), contents={**gallery.contents, content.digest: content})
    assert dict(facts.of_photo(gallery, 0))[label] == text


def test_a_place_is_called_by_its_town(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    gallery = session.gallery
    for file, place in zip(gallery.files, ((45.7640, 4.8357), (-48.9, -123.4)), strict=False):
        known = gallery.contents[file.digest or ""]._replace(latitude=place[0], longitude=place[1])
        gallery.contents[file.digest or ""] = known
    lyon, nowhere = (int(i) for i in gallery.ids[:2])
    session.select([lyon], None)
    assert details(inspector)["Place"] == "…\n45.7640° N, 4.8357° E"
    qtbot.waitUntil(lambda: details(inspector)["Place"] == "Lyon, France\n45.7640° N, 4.8357° E", timeout=20_000)
    session.select([nowhere], None)  # the point of the ocean that is farthest from land
    qtbot.waitUntil(lambda: details(inspector)["Place"] == "48.9000° S, 123.4000° W")
    session.select([lyon], None)
    assert details(inspector)["Place"].startswith("Lyon, France")


def details(inspector: Inspector) -> dict[str, str]:
    """What stands under details."""
    return inspector.details


def test_after_a_bug_of_ours_the_next_photo_is_answered(
    inspector: Inspector, session: Session, jobs: JobRunner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (int(i) for i in session.gallery.ids[:2])

    def near(_library: object, _gallery: object, file: int, _count: int) -> list[tuple[int, float]]:
        if file == first:
            raise KeyError("ours")
        return [(first, 0.9)]

    monkeypatch.setattr("gallery_app.views.inspector.similar_photos.nearest_photos", near)
    with qtbot.captureExceptions() as raised:
        session.select([first], None)
        qtbot.waitUntil(lambda: not jobs.busy)
    assert len(raised) == 1
    session.select([second], None)
    qtbot.waitUntil(lambda: [i for i, _ in inspector.similar_photos.found] == [first])


def test_a_click_on_a_photo_that_is_alike_walks_there(
    inspector: Inspector, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third = (int(i) for i in session.gallery.ids[:3])
    answers = {first: [(second, 0.9), (third, 0.5)], second: [(first, 0.9)]}
    monkeypatch.setattr(
        "gallery_app.views.inspector.similar_photos.nearest_photos",
        lambda _library, _gallery, file, count: answers[file][:count],
    )
    session.select([first], None)
    qtbot.waitUntil(lambda: [i for i, _ in inspector.similar_photos.found] == [second, third])
    assert "90%" in inspector.similar_photos.buttons[0].toolTip()
    qtbot.mouseClick(inspector.similar_photos.buttons[0], Qt.MouseButton.LeftButton)
    assert session.selection == {second}
    qtbot.waitUntil(lambda: [i for i, _ in inspector.similar_photos.found] == [first])
    session.select((), None)
    assert inspector.similar_photos.isHidden()


@pytest.mark.parametrize("width", [220, 252])
def test_nothing_is_cut_beside_the_scroll_bar(
    inspector: Inspector, session: Session, qtbot: QtBot, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = session.gallery.ids.tolist()
    monkeypatch.setattr(
        "gallery_app.views.inspector.similar_photos.nearest_photos", lambda *_: [(i, 0.9) for i in ids[1:5]]
    )
    inspector.move_button.set_label("Déplacer vers l'ailleurs")
    inspector.resize(width, 400)
    session.select([ids[0]], None)
    qtbot.waitUntil(
        lambda: inspector.verticalScrollBar().isVisible() and inspector.similar_photos.buttons[3].isVisible()
    )
    inner, right = inspector.widget(), inspector.viewport().width()
    parts = [inspector.open_button, *inspector.bars[:3], *inspector.similar_photos.buttons]
    qtbot.waitUntil(lambda: all(p.mapTo(inner, p.rect().topRight()).x() < right for p in parts))
    assert inner.width() == right
    buttons = inspector.similar_photos.buttons
    assert all(left.geometry().right() < right.x() for left, right in pairwise(buttons))
    assert inspector.move_button.text().endswith("…")
    assert inspector.move_button.accessibleName() == "Move to"


def test_a_name_that_does_not_fit_as_a_title_is_smaller_before_it_is_cut(qtbot: QtBot) -> None:
    title = TitleLabel()
    qtbot.addWidget(title)
    title.setText("IMG_20250503_153300.jpg")
    title.resize(900, 24)
    title.show()
    metrics = QFontMetrics(title.shown_font())
    title.resize(metrics.horizontalAdvance(title.text()) - 8, 24)
    title.grab()
    assert not title.toolTip()  # it is whole
    assert title.shown_font().pointSizeF() < title.font().pointSizeF()
    title.resize(60, 24)
    title.grab()
    assert title.toolTip() == title.text()
