"""Which processor computes, and how many threads it may take."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING, Any

from engine.core.errors import UserError

if TYPE_CHECKING:  # records imports numpy, which must not be loaded before threads are limited
    from engine.core.records import Device


def set_passive_wait_policy() -> None:
    """Set OMP_WAIT_POLICY to passive: spinning OpenMP threads slow each other down fortyfold under contention.

    Call it before torch or scikit-learn is imported.
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")  # without it CUDA's sums differ from run to run


@contextmanager
def reproducible() -> Iterator[None]:
    """Make torch deterministic in this context: several threads give the same bits, and measure no slower."""
    import torch

    # Not use_deterministic_algorithms: that sets the same flag, but first takes two seconds to import a compiler.
    before = torch.get_deterministic_debug_mode()
    torch.set_deterministic_debug_mode("warn")
    try:
        yield
    finally:
        torch.set_deterministic_debug_mode(before)


def half_precision(device: Device) -> AbstractContextManager[Any]:
    """Autocast matrix products to bfloat16 where the processor has it, at twice the speed; weights stay float32."""
    import torch

    capabilities: dict[str, Any] = getattr(torch.cpu, "get_capabilities", dict)()  # torch before 2.12 cannot say
    fast = device == "cuda" or (device == "cpu" and (capabilities.get("avx512_bf16") or capabilities.get("amx_bf16")))
    return torch.autocast(device, torch.bfloat16) if fast else nullcontext()


def cores() -> int:
    """Processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def limit_threads(threads: int) -> None:
    """Hold numpy, scikit-learn, torch and ONNX Runtime to `threads`; call before they are imported."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = str(threads)


def resolve(wanted: str) -> Device:
    """The device for auto, cpu, cuda or mps; one that is missing is a UserError."""
    if wanted == "cpu" or (wanted == "auto" and not _driver_present()):
        return "cpu"
    import torch

    if wanted in ("auto", "cuda") and torch.cuda.is_available():
        return "cuda"
    if wanted in ("auto", "mps") and torch.backends.mps.is_available():
        return "mps"
    if wanted == "auto":
        return "cpu"
    raise UserError("There is no {wanted} device here; use --device auto or --device cpu.", wanted=wanted)


def _driver_present() -> bool:
    """Whether a GPU driver is installed: asks the loader, because importing torch to learn "no" takes seconds."""
    if sys.platform == "darwin":
        return True
    try:
        ctypes.CDLL("nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1")
    except OSError:
        return False
    return True
