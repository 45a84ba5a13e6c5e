"""Are a GAN's digits digits, all ten, and no copies? `python tests/benchmarks/lab/bench_gan.py MNIST [--sheet PNG]`.

MNIST is a folder with the four IDX files. A small convolutional network is trained here to recognise digits, and
scored on the test images; what the GAN of the Lab has learned to draw from the training images is shown to it. Copies
would lie nearer to training images than test images do: distances are Euclidean, between pixels in 0…1.
`--set name=value` sets a parameter of the model. Seconds are the processor's, of all threads, and on the wall.
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from engine.core.devices import set_passive_wait_policy
from engine.core.records import Floats, Ints

if TYPE_CHECKING:
    from torch import nn

_EPOCHS = 3
_RATE = 2e-3
_SHIFT = 0.08  # of a side: pictures are shown moved and turned


def recogniser(images: Floats, labels: Ints) -> nn.Sequential:
    """A classifier of pictures (n, 28, 28, 1): three convolutions with pooling and one layer."""
    import torch
    from torch import nn
    from torch.nn import functional as F

    from engine.clustering.augmentation import randomly_moved
    from engine.clustering.methods.parts.adam import Adam
    from engine.lab.models.networks import as_planes, batches, seeded
    from engine.lab.models.training import annealed

    with seeded(0) as generator:
        layers: list[nn.Module] = []
        for before, width in ((1, 12), (12, 24), (24, 48)):
            layers += [nn.Conv2d(before, width, 3, 1, 1, bias=False), nn.BatchNorm2d(width), nn.ReLU(), nn.MaxPool2d(2)]
        network = nn.Sequential(*layers, nn.Flatten(), nn.Linear(48 * 9, 10)).train()
        network = network.to(memory_format=torch.channels_last)
        rows, truth = as_planes(images, "cpu").flatten(1), torch.from_numpy(labels)
        optimiser = Adam(network.parameters(), _RATE)
        for epoch in range(_EPOCHS):
            parts = batches(len(rows), generator)
            for number, part in enumerate(parts):
                optimiser.rate = _RATE * annealed((epoch + number / len(parts)) / _EPOCHS)
                shown = randomly_moved(rows[part], images.shape[1], _SHIFT, generator).view(-1, 1, *images.shape[1:3])
                optimiser.descend(F.cross_entropy(network(shown), truth[part]))
    return network.eval()


def probabilities(network: nn.Sequential, images: Floats) -> Floats:
    """What the recogniser says of pictures (n, 28, 28, 1): (n, 10)."""
    from engine.lab.models.networks import as_planes, passed

    return np.asarray(passed(network, as_planes(images, "cpu")).softmax(1).numpy())


def nearest(images: Floats, among: Floats) -> Floats:
    """The distance of each of `images` to the nearest of `among`."""
    import torch

    rows, others = (torch.from_numpy(np.ascontiguousarray(some.reshape(len(some), -1))) for some in (images, among))
    return np.asarray(torch.stack([torch.cdist(block, others).amin(1) for block in rows.split(200)]).flatten().numpy())


@dataclass(frozen=True)
class Verdict:
    """`sure`: mean top probability; `shares` (10,) of digits; `apart`: mean distance to the nearest training image."""

    sure: float
    shares: Floats
    apart: float

    @classmethod
    def of(cls, images: Floats, network: nn.Sequential, trained_on: Floats) -> Verdict:
        found = probabilities(network, images)
        shares = np.bincount(found.argmax(axis=1), minlength=10) / len(images)
        return cls(float(found.max(axis=1).mean()), shares, float(nearest(images[:2000], trained_on).mean()))

    def line(self, name: str) -> str:
        shares = " ".join(f"{100 * share:.1f}" for share in self.shares)
        return f"{name:<8} top probability {self.sure:.3f}, nearest {self.apart:.2f}, digits in percent {shares}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="a folder with the four IDX files of MNIST")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--samples", type=int, default=10_000)
    parser.add_argument("--set", action="append", default=[], metavar="name=value", help="a parameter of the model")
    parser.add_argument("--sheet", type=Path, help="where a sheet of samples is written, as PNG")
    arguments = parser.parse_args()
    set_passive_wait_policy()

    from engine.core.fit_context import FitContext
    from engine.core.job import Job
    from engine.lab.drawing import sheet
    from engine.lab.models.model import create
    from engine.lab.pictures import of_dataset

    pictures = of_dataset(arguments.data)
    assert pictures.labels is not None
    started = time.process_time(), time.perf_counter()
    network = recogniser(pictures.learned, pictures.labels[: pictures.train])
    right = probabilities(network, pictures.unseen).argmax(axis=1) == pictures.labels[pictures.train :]
    processor, wall = time.process_time() - started[0], time.perf_counter() - started[1]
    print(f"the recogniser is right of {right.mean():.4f} of the test images ({processor:.0f} s, wall {wall:.0f} s)")
    print(Verdict.of(pictures.unseen, network, pictures.learned).line("test"), flush=True)
    started = time.process_time(), time.perf_counter()
    model = create("gan", dict(word.split("=", 1) for word in arguments.set))
    trained = model.fit(pictures.learned, FitContext(arguments.seed, "cpu", Job()))
    processor, wall = time.process_time() - started[0], time.perf_counter() - started[1]
    print(f"the GAN learned in {processor:.0f} s of the processor, {wall:.0f} s on the wall", flush=True)
    made = trained.generate(arguments.samples, arguments.seed)
    print(Verdict.of(made, network, pictures.learned).line("gan"), flush=True)
    if arguments.sheet:
        sheet(made[:144]).save(arguments.sheet)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
