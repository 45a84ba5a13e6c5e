"""The wheels that a lock names, gathered into one folder: linked where they lie on this machine, fetched else."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import urllib.request
from collections.abc import Iterable, Iterator
from pathlib import Path

INDEX = "https://pypi.org/simple"


def gather(lock: Path, folders: Iterable[Path], out: Path) -> list[Path]:
    """The wheels of `lock` in `out`; those with its hashes in `folders` are linked, the rest comes from the index."""
    out.mkdir(parents=True, exist_ok=True)
    near = [wheel for folder in (out, *folders) for wheel in sorted(folder.glob("*.whl"))]
    return [_near(wheels_named(name, version, near), hashes, out) or _fetch(name, hashes, out)
            for name, version, hashes in _entries(lock)]  # fmt: skip


def wheels_named(name: str, version: str, wheels: Iterable[Path]) -> Iterator[Path]:
    """Those whose file name says that they are of this package and version."""
    for wheel in wheels:
        project, of, *_ = wheel.name.split("-")
        if (re.sub(r"[-_.]+", "-", project).lower(), of) == (name, version):
            yield wheel


def _entries(lock: Path) -> Iterator[tuple[str, str, set[str]]]:
    for entry in re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip()):
        name, version = re.split(r"==|\s", entry)[:2]
        yield name, version, set(re.findall(r"sha256:(\w+)", entry))


def _near(wheels: Iterable[Path], hashes: set[str], out: Path) -> Path | None:
    for wheel in wheels:
        with wheel.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() not in hashes:
                continue
        link = out / wheel.name
        if not link.exists():
            link.symlink_to(wheel)
        return link
    return None


def _fetch(name: str, hashes: set[str], out: Path) -> Path:
    index = os.environ.get("UV_DEFAULT_INDEX", INDEX)
    asked = urllib.request.Request(f"{index}/{name}/", headers={"Accept": "application/vnd.pypi.simple.v1+json"})
    with urllib.request.urlopen(asked) as answer:
        files = json.load(answer)["files"]
    file = next(file for file in files if file["hashes"].get("sha256") in hashes)
    wheel = out / file["filename"]
    part = wheel.with_suffix(".part")
    with urllib.request.urlopen(file["url"]) as answer, part.open("wb") as written:
        shutil.copyfileobj(answer, written)
    return part.rename(wheel)
