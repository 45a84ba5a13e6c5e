"""Edits and actions as one list, each with its way back."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.core.errors import Sentence, UserError
from engine.core.job import Job
from engine.edits import Move, Rename
from engine.edits.history import History
from engine.filing import journal
from engine.filing.acting.act import act
from engine.filing.history import entries, newest, undo_entry
from engine.filing.operations import FilingOptions
from engine.filing.planning.plan import plan, write_plan
from engine.filing.receipt import write_receipt
from engine.library.library import Library
from tests.engine.filing.files import ids_of, opened, tree, write


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    for name in ("a.jpg", "<b>.jpg"):
        write(tmp_path / "Photos" / name)
    return tmp_path / "Photos"


@pytest.fixture
def library(photos: Path, tmp_path: Path) -> Iterator[Library]:
    with opened(photos, tmp_path / "lib") as library:
        library.catalog.clusters.add({"c1": "Dogs", "c2": "Cats"})
        library.catalog.clusters.assign((id_, "c1", 1.0) for id_ in ids_of(library).values())
        yield library


def moved(library: Library, target: Path) -> int:
    options = FilingOptions("move", target=str(target))
    return act(library, write_plan(library, plan(library, options, Job())), Job()).id


def told(library: Library) -> list[tuple[str, str, bool, str | None]]:
    return [(e.kind, str(e.label), e.undoable, None if e.why is None else str(e.why)) for e in entries(library)]


def test_one_list_newest_first_and_each_with_its_way_back(library: Library, photos: Path, tmp_path: Path) -> None:
    before = tree(photos)
    first = ids_of(library)["a.jpg"]
    History(library.catalog).do(Rename("c1", "Hounds"))
    action = moved(library, tmp_path / "out")
    History(library.catalog).do(Move([first], "c2"))
    assert told(library) == [
        ("edit", "move 1 photo to Cats", True, None),
        ("file", "move 2 photos to out", True, None),
        ("edit", "rename Dogs to Hounds", True, "the newer edit is undone with it"),
    ]
    assert len({entry.id for entry in entries(library)}) == 3
    undo_entry(library, action, Job())
    assert tree(photos) == before
    undo_entry(library, entries(library)[2].id, Job())  # and the newer edit with it
    cluster = library.catalog.clusters.get("c1")
    assert cluster is not None
    assert (cluster.name, library.catalog.clusters.members("c2")) == ("Dogs", [])
    assert [undoable for _, _, undoable, _ in told(library)] == [False] * 3
    assert newest(library) is None


def test_what_is_undone_or_unknown_is_said(library: Library, tmp_path: Path) -> None:
    History(library.catalog).do(Rename("c1", "Hounds"))
    (entry,) = entries(library)
    undo_entry(library, entry.id, Job())
    with pytest.raises(UserError, match="is undone already"):
        undo_entry(library, entry.id, Job())
    with pytest.raises(UserError, match="There is no edit or action 77"):
        undo_entry(library, 77, Job())
    assert entries(library)[0].why is not None


def test_a_plan_that_was_not_begun_is_not_history(library: Library, tmp_path: Path) -> None:
    write_plan(library, plan(library, FilingOptions("copy", target=str(tmp_path / "out")), Job()))
    assert entries(library) == []


def test_ten_thousand_edits_are_listed_at_once(library: Library) -> None:
    with library.catalog.transaction():
        for number in range(10_000):
            library.catalog.edits.push(Sentence("rename {n}", n=number), "{}", "{}")
    begun = time.perf_counter()
    assert len(entries(library)) == 10_000
    assert time.perf_counter() - begun < 2.0


def test_a_receipt_accounts_for_every_file_and_runs_nothing(library: Library, photos: Path, tmp_path: Path) -> None:
    action = moved(library, tmp_path / "out")
    page = write_receipt(journal.read(library.folder, action), tmp_path / "receipts")
    text = page.read_text("utf-8")
    assert text.count("<tr class=") == 2
    assert "&lt;b&gt;.jpg" in text
    assert "<b>" not in text
    assert "default-src 'none'" in text
    write(tmp_path / "other" / page.name, b"somebody's page")
    with pytest.raises(UserError, match="no receipt of ours"):
        write_receipt(journal.read(library.folder, action), tmp_path / "other")
