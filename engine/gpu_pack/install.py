"""Making the pack: fetched, tried, and only then said to be whole."""

from __future__ import annotations

from pathlib import Path

from engine.core.job import Job


def install(home: Path, job: Job, device: str = "cuda") -> None:
    """Fetch what is missing of the pack and try it on `device`."""
    raise NotImplementedError
