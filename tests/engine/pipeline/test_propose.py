"""A retrain that a look for new photos has come to waits to be taken, and is not trained again meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.core.errors import Cancelled
from engine.core.job import Job
from engine.core.partials import Clustered, Partial
from engine.core.records import UNSURE
from engine.edits.activation import activate, preview
from engine.pipeline.options import OrganiseOptions, RetrainPolicy
from engine.pipeline.organise import organise
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
    assert (outcome.trained, outcome.placed) == (1, len(many))
    proposed = outcome.proposed
    assert proposed is not None
    assert set(phone.homes()) == {*before, *many}  # they have their place by what stands, at once
    for more in ([], phone.add([phone.kinds["animals"][6]]), []):  # a watched folder changes once more
        outcome = phone.organise(KMEANS, keep=True, propose=True)
        assert (outcome.trained, outcome.proposed) == (0, proposed), more
    homes = phone.homes()
    assert {path: homes[path] for path in before} == before
    library, _ = phone.open()
    with library:
        flows = preview(library.catalog, proposed)
        assert sum(flow.count for flow in flows.flows) >= len(before) + len(many)
        assert all(flow.source is not None for flow in flows.flows)
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


def test_a_library_that_has_outgrown_its_fit_gives_later_photos_their_place(phone: Phone) -> None:
    """They waited without any cluster, even single ones, until the proposal was taken."""
    phone.organise(KMEANS)
    phone.add([path for paths in phone.kinds.values() for path in paths[3:6]])
    proposed = phone.organise(KMEANS, keep=True, propose=True).proposed
    single = phone.add([phone.kinds["animals"][7]])
    outcome = phone.organise(KMEANS, keep=True, propose=True)
    assert (outcome.placed, outcome.trained, outcome.proposed) == (1, 0, proposed)
    places = phone.places()
    assert len(places) == 61
    assert all(confidence > 0 for _, confidence in places.values())
    assert sum(cluster == UNSURE for cluster, _ in places.values()) < 10  # not all that is among new ones is odd
    assert single[0] in places


def test_the_training_is_made_up_for_where_a_run_was_ended_after_placing(phone: Phone) -> None:
    phone.organise(KMEANS)
    phone.add([path for paths in phone.kinds.values() for path in paths[3:6]])

    def stop(partial: Partial) -> None:
        if isinstance(partial, Clustered):
            job.cancel()

    job = Job(on_partial=stop)
    library, root = phone.open()
    with library, pytest.raises(Cancelled):
        organise(library, root, KMEANS, job, RetrainPolicy(keep=True, propose=True))
    outcome = phone.organise(KMEANS, keep=True, propose=True)
    assert (outcome.trained, outcome.placed) == (1, None)
    assert outcome.proposed is not None
