"""A library looked at with a pack: the old clusters stand until all is ready, and what the user has said goes over."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from engine.core.errors import Cancelled, UserError
from engine.core.job import Job
from engine.core.records import UNSURE, Progress
from engine.edits import Lock, Move, Rename
from engine.edits.history import History
from engine.embedding.backbone import open_backbone
from engine.embedding.packs.install import add
from engine.embedding.packs.sources import offer, open_source
from engine.gallery.searching.sentences import SentenceSearch
from engine.gallery.snapshot import Gallery, load_gallery
from engine.library.library import Library, open_library
from engine.pipeline.care.packs import require_unused, users_of
from engine.pipeline.options import OrganiseOptions, RetrainPolicy
from engine.pipeline.organise import organise
from engine.pipeline.understand import understand
from engine.service.jobs import run
from engine.service.model_messages import EmbedWith, PhotosEmbedded
from tests.engine.embedding.packs.make_pack import COLOURS, make_pack

OPTIONS = OrganiseOptions(method="kmeans", map="pca", k=6)
WITH_PACK = OrganiseOptions(method="kmeans", map="pca", k=6, backbone="pack:colours")


@pytest.fixture(scope="session")
def coloured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty-eight pictures of six colours, with things in them."""
    folder = tmp_path_factory.mktemp("coloured") / "Colours"
    rng = np.random.default_rng(0)
    for colour, rgb in COLOURS.items():
        (folder / colour).mkdir(parents=True)
        for number in range(8):
            image = Image.new(
                "RGB", (120, 90), tuple(np.clip(np.array(rgb) + rng.integers(-12, 12, 3), 0, 255).tolist())
            )
            x, y = (int(v) for v in rng.integers(5, 60, 2))
            ImageDraw.Draw(image).ellipse((x, y, x + 20, y + 20), fill=(128, 128, 128))
            image.save(folder / colour / f"{number}.png")
    return folder


@pytest.fixture(scope="session")
def organised(coloured: Path, photoloom_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a library of those pictures, sorted as ever, and the pack."""
    home = tmp_path_factory.mktemp("template") / "home"
    home.mkdir()
    source = open_source(str(make_pack(tmp_path_factory.mktemp("made") / "colours")))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PHOTOLOOM_HOME", str(home))
        (photoloom_home / "models").mkdir(exist_ok=True)
        (home / "models").symlink_to(photoloom_home / "models")  # exported once for all tests
        add(home, source, offer(source), Job())
        library, root = open_library(coloured, None, "test")
        with library:
            organise(library, root, OPTIONS, Job())
    return home


@pytest.fixture
def home(organised: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same, to be changed."""
    home = Path(shutil.copytree(organised, tmp_path / "home", symlinks=True))
    monkeypatch.setenv("PHOTOLOOM_HOME", str(home))
    return home


@pytest.fixture
def opened(home: Path, coloured: Path) -> Iterator[tuple[Library, int]]:
    library, root = open_library(coloured, None, "test")
    with library:
        yield library, root


def gallery_of(library: Library) -> Gallery:
    return load_gallery(library.catalog, "pca")


def places(library: Library) -> dict[int, str]:
    now = library.catalog.clusters.assignments()
    return dict(zip(now.ids.tolist(), now.clusters, strict=True))


def said(library: Library, edit: object) -> None:
    History(library.catalog).do(edit)  # type: ignore[arg-type]


def test_it_embeds_behind_what_is_shown_and_then_swaps(opened: tuple[Library, int]) -> None:
    library, root = opened
    gallery, before = gallery_of(library), places(library)
    folders = {f.id: f.path.partition("/")[0] for f in gallery.files}
    red = [id_ for id_, folder in folders.items() if folder == "red"]
    home_of_red = before[red[0]]
    other = next(c.id for c in gallery.clusters if c.members and c.id not in (home_of_red, UNSURE))
    said(library, Rename(home_of_red, "My reds"))
    said(library, Move(red[:3], home_of_red))
    strange = next(id_ for id_, folder in folders.items() if folder == "blue")
    said(library, Move([strange], home_of_red))
    said(library, Lock(other, True))
    held, active = places(library), library.catalog.clusterings.current()
    locked = {id_ for id_, cluster in held.items() if cluster == other}

    done = run(library, root, EmbedWith("pack:colours"), Job())
    assert done == PhotosEmbedded(48)
    assert places(library) == held
    assert library.catalog.clusterings.current() == active

    outcome = organise(library, root, WITH_PACK, Job())
    assert (outcome.embedded, outcome.trained) == (0, 1)
    after, shown = places(library), gallery_of(library)
    assert shown.clustering is not None
    assert shown.clustering.backbone == open_backbone("pack:colours").key
    names = {c.id: c.name for c in shown.clusters}
    assert names[home_of_red] == "My reds"
    assert {after[id_] for id_ in [*red, strange]} == {home_of_red}
    assert {id_ for id_, cluster in after.items() if cluster == other} >= locked
    assert shown.cluster_count == gallery_of(library).cluster_count == 6
    History(library.catalog).undo()
    assert places(library) == held
    assert library.catalog.clusterings.current() == active


def test_a_cut_is_gone_on_with(opened: tuple[Library, int]) -> None:
    library, root = opened
    job: Job

    def stop(progress: Progress) -> None:
        if progress.stage == "embed" and progress.done:
            job.cancel()

    job = Job(stop)
    with pytest.raises(Cancelled):
        run(library, root, EmbedWith("pack:colours"), job)
    left = run(library, root, EmbedWith("pack:colours"), Job())
    assert left == PhotosEmbedded(48 - 32)  # a batch was saved
    assert run(library, root, EmbedWith("pack:colours"), Job()) == PhotosEmbedded(0)


def test_new_clusters_are_named_by_what_the_default_network_knows(
    opened: tuple[Library, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.pipeline import names
    from engine.pipeline.clustering.believed import believed

    library, root = opened
    seen: list[tuple[int, ...]] = []

    def watched(*arguments: object) -> object:
        found = believed(*arguments)  # type: ignore[arg-type]
        seen.append((*found[0].vectors.shape, 0 if found[1] is None else len(found[1][1])))
        return found

    # reason: on pictures of plain colours no word shows by which network they were named
    monkeypatch.setattr(names, "believed", watched)
    organise(library, root, WITH_PACK, Job(), RetrainPolicy(force=True))
    assert set(seen) == {(48, 1280, 1000)}


def test_new_photos_go_where_the_pack_sees_them(opened: tuple[Library, int], coloured: Path) -> None:
    library, root = opened
    organise(library, root, WITH_PACK, Job())
    added = coloured / "new.png"
    Image.new("RGB", (80, 80), COLOURS["red"]).save(added)
    try:
        outcome = organise(library, root, WITH_PACK, Job())
    finally:
        added.unlink()
    assert (outcome.embedded, outcome.trained, outcome.placed) == (1, 0, 1)
    gallery = gallery_of(library)
    rows = {f.path: row for row, f in enumerate(gallery.files)}
    assert gallery.labels[rows["new.png"]] == gallery.labels[rows["red/1.png"]]
    looked = understand(library, ["kind"], Job()).looked_at  # what words find is known of it, too
    assert (looked["embed"], looked["classes"]) == (1, 49)
    assert understand(library, ["kind"], Job()).looked_at == {"embed": 0, "classes": 0, "kind": 0}


def test_a_sentence_finds_pictures_once_the_pack_is_in_use(opened: tuple[Library, int]) -> None:
    library, root = opened
    assert SentenceSearch.open(library, gallery_of(library)) is None
    organise(library, root, WITH_PACK, Job())
    gallery = gallery_of(library)
    search = SentenceSearch.open(library, gallery)
    assert search is not None
    assert search.count == 48
    for colour in ("red", "green", "blue"):
        scores = search.scores(f"a {colour} house")
        best = np.argsort(-scores)[:8]
        assert {gallery.files[row].path.partition("/")[0] for row in best} == {colour}
        assert (scores.max(), scores.min()) == (1, 0)
        assert scores.dtype == np.float32


def test_a_pack_in_use_is_not_removed_and_one_that_is_gone_is_named(opened: tuple[Library, int], home: Path) -> None:
    library, root = opened
    require_unused(home, "colours")
    organise(library, root, WITH_PACK, Job())
    assert users_of(home, "colours") == [library.folder]
    with pytest.raises(UserError, match=r"colours is in use by the library .*retrain that with another network"):
        require_unused(home, "colours")
    shutil.rmtree(home / "packs" / "colours")  # by hand
    assert SentenceSearch.open(library, gallery_of(library)) is None
    with pytest.raises(UserError, match="The model pack colours is not installed"):
        organise(library, root, WITH_PACK, Job(), RetrainPolicy(keep=True))
    organise(library, root, OPTIONS, Job())
    require_unused(home, "colours")


def test_the_search_of_the_headless_program_finds_by_a_sentence_as_well(
    opened: tuple[Library, int], coloured: Path, engine: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    library, root = opened
    organise(library, root, WITH_PACK, Job())
    done = engine("search", coloured, "a picture of the green sea", "--json", "-n", 8)
    assert done.returncode == 0, done.stderr
    hits = json.loads(done.stdout)["hits"]
    assert {hit["path"].partition("/")[0] for hit in hits} == {"green"}
    assert hits[0]["why"][-1] == "sentence: a picture of the green sea"
