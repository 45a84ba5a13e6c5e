"""The headless program on a real folder: cold, again, after changes, interrupted, and with words that are off."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

Engine = Callable[..., "subprocess.CompletedProcess[str]"]
QUICK = ("--method", "kmeans", "--map", "pca", "--k", 6)


def organise(engine: Engine, folder: Path, library: Path, *options: object) -> dict[str, Any]:
    out = library.parent / "result.json"
    done = engine("organise", folder, "--library", library, "--out", out, "-q", *(options or QUICK))
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return result


def paths(result: dict[str, Any]) -> set[str]:
    return {photo["path"] for photo in result["photos"]}


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library"


def test_a_folder_comes_out_in_clusters_with_every_file_once(
    engine_process: Engine, photos: Path, library: Path
) -> None:
    (photos / "broken.jpg").write_bytes(b"no picture")
    (photos / "notes.txt").write_text("not ours")
    (photos / ".hidden.jpg").write_bytes(b"")
    (photos / "drawing.PSD").write_bytes(b"of a kind that is not read")
    shutil.copytree(photos / "DCIM", photos / "@eaDir")
    result = organise(engine_process, photos, library, "--k", 8)
    there = {p.relative_to(photos).as_posix() for p in photos.rglob("*") if p.is_file() and "@eaDir" not in p.parts}
    assert paths(result) == there - {"broken.jpg", "notes.txt", ".hidden.jpg", "drawing.PSD"}
    assert result["unknown"] == {"psd": 1}
    assert result["left_out"] == [{"path": "@eaDir", "why": "thumbnails of a Synology network drive"}]
    assert [s["path"] for s in result["skipped"]] == ["broken.jpg"]
    assert len(result["skipped"][0]["reason"]) > 10
    assert (result["version"], result["method"], result["k"]) == (1, "dec", 8)
    ids = {c["id"] for c in result["clusters"]}
    assert {p["cluster"] for p in result["photos"]} <= ids
    assert sum(c["size"] for c in result["clusters"]) == len(result["photos"])
    assert len({c["name"] for c in result["clusters"]}) == len(ids)
    assert all(-1 <= p["x"] <= 1 and -1 <= p["y"] <= 1 and 0 <= p["confidence"] <= 1 for p in result["photos"])
    counters = result["counters"]
    assert counters["seen"] == len(there) - 3
    assert counters["decoded"] == counters["embedded"] == len(result["photos"])
    assert counters["trained"] == 1
    assert set(result["seconds"]) == {"scan", "thumbnails", "embed", "cluster", "map", "total"}


def test_k_counts_the_clusters_that_have_photos(engine: Engine, tmp_path: Path, library: Path) -> None:
    photos = tmp_path / "Flat"
    photos.mkdir()
    for number in range(6):
        Image.new("RGB", (64, 48), ("red", "blue")[number % 2]).save(photos / f"{number}.png", dpi=(number + 50,) * 2)
    result = organise(engine, photos, library, "--k", 5)
    assert (
        result["k"]
        == len([c for c in result["clusters"] if c["size"]])
        == len({p["cluster"] for p in result["photos"]})
    )
    assert result["k"] < 5


def test_a_second_run_does_nothing_and_says_the_same(engine: Engine, photos: Path, library: Path) -> None:
    first = organise(engine, photos, library)
    second = organise(engine, photos, library)
    assert second["counters"] | {"seen": 0, "unchanged": 0} == dict.fromkeys(second["counters"], 0)
    assert second["counters"]["unchanged"] == second["counters"]["seen"]
    assert second["photos"] == first["photos"]
    assert second["clusters"] == first["clusters"]


@pytest.mark.slow
def test_thumbnails_that_somebody_deleted_are_made_again(engine: Engine, photos: Path, library: Path) -> None:
    first = organise(engine, photos, library)
    shutil.rmtree(library / "thumbnails")
    again = organise(engine, photos, library)
    assert again["counters"]["decoded"] == first["counters"]["decoded"]
    assert again["photos"] == first["photos"]
    assert len(list((library / "thumbnails").rglob("*.jpg"))) == first["counters"]["decoded"]


def test_a_thumbnail_that_a_power_cut_has_emptied_is_made_again(engine: Engine, photos: Path, library: Path) -> None:
    organise(engine, photos, library)
    emptied = min((library / "thumbnails").rglob("*.jpg"))
    emptied.write_bytes(b"")
    assert organise(engine, photos, library)["counters"]["decoded"] == 1
    assert emptied.stat().st_size > 0


def test_the_same_words_make_the_same_clusters_in_another_library(
    engine_process: Engine, photos: Path, tmp_path: Path
) -> None:
    options = ("--k", 8, "--map", "pca", "--seed", 1)
    one = organise(engine_process, photos, tmp_path / "one", *options)
    other = organise(engine_process, photos, tmp_path / "other", *options)
    assert one["photos"] == other["photos"]


def test_moved_copied_changed_and_gone_files_are_told_apart(engine: Engine, photos: Path, library: Path) -> None:
    organise(engine, photos, library)
    a, b, c, d = sorted(p for p in photos.rglob("*.jpg"))[:4]
    (photos / "kept").mkdir()
    a.rename(photos / "kept" / a.name)
    shutil.copy2(b, photos / "a copy.jpg")
    shutil.copyfile(d, c)
    d.unlink()
    result = organise(engine, photos, library)
    counters = result["counters"]
    # c now holds what d held: the same content, so nothing at all needs decoding.
    assert (counters["moved"], counters["decoded"], counters["embedded"]) == (1, 0, 0)
    assert paths(result) == {p.relative_to(photos).as_posix() for p in photos.rglob("*.*")}
    clusters = {p["path"]: p["cluster"] for p in result["photos"]}
    assert clusters["a copy.jpg"] == clusters[b.relative_to(photos).as_posix()]


def test_a_pin_holds_through_a_retrain_and_a_move_of_the_file_and_undo_takes_it_back(
    engine: Engine, photos: Path, library: Path
) -> None:
    from engine.edits import Move
    from engine.edits.history import History
    from engine.library.library import open_library

    before = organise(engine, photos, library)
    pinned = before["photos"][0]
    other = next(c["id"] for c in before["clusters"] if c["id"] != pinned["cluster"])
    opened, _ = open_library(photos, library, "test")
    with opened:
        id_ = next(f.id for f in opened.catalog.files.all() if f.path == pinned["path"])
        History(opened.catalog).do(Move([id_], other))
    (photos / pinned["path"]).rename(photos / "moved.jpg")
    renamed = organise(engine, photos, library)
    assert (renamed["counters"]["moved"], renamed["counters"]["trained"]) == (1, 0)
    for options in (("--k", 4), ("--k", 9, "--seed", 5), ("--method", "dec", "--k", 5)):
        result = organise(engine, photos, library, *QUICK, *options)
        assert {p["path"]: p["cluster"] for p in result["photos"]}["moved.jpg"] == other
        assert next(c["anchor"] for c in result["clusters"] if c["id"] == other)
    opened, _ = open_library(photos, library, "test")
    with opened:
        history = History(opened.catalog)
        for _ in range(4):  # three retrains and the move
            history.undo()
        assert history.undo_label is None
        assert opened.catalog.clusters.assignments_of([id_])[id_][0] == pinned["cluster"]
        assert opened.catalog.corrections.all().pins == {}


def test_a_photo_moved_while_a_retrain_runs_is_where_the_user_put_it(photos: Path, library: Path) -> None:
    from engine.core.job import Job
    from engine.core.records import Progress
    from engine.edits import Move
    from engine.edits.history import History
    from engine.library.library import open_library
    from engine.pipeline.options import OrganiseOptions
    from engine.pipeline.organise import organise as run_pipeline

    opened, root = open_library(photos, library, "test")
    with opened:
        run_pipeline(opened, root, OrganiseOptions(k=6, method="kmeans", map="pca"), Job())
        standing = opened.catalog.clusters.assignments()
        file, other = int(standing.ids[0]), next(c for c in standing.clusters if c != standing.clusters[0])

        def meanwhile(progress: Progress) -> None:
            if progress.stage == "cluster" and not opened.catalog.corrections.all().pins and progress.total:
                History(opened.catalog).do(Move([file], other))

        run_pipeline(opened, root, OrganiseOptions(k=4, method="kmeans", map="pca"), Job(meanwhile))
        assert opened.catalog.corrections.all().pins == {file: other}
        assert opened.catalog.clusters.assignments_of([file])[file] == (other, 1.0)


def test_a_folder_moved_as_a_whole_finds_its_library_again(engine: Engine, photos: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    assert engine("organise", photos, "-q", *QUICK).returncode == 0
    moved = photos.rename(tmp_path / "Phone on the new disk")
    done = engine("organise", moved, "-q", "--out", out, *QUICK)
    assert done.returncode == 0, done.stderr
    counters = json.loads(out.read_text("utf-8"))["counters"]
    assert (counters["decoded"], counters["embedded"], counters["trained"]) == (0, 0, 0)
    assert counters["unchanged"] == counters["seen"]


def test_a_folder_that_is_suddenly_empty_is_taken_for_an_unplugged_drive(
    engine: Engine, photos: Path, library: Path
) -> None:
    first = organise(engine, photos, library)
    aside = photos.rename(photos.parent / "aside")
    photos.mkdir()
    empty = engine("organise", photos, "--library", library, *QUICK)
    assert empty.returncode == 1
    assert "plugged in" in empty.stderr
    photos.rmdir()
    aside.rename(photos)
    assert organise(engine, photos, library)["photos"] == first["photos"]


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a POSIX way to end")
def test_killed_while_embedding_it_goes_on_where_it_stopped(photos: Path, library: Path, engine: Engine) -> None:
    command = [sys.executable, "-m", "engine", "organise", photos, "--library", library, "--json-progress"]
    process = subprocess.Popen(
        [*map(str, command), *map(str, QUICK)], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    )
    assert process.stderr is not None
    for line in process.stderr:
        message = json.loads(line)
        if message.get("stage") == "embed" and message["done"] >= 32:
            process.kill()
            break
    process.wait()
    process.stderr.close()
    result = organise(engine, photos, library)
    assert result["counters"]["decoded"] == 0
    assert result["counters"]["embedded"] <= 40 - 32  # the batch that was told is not made again
    assert len(result["photos"]) == 40


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a POSIX way to end")
def test_thumbnails_that_were_finished_before_a_kill_are_kept(photos: Path, library: Path, engine: Engine) -> None:
    command = [sys.executable, "-m", "engine", "organise", photos, "--library", library, "-q", *QUICK]
    process = subprocess.Popen([*map(str, command)], stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    while process.poll() is None and len(list(library.glob("thumbnails/*/*.jpg"))) < 12:
        pass
    process.kill()
    process.wait()
    kept = len(list(library.glob("thumbnails/*/*.jpg")))
    result = organise(engine, photos, library)
    assert result["counters"]["decoded"] <= 40 - kept
    assert {photo["path"] for photo in result["photos"]} == {
        path.relative_to(photos).as_posix() for path in photos.rglob("*") if path.is_file()
    }


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C goes to a process group there")
@pytest.mark.parametrize(
    "stage",
    [pytest.param("thumbnails", marks=pytest.mark.slow), pytest.param("embed", marks=pytest.mark.slow), "cluster"],
)
def test_ctrl_c_stops_within_five_seconds_and_the_next_run_completes(
    stage: str, photos: Path, library: Path, engine: Engine
) -> None:
    command = [sys.executable, "-m", "engine", "organise", photos, "--library", library, "--json-progress"]
    process = subprocess.Popen(map(str, command), stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    assert process.stderr is not None
    for line in process.stderr:
        if json.loads(line).get("stage") == stage:
            process.send_signal(signal.SIGINT)
            break
    _, rest = process.communicate(timeout=5)
    assert process.returncode == 130
    assert "Stopped" in rest
    assert len(organise(engine, photos, library)["photos"]) == 40


def test_awkward_files_are_in_photos_or_skipped_once_and_no_worker_stays(
    engine_process: Engine, edge: Path, library: Path
) -> None:
    result = organise(engine_process, edge, library, *QUICK)
    assert sorted([*paths(result), *(s["path"] for s in result["skipped"])]) == sorted(p.name for p in edge.iterdir())
    import psutil

    worker = "engine.library.decoding.decode_worker"
    workers = [p for p in psutil.process_iter(["cmdline"]) if worker in (p.info["cmdline"] or [])]
    assert [p for p in workers if "python" not in psutil.Process(p.ppid()).name()] == []  # none without its engine


def test_the_report_is_a_page_that_shows_every_cluster(engine: Engine, photos: Path, library: Path) -> None:
    report = library.parent / "report"
    result = organise(engine, photos, library, *QUICK, "--report", report)
    page = (report / "index.html").read_text("utf-8")
    assert all(c["name"].replace("&", "&amp;") in page for c in result["clusters"])
    assert "http://" not in page.replace("http://www.w3.org", "")
    assert "https://" not in page


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (("organise", "missing"), 1, "There is no folder missing"),
        (("organise", "pyproject.toml"), 1, "is a file"),
        (("organise", "{empty}"), 1, "There are no pictures in"),
        (("organise", "{photos}", "--k", "0"), 2, "whole number from 1 on"),
        (("organise", "{photos}", "--k", "41"), 1, "k = 41 is more than the 40 photos"),
        (("organise", "{photos}", "--k", "few"), 2, "k is a whole number"),
        (("organise", "{photos}", "--method", "magic"), 2, "There is no method 'magic'; there are: dec, deepcluster"),
        (("organise", "{photos}", "--map", "globe"), 2, "There is no map 'globe'"),
        (("organise", "{photos}", "--set", "nothing=1"), 2, "'nothing' is no parameter"),
        (("organise", "{photos}", "--set", "nothing"), 2, "name=value"),
        (("organise", "{photos}", "--threads", "0"), 2, "a whole number from 1 on"),
        (("organise", "{photos}", "--library", "{file}"), 1, "cannot be written"),
        (("organise", "{photos}", "--backbone", "no_such_net"), 2, "no backbone 'no_such_net'"),
        (("nonsense",), 2, "invalid choice"),
        (("cluster", "missing.npy"), 1, "missing.npy"),
    ],
)
def test_invalid_arguments_get_one_sentence(
    engine: Engine, some_photos: Path, tmp_path: Path, arguments: tuple[str, ...], status: int, sentence: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("")
    paths = {"empty": tmp_path / "empty", "photos": some_photos, "file": tmp_path / "file"}
    done = engine(*(argument.format(**paths) for argument in arguments))
    assert done.returncode == status, done.stderr
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_library_without_the_right_to_write_is_said(engine: Engine, photos: Path, tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0o500)
    done = engine("organise", photos, "--library", tmp_path / "locked" / "library")
    assert done.returncode == 1
    assert "cannot be written" in done.stderr


def test_a_damaged_catalog_is_kept_aside(engine: Engine, photos: Path, library: Path) -> None:
    organise(engine, photos, library)
    (library / "catalog.db").write_bytes(b"rubbish" * 1000)
    done = engine("organise", photos, "--library", library, *QUICK)
    assert done.returncode == 1
    assert "kept as catalog.damaged-" in done.stderr
    assert len(list(library.glob("catalog.damaged-*.db"))) == 1
    assert organise(engine, photos, library)["counters"]["embedded"] == 0  # the backup knows its vectors


def test_a_library_that_is_open_elsewhere_is_said(engine_process: Engine, photos: Path, library: Path) -> None:
    from engine.library.library import open_library

    opened, _ = open_library(photos, library, "photoloom")
    with opened:
        done = engine_process("organise", photos, "--library", library, *QUICK)
    assert done.returncode == 1
    assert "is open in photoloom" in done.stderr
