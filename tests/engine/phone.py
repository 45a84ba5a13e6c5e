"""A folder of photos that more can be added to, organised again and again."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from engine.core.job import Job
from engine.core.records import UNSURE
from engine.edits.history import History
from engine.gallery.snapshot import load_gallery
from engine.library.library import Library, open_library
from engine.pipeline.options import OrganiseOptions, Outcome, RetrainPolicy
from engine.pipeline.organise import organise


class Phone:
    """A folder of 30 of the demo's pictures, three of each kind, and more that can be added."""

    def __init__(self, demo: Path, folder: Path, library: Path) -> None:
        self.folder, self.place, self._demo = folder, library, demo
        self.kinds: dict[str, list[str]] = {}
        for path, kind in sorted(json.loads((demo / "labels.json").read_text("utf-8")).items()):
            self.kinds.setdefault(kind, []).append(path)

    def add(self, paths: list[str]) -> list[str]:
        for path in paths:
            (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(self._demo / path, self.folder / path)
        return paths

    def organise(
        self, words: OrganiseOptions, *, force: bool = False, keep: bool = False, propose: bool = False
    ) -> Outcome:
        library, root = self.open()
        with library:
            return organise(library, root, words, Job(), RetrainPolicy(force, keep, propose))

    def open(self) -> tuple[Library, int]:
        return open_library(self.folder, self.place, "test")

    def homes(self) -> dict[str, str]:
        """Each path's cluster."""
        library, _ = self.open()
        with library:
            gallery = load_gallery(library.catalog, "pca")
            assert gallery.clusters[-1].unsure == (UNSURE in {c.id for c in gallery.clusters})
            return {f.path: gallery.clusters[label].id for f, label in zip(gallery.files, gallery.labels, strict=True)}

    def places(self) -> dict[str, tuple[str | None, float]]:
        """Each path's cluster as it was assigned, None where it was not, and the confidence."""
        library, _ = self.open()
        with library:
            files = library.catalog.files.readable()
            found = library.catalog.clusters.assignments_of([f.id for f in files])
            return {f.path: found[f.id] for f in files}

    def edit(self, do: object) -> None:
        library, _ = self.open()
        with library:
            history = History(library.catalog)
            id_of = {f.path: f.id for f in library.catalog.files.all()}
            for edit in do(id_of, library.catalog.clusters.visible()):  # type: ignore[operator]
                history.do(edit)

    @classmethod
    def filled(cls, demo: Path, folder: Path) -> Phone:
        """Three of each kind, below `folder`, beside their library."""
        made = cls(demo, folder / "Phone", folder / "library")
        for paths in made.kinds.values():
            made.add(paths[:3])
        return made
