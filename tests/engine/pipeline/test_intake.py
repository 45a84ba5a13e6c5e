"""Many photos: piles of a sample stand within seconds, the others come to them, and the end is that of a plain run."""

from __future__ import annotations

import itertools
import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engine.core.job import Job
from engine.core.partials import Clustered, Partial, TrainingFrame
from engine.core.records import UNSURE, File
from engine.edits import Move, Rename
from engine.edits.activation import activate
from engine.edits.history import History
from engine.library.library import Library, open_library
from engine.pipeline import intake
from engine.pipeline.intake import spread
from engine.pipeline.options import OrganiseOptions, Outcome, RetrainPolicy
from engine.pipeline.organise import organise
from engine.pipeline.result import result_of

QUICK = OrganiseOptions(method="kmeans", map="pca", backbone="efficientnet_lite0")
RESCAN = RetrainPolicy(keep=True, propose=True)  # what the window asks for
PHOTOS, SAMPLE = 128, 32  # of the demo gallery; and of its photos that come first here

# The program with a small sample: in a process of its own, as people run it.
PROGRAM = f"""
import sys
from engine.pipeline import intake
intake.SAMPLE = {SAMPLE}
from engine.__main__ import main
sys.exit(main())
"""


@pytest.fixture
def small_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "SAMPLE", SAMPLE)


@pytest.fixture
def library(demo: Path, tmp_path: Path) -> Any:
    library, root = open_library(demo, tmp_path / "library", "test")
    with library:
        yield library, root


def run(
    opened: tuple[Library, int],
    options: OrganiseOptions = QUICK,
    policy: RetrainPolicy = RESCAN,
    on_partial: Callable[[Partial], None] | None = None,
) -> Outcome:
    return organise(*opened, options, Job(on_partial=on_partial), policy)


def result(opened: tuple[Library, int], options: OrganiseOptions, outcome: Outcome) -> dict[str, Any]:
    """The JSON of a run but for the seconds."""
    return {k: v for k, v in result_of(*opened, options, outcome).items() if k != "seconds"}


class Seen:
    """What can be looked at each time clusters were published."""

    def __init__(self, library: Library, then: Callable[[int], None] = lambda _count: None) -> None:
        self.states: list[tuple[int, int, list[str], int]] = []  # read, in a cluster, names, on the map
        self._catalog, self._then = library.catalog, then

    def __call__(self, partial: Partial) -> None:
        if isinstance(partial, Clustered):
            placed = [c for c in self._catalog.clusters.assignments().clusters if c != UNSURE]
            names = [c.name for c in self._catalog.clusters.visible() if not c.unsure]
            mapped = self._catalog.clusterings.projection("pca")
            self.states.append(
                (len(self._catalog.files.readable()), len(placed), names, 0 if mapped is None else len(mapped[0].ids))
            )
            self._then(len(self.states))


@pytest.mark.parametrize(
    "options",
    [
        pytest.param(QUICK, id="kmeans"),
        pytest.param(OrganiseOptions(k=7, backbone="efficientnet_lite0"), id="dec, seven", marks=pytest.mark.slow),
    ],
)
def test_the_end_is_that_of_a_plain_run(
    options: OrganiseOptions, demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    results = []
    for name, sample in (("plain", 10_000), ("by parts", SAMPLE)):
        monkeypatch.setattr(intake, "SAMPLE", sample)
        library, root = open_library(demo, tmp_path / name, "test")
        with library:
            seen = Seen(library)
            outcome = organise(library, root, options, Job(on_partial=seen))
            assert len(seen.states) == (1 if name == "plain" else 5)
            results.append(result((library, root), options, outcome))
            again = organise(library, root, options, Job())
            assert (again.trained, again.decoded, again.embedded, again.placed) == (0, 0, 0, None)
            assert len(library.catalog.clusterings.kept()) == 1
            assert History(library.catalog).undo_label is None
    assert results[0] == results[1]


@pytest.mark.usefixtures("small_sample")
def test_named_piles_of_a_sample_come_first_and_the_others_come_to_them(library: tuple[Library, int]) -> None:
    seen = Seen(library[0])
    run(library, on_partial=seen)
    read, placed, names, _ = seen.states[0]
    assert SAMPLE <= read < PHOTOS
    assert placed == SAMPLE
    assert len(names) > 1
    assert all(names)
    assert [on_map for *_, on_map in seen.states[1:4]] == [SAMPLE, 2 * SAMPLE, 3 * SAMPLE]
    assert 3.2 * SAMPLE < seen.states[3][1] <= PHOTOS  # a few wait in Unsure


@pytest.mark.usefixtures("small_sample")
def test_what_the_user_has_said_meanwhile_holds_and_the_fit_is_proposed(library: tuple[Library, int]) -> None:
    catalog = library[0].catalog
    said: dict[str, Any] = {}

    def say(count: int) -> None:
        if count == 2:
            target, other = [c for c in catalog.clusters.visible() if not c.unsure][:2]
            said.update(moved=catalog.clusters.members(other.id)[:3], to=target.id)
            History(catalog).do(Move(said["moved"], target.id))
            History(catalog).do(Rename(target.id, "Mine"))

    outcome = run(library, on_partial=Seen(library[0], say))
    assert outcome.trained == 1
    assert outcome.proposed is not None
    assert {c for c, _ in catalog.clusters.assignments_of(said["moved"]).values()} == {said["to"]}
    assert len(catalog.clusters.assignments().ids) == PHOTOS
    again = run(library)
    assert (again.trained, again.proposed) == (0, outcome.proposed)
    activate(catalog, outcome.proposed, "retrain")
    assert {c for c, _ in catalog.clusters.assignments_of(said["moved"]).values()} == {said["to"]}
    mine = catalog.clusters.get(said["to"])
    assert mine is not None
    assert mine.name == "Mine"
    History(catalog).undo()
    History(catalog).undo()
    assert len(catalog.clusters.assignments().ids) == PHOTOS


@pytest.mark.usefixtures("small_sample")
def test_what_is_said_during_the_last_fit_holds_as_well(library: tuple[Library, int]) -> None:
    catalog = library[0].catalog
    said: dict[str, Any] = {}

    def say(partial: Partial) -> None:
        if isinstance(partial, TrainingFrame) and not said:
            target, other = [c for c in catalog.clusters.visible() if not c.unsure][:2]
            said.update(moved=catalog.clusters.members(other.id)[:3], to=target.id)
            History(catalog).do(Move(said["moved"], target.id))

    outcome = run(library, OrganiseOptions(map="pca", backbone="efficientnet_lite0"), on_partial=say)
    assert said
    assert outcome.proposed is not None
    made = catalog.clusterings.get(outcome.proposed)
    assert said["to"] in made.cluster_ids
    activate(catalog, outcome.proposed, "retrain")
    assert {c for c, _ in catalog.clusters.assignments_of(said["moved"]).values()} == {said["to"]}
    assert len(catalog.clusters.assignments().ids) == PHOTOS


def program(demo: Path, place: Path, *words: str) -> list[str]:
    command = [sys.executable, "-c", PROGRAM, "organise", str(demo), "--library", str(place), "--json-progress"]
    return [*command, "--method", "kmeans", "--map", "pca", "--backbone", "efficientnet_lite0", *words]


@pytest.fixture(scope="module")
def whole(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The result of a run that nothing has ended."""
    return finished(demo, tmp_path_factory.mktemp("whole") / "library")


def finished(demo: Path, place: Path) -> dict[str, Any]:
    """The result of the next run, but for its seconds and counters."""
    out = place.parent / "result.json"
    subprocess.run(program(demo, place, "--out", str(out)), check=True, capture_output=True)
    result = json.loads(out.read_text("utf-8"))
    return {name: value for name, value in result.items() if name not in ("seconds", "counters")}


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a POSIX way to end")
@pytest.mark.parametrize(
    ("sign", "stage", "done"),
    [
        pytest.param("SIGKILL", "intake", 8, id="reading the sample", marks=pytest.mark.slow),
        pytest.param("SIGKILL", "cluster", 0, id="clustering it", marks=pytest.mark.slow),
        pytest.param("SIGKILL", "intake", 60, id="reading on", marks=pytest.mark.slow),
        pytest.param("SIGINT", "intake", 60, id="reading on, Ctrl-C", marks=pytest.mark.slow),
        pytest.param("SIGKILL", "last", 0, id="the last fit", marks=pytest.mark.slow),
    ],
)
def test_whatever_ends_a_run_the_next_one_goes_on_and_ends_alike(
    sign: str, stage: str, done: int, demo: Path, tmp_path: Path, whole: dict[str, Any]
) -> None:
    with subprocess.Popen(program(demo, tmp_path / "library"), stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        all_in = False
        for line in process.stderr:
            message = json.loads(line)
            all_in = all_in or (message.get("stage") == "intake" and message["done"] == PHOTOS)
            if (stage == "last" and all_in and message.get("stage") == "cluster") or (
                message.get("stage") == stage and message["done"] >= done
            ):
                process.send_signal(getattr(signal, sign))
                break
        process.stderr.read()
    assert process.returncode in (-signal.SIGKILL, 130)
    library, _ = open_library(demo, tmp_path / "library", "test")
    with library:
        kept = library.catalog.clusters.assignments().ids
        assert (len(kept) >= SAMPLE) is (done > 8 or stage == "last")
    assert finished(demo, tmp_path / "library") == whole


def test_few_photos_are_clustered_once(library: tuple[Library, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "SAMPLE", 100)
    seen = Seen(library[0])
    assert run(library, on_partial=seen).trained == 1
    assert [read for read, *_ in seen.states] == [PHOTOS]


def test_a_sample_is_spread_over_folders_and_times() -> None:
    def file(id_: int, folder: str, minutes: int) -> File:
        return File(id_, 1, f"{folder}/{id_:03}.jpg", 1, minutes)

    files = [file(i, "a", (i * 37) % 100) for i in range(100)] + [file(100 + i, "b/c", i) for i in range(100)]
    ordered = spread(files, 20)
    assert sorted(f.id for f in ordered) == list(range(200))
    for folder in ("a", "b/c"):
        times = sorted(f.mtime_ns for f in ordered[:20] if f.path.startswith(f"{folder}/"))
        assert len(times) == 10
        assert max(later - earlier for earlier, later in itertools.pairwise(times)) <= 12
    assert [f.id for f in spread(files[:5], 20)] == [0, 1, 2, 3, 4]
