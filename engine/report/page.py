"""The report: a static page to open or to send, with no network and no server."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from engine.core.assets import resource
from engine.core.errors import UserError, why
from engine.core.palette import COLOURS, colour
from engine.library.outputs.own import MARKER, mark_own
from engine.report.wording import facts, percent, readable

Result = Mapping[str, Any]
Thumbnail = Callable[[str], Path | None]

_NEW, _THUMBS = ".new", "thumbs"
_RATIOS = range(4, 31)  # width : height in tenths; a panorama is cropped to 3 : 1
_PER_CLUSTER = 60  # photos of a cluster that the page holds before "Show all" …
_IN_ALL = 3_000  # … and of all clusters together, about


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo as the page shows it: `index` in the order of the page, `thumb` relative to it, `sure` in percent."""

    index: int
    name: str
    thumb: str | None
    ratio: int
    cluster: int
    sure: int | None
    x: float | None
    y: float | None


@dataclass(frozen=True, slots=True)
class ClusterSection:
    """A cluster as the page shows it, its most confident photos first."""

    name: str
    colour: int
    photos: list[Photo]
    sure: int | None


def write_report(result: Result, folder: Path, thumbnail: Thumbnail, out: Path) -> Path:
    """Write `out`/index.html and what it needs; returns the page's path.

    `result` is what organise --out writes (version 1) about `folder`; `thumbnail` gives the picture file of a
    photo's path. The page holds the first photos of each cluster, photos.js all of them, thumbs/ copies of the
    thumbnails. An earlier report in `out` is replaced once the new one is whole; other things there are a UserError, as
    is a full disk.
    """
    try:
        new = _prepare(out)
        try:
            _write(new, result, folder, _sections(result, thumbnail, new / _THUMBS))
            _replace(out, new)
        finally:
            shutil.rmtree(new, ignore_errors=True)
    except OSError as error:
        raise UserError("The report cannot be written to {out} ({reason}).", out=out, reason=why(error)) from error
    return out / "index.html"


def check_report(out: Path) -> None:
    """A UserError where a report would come among other things."""
    page = out / "index.html"
    if not out.is_dir():
        if out.exists() or out.is_symlink():
            raise UserError("{out} is a file: name a folder for the report.", out=out)
        return
    entries = {entry.name for entry in out.iterdir()}
    ours = MARKER in entries or (
        page.is_file() and 'name="generator" content="Photoloom' in page.read_text("utf-8", "replace")[:2000]
    )
    if "catalog.db" in entries or (entries and not ours):
        raise UserError(
            "{out} is not empty and holds no earlier report; choose another folder for the report.", out=out
        )


def _prepare(out: Path) -> Path:
    """Make `out`, known as ours, and an empty folder in it, in which the new report grows."""
    check_report(out)
    out.mkdir(parents=True, exist_ok=True)
    mark_own(out, "a report")
    new = out / _NEW
    shutil.rmtree(new, ignore_errors=True)
    (new / _THUMBS).mkdir(parents=True)
    return new


def _replace(out: Path, new: Path) -> None:
    """Put the new report in the place of an earlier one; nothing is removed but that one's pictures."""
    thumbs = out / _THUMBS
    thumbs.mkdir(exist_ok=True)
    names = {picture.name for picture in (new / _THUMBS).iterdir()}
    for picture in (new / _THUMBS).iterdir():
        picture.replace(thumbs / picture.name)
    for file in new.iterdir():
        if file.is_file():
            file.replace(out / file.name)
    for old in thumbs.glob("[0-9][0-9][0-9][0-9][0-9][0-9].*"):
        if old.name not in names:
            old.unlink()


def _sections(result: Result, thumbnail: Thumbnail, thumbs: Path) -> list[ClusterSection]:
    members: dict[str, list[Mapping[str, Any]]] = {cluster["id"]: [] for cluster in result["clusters"]}
    for photo in result["photos"]:
        members[photo["cluster"]].append(photo)
    sections: list[ClusterSection] = []
    index = 0
    for number, cluster in enumerate(result["clusters"]):
        photos = []
        for photo in sorted(members[cluster["id"]], key=lambda p: (-(p["confidence"] or 0), p["path"])):
            thumb, ratio = _copy_thumbnail(thumbnail(photo["path"]), thumbs, index)
            sure, x, y = percent(photo["confidence"]), photo.get("x"), photo.get("y")
            photos.append(Photo(index, readable(photo["path"]), thumb, ratio, number, sure, x, y))
            index += 1
        confidences = [p["confidence"] for p in members[cluster["id"]] if p["confidence"] is not None]
        mean = percent(sum(confidences) / len(confidences)) if confidences else None
        sections.append(ClusterSection(readable(cluster["name"]), number % COLOURS, photos, mean))
    return sections


def _copy_thumbnail(source: Path | None, thumbs: Path, index: int) -> tuple[str | None, int]:
    """Copy a thumbnail under a number, for names of any kind; returns its address and ratio in tenths."""
    from PIL import Image

    try:
        held = source.read_bytes() if source is not None else b""
    except FileNotFoundError:
        held = b""
    except OSError as error:
        raise UserError("{place} cannot be read ({reason}).", place=source, reason=why(error)) from error
    if source is None or not held:
        return None, 10
    try:
        with Image.open(io.BytesIO(held), formats=("JPEG",)) as image:
            width, height = image.size
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None, 10  # damaged: its photo is listed without it
    target = thumbs / f"{index:06}{source.suffix.lower() or '.jpg'}"
    target.write_bytes(held)
    return f"thumbs/{target.name}", min(max(round(10 * width / height), _RATIOS[0]), _RATIOS[-1])


def _write(out: Path, result: Result, folder: Path, sections: list[ClusterSection]) -> None:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    templates = resource("report")
    environment = Environment(
        loader=FileSystemLoader(templates, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    photos = [photo for section in sections for photo in section.photos]
    page = environment.get_template("index.html.j2").render(
        title=readable(folder.name or str(folder)),
        version=result["photoloom"],
        total=len(photos),
        clusters=sections,
        shown=max(6, min(_PER_CLUSTER, _IN_ALL // max(1, len(sections)))),
        has_map=bool(photos) and all(photo.x is not None and photo.y is not None for photo in photos),
        skipped=[{key: readable(file[key]) for key in ("path", "reason")} for file in result["skipped"]],
        facts=facts(result),
    )
    colours = [(colour(index, dark=False), colour(index, dark=True)) for index in range(COLOURS)]
    style = environment.get_template("style.css.j2").render(ratios=_RATIOS, colours=colours)
    (out / "index.html").write_text(page, encoding="utf-8")
    (out / "style.css").write_text(style, encoding="utf-8")
    (out / "photos.js").write_text(_data(sections, photos), encoding="ascii")
    shutil.copyfile(templates / "report.js", out / "report.js")


def _data(sections: list[ClusterSection], photos: list[Photo]) -> str:
    """Every photo as a row, as a script: a page opened from disk may load scripts, but not fetch JSON."""
    rows = [[v for key, v in asdict(photo).items() if key != "index"] for photo in photos]
    return (
        "window.photoloom = " + json.dumps({"clusters": [section.name for section in sections], "photos": rows}) + ";\n"
    )
