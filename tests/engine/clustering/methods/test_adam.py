"""Adam steps as torch.optim's does, without what that imports."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
import torch

from engine.clustering.methods.parts.adam import Adam, plain_step


def network(seed: int = 0) -> tuple[torch.nn.Sequential, torch.Tensor]:
    random = torch.Generator().manual_seed(seed)
    made = torch.nn.Sequential(torch.nn.Linear(7, 33), torch.nn.ReLU(), torch.nn.Linear(33, 3))
    with torch.no_grad():
        for parameter in made.parameters():
            parameter.normal_(0, 0.3, generator=random)
    return made, torch.randn(20, 7, generator=random)


def test_steps_are_those_of_torch_to_the_last_bit() -> None:
    ours, data = network()
    theirs, _ = network()
    idle = torch.nn.Parameter(torch.ones(2))  # takes no part in the loss, and stays
    adam = Adam([*ours.parameters(), idle], 1e-2)
    reference = torch.optim.Adam(theirs.parameters(), lr=1e-2, fused=True)
    for step in range(30):
        adam.rate = reference.param_groups[0]["lr"] = 1e-2 / (1 + step)
        adam.descend(ours(data).square().mean())
        reference.zero_grad()
        theirs(data).square().mean().backward()
        reference.step()
    for one, other in zip(ours.parameters(), theirs.parameters(), strict=True):
        assert torch.equal(one, other)
    assert torch.equal(idle, torch.ones(2))


def test_parameters_beside_others_step_at_their_own_rate() -> None:
    ours, data = network()
    theirs, _ = network()
    body, head = Adam(ours[0].parameters(), 1e-3), Adam(ours[2].parameters(), 1e-1)
    groups = [{"params": theirs[0].parameters(), "lr": 1e-3}, {"params": theirs[2].parameters(), "lr": 1e-1}]
    reference = torch.optim.Adam(groups, fused=True)
    for _ in range(10):
        body.descend(ours(data).square().mean(), beside=head)
        reference.zero_grad()
        theirs(data).square().mean().backward()
        reference.step()
    for one, other in zip(ours.parameters(), theirs.parameters(), strict=True):
        assert torch.equal(one, other)


def test_the_plain_step_comes_to_the_same() -> None:
    parameter, other = torch.linspace(-1, 1, 9), torch.nn.Parameter(torch.linspace(-1, 1, 9))
    mean, square = torch.zeros(9), torch.zeros(9)
    adam = Adam([other], 0.1)
    for step in range(1, 20):
        plain_step(parameter, 2 * parameter, (mean, square), step, 0.1)
        adam.descend(other.square().sum())
    np.testing.assert_allclose(parameter.numpy(), other.detach().numpy(), rtol=1e-4, atol=1e-6)


@pytest.mark.parametrize("pretraining", ["neighbours", "autoencoder"])
def test_learning_imports_no_compiler(pretraining: str) -> None:
    program = f"""
import sys
import numpy as np
from engine.clustering.methods.method import create
from engine.core.job import Job

words = {{"pretraining": {pretraining!r}, "rounds": 2, "epochs": 1, "updates": 1}}
vectors = np.random.default_rng(0).normal(size=(40, 9)).astype(np.float32)
create("dec", words).fit(vectors, 3, seed=0, device="cpu", job=Job())
print({{"torch._dynamo", "torch._inductor"}} & sys.modules.keys() or "none")
"""
    out = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert out.strip() == "none"
