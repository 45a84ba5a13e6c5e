"""A recording into a folder: numbered pictures, numbers, the map in motion, and a page about them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import numpy as np

from engine.core.errors import UserError, why
from engine.core.fit_context import FitContext
from engine.core.records import Floats
from engine.lab.drawing import side_by_side
from engine.lab.record.drawing import draw_map, save_motion
from engine.lab.record.layouts import pca_maps, tsne_maps
from engine.lab.record.page import About, write_page
from engine.lab.record.recording import Recording
from engine.library.outputs.own import mark_own
from engine.report.page import check_report

_ROOM = 60 << 20  # bytes that a recording may take
_REDRAWN = 32  # pictures of a sheet
_NUMBERED = "tsne", "pca", "reconstructions"


def require_place(out: Path) -> None:
    """Make the folder `out`; a UserError where it is a file, holds other things, or cannot be written."""
    check_report(out)
    with _written(out):
        out.mkdir(parents=True, exist_ok=True)
        mark_own(out, "a training on record")
        free = shutil.disk_usage(out).free
    if free < _ROOM:
        raise UserError(
            "{out} has room for {free:.0f} MB, and a recording takes up to {needed:.0f} MB: free some, or choose "
            "another folder.",
            out=out,
            free=free / 1e6,
            needed=_ROOM / 1e6,
        )


def save_recording(recording: Recording, about: About, out: Path, context: FitContext) -> Path:
    """Lay out and write a recording; an earlier one in `out` is replaced. Returns the page's path."""
    tsne, pca = tsne_maps(recording.codes(), context), pca_maps(recording.codes(), context)
    with _written(out):
        for name in _NUMBERED:
            for old in out.glob(f"{name}-[0-9][0-9][0-9]*.png"):
                old.unlink()
        _save_numbered(recording, (tsne, pca), out, context)
        save_motion(tsne, recording.labels(), recording.updates, out / "motion.png", context.job)
        _save_arrays(recording, (tsne, pca), out)
        numbers = {"version": 1, "about": asdict(about), "tests": recording.tests, **recording.account.as_json()}
        (out / "record.json").write_text(json.dumps(numbers, indent=1), encoding="utf-8")
        return write_page(recording, about, out)


def _save_numbered(
    recording: Recording, maps: tuple[list[Floats], list[Floats]], out: Path, context: FitContext
) -> None:
    for number, frame in enumerate(recording.frames):
        context.job.report("pictures", number, len(recording.frames))
        labels, end = frame.labels[: recording.tests], f"{frame.update:03}.png"
        for name, note, xy in zip(_NUMBERED[:2], ("t-SNE", "PCA"), (maps[0][number], maps[1][number]), strict=True):
            draw_map(xy, labels, f"{note}, update {frame.update}").save(out / f"{name}-{end}")
        drawn = side_by_side(recording.shown[:_REDRAWN], recording.redrawn[number][:_REDRAWN])
        drawn.save(out / f"{_NUMBERED[2]}-{end}")


def _save_arrays(recording: Recording, maps: tuple[list[Floats], list[Floats]], out: Path) -> None:
    arrays = {
        "updates": np.array(recording.updates),
        "codes": np.stack(recording.codes()),
        "labels": np.stack(recording.labels()),
        "tsne": np.stack(maps[0]),
        "pca": np.stack(maps[1]),
    }
    if recording.truth is not None:
        arrays["truth"] = recording.truth
    np.savez_compressed(out / "record.npz", **arrays)  # type: ignore[arg-type]


@contextmanager
def _written(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UserError("The recording cannot be written to {out} ({reason}).", out=out, reason=why(error)) from error
