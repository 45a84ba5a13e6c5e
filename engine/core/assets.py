"""Where the data in resources/ is: beside the packages in a checkout, inside engine in a wheel and in a bundle."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent.parent  # the package engine
PACKED = _HERE / "_resources"  # where there is one


def resource(name: str) -> Path:
    """The path of `name` below resources/, from a checkout, an installed wheel or a bundle."""
    for base in (PACKED, _HERE.parent / "resources"):
        if (base / name).exists():
            return base / name
    raise FileNotFoundError(f"resources/{name} is missing from this installation")
