"""Deep Embedded Clustering (Xie, Girshick & Farhadi, ICML 2016): an encoder that learns its own clusters.

Pretraining gives an encoder, k-means on its codes the initial centres (section 3.2); then self-training fits encoder
and centres together (section 3.1, self_training.py). dec_prediction.py predicts clusters of new photos.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar

import numpy as np

from engine.clustering.augmentation import View, augmented_view
from engine.clustering.features import Directions, components, require_finite
from engine.clustering.methods.kmeans import lloyd
from engine.clustering.methods.method import Constraints, Fit, methods
from engine.clustering.methods.parts import island_encoder, neighbour_encoder
from engine.clustering.methods.parts.autoencoder import QUIET, Samples, in_blocks, multilayer, pretrain
from engine.clustering.methods.parts.dec_prediction import Inputs, build_predictor
from engine.clustering.methods.parts.label_spreading import NeighbourVote, confidence, power, spread_labels
from engine.clustering.methods.parts.self_training import (
    Network,
    SelfTraining,
    assign_all,
    scale_codes,
    warn_if_collapsed,
)
from engine.clustering.methods.parts.supervision import Supervision, pinned_means
from engine.clustering.methods.predictor import ConstantPredictor
from engine.clustering.pixels import edge_histograms, picture_side
from engine.core.devices import reproducible
from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.parameters import param
from engine.core.records import Device, Floats

_PREPARING, _PRETRAINING, _GROUPING, _SELF_TRAINING = "looking for patterns", "learning", "grouping", "settling"
_STARTS = 20  # of k-means for the initial centres, as in the paper


@methods.register()
@dataclass(frozen=True, slots=True)
class Dec:
    """DEC, pretrained on the neighbour graph (steady and best for photos) or as an autoencoder (the paper)."""

    name: ClassVar[str] = "dec"
    label: ClassVar[str] = "Deep clustering (DEC)"
    help: ClassVar[str] = "Learns which differences matter in your photos, then sharpens its own groups."

    pretraining: str = param(
        "neighbours",
        label="Learns first from",
        help="Photos that look alike (best for photos), or redrawing each photo's features (the paper).",
        choices=("neighbours", "autoencoder"),
    )
    pixels: str = param(
        "edges",
        label="Bare pixels",
        help="Small pictures given as pixels (no photos) are likened by their edges, or pixel by pixel (the paper).",
        choices=("edges", "plain"),
    )
    augmentation: float = param(
        0.0, 0.0, 0.5, label="Jiggled", help="Bare pixels are shown moved by up to this share of a side, and turned."
    )
    neighbours: int = param(15, 2, 200, label="Neighbours", help="How many similar photos each photo is held to.")
    rounds: int = param(300, 1, 100_000, label="Learning steps", help="Steps of learning from neighbours.")
    epochs: int = param(60, 1, 1000, label="Redrawing epochs", help="Passes of the autoencoder over all photos.")
    corruption: float = param(0.2, 0.0, 0.9, label="Blanked", help="Share of the features hidden from the autoencoder.")
    components: int = param(64, 2, 4096, label="Components", help="Principal components that the network sees.")
    codes: int = param(10, 2, 256, label="Code length", help="Numbers by which the network tells photos apart.")
    rate: float = param(1e-4, 1e-7, 1.0, label="Settling rate", help="How far each settling step goes.")
    interval: int = param(1, 1, 100, label="Update interval", help="Epochs between two looks at where photos belong.")
    updates: int = param(20, 0, 1000, label="Most updates", help="Settling ends after this many looks at the latest.")
    tolerance: float = param(0.001, 0.0, 1.0, label="Tolerance", help="Settled when fewer than this share move.")
    reconstruction: float = param(
        0.0, 0.0, 1000.0, label="Reconstruction", help="Weight of redrawing while settling: 0 is DEC, 10 is IDEC."
    )
    spreading: float = param(
        0.9, 0.0, 0.99, label="Neighbours' say", help="How much a photo's cluster follows those of the most alike."
    )

    def fit(
        self,
        vectors: Floats,
        k: int,
        *,
        seed: int,
        device: Device,
        job: Job,
        constraints: Constraints | None = None,
    ) -> Fit:
        """Cluster `vectors` (n, d) into `k` (see Method.fit); a row that is not finite is a UserError."""
        require_finite(vectors)
        n = len(vectors)
        if k == 1 or n < 2:
            return Fit(np.zeros(n, np.int64), np.ones((n, 1), np.float32), predict=ConstantPredictor())
        with reproducible():
            return self._fit(vectors, k, FitContext(seed, device, job, _PREPARING), constraints)

    def _fit(self, vectors: Floats, k: int, context: FitContext, constraints: Constraints | None) -> Fit:
        inputs, samples = self._inputs(vectors, context)
        data, job = samples.data, context.job
        supervision = None if constraints is None or constraints.empty else Supervision(constraints, data.device)
        edges = None
        if self.pretraining == "neighbours" or supervision is not None:
            edges = neighbour_encoder.Edges(data, self.neighbours, context.device, job)
        network = replace(self._pretrained(samples, edges, k, context.at(_PRETRAINING)), inputs=inputs)
        codes = in_blocks(network.encoder, data)
        array, grouping = codes.cpu().numpy(), context.at(_GROUPING)
        labels, means = lloyd(array, k, grouping, starts=_STARTS, first=pinned_means(constraints, array))
        start = labels, scale_codes(network, codes, labels, means)
        centres, history = self._self_training().run(network, samples, start, supervision, context.at(_SELF_TRAINING))
        codes = in_blocks(network.encoder, data)
        q = assign_all(codes, centres)
        probabilities = q.cpu().numpy()
        warn_if_collapsed(labels, probabilities.argmax(1), job)
        predict = build_predictor(inputs.directions, inputs.components, network.encoder, centres, inputs.side)
        # With many photos the clusters come from the graph already, and a vote of neighbours takes long.
        votes = self.spreading and (supervision is not None or len(data) < island_encoder.MIN_PHOTOS)
        if edges is not None and votes:
            propagated = spread_labels(edges.graph, probabilities, constraints, self.spreading, job, _SELF_TRAINING)
            scores = data.cpu().numpy()
            vote = NeighbourVote(scores, propagated, self.neighbours, self.spreading, power(constraints))
            probabilities = confidence(propagated, vote.power)
            predict = replace(predict, vote=vote)
        elif supervision is not None:
            probabilities = supervision.clamp(q).cpu().numpy()
        return Fit(probabilities.argmax(1), probabilities, tuple(history), codes.cpu().numpy(), predict)

    def _inputs(self, vectors: Floats, context: FitContext) -> tuple[Inputs, Samples]:
        """The transform from vectors to network inputs, fitted to `vectors`, and the inputs themselves."""
        import torch

        generator = torch.Generator().manual_seed(context.seed)
        side = picture_side(vectors)
        by_edges = side if self.pixels == "edges" else None
        features = vectors if by_edges is None else edge_histograms(vectors, by_edges, context.job, context.stage)
        directions = Directions.fit(features)
        seen = directions.transform(features)
        leading, data = components(seen, self.components, context.device, context.job, context.stage)
        inputs = Inputs(directions, leading, by_edges)
        view: View = data.__getitem__
        if side is not None and self.augmentation:
            view = augmented_view(vectors, side, self.augmentation, partial(inputs.transform, data.device), generator)
        return inputs, Samples(data, view, generator)

    def _pretrained(
        self, samples: Samples, edges: neighbour_encoder.Edges | None, k: int, context: FitContext
    ) -> Network:
        data, generator = samples.data, samples.generator
        if self.pretraining == "neighbours":
            assert edges is not None
            if len(data) >= island_encoder.MIN_PHOTOS:
                return Network(island_encoder.train_encoder(data, edges.graph, k, self.codes, generator, context))
            encoder = neighbour_encoder.build_encoder(data, self.codes, generator)
            neighbour_encoder.train_encoder(encoder, data, edges, self.rounds, generator, context)
            return Network(encoder)
        widths = (data.shape[1], 500, 500, 2000, self.codes)
        encoder = multilayer(widths, generator, QUIET).to(context.device)
        decoder = multilayer(widths[::-1], generator, QUIET).to(context.device)
        pretrain(encoder, decoder, samples, self.epochs, self.corruption, context)
        return Network(encoder, decoder)

    def _self_training(self) -> SelfTraining:
        return SelfTraining(self.rate, self.interval, self.updates, self.tolerance, self.reconstruction)
