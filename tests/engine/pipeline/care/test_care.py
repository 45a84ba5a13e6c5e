"""Vectors that are not what was written are noticed, said, and made again; the catalog is looked through each week."""

from __future__ import annotations

import os
import sqlite3
import time
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from engine.commands.findings import Finding, findings
from engine.core.errors import UserError
from engine.core.job import Job
from engine.core.partials import Notice, Partial
from engine.core.records import Floats, Progress
from engine.embedding.backbone import Pixels
from engine.embedding.store import VectorStore
from engine.library.library import Library, open_library
from engine.library.safety import checksums
from engine.library.safety.condition import require_whole
from engine.pipeline.care.vectors import check_vectors
from engine.pipeline.care.weekly import WEEK, look_weekly
from engine.pipeline.options import OrganiseOptions
from engine.service import protocol
from engine.service.jobs import run
from tests.paths import ROOT

KEY, DIMENSION = "efficientnet_lite2-1-squash260-9656183e", 1280
OPTIONS = OrganiseOptions(device="cpu", threads=1)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """The one of version 0.1.0, which kept no checksums."""
    with zipfile.ZipFile(ROOT / "tests" / "data" / "library-0.1.0.zip") as packed:
        packed.extractall(tmp_path)
    for photo in (tmp_path / "Holiday").rglob("*.jpg"):
        os.utime(photo, (1_767_225_600, 1_767_225_600))
    with open_library(tmp_path / "Holiday", tmp_path / "library", "a test")[0] as library:
        yield library


def vectors(library: Library) -> dict[str, Floats]:
    places = library.catalog.files.vector_locations(KEY)
    with closing(VectorStore(library.vectors_folder)) as store:
        return dict(zip(places, store.gather(DIMENSION, list(places.values())).copy(), strict=True))


def summed(library: Library) -> int:
    """Let the vectors have checksums; how many had none."""
    return sum(found.unknown for found in check_vectors(library, Job()))


def swap_two(library: Library) -> set[str]:
    """Let two photos show what the other one shows; their contents."""
    rows = library.catalog.files.vector_rows()[2:4]
    shard = np.memmap(library.vectors_folder / rows[0].shard, "<f4", "r+", shape=(12, DIMENSION))
    shard[[2, 3]] = shard[[3, 2]]
    shard.flush()
    return {row.digest for row in rows}


class Ones:
    """A network to which all photos look the same: the real one has to be exported first."""

    def embed(self, pixels: Pixels) -> Floats:
        return np.ones((len(pixels), DIMENSION), np.float32)

    def close(self) -> None: ...


def found(library: Library) -> list[Finding]:
    return [finding for finding in findings(library, Job()) if finding.kind in ("vectors", "unknown")]


def test_what_was_not_known_before_is_said_once(library: Library) -> None:
    (finding,) = found(library)
    assert str(finding.sentence).startswith("12 vectors are of a version that kept no checksums")
    assert finding.mend is None
    assert found(library) == []


def test_swapped_rows_are_found_and_mended(library: Library) -> None:
    summed(library)
    digests = swap_two(library)
    (finding,) = found(library)
    assert str(finding.sentence).startswith("2 vectors in ")
    assert finding.mend is not None
    finding.mend()
    assert found(library) == []
    assert digests == {str(f.digest) for f in library.catalog.files.readable()} - vectors(library).keys()


def test_the_weekly_look_makes_changed_vectors_again(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.pipeline.embed.open_runtime", lambda *_, **__: Ones())
    now, said, stages = time.time(), list[Partial](), list[Progress]()
    job = Job(stages.append, said.append)
    look_weekly(library, OPTIONS, job, lambda: now)  # of an earlier version: due at once
    assert (found(library), said) == ([], [])
    before = vectors(library)
    digests = swap_two(library)
    stages.clear()
    look_weekly(library, OPTIONS, job, lambda: now + WEEK - 1)
    assert (stages, said) == ([], [])
    look_weekly(library, OPTIONS, job, lambda: now + WEEK + 1)
    (notice,) = said
    assert isinstance(notice, Notice)
    assert str(notice.sentence).startswith("2 vectors were changed")
    assert summed(library) == 0  # what was made again has its checksum
    assert found(library) == []
    after = vectors(library)
    assert {digest for digest, vector in after.items() if (vector == 1).all()} == digests
    assert all((after[digest] == before[digest]).all() for digest in before.keys() - digests)
    assert after.keys() == before.keys()


def test_the_window_looks_once_everything_is_shown(library: Library) -> None:
    stages: list[Progress] = []
    request = protocol.Organise(OPTIONS, keep=True)
    run(library, 1, request, Job(stages.append))
    assert stages[-1].stage == "check"
    assert {progress.stage for progress in stages} > {"scan"}
    assert found(library) == []
    stages.clear()
    run(library, 1, request, Job(stages.append))
    assert "check" not in {progress.stage for progress in stages}


def test_a_look_that_is_stopped_is_for_the_next_run(library: Library) -> None:
    summed(library)
    swap_two(library)
    stopped = Job()
    stopped.cancel()
    library.catalog.set_setting("looked over at", "0")
    look_weekly(library, OPTIONS, stopped)
    assert len(found(library)) == 1
    assert library.catalog.setting("looked over at") == "0"


def test_the_weekly_look_finds_what_the_check_at_the_start_does_not(library: Library) -> None:
    """A row that the program has made, changed by another program."""
    summed(library)
    library.catalog.set_setting("looked over at", "0")
    library.catalog.connection.execute("DROP TRIGGER temp.sum_contents_UPDATE")
    library.catalog.connection.execute("UPDATE contents SET width = width + 1")
    with pytest.raises(UserError, match="is damaged"):
        look_weekly(library, OPTIONS, Job())


def test_what_is_said_during_the_look_is_no_damage(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """The window writes while the engine reads: rows and their sums are of one moment."""
    read_sums = checksums.kept_sums

    def edited_meanwhile(connection: sqlite3.Connection) -> dict[str, int | None]:
        sums = read_sums(connection)
        library.catalog.set_setting("said", "meanwhile")
        return sums

    monkeypatch.setattr(checksums, "kept_sums", edited_meanwhile)
    require_whole(library.catalog.path, made=True, thorough=True)
