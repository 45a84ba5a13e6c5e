"""`benchmark folders --protocol text` as a command."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest


@pytest.fixture
def known(demo: Path, tmp_path: Path) -> Path:
    """A quote whose words are known and an animal."""
    quote = sorted((demo / "WhatsApp Images").iterdir())[0]
    folder = tmp_path / "known"
    for group, path in (("quotes", quote), ("plain", demo / "DCIM/Camera/IMG_20250503_100000.jpg")):
        (folder / group).mkdir(parents=True)
        shutil.copy2(path, folder / group / "0.jpg")
    return folder


@pytest.mark.slow  # it embeds, which imports torch: scores are tested in tests/engine/measure
def test_what_is_read_is_scored_by_group(engine, known: Path, tmp_path: Path) -> None:
    truth = {"quotes/0.jpg": ["certainly not written there"], "plain/0.jpg": []}
    (known / "text.json").write_text(json.dumps(truth), "utf-8")
    out = tmp_path / "text.json"
    done = engine("benchmark", "folders", "--data", known, "--protocol", "text", "--out", out)
    assert done.returncode == 0, done.stderr
    numbers = json.loads(out.read_text("utf-8"))
    assert numbers["groups"]["plain"] == {"pictures": 1, "with words": 0, "told as unread": 0}
    assert numbers["groups"]["quotes"]["with words"] == 1
    assert numbers["groups"]["quotes"]["words"] == 4
    assert numbers["groups"]["quotes"]["found by a search"] < 1
    assert numbers["gate"]["recall"] == 1
    assert numbers["cpu_seconds"]["pictures"] == 2
