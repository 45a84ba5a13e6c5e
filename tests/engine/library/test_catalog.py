"""The catalog: what it keeps, what it refuses, what it does with a damaged file."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest

from engine.core.errors import UserError
from engine.core.records import UNSURE, Clustering, Content, CurvePoint, Projection, Update
from engine.edits.activation import activate, preview
from engine.library.catalog.catalog import Catalog
from engine.library.catalog.cluster_table import Assignments
from engine.library.catalog.schema import MIGRATIONS
from engine.library.lock import LibraryInUse, LibraryLock


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    opened = Catalog(tmp_path / "catalog.db")
    yield opened
    opened.close()


def _enter(catalog: Catalog, *names: str) -> list[int]:
    root = catalog.files.add_root("/photos", 1, 2)
    catalog.files.add(root, ((name, 10, 20) for name in names))
    ids = [file.id for file in catalog.files.all(root)]
    catalog.files.set_read([(id_, f"digest{id_}") for id_ in ids])
    return ids


def test_files_come_back_as_they_were_entered_also_with_names_that_are_not_utf8(catalog: Catalog) -> None:
    odd = "caf\udce9/ü 🙂.jpg" if sys.platform != "win32" else "ü 🙂.jpg"
    _enter(catalog, "b.jpg", odd)
    assert {file.path for file in catalog.files.all()} == {"b.jpg", odd}


def test_a_gone_file_is_kept_with_its_id_and_comes_back(catalog: Catalog) -> None:
    (id_,) = _enter(catalog, "a.jpg")
    catalog.files.mark_gone([id_])
    assert catalog.files.all() == []
    assert [file.id for file in catalog.files.gone(1)] == [id_]
    catalog.files.revise([(id_, "moved/a.jpg", 10, 20)])
    assert [(file.id, file.path) for file in catalog.files.all()] == [(id_, "moved/a.jpg")]


def test_ids_of_files_are_never_used_twice(catalog: Catalog) -> None:
    first, second = _enter(catalog, "a.jpg", "b.jpg")
    with catalog.transaction() as connection:
        connection.execute("DELETE FROM files WHERE id = ?", (second,))
    assert max(_enter(catalog, "c.jpg")) > second > first


def test_contents_keep_date_and_place(catalog: Catalog) -> None:
    content = Content("d", 40, 30, 6, datetime(2021, 3, 4, 5, 6, 7), 48.1, -3.5, "Canon EOS R6")
    catalog.files.add_contents([content, Content("e", 1, 1)])
    assert catalog.files.contents() == {"d": content, "e": Content("e", 1, 1)}


def test_a_clustering_comes_back_whole(catalog: Catalog) -> None:
    ids = np.array(_enter(catalog, "a.jpg", "b.jpg"))
    made = Clustering(
        ids=ids,
        labels=np.array([1, 0]),
        probabilities=np.array([[0.25, 0.75], [0.5, 0.5]], np.float32),
        cluster_ids=("c1", "c2"),
        method="dec",
        parameters={"gamma": 0.1},
        seed=3,
        backbone="net",
        history=(Update(1, 0.5, 0.1, 0.9),),
        curve=(CurvePoint(2, 0.3, 0.5, 0.6), CurvePoint(3, 0.2)),
        codes=np.array([[1, 2, 3], [4, 5, 6]], np.float32),
    )
    back = catalog.clusterings.get(catalog.clusterings.add(made, "fingerprint"))
    np.testing.assert_array_equal(back.probabilities, made.probabilities)
    np.testing.assert_array_equal(back.labels, made.labels)
    assert back.codes is not None
    np.testing.assert_array_equal(back.codes, made.codes)
    assert (back.history, back.curve, back.parameters) == (made.history, made.curve, made.parameters)


def test_a_snapshot_restores_assignments(catalog: Catalog) -> None:
    a, b = _enter(catalog, "a.jpg", "b.jpg")
    catalog.clusters.add({"c1": "Dogs", "c2": "Cats"})
    assignments = Assignments(np.array([a, b]), ["c1", "c2"], np.array([0.5, 0.25], np.float32))
    first, snapshot = (catalog.clusters.add_snapshot(assignments, None) for _ in range(2))
    catalog.clusters.restore_snapshot(first)
    catalog.clusters.assign([(a, "c2", 1.0)])
    catalog.clusters.restore_snapshot(snapshot)
    back = catalog.clusters.assignments()
    assert (back.ids.tolist(), back.clusters, back.confidences.tolist()) == ([a, b], ["c1", "c2"], [0.5, 0.25])


def test_fresh_ids_are_ones_no_cluster_ever_had(catalog: Catalog) -> None:
    assert catalog.clusters.fresh_ids(2) == ["c1", "c2"]
    catalog.clusters.add({"c9": "Dogs"})
    assert catalog.clusters.fresh_ids(2) == ["c10", "c11"]


def test_a_projection_comes_back(catalog: Catalog) -> None:
    xy = np.array([[0.5, -1]], np.float32)
    catalog.clusterings.set_projection(Projection(np.array([7]), xy, "pca", {}), "f")
    stored = catalog.clusterings.projection("pca")
    assert stored is not None
    np.testing.assert_array_equal(stored[0].xy, xy)
    assert catalog.clusterings.projection("tsne") is None


def test_a_transaction_is_all_or_nothing(catalog: Catalog) -> None:
    def fail_midway() -> None:
        with catalog.transaction():
            catalog.clusters.add({"c1": "Dogs"})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_midway()
    assert catalog.clusters.get("c1") is None


@pytest.mark.parametrize("damage", ["garbage", "middle"])
def test_a_damaged_catalog_is_kept_aside_and_the_next_start_works(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "catalog.db"
    if damage == "garbage":
        path.write_bytes(b"this is no database" * 500)
    else:
        full = Catalog(path)
        _enter(full, *(f"{i}.jpg" for i in range(500)))
        full.close()
        broken = bytearray(path.read_bytes())
        broken[4096 : len(broken) - 4096] = b"\x7f" * (len(broken) - 8192)
        path.write_bytes(broken)
    before = path.read_bytes()
    with pytest.raises(UserError, match="damaged"):
        Catalog(path)
    (kept,) = tmp_path.glob("catalog.damaged-*.db")
    assert kept.read_bytes() == before
    fresh = Catalog(path)
    assert fresh.files.all() == []
    fresh.close()


def test_a_catalog_of_a_newer_version_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "catalog.db"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    with pytest.raises(UserError, match="newer"):
        Catalog(path)
    assert path.exists()


def test_a_second_program_is_told_who_holds_the_library(tmp_path: Path) -> None:
    lock = LibraryLock(tmp_path, "photoloom")
    lock.take()
    asking = (
        "import sys; from pathlib import Path; from engine.library.lock import LibraryLock;"
        "LibraryLock(Path(sys.argv[1]), 'other').take()"
    )
    other = subprocess.run([sys.executable, "-c", asking, str(tmp_path)], capture_output=True, text=True)
    assert other.returncode != 0
    assert "open in photoloom (process" in other.stderr
    lock.release()
    assert subprocess.run([sys.executable, "-c", asking, str(tmp_path)]).returncode == 0


def test_a_clustering_that_was_dropped_meanwhile_is_a_user_error(catalog: Catalog) -> None:
    made = Clustering(np.array([1]), np.array([0]), np.ones((1, 1), np.float32), ("c1",), "kmeans", {}, 0, "test")
    first, *_ = [catalog.clusterings.add(made, "") for _ in range(9)]
    assert preview(catalog, first).clustering == first
    catalog.clusterings.forget_unused()
    for read in (preview, lambda catalog, id_: activate(catalog, id_, "go back")):
        with pytest.raises(UserError, match="no longer kept"):
            read(catalog, first)


def test_one_process_takes_a_lock_once(tmp_path: Path) -> None:
    first, second = LibraryLock(tmp_path, "photoloom"), LibraryLock(tmp_path, "photoloom")
    first.take()
    with pytest.raises(LibraryInUse):
        second.take()
    first.release()


def test_a_library_in_use_is_reported_whatever_its_folder_is_called(tmp_path: Path) -> None:
    folder = tmp_path / "photos {2019}"
    folder.mkdir()
    lock = LibraryLock(folder, "photoloom")
    lock.take()
    with pytest.raises(LibraryInUse, match=r"photos \{2019\} is open in photoloom \(process \d+\)"):
        LibraryLock(folder, "another").take()
    lock.release()


def test_a_catalog_of_the_first_version_is_brought_up_and_keeps_what_it_holds(tmp_path: Path) -> None:
    old = sqlite3.connect(tmp_path / "c.db")
    old.executescript(MIGRATIONS[0] + "PRAGMA user_version = 1;")
    old.execute("INSERT INTO clusters VALUES ('c1', 'Dogs', 1, 0)")
    blobs = (np.array([7], "<i8").tobytes(), np.zeros(1, "<i4").tobytes(), np.ones(1, "<f4").tobytes())
    old.execute(
        "INSERT INTO clusterings (made_at, method, backbone, device, seed, parameters, history, curve, cluster_ids, "
        "ids, labels, probabilities, fingerprint) "
        "VALUES ('', 'dec', 'b', 'cpu', 0, '{}', '[]', '[[2, 0.5]]', '[\"c1\"]', ?, ?, ?, 'abc')",
        blobs,
    )
    old.execute("INSERT INTO settings VALUES ('clustering', '1')")
    old.commit()
    old.close()
    catalog = Catalog(tmp_path / "c.db")
    active = catalog.clusterings.active()
    assert active is not None
    assert (active.cluster_ids, active.ids.tolist(), active.base, active.placed) == (("c1",), [7], None, 0)
    assert active.curve == (CurvePoint(2, 0.5),)  # one measure is all that was counted then
    assert catalog.clusterings.learned(1) is None
    assert [c.name for c in catalog.clusters.visible()] == ["Dogs"]
    unsure = catalog.clusters.get(UNSURE)
    assert unsure is not None
    assert unsure.unsure
    catalog.close()


def test_what_an_earlier_version_could_not_read_is_tried_once_more(tmp_path: Path) -> None:
    old = sqlite3.connect(tmp_path / "c.db")
    old.executescript("".join(MIGRATIONS[:7]) + "PRAGMA user_version = 7;")
    old.execute("INSERT INTO roots (id, path) VALUES (1, '/photos')")
    problems = [
        "is not a picture that can be read: it is damaged or of another kind",
        "is damaged and cannot be read (Unsupported BMP bitfields layout)",
        "is cut off: more than half of the picture is missing",
        "is empty",
        "is a RAW file without a preview picture",
    ]
    old.executemany(
        "INSERT INTO files (root, path, size, mtime_ns, problem) VALUES (1, ?, 1, 1, ?)",
        [(f"{number}.tif".encode(), problem) for number, problem in enumerate(problems)],
    )
    old.commit()
    old.close()
    for right in (["0.tif", "1.tif", "2.tif"], []):
        catalog = Catalog(tmp_path / "c.db")
        tried = catalog.files.unread()
        assert [file.path for file in tried] == right
        catalog.files.set_problems([(file.id, problems[0]) for file in tried])
        catalog.close()


def test_a_thread_has_one_connection_and_it_goes_with_the_thread(catalog: Catalog) -> None:
    made: list[sqlite3.Connection] = []

    def ask() -> None:
        made.extend((catalog.connection, catalog.connection))

    for _ in range(2):
        thread = threading.Thread(target=ask)
        thread.start()
        thread.join()
    assert made[0] is made[1] is not made[2]
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        made[0].execute("SELECT 1")
    made[2].execute("SELECT 1")
