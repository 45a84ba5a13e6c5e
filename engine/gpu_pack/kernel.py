"""A product of two matrices on a device: whether it computes, how quickly, and whether rightly."""

from __future__ import annotations

import time
from typing import Any

from engine.core.records import Device

SIDE = 1024
_MOST = 1e-3  # of the largest entry: what rounding to TF32 may make


def time_kernel(device: Device) -> float:
    """Milliseconds of the quickest of three products; RuntimeError where the device can't, or errs."""
    import torch

    generator = torch.Generator().manual_seed(0)
    a, b = (torch.randn(SIDE, SIDE, generator=generator) for _ in range(2))
    there = a.to(device), b.to(device)
    found, seconds = torch.empty(0), []
    for _ in range(4):  # the first one also wakes the device and loads its kernels
        started = time.perf_counter()
        found = torch.mm(*there)
        _wait(device)
        seconds.append(time.perf_counter() - started)
    expected = torch.mm(a, b)
    if float((found.cpu() - expected).abs().max()) > _MOST * float(expected.abs().max()):
        raise RuntimeError("the device computes a wrong product of two matrices")
    return min(seconds[1:]) * 1000


def _wait(device: Device) -> None:
    import torch

    accelerator: Any = {"cuda": torch.cuda, "mps": torch.mps}.get(device)
    if accelerator is not None:
        accelerator.synchronize()
