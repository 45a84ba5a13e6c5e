"""Sums in one order, without the compiler that torch would import to say so."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys, torch
from engine.core.devices import reproducible

with reproducible():
    print(torch.are_deterministic_algorithms_enabled(), torch.is_deterministic_algorithms_warn_only_enabled())
print(torch.are_deterministic_algorithms_enabled(), "torch._inductor" in sys.modules)
torch.use_deterministic_algorithms(True)
with reproducible():
    pass
print(torch.is_deterministic_algorithms_warn_only_enabled(), torch.are_deterministic_algorithms_enabled())
"""


def test_torch_is_strict_within_and_as_before_after_it_and_imports_no_compiler() -> None:
    out = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True).stdout
    assert out.splitlines() == ["True True", "False False", "False True"]
