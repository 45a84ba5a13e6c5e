"""A small set of copies beside what only looks alike, through a library: the named faults, and what must be found."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PIL import Image

from engine.core.errors import Cancelled
from engine.core.job import Job
from engine.duplicates.best_copy import rank_groups
from engine.duplicates.find import near_duplicates
from engine.library.library import Library, open_library
from engine.pipeline.options import OrganiseOptions
from engine.pipeline.organise import organise
from tests.engine.duplicates import drawn
from tests.engine.duplicates.copies import COPIES, exif_of

OPTIONS = OrganiseOptions(k=4, method="kmeans", map="pca", backbone="efficientnet_lite0")


def write_set(folder: Path) -> None:
    """Names begin with the picture that they show."""
    folder.mkdir()
    template = drawn.landscape(20)
    pictures = {f"photo {seed}": drawn.landscape(seed) for seed in range(4)}
    pictures |= {f"receipt {seed}": drawn.receipt(1, seed) for seed in range(6)}
    pictures |= {f"receipt again {seed}": drawn.receipt(2, seed, same_goods=True) for seed in range(4)}
    pictures |= {f"screenshot {seed}": drawn.screenshot(1, seed) for seed in range(5)}
    pictures |= {f"meme {seed}": drawn.meme(template, seed) for seed in range(5)}
    pictures |= {f"moment {seed}": drawn.moment_later(drawn.landscape(30), seed) for seed in range(4)}
    pictures |= {f"page {seed}": drawn.page(1, seed) for seed in range(2)}
    pictures |= {f"white {seed}": drawn.white_drawing(seed) for seed in range(4)}
    pictures |= {f"plain {colour[1:]}": drawn.plain(colour) for colour in drawn.COLOURS[:5]}
    for name, image in pictures.items():
        image.save(folder / f"{name}.png")
    for seed in range(3):  # by a tripod, a second apart
        later = drawn.moment_later(drawn.landscape(40), seed, 0)
        later.save(folder / f"tripod {seed}.jpg", quality=92, exif=exif_of(seed))
    own = random.Random(1)
    for name in [*(f"photo {seed}" for seed in range(1, 4)), "receipt 0", "screenshot 0", "meme 0", "page 0"]:
        for made in COPIES:
            COPIES[made](pictures[name], folder / f"{name}, {made}.jpg", own, Image.Exif())


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    place = tmp_path_factory.mktemp("set")
    write_set(place / "photos")
    opened, root = open_library(place / "photos", place / "library", "test")
    with opened:
        organise(opened, root, OPTIONS, Job())
        yield opened


def groups_of(library: Library) -> list[list[str]]:
    path_of = {f.id: f.path for f in library.catalog.files.all()}
    groups, _ = rank_groups(library, near_duplicates(library, Job()), Job())
    return [[path_of[id_] for id_ in group] for group in groups]


def shows(path: str) -> str:
    return path.rpartition(".")[0].partition(",")[0]


@pytest.fixture(scope="module")
def groups(library: Library) -> list[list[str]]:
    return groups_of(library)


def test_only_copies_are_grouped_and_all_of_them(library: Library, groups: list[list[str]]) -> None:
    wrong = [group for group in groups if len({shows(path) for path in group}) > 1]
    assert wrong == []
    found = {pair for group in groups for pair in combinations(sorted(group), 2)}
    paths = [f.path for f in library.catalog.files.all()]
    wanted = {(a, b) for a, b in combinations(sorted(paths), 2) if shows(a) == shows(b)}
    assert len(found & wanted) >= 0.95 * len(wanted)


def test_the_uncompressed_original_is_the_best_copy(groups: list[list[str]]) -> None:
    assert {Path(group[0]).suffix for group in groups} == {".png"}


def test_what_cannot_be_looked_at_closely_is_not_offered(library: Library, tmp_path: Path) -> None:
    """A drive that is away stops nothing; text that might differ is not called the same."""
    (_, folder), *_ = library.catalog.files.roots()
    away = tmp_path / "away"
    shutil.move(folder, away)
    try:
        groups = groups_of(library)
    finally:
        shutil.move(away, folder)
    names = {shows(path) for group in groups for path in group}
    assert not {name for name in names if name.startswith(("page", "white", "plain"))}
    assert all(len({shows(path) for path in group}) == 1 for group in groups)


@pytest.mark.slow
@pytest.mark.usefixtures("groups")  # so that hashes are known, as in every search but the first
def test_a_cancel_is_heard_at_every_step(library: Library) -> None:
    steps: list[str] = []
    near_duplicates(library, Job(lambda progress: steps.append(progress.message)))
    for message in dict.fromkeys(steps):
        jobs: list[Job] = []
        jobs.append(Job(lambda progress, at=message, jobs=jobs: jobs[0].cancel() if progress.message == at else None))
        with pytest.raises(Cancelled):
            near_duplicates(library, jobs[0])
    assert {"comparing the likeliest", "looking closely"} <= set(steps)
