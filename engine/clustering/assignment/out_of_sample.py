"""Out-of-sample prediction: the clusters of photos that came after a fit, and which of them are outliers.

Codes cannot tell outliers: an encoder maps any photo among those it knows. Reduced features can: by the distance to
the nearest fitted photo (Sun et al., Out-of-Distribution Detection with Deep Nearest Neighbors, ICML 2022), and by new
photos that lie nearer to each other than to the fitted ones.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.clustering.assignment.corrections import connected_components
from engine.clustering.distances import squared_distances
from engine.clustering.features import Classifier, Preparation, components, require_finite
from engine.clustering.methods.method import Fit
from engine.clustering.methods.parts.label_spreading import NeighbourVote
from engine.clustering.methods.predictor import Predictor, predictors
from engine.core.job import Job
from engine.core.packing import Arrays, pack, registered, unpack
from engine.core.records import NEW_KIND_SIZE, Floats, Ints

_COMPONENTS = 64  # of the reduced features: 256 find no more outliers
_SAMPLE = 3_000  # fitted photos from which components and distances are taken
# Of the fitted photos that have another one within reach, and within the usual distance.
_REACH_QUANTILE, _USUAL_QUANTILE = 0.95, 0.5
_NEIGHBOURS = 5  # nearest photos that are compared
_NEW_NEIGHBOURS = 4  # of those that have to be new in a new kind
_FEW = 3  # new photos are a third of the fitted ones at most: of more, most lie among new ones whatever they show
_BLOCK = 256  # rows
_FIELDS_OF_0_1_0 = (
    ("_.sight.", "_.reduction."),
    ("_.assigner.around.heard", "_.assigner.around.propagated"),
    ("_.assigner.around.", "_.assigner.vote."),
    ("_.assigner.", "_.predictor."),
    ("_.nearest.", "_.predictor."),
)
_STAGE, _PREDICTING, _NEW_KINDS = "looking at the photos", "placing the new photos", "looking for new kinds"


@dataclass(frozen=True, slots=True)
class PcaTransform:
    """Reduces vectors to their scores on fitted principal components, at length 1: `mean` (d,), `axes` (d, s)."""

    mean: Floats
    axes: Floats

    @classmethod
    def fit(cls, vectors: Floats, *, seed: int, job: Job) -> PcaTransform:
        """Fit to `vectors` (n, d), or to a seeded sample where there are many."""
        rows = np.sort(np.random.default_rng(seed).permutation(len(vectors))[:_SAMPLE])
        leading, _ = components(vectors[rows], _COMPONENTS, "cpu", job, _STAGE)
        return cls(leading.mean.numpy(), leading.axes.numpy())

    def transform(self, vectors: Floats) -> Floats:
        """The reduced features (m, s) of `vectors` (m, d)."""
        scores = np.asarray((vectors - self.mean) @ self.axes, np.float32)
        return np.asarray(scores / np.maximum(np.linalg.norm(scores, axis=1, keepdims=True), 1e-6), np.float32)


@predictors.register()
@dataclass(frozen=True, slots=True)
class NeighbourPredictor:
    """Predictor of methods without their own: the mean over the nearest fitted photos (reduced features)."""

    name: ClassVar[str] = "neighbours"

    reduction: PcaTransform
    vote: NeighbourVote
    fitted_codes: Floats | None = None

    @classmethod
    def from_fit(cls, fit: Fit, reduction: PcaTransform, reduced: Floats) -> NeighbourPredictor:
        """From the `fit` of photos with these `reduced` features (n, s)."""
        vote = NeighbourVote(reduced, np.asarray(fit.probabilities, np.float32), _NEIGHBOURS, share=1.0, power=1.0)
        return cls(reduction, vote, fit.codes)

    def __call__(self, vectors: Floats) -> Floats:
        """Probabilities (m, k) of new `vectors` (m, d); a row that is not finite is a UserError."""
        require_finite(vectors)
        return self.vote.average(self.reduction.transform(vectors), self.vote.propagated)

    def codes(self, vectors: Floats) -> Floats | None:
        """The mean of the codes of those photos, (m, c)."""
        if self.fitted_codes is None:
            return None
        return self.vote.average(self.reduction.transform(vectors), self.fitted_codes)


@dataclass(frozen=True, slots=True)
class OutOfSampleModel:
    """Predicts clusters and outliers among photos that were not fitted; kept `packed` in the catalog.

    `reach` and `usual` are squared distances of reduced features: most fitted photos, and half of them, have another
    one within.
    """

    preparation: Preparation
    reduction: PcaTransform
    reach: float
    usual: float
    predictor: Predictor = field(metadata=registered(predictors))

    @classmethod
    def fit(
        cls, fit: Fit, preparation: Preparation, reduction: PcaTransform, reduced: Floats, *, seed: int, job: Job
    ) -> OutOfSampleModel:
        """From the `fit` of photos with these `reduced` features (n, s)."""
        far = _nearest_distances(reduced, seed, job)
        return cls(
            preparation,
            reduction,
            reach=float(np.quantile(far, _REACH_QUANTILE)) if far.size else 4.0,
            usual=float(np.quantile(far, _USUAL_QUANTILE)) if far.size else 4.0,
            predictor=NeighbourPredictor.from_fit(fit, reduction, reduced) if fit.predict is None else fit.predict,
        )

    def packed(self) -> bytes:
        """The bytes that are kept in the catalog."""
        return pack(self)

    @classmethod
    def unpack(cls, packed: bytes) -> OutOfSampleModel:
        """Unpack what was `packed`, by Photoloom 0.1.0 too; a UserError where its predictor no longer exists."""
        return unpack(cls, packed, _upgraded)

    def predict(self, features: Floats, classifier: Classifier | None, job: Job) -> Prediction:
        """The Prediction for photos with these pooled `features` (m, d)."""
        probabilities, codes, reduced = [], [], []
        for top in range(0, max(len(features), 1), _BLOCK):
            job.report(_PREDICTING, top, len(features))
            vectors = self.preparation.transform(features[top : top + _BLOCK], classifier)
            probabilities.append(self.predictor(vectors))
            reduced.append(self.reduction.transform(vectors))
            if (found := self.predictor.codes(vectors)) is not None:
                codes.append(found)
        return Prediction(
            np.concatenate(probabilities), np.concatenate(codes) if codes else None, np.concatenate(reduced)
        )

    def outliers(self, prediction: Prediction, reduced: Floats, fitted: int, job: Job) -> NDArray[np.bool_]:
        """Which new photos are outliers, bool (m,): far from all photos, or of a kind that the fit has not seen.

        `reduced` (n, s) are those that were there, the first `fitted` of them when the fit was made. Where the others
        are many, only what is far is told.
        """
        if _FEW * (len(reduced) + len(prediction.reduced) - fitted) > fitted:
            return ~within(prediction.reduced, reduced[:fitted], self.reach, job, _PREDICTING)
        everything = np.vstack([reduced, prediction.reduced])
        found = np.empty(len(prediction.reduced), np.bool_)
        for top in range(0, len(found), _BLOCK):
            job.report(_PREDICTING, top, len(found))
            found[top : top + _BLOCK] = self._outliers(everything, len(reduced) + top, fitted)
        return found

    def _outliers(self, reduced: Floats, top: int, fitted: int) -> NDArray[np.bool_]:
        """The same of a block of `reduced` (n, s), from row `top` on."""
        block = reduced[top : top + _BLOCK]
        square = squared_distances(block, reduced)
        own = np.arange(len(block))
        square[own, own + top] = np.inf
        nearest = square[:, :fitted].min(axis=1, initial=np.inf)
        around = np.argpartition(square, min(_NEIGHBOURS, len(reduced)) - 1, axis=1)[:, :_NEIGHBOURS]
        new = (around >= fitted) & np.isfinite(np.take_along_axis(square, around, axis=1))
        return np.asarray((nearest > self.reach) | ((new.sum(axis=1) >= _NEW_NEIGHBOURS) & (nearest > self.usual)))


@dataclass(frozen=True, slots=True)
class Prediction:
    """Predictions for m photos: probabilities (m, k), codes (m, c) where the fit has any, reduced features (m, s)."""

    probabilities: Floats
    codes: Floats | None
    reduced: Floats

    def select(self, rows: NDArray[np.bool_]) -> Prediction:
        """The prediction for `rows`, bool (m,)."""
        return Prediction(
            self.probabilities[rows], None if self.codes is None else self.codes[rows], self.reduced[rows]
        )


def new_kinds(reduced: Floats, reach: float, job: Job) -> list[Ints]:
    """Groups of rows of `reduced` (m, s), outliers, that are of a kind of their own; the largest first.

    Kinds are the connected components, from KIND photos on, of the graph of nearest neighbours within `reach`.
    """
    if len(reduced) < NEW_KIND_SIZE:
        return []
    edges: list[tuple[int, int]] = []
    for top in range(0, len(reduced), _BLOCK):
        job.report(_NEW_KINDS, top, len(reduced))
        square = squared_distances(reduced[top : top + _BLOCK], reduced)
        own = np.arange(len(square))
        square[own, own + top] = np.inf
        near = np.argpartition(square, _NEIGHBOURS - 1, axis=1)[:, :_NEIGHBOURS]
        close = np.take_along_axis(square, near, axis=1) <= reach
        edges += [(top + int(a), int(near[a, place])) for a, place in zip(*np.nonzero(close), strict=True)]
    found = [np.array(sorted(group), np.int64) for group in connected_components(edges) if len(group) >= NEW_KIND_SIZE]
    return sorted(found, key=lambda group: (-len(group), int(group[0])))


def within(reduced: Floats, others: Floats, reach: float, job: Job, stage: str = _NEW_KINDS) -> NDArray[np.bool_]:
    """Which of `reduced` (m, s) have one of the `others` (n, s) within `reach`, bool (m,)."""
    found = np.empty(len(reduced), np.bool_)
    for top in range(0, len(reduced), _BLOCK):
        job.report(stage, top, len(reduced))
        found[top : top + _BLOCK] = (squared_distances(reduced[top : top + _BLOCK], others) <= reach).any(axis=1)
    return found


def _upgraded(arrays: Arrays) -> Arrays:
    """Rename the fields that Photoloom 0.1.0 has packed: it had an `assigner`, a `nearest`, or neither."""
    if "_.predictor.registered" in arrays:
        return arrays
    kinds = {"_.assigner.": "encoder", "_.nearest.": "centroids"}
    found = [kind for start, kind in kinds.items() if any(name.startswith(start) for name in arrays)]
    upgraded: Arrays = {"_.predictor.registered": np.array(found[0] if found else "constant")}
    for name, array in arrays.items():
        for before, after in _FIELDS_OF_0_1_0:
            name = name.replace(before, after)
        upgraded[name] = array
    return upgraded


def _nearest_distances(reduced: Floats, seed: int, job: Job) -> Floats:
    """The squared distances of a sample of `reduced` (n, s) to their nearest other row."""
    n = len(reduced)
    rows = np.sort(np.random.default_rng(seed).permutation(n)[:_SAMPLE])
    far = np.full(len(rows), np.inf, np.float32)
    for top in range(0, len(rows), _BLOCK):
        job.report(_STAGE, top, len(rows))
        block = rows[top : top + _BLOCK]
        square = squared_distances(reduced[block], reduced)
        square[np.arange(len(block)), block] = np.inf
        far[top : top + _BLOCK] = square.min(axis=1, initial=np.inf)
    return far[np.isfinite(far)]
