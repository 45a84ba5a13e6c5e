"""What every test of filing needs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.trash import own_trash


@pytest.fixture(autouse=True)
def desktop(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The desktop's trash, one of the test's own."""
    return own_trash(tmp_path_factory.mktemp("desktop"), monkeypatch)
