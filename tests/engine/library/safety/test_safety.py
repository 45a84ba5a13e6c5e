"""What becomes of a library whose catalog is missing, changed or cut, and who may read it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from engine.commands.findings import findings
from engine.core.errors import Sentence, UserError
from engine.core.job import Job
from engine.filing.history import entries
from engine.library.catalog.catalog import Catalog
from engine.library.library import Library
from engine.library.lock import LibraryLock
from engine.library.safety.backups import backups, unwanted
from engine.library.safety.recovery import CatalogDamaged, begin_anew
from engine.library.safety.survey import survey
from tests.sealed import sealed_drive


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """The folder of a library with a pin, which was closed."""
    folder = tmp_path / "library"
    with Library(folder, "a test") as library:
        files = library.catalog.files
        files.add(files.add_root("/photos", 1, 2), [("a.jpg", 10, 20)])
        library.catalog.clusters.add({"c1": "Dogs", "c2": "Cats"})
        library.catalog.corrections.pin([(1, "c1")])
    return folder


def _pins(folder: Path) -> dict[int, str]:
    with Library(folder, "a test") as library:
        return dict(library.catalog.corrections.all().pins)


@pytest.mark.parametrize("empty", [False, True])
def test_a_missing_catalog_comes_back_from_its_backup_and_says_so(library: Path, empty: bool) -> None:
    (library / "catalog.db").unlink()
    if empty:
        (library / "catalog.db").touch()
    with pytest.raises(CatalogDamaged, match="was missing"):
        Library(library, "a test")
    assert _pins(library) == {1: "c1"}


def test_a_missing_catalog_without_a_backup_is_refused_until_the_user_begins_anew(library: Path) -> None:
    (library / "catalog.db").unlink()
    for path in backups(library):
        path.unlink()
    (library / "vectors" / "net").mkdir(parents=True)
    (library / "vectors" / "net" / "shard.f32").write_bytes(b"1234")
    for _ in range(2):
        with pytest.raises(CatalogDamaged, match="is missing"):
            Library(library, "a test")
    begin_anew(library)
    assert _pins(library) == {}


def test_a_pin_that_another_program_has_changed_is_noticed_and_the_backup_has_it(library: Path) -> None:
    """Also one to a cluster that is not there: training would end in an IntegrityError."""
    with sqlite3.connect(library / "catalog.db") as connection:
        connection.execute("UPDATE pins SET cluster = 'c7'")
    connection.close()
    with pytest.raises(CatalogDamaged, match="was damaged"):
        Library(library, "a test")
    assert set(_pins(library)) == {1}
    with Library(library, "a test") as opened:
        assert opened.catalog.connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_damaged_catalog_is_surveyed_and_nothing_is_changed(library: Path) -> None:
    with Library(library, "a test") as opened:
        opened.catalog.corrections.pin([(1, "c2")])
    with sqlite3.connect(library / "catalog.db") as connection:
        connection.execute("DELETE FROM pins")
    connection.close()
    before = sorted((path.name, path.read_bytes()) for path in library.rglob("*") if path.is_file())
    with pytest.raises(CatalogDamaged, match="nothing was changed"):
        Library(library, "a test", mend=False)
    found = survey(library, Job())
    assert (found.missing, found.damaged_backups) == (False, 0)
    assert [backup.corrections for backup in found.backups] == [1, 1, 0]
    assert found.rescue is not None
    assert (found.rescue.now, found.rescue.exact, found.rescue.history) == (1, False, True)
    assert [kept.table for kept in found.rescue.kept if not kept.whole] == ["pins"]
    assert before == sorted((path.name, path.read_bytes()) for path in library.rglob("*") if path.is_file())


def test_beginning_anew_sets_the_damaged_catalog_aside(library: Path) -> None:
    said = (library / "catalog.db").read_bytes()
    kept = begin_anew(library)
    assert kept is not None
    assert kept.read_bytes() == said
    assert _pins(library) == {}


def test_replaced_rows_and_rolled_back_ones_leave_the_sums_right(library: Path) -> None:
    with Library(library, "a test") as opened:
        opened.catalog.corrections.pin([(1, "c2")])
        with pytest.raises(sqlite3.IntegrityError):
            opened.catalog.corrections.pin([(1, "c1"), (99, "c1")])
        opened.catalog.clusters.assign([(1, "c1", 0.5)])
        opened.catalog.clusters.assign([(1, "c2", 0.25)])
    assert _pins(library) == {1: "c2"}


def test_backups_rotate() -> None:
    now = datetime(2026, 3, 30, 12)
    hourly = [Path(f"{now - timedelta(hours=h):catalog-%Y%m%d-%H%M%S-%f.db}") for h in range(24 * 60)]
    gone = set(unwanted(hourly))
    kept = [path for path in hourly if path not in gone]
    assert kept[:8] == hourly[:8]
    assert 8 < len(kept) <= 20
    assert len({path.name[8:16] for path in kept}) >= 7


@pytest.mark.skipif(sys.platform == "win32", reason="a folder of the user's is private there")
def test_a_library_is_its_owners_alone(library: Path) -> None:
    library.chmod(0o755)
    (library / "catalog.db").chmod(0o644)
    Library(library, "a test").close()
    assert library.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o077 for path in library.iterdir()} == {0}


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_the_holders_note_is_not_written_through_a_link(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("mine")
    (tmp_path / "library.holder").symlink_to(precious)
    with pytest.raises(UserError, match="cannot be written"):
        LibraryLock(tmp_path, "a test").take()
    assert precious.read_text() == "mine"
    (tmp_path / "library.holder").unlink()
    lock = LibraryLock(tmp_path, "a test")
    lock.take()  # the one that failed has let it go
    lock.release()


def test_parts_of_dead_processes_are_swept_and_no_others(library: Path) -> None:
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    (library / "thumbnails" / "ab").mkdir(parents=True)
    left, written = (library / "thumbnails" / "ab" / f"x.jpg.{pid}.part" for pid in (done.pid, os.getpid()))
    left.touch()
    written.touch()
    Library(library, "a test").close()
    assert written.exists()
    assert left.exists() == (os.name != "posix")


def test_an_edit_is_synced_before_it_is_acknowledged(library: Path) -> None:
    catalog = Catalog(library / "catalog.db")
    assert catalog.connection.execute("PRAGMA synchronous").fetchone() == (2,)
    catalog.close()


def test_edits_have_ids_above_those_of_actions_that_a_restored_catalog_does_not_know(library: Path) -> None:
    (library / "actions").mkdir()
    (library / "actions" / "000041.jsonl").touch()
    with Library(library, "a test") as opened:
        opened.catalog.edits.push(Sentence("a word"), "{}", "{}")
        assert [edit.id for edit in opened.catalog.edits.all()] == [42]
        assert opened.catalog.edits.reserve(41) == 43


@pytest.fixture
def sealed(library: Path) -> Iterator[Path]:
    """The library on a drive that can only be read."""
    with sealed_drive(library) as folder:
        yield folder


def test_a_library_that_can_only_be_read_is_looked_at_and_edits_are_refused(sealed: Path) -> None:
    for program in ("a test", None):
        with Library(sealed, program) as opened:
            assert opened.read_only
            assert dict(opened.catalog.corrections.all().pins) == {1: "c1"}
            assert opened.root(Path("/photos")) == 1
            with pytest.raises(UserError, match="cannot be written: it can be looked at"):
                opened.catalog.corrections.unpin([1])
            assert [finding.kind for finding in findings(opened, Job())] == ["away"]
            assert entries(opened) == []


def test_a_library_that_can_be_written_is_not_read_only(library: Path) -> None:
    with Library(library, "a test") as opened:
        assert not opened.read_only


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace tells when something is synced")
def test_an_edit_is_on_the_disk_before_it_is_acknowledged(library: Path, tmp_path: Path) -> None:
    program = (
        "import os, sys, pathlib\n"
        "from engine.library.library import Library\n"
        "with Library(pathlib.Path(sys.argv[1]), 'a test') as library:\n"
        "    for number in range(5):\n"
        "        os.write(1, b'asked\\n')\n"
        "        library.catalog.corrections.pin([(1, 'c1' if number % 2 else 'c2')])\n"
        "        os.write(1, b'said\\n')\n"
    )
    trace = tmp_path / "trace"
    command = ["strace", "-f", "-y", "-e", "trace=write,fsync,fdatasync", "-o", str(trace)]
    done = subprocess.run([*command, sys.executable, "-c", program, str(library)], capture_output=True, check=False)
    if b"ptrace" in done.stderr:
        pytest.skip("nothing may be traced here")
    lines = trace.read_text("utf-8", "replace").splitlines()
    asked = [number for number, line in enumerate(lines) if '"asked' in line]
    said = [number for number, line in enumerate(lines) if '"said' in line]
    assert len(asked) == len(said) == 5
    for begin, end in zip(asked, said, strict=True):
        assert any("sync(" in line and "catalog.db-wal" in line for line in lines[begin:end])
