"""What the background has found out reaches the gallery, and the filters for kinds and persons."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from engine.core.records import KINDS, Box, Content, Face
from engine.gallery.filtering import FilterOptions, filter_gallery
from engine.gallery.search import Finder
from engine.gallery.snapshot import Gallery, load_gallery
from engine.gallery.understood import Understood, shares_of
from engine.library.catalog.understanding.class_table import TOP, Tops
from engine.library.library import Library
from tests.engine.galleries import gallery_of


def understood(gallery: Gallery) -> Gallery:
    """Three photos: a receipt, one that shows Ann, and one of which nothing is known."""
    face = Face(1, gallery.files[1].digest or "", Box(0.1, 0.1, 0.3, 0.3), 0.9, 7)
    kinds = np.array([KINDS.index("receipt"), KINDS.index("portrait"), -1])
    return gallery.with_changes(understood=Understood(kinds, faces={face.digest: (face,)}))


def test_photos_are_filtered_by_kind_and_person() -> None:
    gallery = understood(gallery_of([{"path": f"{i}.jpg"} for i in range(3)]))

    def rows(options: FilterOptions) -> list[int]:
        assert options.filters
        return filter_gallery(gallery, options, Finder()).rows.tolist()

    assert rows(FilterOptions(kinds=frozenset({"receipt", "portrait"}))) == [0, 1]
    assert rows(FilterOptions(kinds=frozenset({"receipt"}))) == [0]
    assert rows(FilterOptions(person=7)) == [1]
    assert rows(FilterOptions(person=8)) == []
    assert gallery.understood.kind_counts == {"portrait": 1, "receipt": 1}


def test_where_nothing_is_known_a_kind_finds_nothing() -> None:
    gallery = gallery_of([{"path": "a.jpg"}])
    assert not len(filter_gallery(gallery, FilterOptions(kinds=frozenset({"meme"})), Finder()).rows)


def test_the_classes_of_the_catalog_reach_their_rows(tmp_path: Path) -> None:
    """A copy has those of its content; what is read again unchanged is the same object."""
    with Library(tmp_path / "library", "a test") as library:
        catalog = library.catalog
        root = catalog.files.add_root("/photos", 1, 1)
        catalog.files.add(root, [(name, 1, 1) for name in ("a.jpg", "b.jpg", "c.jpg")])
        catalog.files.add_contents([Content("one", 4, 3), Content("two", 4, 3)])
        catalog.files.set_read(
            [(file.id, digest) for file, digest in zip(catalog.files.all(), ("one", "two", "one"), strict=True)]
        )
        indices = np.arange(TOP, dtype=np.uint16)[None]
        shares = np.linspace(1, 0, TOP).astype(np.float16)[None]
        catalog.classes.save("net", Tops(["one"], indices, shares))
        gallery = load_gallery(catalog, "umap")
        found, known = shares_of(gallery.understood, gallery.files)
        assert known[:, 0].tolist() == [1, 0, 1]
        assert found[2].tolist() == indices[0].tolist()
        assert load_gallery(catalog, "umap", gallery).understood.tops is gallery.understood.tops
        catalog.classes.save("net", Tops(["two"], indices, shares))
        assert load_gallery(catalog, "umap", gallery).understood.tops is not gallery.understood.tops
        assert catalog.classes.known("net") == {"one", "two"}
