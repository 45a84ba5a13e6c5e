"""Albums: lists of photos that other programs read, written whole and taken back."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from engine.core.job import Job
from engine.filing.acting.act import act
from engine.filing.acting.undo import undo
from engine.filing.journal import Record
from engine.filing.operations import ALBUMS, Action, FilingOptions
from engine.filing.planning.plan import plan, write_plan
from engine.library.library import Library
from tests.engine.filing.files import ids_of, opened, tree, write

NAMES = ("=cmd.jpg", 'a "b", c.jpg', "new\nline.jpg", "\udcff.jpg")


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    for name in NAMES:
        write(tmp_path / "Photos" / name)
    return tmp_path / "Photos"


@pytest.fixture
def library(photos: Path, tmp_path: Path) -> Iterator[Library]:
    with opened(photos, tmp_path / "lib") as library:
        library.catalog.clusters.add({"c1": "=2+3", "c2": "Öde"})
        for number, id_ in enumerate(ids_of(library).values()):
            library.catalog.clusters.assign([(id_, f"c{number % 2 + 1}", 1.0)])
        yield library


def written(library: Library, action: Action, target: Path) -> Record:
    return act(library, write_plan(library, plan(library, FilingOptions(action, target=str(target)), Job())), Job())


def test_a_table_holds_no_formula_and_is_read_back_by_its_columns(
    library: Library, photos: Path, tmp_path: Path
) -> None:
    record = written(library, "csv", tmp_path / "album.csv")
    assert {o.status for o in record.plan.operations} == {"done"}
    data = (tmp_path / "album.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")  # or Excel takes it for another encoding
    rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines(keepends=True)))
    assert {row["cluster"] for row in rows} == {"'=2+3", "Öde"}
    assert {row["path"].removeprefix(f"{photos}{os.sep}") for row in rows} == {*NAMES[:3], "\\udcff.jpg"}
    assert {row["taken"] for row in rows} == {datetime.fromtimestamp(1_500_000_000).isoformat()}
    assert sum(int(row["bytes"]) for row in rows) == record.plan.totals.bytes


def test_json_and_list_name_every_photo_exactly(library: Library, photos: Path, tmp_path: Path) -> None:
    written(library, "json", tmp_path / "album.json")
    album = json.loads((tmp_path / "album.json").read_text("ascii"))
    assert {row["path"] for row in album["photos"]} == {str(photos / name) for name in NAMES}
    written(library, "list", tmp_path / "album.txt")
    lines = (tmp_path / "album.txt").read_bytes().splitlines()
    assert set(lines) == {os.fsencode(str(photos / name)).replace(b"\n", b"\\n") for name in NAMES}


@pytest.mark.parametrize("action", ALBUMS)
def test_an_album_overwrites_nothing_and_is_taken_back_unless_it_was_changed(
    library: Library, tmp_path: Path, action: Action
) -> None:
    target = write(tmp_path / "album", b"mine")
    first, second = written(library, action, target), written(library, action, target)
    assert target.read_bytes() == b"mine"
    assert {f.name for f in tmp_path.glob("album*")} == {"album", "album (2)", "album (3)"}
    undo(library, first.id, None, Job())
    assert not (tmp_path / "album (2)").exists()
    write(tmp_path / "album (3)", b"changed")
    left = [o.why for o in undo(library, second.id, None, Job()).plan.operations if o.why is not None]
    assert [str(why) for why in left] == ["album (3) was changed since"]
    assert (tmp_path / "album (3)").read_bytes() == b"changed"


def test_the_photos_stay_as_they_are(library: Library, photos: Path, tmp_path: Path) -> None:
    before = tree(photos)
    written(library, "csv", tmp_path / "album.csv")
    assert tree(photos) == before
    assert [path.name for path in tmp_path.glob(".*")] == []  # nothing half written is left beside it
