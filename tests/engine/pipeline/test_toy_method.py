"""Adding a method is adding one file: this one holds two, of which one brings its own predictor for new photos."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest

from engine.clustering.methods.method import Fit, methods
from engine.clustering.methods.predictor import predictors
from engine.core.errors import UserError
from engine.core.job import Job
from engine.core.records import Floats, Ints
from engine.pipeline.options import OrganiseOptions, RetrainPolicy
from engine.pipeline.organise import organise
from engine.versions.library_cut import activate_cut
from tests.engine.phone import Phone


def told_apart(vectors: Floats, axis: Floats) -> Ints:
    return np.asarray((vectors @ axis > 0).astype(np.int64))


@dataclass(frozen=True, slots=True)
class Side:
    """On which side of a plane photos lie: nothing that a centroid or an encoder could say."""

    name: ClassVar[str] = "toy plane"

    axis: Floats

    def __call__(self, vectors: Floats) -> Floats:
        share = np.float32(0.75)  # sure, but not certain
        other = np.full((len(vectors), 2), 1 - share, np.float32)
        other[np.arange(len(vectors)), told_apart(vectors, self.axis)] = share
        return other

    def codes(self, vectors: Floats) -> Floats:
        return np.asarray(vectors @ self.axis[:, None], np.float32)


@dataclass(frozen=True, slots=True)
class Plane:
    """Two clusters by the sign of the first principal component."""

    name: ClassVar[str] = "toy plane"
    label: ClassVar[str] = "Plane"
    help: ClassVar[str] = "Two sides of a plane."

    def fit(self, vectors, k, *, seed, device, job, constraints=None) -> Fit:
        predict = Side(np.linalg.svd(vectors - vectors.mean(axis=0), full_matrices=False)[2][0])
        probabilities = predict(vectors)
        return Fit(probabilities.argmax(axis=1), probabilities, codes=predict.codes(vectors), predict=predict)


@dataclass(frozen=True, slots=True)
class Mute(Plane):
    """The same without a predictor."""

    name: ClassVar[str] = "toy mute"

    def fit(self, vectors, k, *, seed, device, job, constraints=None) -> Fit:
        whole = Plane().fit(vectors, k, seed=seed, device=device, job=job)
        return Fit(whole.labels, whole.probabilities)


@pytest.fixture
def toys() -> Iterator[None]:
    """The methods of this file in the registries, for a while."""
    predictors.register()(Side)
    methods.register()(Plane)
    methods.register()(Mute)
    yield
    predictors.forget(Side.name)
    methods.forget(Plane.name)
    methods.forget(Mute.name)


@pytest.mark.usefixtures("toys")
@pytest.mark.parametrize("method", [Plane.name, Mute.name])
def test_new_photos_are_placed_by_the_method_that_made_the_clusters(demo: Path, tmp_path: Path, method: str) -> None:
    options = OrganiseOptions(k=2, method=method, map="pca", backbone="efficientnet_lite0")
    phone = Phone.filled(demo, tmp_path)
    assert phone.organise(options).trained == 1
    before = phone.homes()
    new = phone.add([path for paths in phone.kinds.values() for path in paths[4:5]])
    outcome = phone.organise(options)
    assert (outcome.trained, outcome.placed) == (0, len(new))
    after = phone.homes()
    assert {path: after[path] for path in before} == before
    whole = phone.organise(options, force=True)  # the same plane, but for the few that came: what it would have said
    assert whole.trained == 1
    again = phone.homes()
    placed = [path for path in new if after[path] in {"c1", "c2"}]
    assert len({after[path] for path in placed}) == 2  # by far not all in the first cluster
    assert sum(after[path] == again[path] for path in placed) >= len(placed) - 2


@pytest.mark.usefixtures("toys")
def test_what_a_methods_own_predictor_says_is_how_sure_a_new_photo_is(demo: Path, tmp_path: Path) -> None:
    options = OrganiseOptions(k=2, method=Plane.name, map="pca", backbone="efficientnet_lite0")
    phone = Phone.filled(demo, tmp_path)
    phone.organise(options)
    new = set(phone.add([path for paths in phone.kinds.values() for path in paths[4:5]]))
    phone.organise(options)
    library, _ = phone.open()
    with library:
        now = library.catalog.clusters.assignments()
        sure = dict(zip(now.ids.tolist(), now.confidences.tolist(), strict=True))
        confidences = [sure[file.id] for file in library.catalog.files.all() if file.path in new]
        assert max(confidences) < 0.99  # nobody is certain
        activate_cut(library.catalog, 3)  # and k can be turned


@pytest.mark.parametrize("method", [Plane, Mute])
def test_new_photos_are_entered_though_their_method_is_missing(demo: Path, tmp_path: Path, method: type[Plane]) -> None:
    """Mute's can be placed all the same; Plane's predictor is missing, too."""
    registered = {methods: [Plane, Mute], predictors: [Side]}
    for registry, owners in registered.items():
        for owner in owners:
            registry.register()(owner)
    options = OrganiseOptions(k=2, method=method.name, map="pca", backbone="efficientnet_lite0")
    phone = Phone.filled(demo, tmp_path)
    phone.organise(options)
    for registry, owners in registered.items():
        for owner in owners:
            registry.forget(owner.name)
    new = phone.add([path for paths in phone.kinds.values() for path in paths[4:5]])
    library, root = phone.open()
    with library:
        if method is Mute:
            assert organise(library, root, options, Job(), RetrainPolicy(keep=True)).placed == len(new)
        else:
            with pytest.raises(UserError, match="Retrain with another method") as said:
                organise(library, root, options, Job(), RetrainPolicy(keep=True))
            assert not said.value.usage
        assert set(new) <= {file.path for file in library.catalog.files.readable()}
