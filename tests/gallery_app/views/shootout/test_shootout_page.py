"""Methods side by side in the window: compared for real, one used, and that undone."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.clustering.quality import nmi
from engine.core.partials import MethodCompared
from engine.core.records import Clustering
from engine.gallery.snapshot import Gallery
from engine.service.lab_messages import CompareMethods, MethodsCompared
from engine.service.protocol import Organise, Organised
from gallery_app.app import Parts
from gallery_app.views.shootout.shootout_page import ShootoutPage
from tests.gallery_app.fake_engine import FakeEngine
from tests.gallery_app.windows import MINUTE, settle


def opened(parts: Parts) -> ShootoutPage:
    parts.window.actions_["compare-methods"].trigger()
    page = parts.workspace.pages.shootout
    assert parts.window.pages.currentWidget() is page
    return page


def choose(page: ShootoutPage, *methods: str, runs: int = 1, folders: bool = False) -> None:
    for name, box in page.choices.methods.items():
        box.setChecked(name in methods)
    page.choices.runs.setValue(runs)
    page.choices.by_folders.setChecked(folders)


def answer(parts: Parts, method: str, agreement: float | None, nmi: tuple[float, ...] = ()) -> MethodCompared:
    """All photos in two clusters, the first of which is the library's first."""
    ids = parts.session.gallery.ids
    labels = (np.arange(len(ids)) % 2).astype(np.int64)
    first = parts.session.gallery.clusters[0].id
    return MethodCompared(method, ids, labels, (first, ""), agreement, 0.25, 0.5, 1.5, 300, nmi)


def gallery_without_the_first(gallery: Gallery) -> Gallery:
    arrays = {name: getattr(gallery, name)[1:] for name in ("files", "labels", "confidences", "pinned", "xy")}
    return replace(gallery, **arrays)


def made_by(parts: Parts) -> Clustering:
    made = parts.session.gallery.clustering
    assert made is not None
    return made


def test_compared_used_and_undone(clustered: Parts, qtbot: QtBot) -> None:
    session, page = clustered.session, opened(clustered)
    choose(page, "kmeans", "ward")
    page.choices.k.setValue(3)
    QTest.mouseClick(page.choices.go, Qt.MouseButton.LeftButton)
    assert page.choices.go.text() == "Stop"
    qtbot.waitUntil(lambda: not page.shootout.running, timeout=MINUTE)
    settle(clustered, qtbot)
    assert page.shootout.problem == ""
    assert {row[0] for row in page.results.table.texts()} == {"k-means", "Ward"}
    assert "stand apart most clearly" in page.results.answer.text()

    page.results.maps[1].click()
    assert page.results.use.text() == "Use the result of Ward"
    shown = page.shootout.answers[1]
    QTest.mouseClick(page.results.use, Qt.MouseButton.LeftButton)
    settle(clustered, qtbot)
    workspace = clustered.workspace
    assert clustered.window.pages.currentWidget() is workspace.preview  # first it shows what would move
    assert made_by(clustered).method == "kmeans"
    workspace.preview.accept.click()
    qtbot.waitUntil(lambda: made_by(clustered).method == "ward", timeout=MINUTE)
    settle(clustered, qtbot)
    assert session.gallery.cluster_count == 3
    rows = [session.gallery.row_of[file] for file in shown.files.tolist()]
    assert nmi(session.gallery.labels[rows], shown.labels) == pytest.approx(1)
    session.undo()
    qtbot.waitUntil(lambda: session.gallery.cluster_count == 2)
    settle(clustered, qtbot)


def test_answers_come_one_by_one_and_the_best_is_marked(scripted: Parts, engine: FakeEngine) -> None:
    page = opened(scripted)
    choose(page, "dec", "ward", runs=2, folders=True)
    page.choices.go.click()
    (request,) = engine.requests
    assert request == CompareMethods(("dec", "ward"), 3, (0, 1), scripted.session.options, by_folders=True)
    engine.partial(answer(scripted, "dec", 0.5))
    assert page.results.answer.text().startswith("Deep clustering (DEC) sorts most like your folders: 50%")
    assert not page.results.use.isEnabled()  # while it runs
    engine.partial(answer(scripted, "ward", 0.75, (0.4,)))
    assert page.results.answer.text().startswith("Ward sorts most like your folders: 75%")
    assert [row[:2] for row in page.results.table.texts()] == [["Ward", "75%"], ["Deep clustering (DEC)", "50%"]]
    engine.done(MethodsCompared())
    assert page.results.use.text() == "Use the result of Ward"
    page.results.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert [row[0] for row in page.results.table.texts()] == ["Deep clustering (DEC)", "Ward"]
    model = page.results.table.model()
    spoken = [model.data(model.index(row, 1), Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert spoken == ["50%", "75%, the best"]
    likeness = page.results.likeness.model()
    assert likeness.data(likeness.index(0, 1)) == "0.40"


def test_a_stop_keeps_what_is_there(scripted: Parts, engine: FakeEngine) -> None:
    page = opened(scripted)
    choose(page, "dec", "ward")
    page.choices.go.click()
    engine.partial(answer(scripted, "dec", None))
    page.choices.go.click()
    assert len(engine.stops) == 1
    engine.cancelled()
    assert page.choices.go.text() == "Compare"
    assert page.results.state.text() == "Stopped before 1 method."
    assert page.results.use.isEnabled()
    page.results.use.click()
    used = engine.requests[-1]
    assert isinstance(used, Organise)
    assert used.unaided
    assert used.force
    assert used.propose
    assert (used.options.method, used.options.k, used.options.seed, used.options.parameters) == ("dec", 3, 0, {})
    engine.done(Organised({}, {}))


def test_a_failure_is_said_on_the_page_alone(scripted: Parts, engine: FakeEngine) -> None:
    page = opened(scripted)
    said: list[str] = []
    scripted.session.failed.connect(said.append)
    page.choices.go.click()
    engine.fail("The disk is full.")
    assert page.results.state.text() == "The disk is full."
    assert said == []


def test_nothing_is_used_once_photos_have_come(scripted: Parts, engine: FakeEngine) -> None:
    page, session = opened(scripted), scripted.session
    choose(page, "ward")
    page.choices.go.click()
    engine.partial(answer(scripted, "ward", None))
    engine.done(MethodsCompared())
    some = gallery_without_the_first(session.gallery)
    session.show_preview(some, session.filters.evaluate(some), None)
    assert page.results.state.text() == "Photos have come or gone since: compare again."
    assert not page.results.use.isEnabled()


def test_without_a_method_nothing_is_compared_and_escape_leads_back(scripted: Parts) -> None:
    page = opened(scripted)
    choose(page)
    assert not page.choices.go.isEnabled()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()
