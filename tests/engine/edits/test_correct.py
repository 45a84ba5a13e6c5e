"""`suggest` and `correct` on an organised folder: suggested, answered, undone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from engine.core.errors import UserError
from engine.core.job import Job
from engine.core.records import Cluster
from engine.edits.corrections_file import correct, read_corrections
from engine.edits.history import History
from engine.library.library import open_library

Engine = Callable[..., "subprocess.CompletedProcess[str]"]


class Home(NamedTuple):
    folder: Path
    library: Path


@pytest.fixture(scope="module")
def organised(engine: Engine, some_photos: Path, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A folder beside its library, organised once."""
    home = tmp_path_factory.mktemp("organised")
    shutil.copytree(some_photos, home / "Phone")
    options = ("--method", "kmeans", "--map", "pca", "--k", 6, "-q", "--library", home / "library")
    done = engine("organise", home / "Phone", *options)
    assert done.returncode == 0, done.stderr
    return Home(home / "Phone", home / "library")


@pytest.fixture
def home(organised: Home, tmp_path: Path) -> Home:
    """The same, with a library to be changed."""
    return organised._replace(library=Path(shutil.copytree(organised.library, tmp_path / "library")))


def corrected(home: Home, edits: list[dict[str, Any]] | None = None) -> tuple[list[Cluster], dict[str, str]]:
    """Apply edits, if any; the clusters, and each path's cluster id."""
    library, root = open_library(home.folder, home.library, program="test")
    with library:
        if edits:
            correct(library, root, edits, Job())
        assignments = library.catalog.clusters.assignments()
        cluster_of = dict(zip(assignments.ids.tolist(), assignments.clusters, strict=True))
        return library.catalog.clusters.visible(), {
            f.path: cluster_of[f.id] for f in library.catalog.files.readable() if f.id in cluster_of
        }


def test_what_is_suggested_can_be_answered(engine: Engine, home: Home, tmp_path: Path) -> None:
    options = (home.folder, "--library", home.library)
    done = engine("suggest", *options, "-n", 4, "--json")
    assert done.returncode == 0, done.stderr
    first = json.loads(done.stdout)
    suggested = [photo["path"] for photo in first["photos"]]
    assert (first["version"], len(set(suggested))) == (1, 4)
    assert all((home.folder / path).is_file() for path in suggested)
    assert all(photo["likeliest"][0]["probability"] > 0 for photo in first["photos"])

    answers = [{"do": "move", "photos": [photo["path"]], "to": photo["cluster"]} for photo in first["photos"]]
    (tmp_path / "c.json").write_text(json.dumps({"version": 1, "edits": answers}), "utf-8")
    done = engine("correct", *options, "--from", tmp_path / "c.json")
    assert (done.returncode, done.stdout.split()[0]) == (0, "4")
    again = engine("suggest", *options, "-n", 4).stdout
    assert len(again.splitlines()) == 4
    assert not any(path in again for path in suggested)


def test_every_kind_of_edit(home: Home) -> None:
    clusters, clusters_before = corrected(home)
    a, b, c = (cluster.id for cluster in clusters[:3])
    in_b = [path for path, cluster in clusters_before.items() if cluster == b]
    in_c = [path for path, cluster in clusters_before.items() if cluster == c]
    clusters, after = corrected(
        home,
        [
            {"do": "rename", "cluster": clusters[0].name, "name": "Mine"},
            {"do": "move", "photos": in_c[:2], "to": "Mine"},
            {"do": "not", "photo": in_b[0], "cluster": b},
            {"do": "together", "photos": in_b[1:3]},
            {"do": "apart", "photos": [in_b[1], in_c[2]]},
            {"do": "lock", "cluster": c},
            {"do": "move", "photos": [in_b[1]], "to": None},
        ],
    )
    visible = {cluster.id: cluster for cluster in clusters}
    assert [after[path] for path in in_c[:2]] == [a, a]
    assert (visible[a].name, visible[a].named_by_user, visible[c].locked) == ("Mine", True, True)
    assert after[in_b[0]] != b
    assert after[in_b[1]] not in clusters_before.values()
    library, _ = open_library(home.folder, home.library, program="test")
    with library:
        corrections = library.catalog.corrections.all()
        assert (len(corrections.together), len(corrections.apart), len(corrections.rejections)) == (1, 1, 1)
        for _ in range(7):
            History(library.catalog).undo()
        assert library.catalog.corrections.all().pins == {}
    assert corrected(home)[1] == clusters_before


def test_merge_puts_all_into_the_first(home: Home) -> None:
    clusters, _ = corrected(home)
    first = clusters[0]
    merged, after = corrected(home, [{"do": "merge", "clusters": [c.id for c in clusters[:3]]}])
    size = sum(c.members for c in clusters[:3])
    assert [c.members for c in merged if c.id == first.id] == [size]
    assert len(set(after.values())) == len(clusters) - 2


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"do": "paint"}, "do: 'paint'"),
        ({"do": "lock"}, "lacks 'cluster'"),
        ({"do": "lock", "cluster": "Unicorns"}, "no cluster 'Unicorns'"),
        ({"do": "move", "photos": ["no.jpg"], "to": None}, "no photo 'no.jpg'"),
        ({"do": "move", "photos": [], "to": None}, "a list with at least one"),
        ({"do": "together", "photos": ["a"]}, "no photo 'a'"),
        ({"do": "merge", "clusters": ["c1"]}, "2 clusters or more"),
        ("move", "do: None"),
        ({"do": ["move"]}, "do: \\['move'\\]"),
        ({"do": "move", "photos": [["a"]], "to": None}, "no photo \\['a'\\]"),
        ({"do": "move", "photos": [{}], "to": None}, "no photo {}"),
        ({"do": "lock", "cluster": ["c1"]}, "no cluster \\['c1'\\]"),
        ({"do": "rename", "cluster": "c1", "name": ["x"]}, "a name is text"),
        ({"do": "rename", "cluster": "c1", "name": "\ud800"}, "half a character"),
    ],
)
def test_one_wrong_entry_changes_nothing(home: Home, wrong: Any, sentence: str) -> None:
    clusters, clusters_before = corrected(home)
    rename = {"do": "rename", "cluster": clusters[0].id, "name": "Mine"}
    with pytest.raises(UserError, match=sentence) as caught:
        corrected(home, [rename, wrong])
    assert "Correction 2 of 2" in str(caught.value)
    assert corrected(home) == (clusters, clusters_before)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"version": 2, "edits": []}',
        '{"version": 1}',
        "[" * 100_000,
        '{"version": 1e999, "edits": []}',
        "1" * 9_999,
        '{"version": true, "edits": []}',
        '{"version": 1, "edits": [], "edits": []}',
        '{"version": 1, "edits": [{"do": "rename", "cluster": "A", "name": "B", "name": "C"}]}',
    ],
)
def test_a_file_that_is_no_list_of_corrections(tmp_path: Path, text: str) -> None:
    (tmp_path / "c.json").write_text(text, "utf-8")
    with pytest.raises(UserError, match=r"c\.json"):
        read_corrections(tmp_path / "c.json")
    with pytest.raises(UserError, match=r"gone\.json cannot be read"):
        read_corrections(tmp_path / "gone.json")


def test_nothing_is_suggested_before_a_folder_is_organised(engine: Engine, photos: Path, tmp_path: Path) -> None:
    done = engine("suggest", photos, "-n", 3, "--library", tmp_path / "library")
    assert done.returncode == 1
    assert "run organise first" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe has no name there")
def test_a_pipe_is_no_list_of_corrections(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    with pytest.raises(UserError, match="is not a file"):
        read_corrections(tmp_path / "pipe.json")
