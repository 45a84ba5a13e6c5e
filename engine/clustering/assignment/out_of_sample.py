"""Photos that come after a fit: where they belong by what it has learned, and which of them fit nowhere.

Codes cannot tell what fits nowhere: an encoder puts whatever it sees among what it knows. What the photos look
like can: by the distance to the nearest fitted photo (Sun et al., Deep Nearest Neighbors, ICML 2022), and by
newcomers that lie nearer to each other than to what was there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.clustering.assignment.corrections import connected
from engine.clustering.distances import squared_distances
from engine.clustering.features import Classifier, Preparation, components, require_finite
from engine.clustering.methods.method import Fit
from engine.clustering.methods.predictor import Predictor, predictors
from engine.clustering.methods.spreading import NeighbourVote
from engine.core.job import Job
from engine.core.packing import Arrays, pack, registered, unpack
from engine.core.records import NEW_KIND_SIZE, Floats, Ints

_LENGTH = 64  # numbers in the reduced features: with 256 no more is found
_SAMPLE = 3_000  # fitted photos from which components and distances are learned
_FAR, _NEAR = 0.95, 0.5  # of the fitted photos have another one within reach, within the usual distance
_AROUND = 5  # nearest photos that are looked at
_NEW = 4  # of those have to be new in a new kind
_BLOCK = 256  # rows
_RENAMED = (
    ("_.sight.", "_.reduction."),
    ("_.assigner.around.heard", "_.assigner.around.propagated"),
    ("_.assigner.around.", "_.assigner.vote."),
    ("_.assigner.", "_.predictor."),
    ("_.nearest.", "_.predictor."),
)
_STAGE, _PLACING, _KINDS = "looking at the photos", "placing the new photos", "looking for new kinds"


@dataclass(frozen=True, slots=True)
class PcaTransform:
    """How photos look in few numbers: the leading principal components of some vectors, at length 1."""

    mean: Floats
    axes: Floats

    @classmethod
    def fit(cls, vectors: Floats, *, seed: int, job: Job) -> PcaTransform:
        """Of a seeded sample of `vectors` (n, d) where there are many."""
        rows = np.sort(np.random.default_rng(seed).permutation(len(vectors))[:_SAMPLE])
        leading, _ = components(vectors[rows], _LENGTH, "cpu", job, _STAGE)
        return cls(leading.mean.numpy(), leading.axes.numpy())

    def transform(self, vectors: Floats) -> Floats:
        """Sights (m, s) of `vectors` (m, d)."""
        seen = np.asarray((vectors - self.mean) @ self.axes, np.float32)
        return np.asarray(seen / np.maximum(np.linalg.norm(seen, axis=1, keepdims=True), 1e-6), np.float32)


@predictors.register()
@dataclass(frozen=True, slots=True)
class NeighbourPredictor:
    """For methods that bring no predictor: the mean of the fitted photos that look most like a new one."""

    name: ClassVar[str] = "neighbours"

    reduction: PcaTransform
    vote: NeighbourVote
    fitted_codes: Floats | None = None

    @classmethod
    def transform(cls, fit: Fit, reduction: PcaTransform, reduced: Floats) -> NeighbourPredictor:
        """By the `fit` of photos with these `reduced` features (n, s)."""
        vote = NeighbourVote(reduced, np.asarray(fit.probabilities, np.float32), _AROUND, share=1.0, power=1.0)
        return cls(reduction, vote, fit.codes)

    def __call__(self, vectors: Floats) -> Floats:
        """Probabilities (m, k) of new `vectors` (m, d); a row that is not finite is a UserError."""
        require_finite(vectors)
        return self.vote.average(self.reduction.transform(vectors), self.vote.propagated)

    def codes(self, vectors: Floats) -> Floats | None:
        """Between the codes of those photos, (m, c)."""
        if self.fitted_codes is None:
            return None
        return self.vote.average(self.reduction.transform(vectors), self.fitted_codes)


@dataclass(frozen=True, slots=True)
class OutOfSampleModel:
    """All that a fit knows of photos to come, from pooled features on; `packed`, it is kept in the catalog.

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
        """Of a `fit` of photos with these `reduced` features (n, s)."""
        far = _to_another(reduced, seed, job)
        return cls(
            preparation,
            reduction,
            reach=float(np.quantile(far, _FAR)) if far.size else 4.0,
            usual=float(np.quantile(far, _NEAR)) if far.size else 4.0,
            predictor=NeighbourPredictor.transform(fit, reduction, reduced) if fit.predict is None else fit.predict,
        )

    def packed(self) -> bytes:
        """As it is kept."""
        return pack(self)

    @classmethod
    def unpack(cls, packed: bytes) -> OutOfSampleModel:
        """What was `packed`, by Photoloom 0.1.0 too; a UserError where there is no such predictor any more."""
        return unpack(cls, packed, _upgraded)

    def predict(self, features: Floats, classifier: Classifier | None, job: Job) -> Prediction:
        """Where the fit puts photos with these pooled `features` (m, d)."""
        probabilities, codes, reduced = [], [], []
        for top in range(0, max(len(features), 1), _BLOCK):
            job.report(_PLACING, top, len(features))
            vectors = self.preparation.transform(features[top : top + _BLOCK], classifier)
            probabilities.append(self.predictor(vectors))
            reduced.append(self.reduction.transform(vectors))
            if (found := self.predictor.codes(vectors)) is not None:
                codes.append(found)
        return Prediction(
            np.concatenate(probabilities), np.concatenate(codes) if codes else None, np.concatenate(reduced)
        )

    def outliers(self, prediction: Prediction, reduced: Floats, fitted: int, job: Job) -> NDArray[np.bool_]:
        """Which newcomers (m,) fit nowhere: far from all photos, or of a kind that the fit has not seen.

        `reduced` (n, s) are those that were there, the first `fitted` of them when the fit was made.
        """
        everything = np.vstack([reduced, prediction.reduced])
        found = np.empty(len(prediction.reduced), np.bool_)
        for top in range(0, len(found), _BLOCK):
            job.report(_PLACING, top, len(found))
            found[top : top + _BLOCK] = self._outliers(everything, len(reduced) + top, fitted)
        return found

    def _outliers(self, reduced: Floats, top: int, fitted: int) -> NDArray[np.bool_]:
        """The same of a block of `reduced` (n, s), from row `top` on."""
        block = reduced[top : top + _BLOCK]
        square = squared_distances(block, reduced)
        own = np.arange(len(block))
        square[own, own + top] = np.inf
        nearest = square[:, :fitted].min(axis=1, initial=np.inf)
        around = np.argpartition(square, min(_AROUND, len(reduced)) - 1, axis=1)[:, :_AROUND]
        new = (around >= fitted) & np.isfinite(np.take_along_axis(square, around, axis=1))
        return np.asarray((nearest > self.reach) | ((new.sum(axis=1) >= _NEW) & (nearest > self.usual)))


@dataclass(frozen=True, slots=True)
class Prediction:
    """What a fit sees in m new photos: probabilities (m, k), codes (m, c) where it has any, reduced features (m, s)."""

    probabilities: Floats
    codes: Floats | None
    reduced: Floats

    def only(self, rows: NDArray[np.bool_]) -> Prediction:
        """Some of them."""
        return Prediction(
            self.probabilities[rows], None if self.codes is None else self.codes[rows], self.reduced[rows]
        )


def new_kinds(reduced: Floats, reach: float, job: Job) -> list[Ints]:
    """Rows of `reduced` (m, s), photos that fit nowhere, that are of a kind of their own; the largest kind first.

    Each photo is tied to its nearest others within `reach`; kinds are what hangs together, from KIND photos on.
    """
    if len(reduced) < NEW_KIND_SIZE:
        return []
    edges: list[tuple[int, int]] = []
    for top in range(0, len(reduced), _BLOCK):
        job.report(_KINDS, top, len(reduced))
        square = squared_distances(reduced[top : top + _BLOCK], reduced)
        own = np.arange(len(square))
        square[own, own + top] = np.inf
        near = np.argpartition(square, _AROUND - 1, axis=1)[:, :_AROUND]
        close = np.take_along_axis(square, near, axis=1) <= reach
        edges += [(top + int(a), int(near[a, place])) for a, place in zip(*np.nonzero(close), strict=True)]
    found = [np.array(sorted(group), np.int64) for group in connected(edges) if len(group) >= NEW_KIND_SIZE]
    return sorted(found, key=lambda group: (-len(group), int(group[0])))


def within(reduced: Floats, others: Floats, reach: float, job: Job) -> NDArray[np.bool_]:
    """Which of `reduced` (m, s) have one of the `others` (n, s) within `reach`, bool (m,)."""
    found = np.empty(len(reduced), np.bool_)
    for top in range(0, len(reduced), _BLOCK):
        job.report(_KINDS, top, len(reduced))
        found[top : top + _BLOCK] = (squared_distances(reduced[top : top + _BLOCK], others) <= reach).any(axis=1)
    return found


def _upgraded(arrays: Arrays) -> Arrays:
    """What Photoloom 0.1.0 has packed, which knew an `assigner`, a `nearest`, or neither, by today's names."""
    if "_.predictor.registered" in arrays:
        return arrays
    kinds = {"_.assigner.": "encoder", "_.nearest.": "centroids"}
    found = [kind for start, kind in kinds.items() if any(name.startswith(start) for name in arrays)]
    upgraded: Arrays = {"_.predictor.registered": np.array(found[0] if found else "constant")}
    for name, array in arrays.items():
        for before, after in _RENAMED:
            name = name.replace(before, after)
        upgraded[name] = array
    return upgraded


def _to_another(reduced: Floats, seed: int, job: Job) -> Floats:
    """The squared distance of some photos to the nearest other one."""
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
