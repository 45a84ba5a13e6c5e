"""Model packs by the window's own engine process: looked at, added and removed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.core.records import Progress
from engine.library.roots import data_folder
from gallery_app.engine_client.engine_process import start_own
from gallery_app.state.packs.packs import Packs
from tests.engine.embedding.packs.make_pack import make_pack

PATIENCE = 60_000  # ms: an engine process is started for each, and one more tries the pack


@pytest.fixture
def packs(qapp: object) -> Iterator[Packs]:
    made = Packs(start_own)
    yield made
    made.close()


def wait(packs: Packs, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not packs.doing, timeout=PATIENCE)


def test_a_pack_is_looked_at_added_and_removed(packs: Packs, tmp_path: Path, qtbot: QtBot) -> None:
    stages: list[str] = []
    packs.progressed.connect(lambda progress: stages.append(progress.stage))
    folder = make_pack(tmp_path / "pack")
    packs.look_at(f" {folder} ")
    wait(packs, qtbot)
    assert packs.offer is not None
    assert (packs.offer.name, packs.offer.licence, packs.offer.sentences) == ("colours", "CC0-1.0", True)
    assert not (data_folder() / "packs").exists()
    with qtbot.waitSignal(packs.added, timeout=PATIENCE) as added:
        packs.add()
    assert added.args == ["colours"]
    assert packs.offer is None
    assert {"model-pack", "model-pack-check"} <= set(stages)
    assert packs.report is not None
    (pack,) = packs.report.packs
    assert packs.pack_of(pack.key) == pack
    assert packs.report.reads
    packs.remove("colours")
    wait(packs, qtbot)
    assert packs.report.packs == ()
    packs.look_at("http://example.org/pack")
    wait(packs, qtbot)
    assert "comes from an address with https" in packs.problem


def test_only_one_thing_is_done_at_a_time(packs: Packs, qtbot: QtBot) -> None:
    packs.look_again()
    packs.look_at("/somewhere")
    assert packs.doing == "listing"
    progress: list[Progress] = []
    packs.progressed.connect(progress.append)
    wait(packs, qtbot)
    assert packs.report is not None
    assert packs.offer is None
