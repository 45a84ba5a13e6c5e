"""Kinds of a library's contents: from vectors all at once, again where text or faces were found, and names by them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from engine.core.assets import resource
from engine.core.errors import Cancelled
from engine.core.job import Job
from engine.core.records import KINDS, UNSURE, Box, Cluster, Content, PictureText, TextLine
from engine.embedding.backbone import Backbone
from engine.embedding.store import VectorStore
from engine.library.catalog.understanding.face_table import FoundFace
from engine.library.catalog.understanding.kind_table import Evidence
from engine.library.catalog.understanding.text_table import ReadText
from engine.library.library import Library
from engine.pipeline.understanding.kind import Kind, network_for, text_likelihoods
from engine.pipeline.understanding.rename import rename_by_kind

LITE2 = cast(Backbone, SimpleNamespace(key="efficientnet_lite2-1-squash260-9656183e", dimension=1280))
OTHER = cast(Backbone, SimpleNamespace(key="a-network-without-a-table", dimension=4))
SHOWN = ("photo", "document", "meme", "photo", "drawing", "code")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Six contents, whose vectors are clearly of the kinds SHOWN."""
    with Library(tmp_path / "library", "test") as opened:
        enter(opened)
        with np.load(resource(f"kinds/{LITE2.key}.npz"), allow_pickle=False) as table:
            mean, weights = table["mean"].astype(np.float32), table["weights"].astype(np.float32)
        rows = weights[[KINDS.index(kind) for kind in SHOWN]] - weights.mean(axis=0)
        keep(opened, LITE2, mean + 0.6 * rows / np.linalg.norm(rows, axis=1, keepdims=True))
        keep(opened, OTHER, np.ones((len(SHOWN), 4), np.float32))
        yield opened


def enter(library: Library) -> None:
    files = library.catalog.files
    root = files.add_root("/photos", 1, 1)
    files.add(root, [(f"{i}.jpg", 1, 1) for i in range(len(SHOWN))])
    files.add_contents([Content(digest(i), 40, 30) for i in range(len(SHOWN))])
    files.set_read([(file.id, digest(i)) for i, file in enumerate(files.all())])


def keep(library: Library, backbone: Backbone, vectors: np.ndarray) -> None:
    with closing(VectorStore(library.vectors_folder)) as store:
        shard, row = store.append(backbone.key, vectors.astype(np.float32))
    library.catalog.files.add_vectors(backbone.key, [digest(i) for i in range(len(vectors))], shard, row)


def digest(i: int) -> str:
    return f"{i:064x}"


def tell(library: Library, backbone: Backbone = LITE2, job: Job | None = None) -> int:
    part = Kind(backbone)
    pending = part.pending(library)
    part.run(library, pending, 2, job or Job())
    return len(pending)


def kinds(library: Library) -> list[str]:
    found: Mapping[str, str] = library.catalog.kinds.likeliest()
    return [found[digest(i)] for i in range(len(SHOWN))]


def receipt() -> PictureText:
    words = ("GREEN MARKET", "Milk 1.20", "Bread 2.50", "TOTAL 3.70", "CASH 5.00", "CHANGE 1.30")
    return PictureText(
        tuple(
            TextLine(w, ((0.1, y), (0.9, y), (0.9, y + 0.03), (0.1, y + 0.03)), 0.9)
            for w, y in zip(words, np.linspace(0.1, 0.7, len(words)).tolist(), strict=True)
        )
    )


def test_kinds_are_told_once_from_vectors_and_again_where_more_is_known(library: Library) -> None:
    assert tell(library) == len(SHOWN)
    assert kinds(library) == list(SHOWN)
    assert tell(library) == 0
    library.catalog.texts.save("reader", [ReadText(digest(1), 0, receipt()), ReadText(digest(0), 0)])
    library.catalog.faces.put("finder", {digest(3): [FoundFace(Box(0.3, 0.2, 0.4, 0.5), 0.9)], digest(0): []})
    assert tell(library) == 3
    assert kinds(library) == ["photo", "receipt", "meme", "portrait", "drawing", "code"]
    known = library.catalog.kinds.evidence(Kind(LITE2).key)
    assert known[digest(0)] == Evidence.VECTOR | Evidence.TEXT | Evidence.FACES
    assert known[digest(2)] == Evidence.VECTOR
    assert tell(library) == 0


def test_what_could_not_be_looked_at_is_no_evidence(library: Library) -> None:
    library.catalog.texts.save("reader", [ReadText(digest(2), 0, problem="is damaged")])
    tell(library)
    assert kinds(library) == list(SHOWN)
    assert library.catalog.kinds.evidence(Kind(LITE2).key)[digest(2)] == Evidence.VECTOR


def test_without_a_table_words_and_faces_tell_alone(library: Library) -> None:
    library.catalog.texts.save("reader", [ReadText(digest(1), 0, receipt())])
    assert tell(library, OTHER) == len(SHOWN)
    assert kinds(library) == ["photo", "receipt", "photo", "photo", "photo", "photo"]
    assert text_likelihoods(library, OTHER) == {}
    assert network_for(library, OTHER).key == LITE2.key
    assert network_for(library, LITE2) is LITE2


def test_text_is_likely_in_pages_and_memes_and_not_in_photos(library: Library) -> None:
    likely = text_likelihoods(library, LITE2)
    assert [likely[digest(i)] > 0.5 for i in range(len(SHOWN))] == [False, True, True, False, False, True]


def test_a_vector_that_is_lost_waits_and_a_cancel_is_heard(library: Library) -> None:
    for shard in library.vectors_folder.glob(f"{LITE2.key}/*.f32"):
        shard.write_bytes(shard.read_bytes()[: 4 * 1280 * 2])
    tell(library)
    assert set(library.catalog.kinds.likeliest()) == {digest(0), digest(1)}
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        tell(library, job=job)


def test_clusters_that_nobody_has_touched_are_called_by_their_kind(library: Library) -> None:
    catalog = library.catalog
    ids = [file.id for file in catalog.files.all()]
    catalog.clusters.add({"c1": "Text", "c2": "Text 2", "c3": "Clothes", "c4": "Drawings", "c5": "Receipts"})
    homes = ["c1", "c2", "c5", "c3", "c4", UNSURE]
    catalog.clusters.assign(zip(ids, homes, [1.0] * len(ids), strict=True))
    catalog.clusters.put(Cluster("c5", "Receipts", named_by_user=True))
    assert rename_by_kind(library) == {}
    catalog.texts.save("reader", [ReadText(digest(1), 0, receipt())])
    catalog.faces.put("finder", {digest(3): [FoundFace(Box(0.3, 0.2, 0.4, 0.5), 0.9)]})
    tell(library)
    assert rename_by_kind(library) == {"c2": "Receipts 2", "c3": "Portraits"}
    names = {cluster.id: cluster.name for cluster in catalog.clusters.visible()}
    assert names == {
        "c1": "Text", "c2": "Receipts 2", "c3": "Portraits", "c4": "Drawings", "c5": "Receipts", UNSURE: "Unsure",
    }  # fmt: skip
    assert rename_by_kind(library) == {}
