"""A temporary library of labelled photos, organised once: each case starts from that state and drives the program."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import numpy as np

from engine.core.errors import UserError
from engine.core.job import Job
from engine.core.records import UNSURE, Content
from engine.edits.activation import activate, retrain_into
from engine.edits.edit import Edit
from engine.edits.history import History
from engine.embedding.backbone import open_backbone
from engine.embedding.store import VectorLocation
from engine.library.library import Library
from engine.library.links import follow_links
from engine.library.safety.recovery import begin_anew
from engine.measure.corrections.standing import Standing
from engine.measure.datasets import folders
from engine.measure.labelled import embedded_library
from engine.pipeline.options import OrganiseOptions, RetrainPolicy
from engine.pipeline.organise import organise


class LabelledPhoto(NamedTuple):
    path: Path
    label: str
    digest: str


@dataclass(frozen=True, slots=True)
class EmbeddedPhotos:
    """Labelled photos that were read and embedded once; `folder` holds their thumbnails and vectors."""

    folder: Path
    photos: tuple[LabelledPhoto, ...]
    contents: tuple[Content, ...]
    vectors: Mapping[str, VectorLocation]

    @property
    def labels(self) -> frozenset[str]:
        return frozenset(photo.label for photo in self.photos)


def embed_photos(data: Path, library: Path | None, options: OrganiseOptions, folder: Path, job: Job) -> EmbeddedPhotos:
    """Read and embed the pictures of `data`, a folder a label, in their own library; copies what that has to `folder`.

    Pictures that cannot be read are left out; where none can it is a UserError.
    """
    paths, labels = folders(data, job)
    with embedded_library(data, library, options, job) as (source, root):
        files = {f.path: f for f in source.catalog.files.readable() if f.root == root}
        known, places = source.catalog.files.contents(), source.catalog.files.vector_locations(_key(options))
        digests = [f.digest if (f := files.get(path.relative_to(data).as_posix())) else None for path in paths]
        photos = tuple(
            LabelledPhoto(path.absolute(), label, digest)
            for path, label, digest in zip(paths, labels, digests, strict=True)
            if digest in places
        )
        if not photos:
            raise UserError("None of the {count:,} pictures in {data} can be read.", count=len(paths), data=data)
        own = {photo.digest: places[photo.digest] for photo in photos}
        for shard in sorted({shard for shard, _ in own.values()}):
            (folder / "vectors" / shard).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source.vectors_folder / shard, folder / "vectors" / shard)
        for digest in own:
            thumbnail = source.thumbnails.path(digest)
            (folder / "thumbnails" / digest[:2]).mkdir(parents=True, exist_ok=True)
            shutil.copyfile(thumbnail, folder / "thumbnails" / digest[:2] / thumbnail.name)
    return EmbeddedPhotos(folder, photos, tuple(known[digest] for digest in own), own)


def _key(options: OrganiseOptions) -> str:
    return open_backbone(options.backbone).key


@dataclass
class Trial:
    """An organised library in `folder`, its `root` and the label of each file; `meant`: see Standing."""

    folder: Path
    library: Library
    root: int
    truth: Mapping[int, str]
    options: OrganiseOptions
    job: Job
    meant: dict[str, str] = field(default_factory=dict)

    def reset(self) -> None:
        """Back to the state after the first organise."""
        self.library.close()
        _remove_catalog(self.folder)
        shutil.copyfile(self.folder / "organised.db", self.folder / "catalog.db")
        self.library = Library(self.folder, None)
        self.meant = {}

    def do(self, edit: Edit) -> None:
        """An edit as the window makes it: logged, and undoable."""
        History(self.library.catalog).do(edit)

    @property
    def current_options(self) -> OrganiseOptions:
        """The options with k as the window's control has it: as many as there are piles, or automatic."""
        if self.options.k is None:
            return self.options
        piles = sum(not cluster.unsure for cluster in self.library.catalog.clusters.visible())
        return dataclasses.replace(self.options, k=piles)

    def propose(self) -> int | None:
        """Retrain with a preview, as the window does; the clustering that is proposed, if any."""
        policy = RetrainPolicy(force=True, propose=True)
        return organise(self.library, self.root, self.current_options, self.job, policy).proposed

    def accept(self, clustering: int) -> None:
        """Accept what was proposed, whole."""
        made = self.library.catalog.clusterings.get(clustering)
        activate(self.library.catalog, clustering, retrain_into(len(np.unique(made.labels))))

    def retrain(self) -> bool:
        """Retrain and accept what is proposed; whether anything was."""
        proposed = self.propose()
        if proposed is not None:
            self.accept(proposed)
        return proposed is not None

    def standing(self) -> Standing:
        with self.library.catalog.reading():
            now, pins = self.library.catalog.clusters.assignments(), self.library.catalog.corrections.all().pins
        pile_of = dict(zip(now.ids.tolist(), now.clusters, strict=True))
        ids = sorted(self.truth)
        return Standing(
            np.array(ids, np.int64),
            np.array([self.truth[id_] for id_ in ids]),
            np.array([pile_of.get(id_, UNSURE) for id_ in ids]),
            np.array([id_ in pins for id_ in ids], np.bool_),
            dict(self.meant),
        )


@contextmanager
def trial(embedded: EmbeddedPhotos, options: OrganiseOptions, folder: Path, job: Job) -> Iterator[Trial]:
    """A library of the embedded photos, organised; `options.seed` also draws the order of the files."""
    photos = folder / f"photos-{options.seed}"
    label_of = _link(embedded, photos, options.seed)
    _remove_catalog(embedded.folder)
    begin_anew(embedded.folder)
    library = Library(embedded.folder, None)
    try:
        files, key = library.catalog.files, _key(options)
        files.add_contents(embedded.contents)
        for digest, (shard, row) in embedded.vectors.items():
            files.add_vectors(key, [digest], shard, row)
        root = library.root(photos.resolve())
        follow_links(library.catalog, root)  # the photos stay where they are
        organise(library, root, options, job)
        truth = {f.id: label_of[f.path] for f in files.readable()}
    except BaseException:
        library.close()
        raise
    made = Trial(embedded.folder, library, root, truth, options, job)
    try:
        library.close()  # which brings all of it into the one file
        shutil.copyfile(made.folder / "catalog.db", made.folder / "organised.db")
        made.library = Library(made.folder, None)
        yield made
    finally:
        made.library.close()


def _link(embedded: EmbeddedPhotos, folder: Path, seed: int) -> dict[str, str]:
    """Fill a folder with links to the photos, in an order drawn by the seed; returns each name's label."""
    folder.mkdir()
    order = np.random.default_rng(seed).permutation(len(embedded.photos))
    labels = {}
    for place, photo in zip(order.tolist(), embedded.photos, strict=True):
        name = f"{place:06d}{photo.path.suffix}"
        try:
            (folder / name).symlink_to(photo.path)
        except OSError:  # not everywhere may a program make links
            shutil.copy2(photo.path, folder / name)
        labels[name] = photo.label
    return labels


def _remove_catalog(folder: Path) -> None:
    for name in ("catalog.db", "catalog.db-wal", "catalog.db-shm"):
        (folder / name).unlink(missing_ok=True)
