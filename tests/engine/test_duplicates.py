"""Near-identical pictures of a library: found among others, and their hashes made only once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image

from engine.errors import UserError
from engine.job import Job
from engine.library.library import open_library
from engine.pipeline.duplicates import near_duplicates
from engine.pipeline.organise import organise
from engine.pipeline.words import Words

WORDS = Words(k=4, method="kmeans", map="pca", backbone="efficientnet_lite0")


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
        organise(library, root, WORDS, Job())
        path_of = {f.id: f.path for f in library.catalog.files.all()}

        def found() -> list[set[str]]:
            return [{path_of[i] for i in group} for group in near_duplicates(library, Job())]

        names = [p.relative_to(photos).as_posix() for p in (first, second)]
        expected = [{"a copy.jpg", "smaller.jpg", names[0]}, {"again.jpg", names[1]}]
        assert found() == expected
        shutil.rmtree(library.folder / "thumbnails")  # the hashes are kept: nobody asks for the pictures again
        assert found() == expected
