"""The job that compares clustering methods on a library, and hands out each answer as soon as it is there."""

from __future__ import annotations

from engine.core import devices
from engine.core.job import Job
from engine.core.partials import MethodCompared
from engine.core.records import UNSURE, Ints
from engine.embedding.backbone import open_backbone
from engine.library.library import Library
from engine.pipeline.embed import embed
from engine.pipeline.options import Outcome
from engine.service import lab_messages


def compare_methods(
    library: Library, _root: int, request: lab_messages.CompareMethods, job: Job
) -> lab_messages.MethodsCompared:
    """Nothing is kept: what was found is published."""
    from engine.lab.shootout.compare import Answer, compare, likeness
    from engine.lab.shootout.question import Asked, question_of

    options, asked = request.options, Asked(request.k, request.seeds, request.by_folders)
    backbone, device = open_backbone(options.backbone), devices.resolve(options.device)
    embed(library, backbone, device, options.threads or devices.cores(), Outcome(), job)
    question = question_of(library, backbone, asked, device, job)
    found: list[Answer] = []
    for answer in compare(question, [(name, {}) for name in request.methods], job):
        labels = answer.labels[0]
        job.publish(
            MethodCompared(
                answer.method,
                question.ids,
                labels,
                _like(library, question.ids, labels),
                answer.agreement,
                answer.silhouette,
                answer.stability,
                answer.seconds,
                answer.peak_mb,
                tuple(likeness(answer, before) for before in found),
            )
        )
        found.append(answer)
    return lab_messages.MethodsCompared()


def _like(library: Library, ids: Ints, labels: Ints) -> tuple[str, ...]:
    """For each cluster of `labels` (n,) the library's cluster that is matched to it, or ""."""
    from engine.lab.shootout.matching import matched

    now = library.catalog.clusters.assignments()
    cluster_of = dict(zip(now.ids.tolist(), now.clusters, strict=True))
    names = sorted({*now.clusters} - {UNSURE})
    index = {name: number for number, name in enumerate(names)}
    standing = [index.get(cluster_of.get(id_, UNSURE), -1) for id_ in ids.tolist()]
    return tuple(names[label] if label >= 0 else "" for label in matched(labels, standing))
