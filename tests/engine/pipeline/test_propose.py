"""A retrain that a look for new photos has come to waits to be taken, and is not trained again meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.edits.activation import activate, preview
from engine.pipeline.options import OrganiseOptions
from tests.engine.phone import Phone

KMEANS = OrganiseOptions(k=6, method="kmeans", map="pca", backbone="efficientnet_lite0")


@pytest.fixture
def phone(demo: Path, tmp_path: Path) -> Phone:
    return Phone.filled(demo, tmp_path)


def test_what_was_proposed_is_proposed_again_until_it_is_taken_and_not_trained_again(phone: Phone) -> None:
    phone.organise(KMEANS)
    before = phone.homes()
    many = phone.add([path for paths in phone.kinds.values() for path in paths[3:5]])
    outcome = phone.organise(KMEANS, keep=True, propose=True)
    assert outcome.trained == 1
    proposed = outcome.proposed
    assert proposed is not None
    for more in ([], phone.add([phone.kinds["animals"][6]]), []):  # a watched folder changes once more
        outcome = phone.organise(KMEANS, keep=True, propose=True)
        assert (outcome.trained, outcome.proposed) == (0, proposed), more
    homes = phone.homes()
    assert {path: homes[path] for path in before} == before
    library, _ = phone.open()
    with library:
        flows = preview(library.catalog, proposed)
        assert sum(flow.count for flow in flows.flows if flow.source is None) >= len(many)
        activate(library.catalog, proposed, "retrain")
    outcome = phone.organise(KMEANS, keep=True, propose=True)
    assert (outcome.trained, outcome.proposed) == (0, None)
    assert set(phone.homes()) == {*before, *many, phone.kinds["animals"][6]}
    library, _ = phone.open()
    with library:
        assert len(library.catalog.clusters.assignments().ids) == len(before) + len(many) + 1


def test_what_was_proposed_is_trained_again_when_asked_for_or_outgrown(phone: Phone) -> None:
    phone.organise(KMEANS)
    phone.add([path for paths in phone.kinds.values() for path in paths[3:5]])
    first = phone.organise(KMEANS, keep=True, propose=True).proposed
    forced = phone.organise(KMEANS, keep=True, propose=True, force=True)
    assert forced.trained == 1
    assert forced.proposed != first
    phone.add([path for paths in phone.kinds.values() for path in paths[5:]])
    outgrown = phone.organise(KMEANS, keep=True, propose=True)
    assert outgrown.trained == 1
    assert outgrown.proposed not in (first, forced.proposed)
