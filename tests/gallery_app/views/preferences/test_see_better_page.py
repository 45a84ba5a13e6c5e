"""The page See better: what is in use, packs with what they cost and bring, adding one, and looking with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from engine.embedding import DEFAULT_BACKBONE
from engine.embedding.packs.report import BegunReport, PackReport, PacksReport
from engine.service.model_messages import AddModel, EmbedWith, ListModels, LookAtModel, PhotosEmbedded, RemoveModel
from engine.service.protocol import Organise
from gallery_app.app import Parts
from gallery_app.views.preferences.see_better_page import SeeBetterPage
from tests.gallery_app.accessible_tree import faults, tree
from tests.gallery_app.fake_engine import FakeEngine, FakeEngines

ADDRESS = "https://example.org/siglip2"
SIGLIP = PackReport("siglip2", "1", "Apache-2.0", 372_000_000, True, 0.31, True, ADDRESS, "pack_s")
DINO = PackReport("dino", "", "", 88_000_000, False, 0.1, False, "/home/ann/dino", "pack_d")
BEGUN = BegunReport("large", "https://example.org/large", 120_000_000, 900_000_000)
PACKS = PacksReport((DINO, SIGLIP), (BEGUN,), reads=True)
OFFER = replace(SIGLIP, seconds=0.0, key="")


@pytest.fixture
def window(make: Callable[..., Parts], fakes: FakeEngines) -> Parts:
    return make(None, fakes)


def open_page(window: Parts, qtbot: QtBot) -> SeeBetterPage:
    dialog = window.workspace.program.preferences()
    (page,) = (page for page in dialog.findChildren(SeeBetterPage))
    dialog.show_page(page)
    qtbot.waitUntil(page.isVisible)
    return page


@pytest.fixture
def page(window: Parts, qtbot: QtBot) -> SeeBetterPage:
    return open_page(window, qtbot)


def tell(window: Parts, engine: FakeEngine, qtbot: QtBot, report: PacksReport | PackReport) -> None:
    engine.done(report)
    qtbot.waitUntil(lambda: not window.workspace.see_better.packs.doing)


def test_other_pages_ask_nothing(window: Parts, fakes: FakeEngines) -> None:
    window.workspace.program.preferences()
    assert fakes.made == []


def test_each_pack_says_what_it_costs_and_brings(
    window: Parts, page: SeeBetterPage, fakes: FakeEngines, qtbot: QtBot
) -> None:
    assert fakes.last.kinds == [ListModels]
    assert page.none.isVisible()
    tell(window, fakes.last, qtbot, PACKS)
    assert not page.none.isVisible()
    assert list(page.rows) == ["", "dino", "siglip2", "large"]  # the one that comes with Photoloom, too
    assert [part.text() for part in page.rows[""].buttons()] == ["Look with it"]
    siglip, dino, large = page.rows["siglip2"], page.rows["dino"], page.rows["large"]
    assert siglip.line.text() == "372.0 MB  ·  Apache-2.0  ·  0.31 s a photo on one core  ·  finds photos by a sentence"
    assert dino.line.text() == "88.0 MB  ·  no licence named  ·  0.10 s a photo on one core"
    assert large.line.text() == "120.0 MB of 900.0 MB are there, from example.org"
    assert [part.text() for part in large.buttons()] == ["Go on", "Remove"]
    assert faults(tree(page)) == []


def test_size_licence_and_who_learns_are_said_before_it_is_added(
    window: Parts, page: SeeBetterPage, fakes: FakeEngines, qtbot: QtBot
) -> None:
    tell(window, fakes.last, qtbot, PacksReport((), (), reads=True))
    assert not page.look.isEnabled()
    page.place.setText(" https://example.org/siglip2 ")
    page.look.click()
    assert fakes.last.requests == [LookAtModel("https://example.org/siglip2")]
    tell(window, fakes.last, qtbot, OFFER)
    said = page.offer.text()
    assert "siglip2 1: 372.0 MB to fetch and keep. It looks at photos, and finds them by a sentence." in said
    assert "Its licence: Apache-2.0. Each file is checked against the SHA-256" in said
    assert "example.org learns what is fetched and the IP address" in said
    page.add.click()
    adding = fakes.last
    assert adding.requests == [AddModel("https://example.org/siglip2", "siglip2")]
    adding.progress("model-pack", 93_000_000, 372_000_000)
    assert (page.numbers.text(), page.bar.value()) == ("93.0 MB of 372.0 MB", 250)
    adding.progress("model-pack-check")
    assert page.numbers.text() == "Trying it out…"
    tell(window, adding, qtbot, PacksReport((SIGLIP,), (), reads=True))
    assert list(page.rows) == ["", "siglip2"]
    assert not page.offer.isVisible()
    assert "siglip2 is added" in window.workspace.strip.text()


def test_what_is_not_wanted_is_left(window: Parts, page: SeeBetterPage, fakes: FakeEngines, qtbot: QtBot) -> None:
    tell(window, fakes.last, qtbot, PacksReport((), (), reads=True))
    page.place.setText("/home/ann/dino")
    page.look.click()
    tell(window, fakes.last, qtbot, replace(DINO, key=""))
    assert "It names no licence" in page.offer.text()
    assert "No SHA-256 is named there" in page.offer.text()
    assert "learns" not in page.offer.text()
    asked = len(fakes.made)
    page.leave.click()
    assert not page.offer.isVisible()
    assert len(fakes.made) == asked


def test_it_can_be_stopped_and_gone_on_with(
    window: Parts, page: SeeBetterPage, fakes: FakeEngines, qtbot: QtBot
) -> None:
    tell(window, fakes.last, qtbot, PacksReport((), (), reads=True))
    page.place.setText("https://example.org/large")
    page.look.click()
    tell(window, fakes.last, qtbot, replace(OFFER, name="large", source=BEGUN.source))
    page.add.click()
    adding = fakes.last
    page.stop.click()
    adding.cancelled()
    qtbot.waitUntil(lambda: fakes.last is not adding)
    tell(window, fakes.last, qtbot, PacksReport((), (BEGUN,), reads=True))
    assert page.problem.text() == "It was stopped; what has been fetched is kept."
    page.rows["large"].use.click()
    assert fakes.last.requests == [AddModel(BEGUN.source, "large")]
    fakes.last.fail("The line was cut.")
    failed = fakes.last
    qtbot.waitUntil(lambda: fakes.last is not failed)
    tell(window, fakes.last, qtbot, PacksReport((), (BEGUN,), reads=True))
    assert page.problem.text() == "The line was cut."


def test_it_is_removed_at_the_second_press(
    window: Parts, page: SeeBetterPage, fakes: FakeEngines, qtbot: QtBot
) -> None:
    tell(window, fakes.last, qtbot, PACKS)
    row = page.rows["dino"]
    row.remove.click()
    assert [part.text() for part in row.buttons()] == ["Keep it", "Remove it?"]
    row.keep.click()
    assert [part.text() for part in row.buttons()] == ["Look with it", "Remove"]
    row.remove.click()
    row.remove.click()
    assert fakes.last.requests == [RemoveModel("dino")]
    tell(window, fakes.last, qtbot, PacksReport((SIGLIP,), (), reads=True))
    assert list(page.rows) == ["", "siglip2"]


def test_without_a_library_nothing_can_be_looked_at(
    window: Parts, page: SeeBetterPage, fakes: FakeEngines, qtbot: QtBot
) -> None:
    tell(window, fakes.last, qtbot, PACKS)
    assert not page.rows["siglip2"].use.isEnabled()
    assert not page.in_use.used.isVisible()


@pytest.fixture
def looking(scripted: Parts, fakes: FakeEngines, qtbot: QtBot) -> tuple[SeeBetterPage, FakeEngine]:
    """The page over an open library, which knows the packs, and the engine at work."""
    at_work = fakes.last
    page = open_page(scripted, qtbot)
    tell(scripted, fakes.last, qtbot, PACKS)
    assert fakes.last is not at_work
    return page, at_work


def test_the_photos_are_looked_at_behind_and_then_sorted(
    scripted: Parts, looking: tuple[SeeBetterPage, FakeEngine], qtbot: QtBot
) -> None:
    (page, engine), session = looking, scripted.session
    assert page.in_use.used.text().endswith("looks at your photos")
    page.rows["siglip2"].use.click()
    qtbot.waitUntil(lambda: engine.kinds[-1:] == [EmbedWith])
    assert engine.requests[-1] == EmbedWith("pack:siglip2")
    assert not session.busy
    engine.progress("embed", 30, 120)
    assert "siglip2 looks at them now" in page.in_use.state.text()
    assert (page.in_use.looked.text(), page.in_use.bar.value()) == ("30 of 120", 250)
    assert not page.rows["siglip2"].remove.isEnabled()
    engine.done(PhotosEmbedded(120))
    qtbot.waitUntil(lambda: engine.kinds[-1:] == [Organise])
    asked = engine.requests[-1]
    assert isinstance(asked, Organise)
    assert (asked.options.backbone, asked.keep, asked.propose) == ("pack:siglip2", False, False)
    engine.done()
    qtbot.waitUntil(lambda: not page.in_use.state.isVisible())
    assert "sorted by what siglip2 sees" in scripted.workspace.strip.text()
    assert session.backbone == "pack:siglip2"


def test_what_the_user_does_meanwhile_comes_first_and_it_goes_on(
    scripted: Parts, looking: tuple[SeeBetterPage, FakeEngine], qtbot: QtBot
) -> None:
    (page, engine), session = looking, scripted.session
    page.rows["siglip2"].use.click()
    qtbot.waitUntil(lambda: engine.kinds[-1:] == [EmbedWith])
    session.organise()
    engine.cancelled()
    assert engine.kinds[-1:] == [Organise]
    engine.done()
    qtbot.waitUntil(lambda: engine.kinds[-1:] == [EmbedWith])


def test_it_can_be_given_up(scripted: Parts, looking: tuple[SeeBetterPage, FakeEngine], qtbot: QtBot) -> None:
    (page, engine), session = looking, scripted.session
    page.rows["siglip2"].use.click()
    qtbot.waitUntil(lambda: engine.kinds[-1:] == [EmbedWith])
    page.in_use.give_up.click()
    assert engine.stops
    engine.cancelled()
    assert not page.in_use.state.isVisible()
    assert session.backbone == DEFAULT_BACKBONE
    assert scripted.workspace.see_better.switching.wanted == ""


def test_it_goes_on_when_the_library_is_opened_again(
    scripted: Parts, looking: tuple[SeeBetterPage, FakeEngine], fakes: FakeEngines, qtbot: QtBot
) -> None:
    (page, engine), session = looking, scripted.session
    page.rows["siglip2"].use.click()
    qtbot.waitUntil(lambda: engine.kinds[-1:] == [EmbedWith])
    folder = session.folder
    assert folder is not None
    with qtbot.waitSignal(session.opened, check_params_cb=lambda: session.library is not None):
        session.open(folder)
    again = fakes.last
    assert again is not engine
    again.done()
    qtbot.waitUntil(lambda: again.kinds[-1:] == [EmbedWith])
    assert again.requests[-1] == EmbedWith("pack:siglip2")


def test_a_failure_is_said_and_not_tried_for_ever(
    scripted: Parts, looking: tuple[SeeBetterPage, FakeEngine], qtbot: QtBot
) -> None:
    page, engine = looking
    page.rows["siglip2"].use.click()
    qtbot.waitUntil(lambda: engine.kinds[-1:] == [EmbedWith])
    engine.fail("visual/model.onnx is damaged.")
    assert page.in_use.state.text() == "visual/model.onnx is damaged."
    asked = len(engine.requests)
    scripted.session.jobs.idle.emit()
    assert not scripted.workspace.see_better.switching.rest.isActive()
    assert len(engine.requests) == asked
    page.rows["siglip2"].use.click()
    qtbot.waitUntil(lambda: len(engine.requests) == asked + 1)
