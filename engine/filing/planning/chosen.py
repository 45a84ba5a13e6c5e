"""Which photos an action is about: ids, or clusters by name or id and what a search finds."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from engine.core.errors import UserError
from engine.core.folding import fold
from engine.core.records import Cluster, Content, File
from engine.filing.operations import FilingOptions
from engine.gallery.filtering import FilterOptions, filter_gallery
from engine.gallery.search import Finder
from engine.gallery.snapshot import load_gallery
from engine.library.library import Library

_NEAR = 5  # names that are offered for one that is unknown


class Photo(NamedTuple):
    """A photo that was chosen: `root` and `folder` are absolute, as the system writes them; `cluster` may be None."""

    file: File
    root: str
    folder: str
    name: str
    cluster: Cluster | None
    content: Content | None

    @property
    def path(self) -> str:
        return f"{self.folder}{os.sep}{self.name}"


def chosen(library: Library, options: FilingOptions, *, with_contents: bool = True) -> list[Photo]:
    """The photos in order of root and path; an unknown cluster is a UserError that lists near names.

    A file that was named but is gone from the catalog is among them: the plan says that it is missing. What files hold
    takes half a second to read of 100,000.
    """
    catalog = library.catalog
    with catalog.reading():
        clusters = {cluster.id: cluster for cluster in catalog.clusters.visible()}
        standing = catalog.clusters.assignments()
        cluster_of = dict(zip(standing.ids.tolist(), standing.clusters, strict=True))
        contents = catalog.files.contents() if with_contents else {}
        roots = dict(catalog.files.roots())
        files = _files(library, options, clusters.values(), cluster_of)
    folders: dict[tuple[int, str], str] = {}
    photos = []
    for file in files:
        above, _, name = file.path.rpartition("/")
        folder = folders.get((file.root, above))
        if folder is None:
            folder = folders[file.root, above] = os.path.normpath(os.path.join(roots[file.root], above))
        cluster = clusters.get(cluster_of.get(file.id, ""))
        content = contents.get(file.digest or "")
        photos.append(Photo(file, roots[file.root], folder, name, cluster, content))
    return photos


def find_clusters(clusters: Iterable[Cluster], names: Sequence[str]) -> set[str]:
    """Ids of the clusters that are named, by id or name; without regard to case where no name is just so.

    All clusters of a name are meant where several share it.
    """
    known = list(clusters)
    found: set[str] = set()
    for name in names:
        same = (
            [c.id for c in known if c.id == name]
            or [c.id for c in known if c.name == name]
            or [c.id for c in known if fold(c.name) == fold(name.strip())]
        )
        if not same:
            raise _unknown(name, [c.name for c in known])
        found.update(same)
    return found


def _files(
    library: Library, options: FilingOptions, clusters: Iterable[Cluster], cluster_of: dict[int, str]
) -> list[File]:
    every = library.catalog.files.all()
    if options.files is not None:
        wanted = set(options.files)
        known = {file.id for file in every}
        if not wanted <= known:  # gone since they were chosen
            every = every + [f for root, _ in library.catalog.files.roots() for f in library.catalog.files.gone(root)]
        return [file for file in every if file.id in wanted]
    readable = [file for file in every if file.problem is None and file.digest is not None]
    if options.clusters:
        ids = find_clusters(clusters, options.clusters)
        readable = [file for file in readable if cluster_of.get(file.id) in ids]
    if options.query.strip():
        gallery = load_gallery(library.catalog, "neighbours")
        rows = filter_gallery(gallery, FilterOptions(query=options.query), Finder()).rows
        found = set(gallery.ids[rows].tolist())
        readable = [file for file in readable if file.id in found]
    return readable


def _unknown(name: str, names: list[str]) -> UserError:
    by_fold = {fold(one): one for one in names}
    near = difflib.get_close_matches(fold(name), by_fold, n=_NEAR, cutoff=0.4) or list(by_fold)[:_NEAR]
    listed = ", ".join(by_fold[one] for one in near)
    if not listed:
        return UserError("There is no cluster {name}: this library has none yet.", name=name, usage=True)
    return UserError("There is no cluster {name}; near it are: {names}.", name=name, names=listed, usage=True)
