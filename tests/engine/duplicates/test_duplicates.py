"""Near-identical pictures of a library: found among others; where thumbnails are lost, exact copies are."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest
from PIL import Image

from engine.core.errors import UserError
from engine.core.job import Job
from engine.duplicates.best_copy import rank_groups
from engine.duplicates.find import near_duplicates
from engine.library.library import open_library
from engine.pipeline.options import OrganiseOptions, RetrainPolicy
from engine.pipeline.organise import organise

OPTIONS = OrganiseOptions(k=4, method="kmeans", map="pca", backbone="efficientnet_lite0")


def test_copies_and_smaller_ones_are_found_and_nothing_else(photos: Path, tmp_path: Path) -> None:
    some = sorted(photos.rglob("*.jpg"))
    first, second = some[0], some[-1]
    shutil.copy2(first, photos / "a copy.jpg")
    with Image.open(first) as image:
        image.convert("RGB").resize((image.width // 2, image.height // 2)).save(photos / "smaller.jpg", quality=60)
    with Image.open(second) as image:
        image.convert("RGB").save(photos / "again.jpg", quality=50)
    library, root = open_library(photos, tmp_path / "library", "test")
    with library:
        with pytest.raises(UserError, match="not organised yet"):
            near_duplicates(library, Job())
        organise(library, root, OPTIONS, Job())
        path_of = {f.id: f.path for f in library.catalog.files.all()}

        def found() -> list[set[str]]:
            return [{path_of[i] for i in group} for group in near_duplicates(library, Job())]

        names = [p.relative_to(photos).as_posix() for p in (first, second)]
        expected = [{"a copy.jpg", "smaller.jpg", names[0]}, {"again.jpg", names[1]}]
        assert found() == expected
        shutil.rmtree(library.folder / "thumbnails")  # nothing can be compared: exact copies are the same all the same
        assert found() == [{"a copy.jpg", names[0]}]


def test_a_damaged_thumbnail_stops_nothing_and_is_made_anew(photos: Path, tmp_path: Path) -> None:
    shutil.copy2(min(photos.rglob("*.jpg")), photos / "a copy.jpg")
    library, root = open_library(photos, tmp_path / "library", "test")
    with library:
        organise(library, root, OPTIONS, Job())
        thumbnails = sorted((library.folder / "thumbnails").rglob("*.jpg"))

        def damage() -> None:
            for path in thumbnails:
                path.write_bytes(b"no picture")

        damage()
        organise(library, root, dataclasses.replace(OPTIONS, k=6), Job())  # names of new clusters look at some
        assert not all(path.exists() for path in thumbnails)
        damage()
        assert near_duplicates(library, Job()) == []
        damage()
        ids = [f.id for f in library.catalog.files.readable()][:2]
        assert rank_groups(library, [ids], Job())[1] == dict.fromkeys(ids, 0.0)
        for path in thumbnails:
            path.unlink(missing_ok=True)
        organise(library, root, OPTIONS, Job(), RetrainPolicy(keep=True))
        assert all(path.stat().st_size > 100 for path in thumbnails)
        assert len(near_duplicates(library, Job())) == 1
