"""Adding a pack from a folder, looking with it and finding by a sentence open no Internet socket."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PIL import Image

from tests.engine.embedding.packs.make_pack import COLOURS
from tests.watched import Home

LOOP = """
import json, sys
from engine.__main__ import main
for words in json.loads(sys.argv[1]):
    status = main(words)
    if status:
        sys.exit(f"{words}: {status}")
"""


def test_whoever_asks_for_a_socket_is_killed(made: Path, tmp_path: Path, photoloom_home: Path) -> None:
    user, photos = Home(tmp_path, photoloom_home / "models"), tmp_path / "photos"
    photos.mkdir()
    for name, colour in COLOURS.items():
        Image.new("RGB", (64, 48), colour).save(photos / f"{name[0]}{len(name)}.png")
    organise = ["organise", photos, "--backbone", "pack:colours", "--method", "kmeans", "--map", "pca", "--k", "2"]
    steps = [
        ["models", "add", "colours", "--from", made, "--yes", "-q"],
        [*organise, "-q"],
        ["search", photos, "a red house", "-n", "1"],
    ]
    done = user.sealed([sys.executable, "-c", LOOP, json.dumps([[*map(str, step)] for step in steps])])
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("r3.png: sentence: a red house")
