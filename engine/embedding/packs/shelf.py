"""The packs that are there: each in a folder of its own below `packs` in the user's data folder.

packs/NAME/…                  the pack's files
packs/NAME/pack.json          its manifest, every SHA-256 filled in
packs/NAME/installed.json     written last: what was found when it was tried (Trial), and where it came from
packs/.begun/NAME             what is being fetched, or waits to be gone on with
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from engine.core.disk.exclusive import exclusively
from engine.core.disk.trees import delete_tree, refuse_link, size_of
from engine.core.disk.whole import write_whole
from engine.core.errors import UserError
from engine.core.job import Job
from engine.embedding.packs import manifest as manifests
from engine.embedding.packs.layout import Layout, layout_of
from engine.embedding.packs.manifest import Manifest, read_manifest

FOLDER = "packs"
INSTALLED = "installed.json"
BEGUN = ".begun"
PREFIX = "pack:"  # before a pack's name, where a backbone is named
REMOVE_STAGE = "model-pack-remove"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Trial:
    """What a pack did when it was tried: the length of its vectors, and seconds for a picture on one core.

    `sentences`: it has a textual half that makes vectors of the same length.
    """

    dimension: int
    seconds: float
    sentences: bool


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack that is there and was tried. `pinned`: its hashes were known before it came, by its manifest."""

    folder: Path
    manifest: Manifest
    layout: Layout
    trial: Trial
    source: str
    pinned: bool

    @property
    def name(self) -> str:
        return self.manifest.name

    @property
    def backbone(self) -> str:
        """What `open_backbone` calls it."""
        return PREFIX + self.name


@dataclass(frozen=True, slots=True)
class Begun:
    """A pack that is not whole: the place `source` that it comes from, and bytes that are there of how many."""

    name: str
    source: str
    there: int
    size: int


def packs_folder(home: Path) -> Path:
    return home / FOLDER


def begun_folder(home: Path, name: str) -> Path:
    return home / FOLDER / BEGUN / name


def installed(home: Path) -> list[Pack]:
    """All packs of the data folder `home`, by name."""
    folder = packs_folder(home)
    names = sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    return [pack for name in names if name != BEGUN and (pack := find(home, name)) is not None]


def find(home: Path, name: str) -> Pack | None:
    """The pack of this name; None for one that is not there or not whole."""
    folder = packs_folder(home) / name
    try:
        told = json.loads((folder / INSTALLED).read_bytes())
        manifest = read_manifest((folder / manifests.FILE).read_bytes(), folder)
        layout = layout_of(manifest.paths)
        if told["version"] != _VERSION or layout is None or manifest.name != name:
            return None
        trial = Trial(int(told["dimension"]), float(told["seconds"]), bool(told["sentences"]))
        return Pack(folder, manifest, layout, trial, str(told["source"]), bool(told["pinned"]))
    except (OSError, ValueError, KeyError, TypeError, UserError):
        return None  # as good as not there: it can be added again


def require(home: Path, name: str) -> Pack:
    """The pack of this name; a UserError where it is not there."""
    pack = find(home, name)
    if pack is None:
        raise UserError(
            "The model pack {name} is not installed: add it again, or retrain with another network.", name=name
        )
    return pack


def write_installed(folder: Path, trial: Trial, source: str, *, pinned: bool) -> None:
    told = {"version": _VERSION, **asdict(trial), "source": source, "pinned": pinned}
    write_whole(folder / INSTALLED, [json.dumps(told, indent=1).encode()])


def begun(home: Path) -> list[Begun]:
    """The packs that wait to be gone on with."""
    folder = packs_folder(home) / BEGUN
    return [
        found for path in (sorted(folder.iterdir()) if folder.is_dir() else ()) if (found := _begun(path)) is not None
    ]


def _begun(folder: Path) -> Begun | None:
    try:
        told = json.loads((folder / "begun.json").read_bytes())
        there = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and path.suffix != ".etag")
        return Begun(folder.name, str(told["source"]), min(there, int(told["size"])), int(told["size"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


@contextmanager
def alone(home: Path) -> Iterator[None]:
    """Keep others from the packs; a UserError where one is at work on them."""
    busy = UserError("Another Photoloom is at work on the model packs: wait until it is done.")
    with exclusively(home / f"{FOLDER}.lock", busy):
        yield


def remove(home: Path, name: str, job: Job) -> int:
    """Delete a pack, or what was begun of it; the bytes that are free now. Reports "model-pack-remove" (bytes).

    It is gone once its installed.json is. Whether anything still looks with it is asked before (commands, jobs).
    """
    if manifests.name_of(name) != name or name == BEGUN:
        raise UserError("There is no model pack {name!r}; `models list` names them.", name=name[:80], usage=True)
    with alone(home):
        there = [path for path in (packs_folder(home) / name, begun_folder(home, name)) if path.exists()]
        if not there:
            raise UserError("There is no model pack {name!r}; `models list` names them.", name=name, usage=True)
        return sum(_deleted(folder, job) for folder in there)


def _deleted(folder: Path, job: Job) -> int:
    refuse_link(folder)
    total = size_of(folder)
    (folder / INSTALLED).unlink(missing_ok=True)
    delete_tree(folder, lambda freed: job.report(REMOVE_STAGE, min(freed, total), total))
    return total
