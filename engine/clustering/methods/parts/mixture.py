"""A mixture of Gaussians over the codes of an encoder: the prior of VaDE, and the predictor that it leaves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np

from engine.clustering.features import Components, Directions, require_finite
from engine.clustering.methods.parts.dec_prediction import Layers, as_array, encoded, layers_of
from engine.clustering.methods.predictor import predictors
from engine.core.records import Floats, Ints

if TYPE_CHECKING:
    from torch import Tensor, nn

_LEAST = 0.01  # of the codes' variance, within every cluster: that of one photo would shrink to nothing
_BLOCK = 4096  # rows


@dataclass(frozen=True, slots=True)
class Mixture:
    """k Gaussians with diagonal covariances that can be trained: `means` (k, c), and what gives weights and variances.

    The weights are softmax of `logits` (k,), the variances exp of `logarithms` (k, c) and `least` on top.
    """

    logits: Tensor
    means: Tensor
    logarithms: Tensor
    least: float

    @classmethod
    def start(cls, codes: Tensor, labels: Ints, means: Floats) -> Mixture:
        """The mixture of a clustering of `codes` (n, c) by `labels` (n,) around `means` (k, c)."""
        import torch

        members = torch.nn.functional.one_hot(torch.from_numpy(labels), len(means)).float().to(codes.device)
        middles = torch.tensor(means, device=codes.device)
        counts = members.sum(0)
        least = max(_LEAST * float((codes - codes.mean(0)).square().mean()), 1e-9)
        within = members.T @ (codes - middles[members.argmax(1)]).square() / counts.clamp_min(1)[:, None]
        logits, logarithms = counts.clamp_min(1).log(), within.clamp_min(least).log()
        return cls(logits.requires_grad_(), middles.requires_grad_(), logarithms.requires_grad_(), least)

    def parameters(self) -> Iterable[Tensor]:
        return self.logits, self.means, self.logarithms

    @property
    def log_weights(self) -> Tensor:
        return self.logits.log_softmax(0)

    @property
    def variances(self) -> Tensor:
        return self.logarithms.exp() + self.least

    def log_joint(self, codes: Tensor) -> Tensor:
        """log p(z, c) of `codes` (n, c) and each cluster, (n, k), up to a constant."""
        variances = self.variances
        joint: Tensor = _log_joint(codes, self.log_weights, self.means, variances, variances.log())
        return joint


def _log_joint(codes: Any, log_weights: Any, means: Any, variances: Any, log_variances: Any) -> Any:
    """Of torch tensors in training and of numpy arrays in prediction."""
    return log_weights - 0.5 * ((codes[:, None] - means) ** 2 / variances + log_variances).sum(2)


@predictors.register()
@dataclass(frozen=True, slots=True)
class MixturePredictor:
    """The posterior p(c | z) of a mixture at z, the code of an encoder of principal components.

    `axes` (d, m) are the components over their scale; `layers` the (weights (out, in), bias (out,)) in turn, with ReLU;
    `log_weights` (k,), `means` and `variances` (k, c) are the mixture's.
    """

    name: ClassVar[str] = "mixture"

    directions: Directions
    mean: Floats
    axes: Floats
    layers: Layers
    log_weights: Floats
    means: Floats
    variances: Floats

    @classmethod
    def of(
        cls, directions: Directions, leading: Components, encoder: nn.Sequential, mixture: Mixture
    ) -> MixturePredictor:
        """From what was trained, copied off the device."""
        scores = as_array(leading.mean), as_array(leading.axes / leading.scale)
        prior = (as_array(part) for part in (mixture.log_weights, mixture.means, mixture.variances))
        return cls(directions, *scores, layers_of(encoder), *prior)

    def __call__(self, vectors: Floats) -> Floats:
        """Probabilities (m, k) of new `vectors` (m, d); a row that is not finite is a UserError."""
        require_finite(vectors)
        return self.probabilities_of(self.codes(vectors))

    def codes(self, vectors: Floats) -> Floats:
        """The codes (m, c) of `vectors` (m, d)."""
        return self.encoded(np.asarray((self.directions.transform(vectors) - self.mean) @ self.axes, np.float32))

    def encoded(self, scores: Floats) -> Floats:
        """The codes (m, c) of principal components `scores` (m, m')."""
        return encoded(scores, self.layers)

    def probabilities_of(self, codes: Floats) -> Floats:
        """p(c | z) (m, k) of `codes` (m, c)."""
        logarithms = np.log(self.variances)
        parts = [np.empty((0, len(self.means)), np.float32)]
        for top in range(0, len(codes), _BLOCK):
            joint = _log_joint(codes[top : top + _BLOCK], self.log_weights, self.means, self.variances, logarithms)
            powers = np.exp(joint - joint.max(axis=1, keepdims=True))
            parts.append(powers / powers.sum(axis=1, keepdims=True))
        return np.concatenate(parts)
