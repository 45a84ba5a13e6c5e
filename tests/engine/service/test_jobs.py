"""Jobs of the window that test_worker.py does not ask for through the pipe."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.embedding.efficientnet_lite import EfficientNetLite
from engine.job import Job
from engine.library.library import open_library
from engine.pipeline.organise import organise
from engine.pipeline.words import Words
from engine.service import protocol
from engine.service.jobs import run

WORDS = Words(k=4, method="kmeans", map="pca", backbone="efficientnet_lite0")


def test_the_curve_needs_no_network_once_photos_are_organised(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library, root = open_library(photos, tmp_path / "library", "test")
    with library:
        organise(library, root, WORDS, Job())
        monkeypatch.delattr(EfficientNetLite, "classifier")
        found = run(library, root, protocol.EvaluateK(Words()), Job())
    assert isinstance(found, protocol.KEvaluated)
    assert [point.k for point in found.curve] == list(range(2, 2 + len(found.curve)))
    assert len(found.curve) > 3
    assert all(None not in point for point in found.curve)
