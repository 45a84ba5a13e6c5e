"""`fine-tune`: the last block of a backbone learns from a folder's photos; its weights go into a file."""

from __future__ import annotations

import argparse
import dataclasses
from functools import partial

import numpy as np
from numpy.typing import NDArray

from engine.commands.measuring.reading import read_library
from engine.commands.organise import write_json
from engine.commands.text import say
from engine.core import devices
from engine.core.errors import UserError
from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.parameters import build
from engine.embedding.backbone import Backbone, open_backbone
from engine.library.library import Library


def fine_tune(arguments: argparse.Namespace, job: Job) -> None:
    from engine.lab.tuning.fine_tuning import FEWEST, FineTuning
    from engine.lab.tuning.halves import Halves
    from engine.library.outputs.own import mark_own
    from engine.report.page import check_report

    tuning = build(FineTuning, dict(arguments.set))
    check_report(arguments.out)
    backbone = open_backbone(arguments.backbone)
    context = FitContext(arguments.seed, devices.resolve(arguments.device), job)
    halves = Halves.of(backbone, context.device)
    with read_library(arguments.folder, arguments, job) as library:
        digests = sorted({file.digest for file in library.catalog.files.readable() if file.digest})
        if len(digests) < FEWEST:
            raise UserError(
                "{folder} has {count:,} photos; a network learns from {fewest} or more.",
                folder=arguments.folder,
                count=len(digests),
                fewest=FEWEST,
            )
        pictures = [partial(_picture, library, backbone, digest) for digest in digests]
        history = tuning.learn(halves, pictures, context)
    arguments.out.mkdir(parents=True, exist_ok=True)
    mark_own(arguments.out, "a backbone that has learned from photos")
    weights = arguments.out / "weights.pth"
    halves.save(weights)
    numbers = {
        "version": 1,
        "folder": str(arguments.folder.resolve()),
        "backbone": f"{backbone.timm_name}@{weights.resolve()}",
        "parameters": dataclasses.asdict(tuning),
        "history": [dataclasses.asdict(update) for update in history],
    }
    write_json(arguments.out / "numbers.json", numbers)
    if not arguments.quiet:
        for update in history:
            say(f"epoch {update.iteration + 1:>3}  loss {update.loss:.3f}  agreement {update.nmi:.3f}")
        say(f"Take it by --backbone {numbers['backbone']}")


def _picture(library: Library, backbone: Backbone, digest: str) -> NDArray[np.uint8]:
    return backbone.picture(library.thumbnails.opened(digest))
