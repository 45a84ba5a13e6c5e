"""A retrain as the engine proposes it."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.core.records import Clustering
from engine.library.library import Library
from engine.pipeline.options import OrganiseOptions
from engine.service.protocol import MapLaidOut, Organised
from gallery_app.app import Parts
from tests.gallery_app.fake_engine import FakeEngines
from tests.gallery_app.proposing import Propose, wait_until_idle


@pytest.fixture
def propose(scripted: Parts, fakes: FakeEngines, qtbot: QtBot) -> Propose:
    """As the engine does it: a clustering is kept, and its id told. Photos are named by the start of their path."""

    def one(
        moves: dict[str, str], awaited: bool = True, sure: dict[str, float] | None = None, k: int | None = None
    ) -> None:
        parts, session = scripted, scripted.session
        gallery = session.gallery
        ids = {c.name: c.id for c in gallery.clusters} | {"Stars": "c9"}
        assignments = [
            ids[moves.get(f.path.split(".")[0], gallery.cluster_of(r).name)] for r, f in enumerate(gallery.files)
        ]
        names = tuple(sorted(set(assignments)))
        labels = np.array([names.index(c) for c in assignments], np.int64)
        chances = np.full((len(assignments), len(names)), 0.1, np.float32)
        chances[np.arange(len(assignments)), labels] = [
            (sure or {}).get(f.path.split(".")[0], 0.7) for f in gallery.files
        ]
        made = Clustering(gallery.ids, labels, chances, names, "dec", {}, 0, "test")

        def keep(library: Library) -> int:
            library.catalog.clusters.add({"c9": "Stars"})
            return library.catalog.clusterings.add(made, "by hand")

        kept: list[int] = []
        session.query(keep, kept.append)
        qtbot.waitUntil(lambda: bool(kept))
        if session.busy:
            fakes.last.done(MapLaidOut())  # of what was taken before
        if awaited:
            parts.workspace.proposals.retrain(OrganiseOptions(k=k))
        else:
            session.organise()  # a look for new photos
        fakes.last.done(Organised({}, {}, proposed=kept[0]))
        wait_until_idle(parts, qtbot)

    return one
