"""Corrections hold after every retrain with other options, every cut, new photos and restarts."""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from engine.core.job import Job
from engine.core.records import UNSURE
from engine.edits.corrections_file import correct
from engine.edits.history import History
from engine.gallery.snapshot import Gallery, load_gallery
from engine.library.library import open_library
from engine.pipeline.options import OrganiseOptions, RetrainPolicy
from engine.pipeline.organise import organise
from engine.versions.library_cut import activate_cut, load_library_cut

START = OrganiseOptions(k=8, method="kmeans", map="pca", backbone="efficientnet_lite0")
METHODS = ("kmeans", "dec")
BACKBONES = ("efficientnet_lite0", "efficientnet_lite2")


@dataclass
class Expected:
    """What has to be true from now on, by path and cluster id, kept apart from the program's own tables."""

    pins: dict[str, str] = field(default_factory=dict)
    rejections: dict[str, str] = field(default_factory=dict)
    together: list[tuple[str, str]] = field(default_factory=list)
    apart: list[tuple[str, str]] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    locked: dict[str, set[str]] = field(default_factory=dict)  # exactly these photos
    merged: set[str] = field(default_factory=set)

    def check(self, gallery: Gallery) -> None:
        cluster_of = {
            f.path: gallery.clusters[label].id for f, label in zip(gallery.files, gallery.labels, strict=True)
        }
        names = {c.id: c.name for c in gallery.clusters}
        assert {path: cluster_of[path] for path in self.pins} == self.pins
        assert [path for path, cluster in self.rejections.items() if cluster_of[path] == cluster] == []
        assert [pair for pair in self.together if cluster_of[pair[0]] != cluster_of[pair[1]]] == []
        assert [pair for pair in self.apart if cluster_of[pair[0]] == cluster_of[pair[1]]] == []
        assert {cluster: names[cluster] for cluster in self.names} == self.names
        for cluster, members in self.locked.items():
            assert {path for path, now in cluster_of.items() if now == cluster} == members
        assert not self.merged & names.keys()
        assert len(set(names.values())) == len(names)


def random_corrections(gallery: Gallery, draw: random.Random) -> tuple[list[dict[str, object]], Expected]:
    """Random corrections that do not contradict one another, and what they mean."""
    expected, clusters = Expected(), [c.id for c in gallery.clusters]
    cluster_of = {f.path: gallery.clusters[label].id for f, label in zip(gallery.files, gallery.labels, strict=True)}
    draw.shuffle(clusters)
    locked, source, target, *others = clusters
    expected.locked[locked] = {path for path, cluster in cluster_of.items() if cluster == locked}
    expected.pins |= {path: target for path, cluster in cluster_of.items() if cluster == source}
    expected.merged.add(source)
    expected.names = {locked: "Finished", others[0]: "Mine 😀"}
    edits: list[dict[str, object]] = [
        {"do": "merge", "clusters": [target, source]},
        {"do": "rename", "cluster": others[0], "name": "Mine 😀"},
        {"do": "rename", "cluster": locked, "name": "Finished"},
        {"do": "lock", "cluster": locked},
    ]
    free = sorted(path for path, cluster in cluster_of.items() if cluster not in (locked, source))
    draw.shuffle(free)
    moved = [free.pop() for _ in range(draw.randint(1, 3))]
    to = draw.choice([locked, *others])
    edits.append({"do": "move", "photos": moved, "to": to})
    expected.pins |= dict.fromkeys(moved, to)
    if to == locked:
        expected.locked[locked] |= set(moved)
    fresh = [free.pop() for _ in range(draw.randint(1, 3))]
    edits.append({"do": "move", "photos": fresh, "to": None})
    expected.pins |= dict.fromkeys(fresh, f"c{max(int(c[1:]) for c in cluster_of.values()) + 1}")
    for path in [free.pop() for _ in range(3)]:
        edits.append({"do": "not", "photo": path, "cluster": cluster_of[path]})
        expected.rejections[path] = cluster_of[path]
    for kind, pairs in (("together", expected.together), ("apart", expected.apart)):
        for _ in range(2):
            pairs.append((free.pop(), free.pop()))
            edits.append({"do": kind, "photos": list(pairs[-1])})
    return edits, expected


@pytest.fixture(scope="module")
def organised(some_photos: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A folder beside its library, organised once."""
    base = tmp_path_factory.mktemp("facts")
    shutil.copytree(some_photos, base / "Phone")
    library, root = open_library(base / "Phone", base / "library", "test")
    with library:
        organise(library, root, START, Job())
    return base / "Phone", base / "library"


@pytest.mark.parametrize("seed", range(5))
def test_what_the_user_says_stays_true(
    seed: int, organised: tuple[Path, Path], demo: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    draw = random.Random(seed)
    folder = organised[0]  # where the library knows it; what is added is taken away again
    copy = Path(shutil.copytree(organised[1], tmp_path / "library"))

    def opened(work: object) -> Gallery:
        library, root = open_library(folder, copy, "test")
        with library:
            work(library, root)  # type: ignore[operator]
        library, _ = open_library(folder, copy, "test")  # a restart
        with library:
            return load_gallery(library.catalog, "pca")

    before = opened(lambda library, root: None)
    edits, expected = random_corrections(before, draw)
    gallery = opened(lambda library, root: correct(library, root, edits, Job()))
    anchors = sum(c.anchor for c in gallery.clusters)
    steps = 0
    for _ in range(2):
        options = OrganiseOptions(
            k=anchors + draw.randint(2, 6),
            method=draw.choice(METHODS),
            backbone=draw.choice(BACKBONES),
            map="pca",
            seed=draw.randint(0, 9),
        )
        gallery = opened(
            lambda library, root, options=options: organise(library, root, options, Job(), RetrainPolicy(force=True))
        )
        expected.check(gallery)
        k = draw.randint(anchors + 2, 20)
        gallery = opened(
            lambda library, root, k=k: activate_cut(library.catalog, min(k, load_library_cut(library.catalog).most))
        )
        expected.check(gallery)
        steps += 2
    for path in draw.sample(sorted(demo.rglob("*.jpg")), 5):
        shutil.copyfile(path, folder / f"new {path.name}")
        request.addfinalizer((folder / f"new {path.name}").unlink)
    gallery = opened(lambda library, root: organise(library, root, options, Job(), RetrainPolicy(keep=True)))
    expected.check(gallery)
    assert len(gallery) == len(before) + 5
    assert all(c.id == UNSURE or c.members or c.anchor for c in gallery.clusters)

    def undo(library: object, root: int) -> None:
        for _ in range(steps + len(edits)):
            History(library.catalog).undo()  # type: ignore[attr-defined]

    after = opened(undo)
    old = [row for row, f in enumerate(after.files) if f.id in before.row_of]
    assert [after.clusters[after.labels[r]].id for r in old] == [before.clusters[label].id for label in before.labels]
