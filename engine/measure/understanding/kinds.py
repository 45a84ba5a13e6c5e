"""How often the kind of a labelled picture is told right: from its vector, then with its text and faces."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from engine.core.errors import UserError
from engine.core.job import Job
from engine.core.records import KINDS, PictureKind
from engine.embedding.backbone import Backbone, open_backbone
from engine.library.library import Library
from engine.measure.datasets import folders
from engine.measure.labelled import embedded_library
from engine.pipeline.options import OrganiseOptions
from engine.pipeline.understanding.faces import Faces
from engine.pipeline.understanding.kind import Kind, text_likelihoods
from engine.pipeline.understanding.text import Text

_WORKERS = 2
_MISTAKES = 12  # that are listed

Right = Mapping[str, Sequence[str]]  # the kinds that are right, by label


def run_kinds(
    data: Path, meaning: Path | None, library: Path | None, options: OrganiseOptions, job: Job
) -> dict[str, Any]:
    """Score the kinds of the pictures below `data`, whose labels are in its labels.json, or the names of its folders.

    A label is the name of a kind, or stands in `meaning`, JSON of the kinds that are right for it: none where a picture
    is not scored. "vector" is what is told at once, "all" what is told once text and faces were looked for.
    """
    labels, right = _labels(data, job), _meaning(meaning)
    unknown = {label for label in labels.values() if label not in right}
    if unknown:
        raise UserError(
            "Nobody knows which kinds are meant by {labels}: --truth FILE tells it.", labels=", ".join(sorted(unknown))
        )
    with embedded_library(data, library, options, job) as (opened, root):
        backbone = open_backbone(options.backbone)
        digests = {f.path: f.digest for f in opened.catalog.files.readable() if f.root == root and f.digest}
        truth = {digests[path]: label for path, label in labels.items() if path in digests and right[label]}
        told = {"vector": _told(opened, backbone, job)}
        text, faces = Text(text_likelihoods(opened, backbone)), Faces()
        text.run(opened, text.pending(opened), _WORKERS, job)
        looked = opened.catalog.faces.looked(faces.key)
        faces.run(opened, sorted({*digests.values()} - looked), _WORKERS, job)
        told["all"] = _told(opened, backbone, job)
    return {
        "version": 1,
        "dataset": "folders",
        "protocol": "kinds",
        "backbone": options.backbone,
        **{name: _score(kinds, truth, right) for name, kinds in told.items()},
    }


def _told(library: Library, backbone: Backbone, job: Job) -> dict[str, PictureKind]:
    part = Kind(backbone)
    part.run(library, part.pending(library), _WORKERS, job)
    return library.catalog.kinds.likeliest()


def _score(told: Mapping[str, PictureKind], truth: Mapping[str, str], right: Right) -> dict[str, Any]:
    """Accuracy, recall by label, and what was most often taken for what."""
    good = {digest: told.get(digest) in right[label] for digest, label in truth.items()}
    of_label = {label: [good[d] for d, one in truth.items() if one == label] for label in sorted(set(truth.values()))}
    mistakes = Counter((truth[digest], told.get(digest, "")) for digest, fine in good.items() if not fine)
    return {
        "pictures": len(truth),
        "accuracy": sum(good.values()) / max(1, len(good)),
        "recall": {label: sum(some) / len(some) for label, some in of_label.items()},
        "mistakes": [[label, kind, count] for (label, kind), count in mistakes.most_common(_MISTAKES)],
    }


def _labels(data: Path, job: Job) -> dict[str, str]:
    """Labels by path below `data`."""
    listed = data / "labels.json"
    if listed.is_file():
        found: dict[str, str] = json.loads(listed.read_text("utf-8"))
        return found
    paths, labels = folders(data, job)
    return {path.relative_to(data).as_posix(): label for path, label in zip(paths, labels, strict=True)}


def _meaning(file: Path | None) -> dict[str, Sequence[str]]:
    right: dict[str, Sequence[str]] = {kind: (kind,) for kind in KINDS}
    return right if file is None else right | json.loads(file.read_text("utf-8"))
