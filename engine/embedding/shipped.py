"""What a bundle brings of its backbones: exported as it was built, for it has neither weights nor what reads them."""

from __future__ import annotations

from pathlib import Path

from engine.core.assets import PACKED

SHIPPED = PACKED / "models"  # KEY.HASH.onnx and KEY.HASH.npz, as in a user's cache; nowhere but in a bundle


def shipped(pattern: str) -> list[Path]:
    """The files whose names match; none outside a bundle."""
    return sorted(SHIPPED.glob(pattern))


def shipped_key(beginning: str) -> str | None:
    """The key that begins like this, by the model that has it in its name."""
    return next((model.name.partition(".")[0] for model in shipped(f"{beginning}*.onnx")), None)
