"""Flipped bits anywhere in a catalog: the same words of the user, or one sentence, after which the next start works."""

from __future__ import annotations

import os
import random
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

from engine.core.errors import UserError
from engine.edits.history import History
from engine.gallery.snapshot import load_gallery
from engine.library.explain import explain
from engine.library.library import Library
from engine.library.rotations import kept_turns
from engine.library.safety.recovery import begin_anew
from tests.paths import ROOT

OLD = ROOT / "tests" / "data" / "library-0.1.0.zip"
FLIPS = int(os.environ.get("PHOTOLOOM_FLIPS", "60"))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any]:
    """A library with corrections, without backups, and what was said in it."""
    folder = tmp_path_factory.mktemp("old")
    with zipfile.ZipFile(OLD) as packed:
        packed.extractall(folder)
    with Library(folder / "library", "a test") as library:
        said = _said(library)
    shutil.rmtree(folder / "library" / "backups")
    return folder / "library", said


def _said(library: Library) -> Any:
    """What a start reads."""
    catalog = library.catalog
    gallery = load_gallery(catalog, "neighbours")
    history = History(catalog)
    corrections = catalog.corrections.all()
    labels = [str(edit.label) for edit in catalog.edits.all()]
    names = [(c.id, c.name, c.locked) for c in catalog.clusters.all() if c.named_by_user]
    clusters = [None if (c := gallery.cluster_of(row)) is None else c.id for row in range(len(gallery))]
    return corrections, labels, names, clusters, kept_turns(catalog), str(history.undo_label), str(history.redo_label)


def _start(folder: Path) -> Any:
    """What was said, as a start reads it, or the sentence that it gives."""
    try:
        with Library(folder, "a test") as library:
            return _said(library)
    except Exception as error:
        sentence = explain(error, folder)
        if sentence is None:
            raise
        return sentence


@pytest.mark.parametrize("backed_up", [False, True])
def test_a_flip_anywhere_changes_nothing_unseen(whole: tuple[Path, Any], tmp_path: Path, backed_up: bool) -> None:
    source, said = whole
    size = (source / "catalog.db").stat().st_size
    chance = random.Random(12 + backed_up)
    places = [*range(0, 100, 9), *(chance.randrange(size) for _ in range(FLIPS // 2))]
    kept = sentences = 0
    for number, place in enumerate(places):
        folder = tmp_path / str(number)
        shutil.copytree(source, folder)
        if backed_up:
            Library(folder, "a test").close()
        raw = bytearray((folder / "catalog.db").read_bytes())
        raw[place] ^= 1 << chance.randrange(8)
        (folder / "catalog.db").write_bytes(raw)
        first = _start(folder)
        if isinstance(first, UserError):
            sentences += 1
            first = _start(folder)
            if isinstance(first, UserError) and "Run again" in str(first):
                first = _start(folder)  # it was seen only while the library was open, and waited for this start
            if not backed_up and isinstance(first, UserError):
                begin_anew(folder)  # nothing could be read: the user has to ask for it
                continue
            assert not isinstance(first, UserError), f"flip at {place}: {first}"
            if not backed_up:
                continue  # what was on the damaged page may be lost, and that was said
        assert first == said, f"flip at {place}"
        kept += 1
        shutil.rmtree(folder)
    assert sentences
    assert kept
