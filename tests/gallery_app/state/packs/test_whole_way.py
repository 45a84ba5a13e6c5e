"""The whole way of a pack in the real window with its real engines: from an address that is cut to a sentence."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.edits import Rename
from gallery_app.app import Parts
from tests.engine.embedding.packs.make_pack import make_pack
from tests.engine.embedding.packs.serving import serving

PATIENCE = 180_000  # ms: engines are started, networks exported and forty photos sorted twice


@pytest.mark.slow
def test_from_an_address_to_a_sentence(
    make: Callable[..., Parts], some_photos: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    parts = make(tmp_path / "library")
    session, desk = parts.session, parts.workspace.see_better
    session.open(Path(shutil.copytree(some_photos, tmp_path / "Phone")))
    qtbot.waitUntil(lambda: session.gallery.clustering is not None and not session.busy, timeout=PATIENCE)
    pile = next(cluster for cluster in session.gallery.clusters if cluster.members)
    session.edit(Rename(pile.id, "Mine"), None)
    qtbot.waitUntil(lambda: any(cluster.name == "Mine" for cluster in session.gallery.clusters))
    with serving(make_pack(tmp_path / "pack")) as server:
        server.cut["visual/model.onnx"] = 1000
        desk.packs.look_at(server.url)
        qtbot.waitUntil(lambda: desk.packs.offer is not None, timeout=PATIENCE)
        with qtbot.waitSignal(desk.packs.failed, timeout=PATIENCE):
            desk.packs.add()
        qtbot.waitUntil(lambda: desk.packs.report is not None and not desk.packs.doing, timeout=PATIENCE)
        assert desk.packs.report is not None
        (begun,) = desk.packs.report.begun
        with qtbot.waitSignal(desk.packs.added, timeout=PATIENCE):
            desk.packs.go_on(begun)
        assert server.fetched["visual/model.onnx"] == (server.folder / "visual" / "model.onnx").stat().st_size
    stood, busy = session.gallery.clustering, list[bool]()
    desk.switching.changed.connect(lambda: busy.append(desk.switching.at_work and session.busy))
    with qtbot.waitSignal(desk.switching.swapped, timeout=PATIENCE):
        desk.switching.use("pack:colours")
        assert session.gallery.clustering is stood
    assert not any(busy)  # while it only looked
    made = session.gallery
    qtbot.waitUntil(lambda: session.gallery is not made or desk.sentences.search is not None, timeout=PATIENCE)
    qtbot.waitUntil(lambda: desk.sentences.search is not None, timeout=PATIENCE)
    assert {cluster.name for cluster in session.gallery.clusters if cluster.id == pile.id} == {"Mine"}
    assert session.gallery.clustering is not None
    assert session.gallery.clustering.backbone.startswith("pack_colours-")
    session.filters.find("a white wall", None)
    qtbot.waitUntil(lambda: bool((shown := session.filters.shown.found) and shown.sentence), timeout=PATIENCE)
    assert session.filters.rows.size
    desk.packs.remove("colours", str(tmp_path / "library"))
    with qtbot.waitSignal(desk.packs.failed, timeout=PATIENCE):
        pass
    assert "is in use by the library" in desk.packs.problem
