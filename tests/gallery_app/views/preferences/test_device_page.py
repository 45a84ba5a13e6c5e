"""The page of the device: what computes in plain words, and the pack in every state that it can be in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from engine.core.errors import Sentence
from engine.gpu_pack.report import DeviceReport, State
from engine.service.pack_messages import InspectDevice, InstallPack, RemovePack
from gallery_app.app import Parts
from gallery_app.i18n.program.device_names import device_sentence
from gallery_app.views.preferences.device_page import DevicePage
from gallery_app.views.preferences.preferences import Preferences
from tests.gallery_app.accessible_tree import faults, tree
from tests.gallery_app.devices import PACK, REPORT
from tests.gallery_app.fake_engine import FakeEngine, FakeEngines


@pytest.fixture
def window(make: Callable[..., Parts], fakes: FakeEngines) -> Parts:
    return make(None, fakes)


@pytest.fixture
def page(window: Parts, qtbot: QtBot) -> DevicePage:
    """The page, which has asked what computes."""
    dialog = window.workspace.program.preferences("device")
    qtbot.waitUntil(dialog.device.isVisible)
    return dialog.device


def tell(window: Parts, engine: FakeEngine, qtbot: QtBot, report: DeviceReport) -> None:
    engine.done(report)
    qtbot.waitUntil(lambda: not window.workspace.program.device.doing)


def shown(page: DevicePage) -> dict[str, str]:
    """The buttons that can be pressed."""
    buttons = {"get": page.get, "stop": page.stop, "remove": page.remove, "keep": page.keep, "again": page.again}
    return {name: button.text() for name, button in buttons.items() if button.isVisible() and button.isEnabled()}


def test_other_pages_ask_nothing(window: Parts, fakes: FakeEngines) -> None:
    window.workspace.program.preferences()
    assert fakes.made == []


def test_it_says_what_computes_and_why(window: Parts, page: DevicePage, fakes: FakeEngines, qtbot: QtBot) -> None:
    assert fakes.last.kinds == [InspectDevice]
    assert "Looking" in page.sentence.text()
    assert page.bar.isVisible()
    tell(window, fakes.last, qtbot, REPORT)
    assert page.sentence.text() == "The processor looks at your photos and learns from them"
    assert page.name.text() == "Processor: AMD EPYC"
    assert "small build for processors" in page.reason.text()
    assert page.details.text() == "ONNX Runtime 1.26.0 (CPU)  ·  torch 2.13.0  ·  matrix product: 57.1 ms"
    assert not page.bar.isVisible()
    assert faults(tree(page)) == []
    assert "AMD EPYC" in window.workspace.program.device_words()


def test_who_looks_and_who_learns() -> None:
    said = {device_sentence(replace(REPORT, embeds=a, trains=b)) for a in ("cpu", "cuda") for b in ("cpu", "cuda")}
    assert len(said) == 4


@pytest.mark.parametrize(
    ("state", "says", "buttons"),
    [
        ("unneeded", "", {"again"}),
        ("offered", "your NVIDIA T1000. A download of up to 2.5 GB, and up to 5.0 GB", {"get"}),
        ("partial", "It is not complete. A download of up to 2.5 GB", {"get", "remove"}),
        ("broken", "It is not complete. A download of up to 2.5 GB", {"get", "remove"}),
        ("outdated", "It is not complete. A download of up to 2.5 GB", {"get", "remove"}),
        ("installed", "is installed. It takes 5.0 GB", {"remove"}),
    ],
)
def test_each_state_of_the_pack(
    window: Parts, page: DevicePage, fakes: FakeEngines, qtbot: QtBot, state: State, says: str, buttons: set[str]
) -> None:
    reason = Sentence("It is not complete.") if state not in ("offered", "installed") else None
    tell(window, fakes.last, qtbot, replace(REPORT, pack=replace(PACK, state=state, reason=reason)))
    assert says in page.pack.text()
    assert set(shown(page)) == buttons | {"again"}
    assert page.source.isVisible() is ("get" in buttons)


def test_the_pack_is_fetched_with_its_progress_and_can_be_stopped(
    window: Parts, page: DevicePage, fakes: FakeEngines, qtbot: QtBot
) -> None:
    tell(window, fakes.last, qtbot, REPORT)
    page.get.click()
    installing = fakes.last
    assert installing.kinds == [InstallPack]
    assert set(shown(page)) == {"stop"}
    installing.progress("gpu-pack", 1_000_000_000, 2_500_000_000)
    assert page.numbers.text() == "1.0 GB of 2.5 GB"
    assert page.bar.value() == 400
    installing.progress("gpu-pack-check", 0, 0)
    assert page.numbers.text() == "Trying it out…"
    page.stop.click()
    installing.cancelled()
    qtbot.waitUntil(lambda: fakes.last is not installing)
    partial = replace(REPORT, pack=replace(PACK, state="partial", reason=Sentence("It is not complete.")))
    tell(window, fakes.last, qtbot, partial)
    assert page.problem.text() == "It was stopped; what has been fetched is kept."
    assert shown(page)["get"] == "Go on"


def test_it_goes_on_behind_a_closed_dialog_and_the_window_says_what_came_of_it(
    window: Parts, page: DevicePage, fakes: FakeEngines, qtbot: QtBot
) -> None:
    tell(window, fakes.last, qtbot, REPORT)
    page.get.click()
    installing = fakes.last
    for dialog in window.window.findChildren(Preferences):
        dialog.close()
    qtbot.waitUntil(lambda: window.window.findChildren(Preferences) == [])
    installing.progress("gpu-pack", 1, 2)
    installing.done(replace(REPORT, pack=replace(PACK, state="installed")))
    qtbot.waitUntil(lambda: "is installed" in window.workspace.strip.text())


def test_a_failure_stays_to_be_read(window: Parts, page: DevicePage, fakes: FakeEngines, qtbot: QtBot) -> None:
    tell(window, fakes.last, qtbot, REPORT)
    page.get.click()
    installing = fakes.last
    installing.fail("There is no room for the GPU pack.")
    qtbot.waitUntil(lambda: fakes.last is not installing)
    tell(window, fakes.last, qtbot, REPORT)
    assert page.problem.text() == "There is no room for the GPU pack."
    assert page.problem.isVisible()
    page.again.click()
    assert not page.problem.isVisible()


def test_removing_is_asked_first_with_its_size(
    window: Parts, page: DevicePage, fakes: FakeEngines, qtbot: QtBot
) -> None:
    tell(window, fakes.last, qtbot, replace(REPORT, pack=replace(PACK, state="installed")))
    assert shown(page)["remove"] == "Remove (5.0 GB)"
    page.remove.click()
    assert "Remove the GPU pack?" in page.pack.text()
    assert set(shown(page)) == {"remove", "keep"}
    page.keep.click()
    assert shown(page)["remove"] == "Remove (5.0 GB)"
    looking = fakes.last
    page.remove.click()
    page.remove.click()
    assert fakes.last is not looking
    assert fakes.last.kinds == [RemovePack]


def test_the_engine_at_work_keeps_its_pack(
    scripted: Parts, engine: FakeEngine, fakes: FakeEngines, qtbot: QtBot
) -> None:
    """While photos are sorted nothing is taken away; when it is, the engine has been ended before."""
    page = scripted.workspace.program.preferences("device").device
    tell(scripted, fakes.last, qtbot, replace(REPORT, pack=replace(PACK, state="installed")))
    run = scripted.session.organise()
    assert "remove" not in shown(page)
    assert page.remove.toolTip()
    engine.done()
    qtbot.waitUntil(lambda: run is None or not scripted.session.busy)
    qtbot.waitUntil(lambda: "remove" in shown(page))
    page.remove.click()
    page.remove.click()
    qtbot.waitUntil(lambda: engine.ended)
    qtbot.waitUntil(lambda: not scripted.jobs.busy)


def test_the_offer_is_made_once(window: Parts, make: Callable[..., Parts], fakes: FakeEngines) -> None:
    offer = window.workspace.program.offer
    offer.show(replace(PACK, state="unneeded"))
    assert not offer.bar.isVisible()
    offer.show(PACK)
    assert offer.bar.isVisible()
    for said in ("NVIDIA T1000", "2.5 GB", "5.0 GB"):
        assert said in offer.bar.text()
    offer.bar.other.click()
    assert not offer.bar.isVisible()
    assert window.settings.flag("pack_offered", False)
    assert fakes.made == []  # nothing was fetched or asked


def test_the_offer_leads_to_the_page(window: Parts, fakes: FakeEngines) -> None:
    offer = window.workspace.program.offer
    offer.show(PACK)
    offer.bar.verb.click()
    assert not offer.bar.isVisible()
    (dialog,) = window.window.findChildren(Preferences)
    assert dialog.device.isVisible()
    assert fakes.last.kinds == [InspectDevice]
