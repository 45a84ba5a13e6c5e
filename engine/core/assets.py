"""Where the data in resources/ is: beside the packages in a checkout, inside engine in a wheel."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent.parent  # the package engine


def resource(name: str) -> Path:
    """The path of `name` below resources/, from a checkout or an installed wheel."""
    for base in (_HERE / "_resources", _HERE.parent / "resources"):
        if (base / name).exists():
            return base / name
    raise FileNotFoundError(f"resources/{name} is missing from this installation")
