"""The find field and a sentence: an engine of its own makes the vector, and the photos are ranked by it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from engine.core.job import Job
from engine.embedding.packs.install import add
from engine.embedding.packs.shelf import require
from engine.embedding.packs.sources import offer, open_source
from engine.gallery.searching.sentences import NEUTRAL, encoded
from engine.library.library import open_library
from engine.library.roots import data_folder
from engine.pipeline.options import OrganiseOptions
from engine.pipeline.organise import organise
from engine.service.model_messages import EncodeSentence, SentenceEncoded
from gallery_app.app import Parts
from tests.engine.embedding.packs.make_pack import COLOURS, make_pack
from tests.gallery_app.fake_engine import FakeEngines
from tests.gallery_app.windows import settle

OPTIONS = OrganiseOptions(method="kmeans", map="pca", k=3, backbone="pack:colours")


@pytest.fixture(scope="module")
def sorted_by_pack(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A folder of twelve plain pictures of six colours, and its library, sorted by a pack that reads words."""
    base = tmp_path_factory.mktemp("sentences")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PHOTOLOOM_HOME", str(base / "home"))
        source = open_source(str(make_pack(base / "pack")))
        add(base / "home", source, offer(source), Job())
        folder, library = base / "Photos", base / "library"
        folder.mkdir()
        for number, (name, colour) in enumerate(COLOURS.items()):
            for shade in (0, 9):
                picture = Image.new("RGB", (64, 48), tuple(abs(value - shade) for value in colour))
                picture.save(folder / f"{number}{shade} {name[0]}.png")
        with open_library(folder, library, "test")[0] as opened:
            organise(opened, 1, OPTIONS, Job())
    return folder, library


@pytest.fixture
def window(
    make: Callable[..., Parts],
    fakes: FakeEngines,
    sorted_by_pack: tuple[Path, Path],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> Parts:
    folder, library = sorted_by_pack
    monkeypatch.setenv("PHOTOLOOM_HOME", str(library.with_name("home")))
    parts = make(library, fakes)
    with qtbot.waitSignal(parts.session.opened):
        parts.session.open(folder)
    fakes.last.done()
    settle(parts, qtbot)
    qtbot.waitUntil(lambda: parts.workspace.see_better.sentences.search is not None)
    return parts


def found(parts: Parts) -> list[str]:
    shown = parts.session.filters.shown
    assert shown.found is not None
    return [shown.gallery.files[row].path for row in shown.found.ranked.tolist()]


def test_a_sentence_finds_pictures_in_the_field(window: Parts, fakes: FakeEngines, qtbot: QtBot) -> None:
    at_work, filters = fakes.last, window.session.filters
    filters.find("a red house", None)
    qtbot.waitUntil(lambda: fakes.last is not at_work)
    asked = fakes.last
    assert asked.requests == [EncodeSentence("colours", "a red house")]
    assert found(window) == []
    vectors = encoded(require(data_folder(), "colours"), ("a red house", *NEUTRAL))
    with qtbot.waitSignal(filters.changed):
        asked.done(SentenceEncoded(vectors))
    assert set(found(window)[:2]) == {"00 r.png", "09 r.png"}
    shown = filters.shown.found
    assert shown is not None
    assert str(shown.why(int(shown.ranked[0]))[-1]) == "sentence: a red house"
    filters.find("", None)
    qtbot.waitUntil(lambda: filters.shown.found is None)
    with qtbot.waitSignal(filters.changed):
        filters.find("a red house", None)
    assert set(found(window)[:2]) == {"00 r.png", "09 r.png"}
    assert len(asked.requests) == 1  # its vector is kept


def test_of_what_is_typed_only_the_last_is_asked(window: Parts, fakes: FakeEngines, qtbot: QtBot) -> None:
    at_work, filters = fakes.last, window.session.filters
    for typed in ("a bl", "a blue", "a blue sea"):
        with qtbot.waitSignal(filters.changed):
            filters.find(typed, None)
    qtbot.waitUntil(lambda: fakes.last is not at_work)
    assert fakes.last.requests == [EncodeSentence("colours", "a blue sea")]


def test_fields_and_dates_are_no_sentence(window: Parts, fakes: FakeEngines, qtbot: QtBot) -> None:
    filters, rest = window.session.filters, window.workspace.see_better.sentences.rest
    with qtbot.waitSignal(filters.changed):
        filters.find("type:png 2024", None)
    assert not rest.isActive()
