"""The generative adversarial network: a forger and a critic that teach each other (Goodfellow et al. 2014)."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from engine.clustering.methods.parts.adam import Adam
from engine.core.fit_context import FitContext
from engine.core.parameters import param
from engine.core.records import Device, Floats
from engine.lab.models.codes import FLOAT_BITS, Gaussian
from engine.lab.models.model import STAGE, Curve, Trained, models
from engine.lab.models.networks import as_pictures, as_planes, batches, passed, prior_codes, quartered, seeded
from engine.lab.models.sketching import SKETCHED, sketched

if TYPE_CHECKING:
    import torch
    from torch import Tensor, nn

_BATCH = 64
_RATES = 4e-4, 4e-4  # of the generator and of the discriminator; DCGAN has half of it
_BETAS = 0.5, 0.99
_R1_EVERY = 16  # steps between two penalties, each as strong as all of them (Karras et al. 2020, appendix B)
_AVERAGE = 0.999  # of the generator's weights from one step to the next
STEPS_A_REPORT = 50
INVERSION_STEPS = 150  # by which a picture's code is found


@models.register()
@dataclass(frozen=True, slots=True)
class Gan:
    """A DCGAN (Radford et al. 2016) with the R1 penalty (Mescheder et al. 2018) and averaged generator weights."""

    name: ClassVar[str] = "gan"
    label: ClassVar[str] = "GAN"
    help: ClassVar[str] = "A forger learns to draw pictures that a critic cannot tell from yours."

    code: int = param(64, 2, 512, label="Code length", help="Numbers from which a picture is drawn.")
    channels: int = param(32, 4, 256, label="Channels", help="Width of both networks.")
    steps: int = param(6000, 10, 1_000_000, label="Steps", help="Rounds of forging and judging.")
    penalty: float = param(1.0, 0.0, 100.0, label="R1 penalty", help="Keeps the critic from being too sure.")

    def fit(self, images: Floats, context: FitContext) -> Trained:
        """Trained on `images` for `steps` batches of 64."""
        with seeded(context.seed) as generator:
            shape = images.shape[1:]
            forger = _placed(generator_network(shape, self.code, self.channels), context.device)
            critic = _placed(discriminator_network(shape, self.channels), context.device)
            networks = _Networks(forger, critic, copy.deepcopy(forger))
            data = as_planes(images, context.device) * 2 - 1
            curve = self._train(networks, data, generator, context.at(STAGE))
        return TrainedGan(curve, context.device, self.code, networks.average.eval(), critic.eval())

    def _train(self, networks: _Networks, data: Tensor, generator: torch.Generator, context: FitContext) -> Curve:
        import torch
        from torch.nn import functional as F

        forger, critic, curve = networks.forger, networks.critic, Curve()
        forging, judging = Adam(forger.parameters(), _RATES[0], _BETAS), Adam(critic.parameters(), _RATES[1], _BETAS)
        dreamed = prior_codes(SKETCHED, self.code, context.device)
        watched = sketched(context, lambda _: as_pictures((passed(networks.average.eval(), dreamed) + 1) / 2))
        rows = _endless(len(data), generator)
        totals = np.zeros(2)
        for step in range(self.steps):
            context.report(step, self.steps)
            real = data[next(rows)]
            fake = forger(torch.randn(len(real), self.code, generator=generator).to(context.device))
            of_fake, of_real = critic(torch.cat([fake.detach(), real])).chunk(2)
            doubt = F.softplus(of_fake).mean() + F.softplus(-of_real).mean()
            loss = doubt
            if self.penalty and step % _R1_EVERY == 0:
                loss = doubt + self.penalty / 2 * _R1_EVERY * gradient_penalty(critic, real)
            judging.descend(loss)
            deceit = F.softplus(-critic(fake)).mean()  # the non-saturating loss
            forging.descend(deceit)
            _follow(networks.average, forger, min(_AVERAGE, (step + 1) / (step + 10)))
            totals += float(doubt.detach()), float(deceit.detach())
            if (step + 1) % STEPS_A_REPORT == 0:
                curve.add(discriminator_loss=totals[0] / STEPS_A_REPORT, generator_loss=totals[1] / STEPS_A_REPORT)
                totals[:] = 0
                watched.tell(curve.values)
                if context.job.finish_requested():
                    break
        return curve


@dataclass(frozen=True, slots=True)
class _Networks:
    forger: nn.Module
    critic: nn.Module
    average: nn.Module


def generator_network(shape: tuple[int, ...], code: int, width: int) -> nn.Sequential:
    """From codes to pictures in −1…1: a quarter of the size, doubled twice by transposed convolutions."""
    from torch import nn

    height, across, channels = quartered(shape)
    network = nn.Sequential(
        nn.Linear(code, 4 * width * height * across, bias=False),
        nn.Unflatten(1, (4 * width, height, across)),
        nn.BatchNorm2d(4 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(4 * width, 2 * width, 4, 2, 1, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, 2, 1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.Conv2d(width, channels, 3, 1, 1),
        nn.Tanh(),
    )
    return network.apply(_small_weights)


def discriminator_network(shape: tuple[int, ...], width: int) -> nn.Sequential:
    """From pictures in −1…1 to a logit of their being real; without batch normalisation, which R1 forbids."""
    from torch import nn

    height, across, channels = quartered(shape)
    return nn.Sequential(
        nn.Conv2d(channels, width, 4, 2, 1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(width, 2 * width, 4, 2, 1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(2 * width, 4 * width, 3, 2, 1),
        nn.LeakyReLU(0.2),
        nn.Flatten(),
        nn.Linear(4 * width * (-(-height // 2)) * (-(-across // 2)), 1),
        nn.Flatten(0),
    )


def _placed(network: nn.Sequential, device: Device) -> nn.Sequential:
    """On the device, channels last: so a processor takes four fifths of the time."""
    import torch

    return network.to(device).to(memory_format=torch.channels_last)


def _small_weights(module: nn.Module) -> None:
    """DCGAN's weights: Gaussian of deviation 0.02."""
    from torch import nn

    if isinstance(module, nn.ConvTranspose2d | nn.Conv2d | nn.Linear):
        nn.init.normal_(module.weight, 0.0, 0.02)


def gradient_penalty(critic: nn.Module, real: Tensor) -> Tensor:
    """R1: the squared gradient of the critic at real pictures, mean over them (Mescheder et al. 2018, equation 9)."""
    import torch

    asked = real.detach().requires_grad_(True)
    (gradient,) = torch.autograd.grad(critic(asked).sum(), asked, create_graph=True)
    return gradient.square().flatten(1).sum(1).mean()


def _follow(average: nn.Module, network: nn.Module, keep: float) -> None:
    """Move the averaged weights towards the network's; running statistics as well."""
    import torch

    with torch.no_grad():
        for kept, new in zip(average.state_dict().values(), network.state_dict().values(), strict=True):
            if kept.is_floating_point():
                kept.lerp_(new, 1 - keep)
            else:
                kept.copy_(new)


def _endless(n: int, generator: torch.Generator) -> Iterator[Tensor]:
    while True:
        yield from batches(n, generator, _BATCH)


@dataclass(frozen=True, slots=True)
class TrainedGan:
    """The averaged generator and the discriminator; a picture's code is the one from which it is forged best."""

    curve: Curve
    device: Device
    code: int
    forger: nn.Module
    critic: nn.Module

    @property
    def code_bits(self) -> float:
        return self.code * FLOAT_BITS

    def encode(self, images: Floats) -> Floats:
        """Codes (n, c) found by gradient descent on the squared error (Zhu et al. 2016), from the best of some."""
        import torch

        codes: list[Floats] = []
        for block in torch.split(as_planes(images, self.device) * 2 - 1, 256):
            codes.append(self._inverted(block).cpu().numpy())
        return np.concatenate(codes)

    def _inverted(self, planes: Tensor) -> Tensor:
        import torch

        generator = torch.Generator().manual_seed(0)
        tried = torch.randn(512, self.code, generator=generator).to(self.device)
        apart = torch.cdist(planes.flatten(1), passed(self.forger, tried).flatten(1))
        code = tried[apart.argmin(1)].clone().requires_grad_(True)
        optimiser = Adam([code], 0.05)
        for _ in range(INVERSION_STEPS):
            error = (self.forger(code) - planes).square().flatten(1).mean(1)
            optimiser.descend((error + 1e-3 * code.square().mean(1)).sum())
        return code.detach()

    def decode(self, codes: Floats) -> Floats:
        import torch

        return as_pictures((passed(self.forger, torch.from_numpy(codes).to(self.device)) + 1) / 2)

    def generate(self, n: int, seed: int, noise: float = 1.0) -> Floats:
        """Pictures of codes from N(0, noise²): less noise, more usual pictures."""
        drawn = np.random.default_rng(seed).standard_normal((n, self.code), dtype=np.float32)
        return self.decode(np.float32(noise) * drawn)

    def codes_2d(self, images: Floats) -> Floats:
        codes = self.encode(images)
        return Gaussian.fit(codes).flattened(codes)
