"""A window on real files, whose engine does what is planned."""

from __future__ import annotations

from pathlib import Path

import pytest

from gallery_app.app import Parts
from gallery_app.shell.filing.filing import Filing


@pytest.fixture
def own_trash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What is thrown away lands here."""
    share = tmp_path / "share"
    share.mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(share))
    return share / "Trash"


@pytest.fixture
def filing(own_trash: Path, clustered: Parts) -> Filing:
    """That of a window with two clusters of photos; its trash is in the test's folder."""
    return clustered.workspace.filing
