"""A disk that fails under `organise` and `correct`: one sentence, nothing is lost, and the next run works."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from engine.core.errors import UserError
from engine.library.explain import explain
from engine.library.library import Library
from tests.engine.conftest import read_json
from tests.engine.faults.injected import QUICK, engine, failing, is_one_sentence, needs_strace, noise
from tests.engine.filing.files import opened

pytestmark = needs_strace


def _slow(*values: str) -> Any:
    return pytest.param(*values, marks=pytest.mark.slow)


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    for number in range(4):
        noise(tmp_path / "photos" / f"{number}.jpg", number)
    return tmp_path / "photos"


@pytest.fixture
def library(photos: Path, tmp_path: Path) -> Path:
    """With a pin that was acknowledged, and no thumbnails yet."""
    with opened(photos, tmp_path / "library") as made:
        made.catalog.clusters.add({"c1": "Dogs"})
        made.catalog.corrections.pin([(1, "c1")])
    return tmp_path / "library"


@pytest.fixture
def corrections(tmp_path: Path) -> Path:
    edits = [{"do": "move", "photos": [f"{n}.jpg"], "to": None} for n in (1, 2)]
    (tmp_path / "corrections.json").write_text(json.dumps({"version": 1, "edits": edits}))
    return tmp_path / "corrections.json"


def pins(library: Path) -> dict[int, str]:
    with Library(library, "test") as there:
        return dict(there.catalog.corrections.all().pins)


@pytest.mark.parametrize(
    ("name", "fault", "said"),
    [
        ("catalog.db", "pread64,read:error=EIO", "Input/output error"),
        ("catalog.db-wal", "fdatasync:error=EIO", "cannot be written (disk I/O error)"),
        _slow("catalog.db", "openat:error=EIO", "Input/output error"),
        _slow("catalog.db", "openat:error=EACCES", "cannot be opened (Permission denied)"),
        _slow("catalog.db-wal", "pwrite64:error=EIO", "cannot be written (disk I/O error)"),
        _slow("catalog.db-wal", "pwrite64:error=ENOSPC", "The disk is full"),
        _slow("catalog.db-shm", "openat:error=EACCES", "cannot be opened (unable to open database file)"),
        _slow("library.lock", "openat:error=EACCES", "cannot be written (Permission denied)"),
    ],
)
def test_a_correction_that_cannot_be_kept_is_no_correction(
    name: str, fault: str, said: str, photos: Path, library: Path, corrections: Path
) -> None:
    words = ("correct", photos, "--from", corrections, "--library", library)
    ran = failing(words, [library / name], fault)
    assert is_one_sentence(ran), ran.stderr
    assert said in ran.stderr
    assert (ran.stdout, pins(library)) == ("", {1: "c1"})
    assert engine(words).returncode == 0
    assert set(pins(library)) == {1, 2, 3}


@pytest.mark.slow
@pytest.mark.parametrize("fault", ["read:error=EIO", "openat:error=EACCES"])
def test_corrections_that_cannot_be_read_are_named(fault: str, photos: Path, library: Path, corrections: Path) -> None:
    ran = failing(("correct", photos, "--from", corrections, "--library", library), [corrections], fault)
    assert is_one_sentence(ran), ran.stderr
    assert str(corrections) in ran.stderr


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("in-flight", "write:error=EIO"),
        _slow("thumbnails", "openat:error=EIO"),
        _slow("thumbnails", "mkdir:error=ENOSPC"),
        _slow("", "openat:error=EIO"),
    ],
)
def test_organising_ends_with_a_sentence(name: str, fault: str, photos: Path, library: Path) -> None:
    place = library / name if name else photos
    if (name, fault[:6]) == ("thumbnails", "openat"):
        place.mkdir()
    ran = failing(("organise", photos, "--library", library, *QUICK), [place], fault)
    assert is_one_sentence(ran), ran.stderr
    assert pins(library) == {1: "c1"}


def test_a_failure_of_the_drive_is_no_bug_of_ours_and_says_whether_reading_or_writing_failed(tmp_path: Path) -> None:
    said = [explain(OSError(number, "", str(tmp_path / "a")), tmp_path) for number in (5, 116, 110)]
    assert all("is its drive plugged in" in str(error) for error in said)
    assert explain(OSError(9, "Bad file descriptor"), tmp_path) is None
    (tmp_path / "a").touch()
    assert "cannot be opened" in str(explain(PermissionError(13, "", str(tmp_path / "a")), tmp_path))
    assert "cannot be written" in str(explain(PermissionError(13, "", str(tmp_path / "new")), tmp_path))


def test_a_thumbnail_that_cannot_be_read_is_named_and_not_the_report(tmp_path: Path) -> None:
    from engine.report.page import write_report
    from tests.engine.report.test_report import organised

    (tmp_path / "thumbnail.jpg").mkdir()  # reading it is an error of the system
    with pytest.raises(UserError, match=r"thumbnail\.jpg cannot be read"):
        write_report(organised(["a.jpg"]), Path("x"), lambda _: tmp_path / "thumbnail.jpg", tmp_path / "out")


def listed(out: Path) -> dict[str, Any]:
    told = read_json(out)
    return {photo["path"]: photo["cluster"] for photo in told["photos"]} | {s["path"]: None for s in told["skipped"]}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("place", "fault", "status"),
    [
        ("photos/new.jpg", "read:error=EIO", 0),
        ("photos/new.jpg", "openat:error=EACCES", 0),
        ("photos/1.jpg", "newfstatat,stat,lstat,statx:error=EIO", 0),
        ("photos", "getdents64:error=EIO", 1),
        ("photos", "openat:error=EACCES", 1),
        ("library/THUMBNAIL", "read:error=EIO", 1),
        ("library/THUMBNAIL", "openat:error=EACCES", 1),
        ("library/SHARD", "read,pread64,mmap:error=EIO", 1),
        ("library/SHARD", "openat:error=EACCES", 1),
        ("library/vectors/KEY", "fsync:error=EIO", 1),
        ("library/thumbnails", "getdents64:error=EIO", 1),
        ("library/library.holder", "write:error=ENOSPC", 1),
        ("library/in-flight", "write:error=ENOSPC", 1),
        ("library/in-flight", "openat:error=EACCES", 1),
        ("library/catalog.db", "pread64,read:error=EIO", 1),
        ("library/catalog.db-wal", "pwrite64:error=EIO:when=10+", 1),
        ("library/catalog.db-wal", "pwrite64:error=ENOSPC:when=30+", 1),
        ("library/catalog.db-wal", "fdatasync:error=EIO:when=4", 1),
        ("report/.new/index.html", "write:error=EIO", 1),
        ("report/.new/index.html", "openat:error=EACCES", 1),
        ("report/.new/thumbs/000003.jpg", "write:error=ENOSPC", 1),
        ("report/.new/photos.js", "write:error=EIO", 1),
        ("report/.photoloom", "write:error=EIO", 1),
        ("report/.new", "mkdir:error=ENOSPC", 1),
    ],
)
def test_organise_its_result_and_its_report(
    place: str, fault: str, status: int, organised_once: Path, tmp_path: Path
) -> None:
    photos, library = (Path(shutil.copytree(organised_once / name, tmp_path / name)) for name in ("photos", "library"))
    out, report = tmp_path / "out.json", tmp_path / "report"
    words = ("organise", photos, "--library", library, "--out", out, "--report", report, *QUICK)
    before = {path: path.read_bytes() for path in photos.iterdir()}
    shard = next(library.glob("vectors/*/*.f32"))
    there = {"THUMBNAIL": next(library.glob("thumbnails/*/*.jpg")), "SHARD": shard, "KEY": shard.parent}
    name = place.rpartition("/")[2]
    ran = failing(words, [there.get(name, tmp_path / place)], fault)
    assert ran.returncode == status, ran.stderr
    assert is_one_sentence(ran) if status else ran.stderr == "", ran.stderr
    if not status:
        assert set(listed(out)) == {path.name for path in photos.iterdir()}
    if place.startswith("report"):
        assert not (report / "index.html").exists()
        assert set(listed(out)) == {path.name for path in photos.iterdir()}
    assert {path: path.read_bytes() for path in photos.iterdir()} == before
    assert set(pins(library)) == {1}
    again = engine(words)
    assert (again.returncode, again.stderr) == (0, "")
    assert set(listed(out)) == {path.name for path in photos.iterdir()}
    assert None not in listed(out).values()
    assert (report / "index.html").exists()
    assert not (report / ".new").exists()
