"""`lab`: one model of the Lab on MNIST, Fashion-MNIST or a folder; numbers and pictures into a folder."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from engine.commands.organise import write_json
from engine.commands.text import say
from engine.core import devices
from engine.core.errors import UserError
from engine.core.fit_context import FitContext
from engine.core.job import Job

if TYPE_CHECKING:
    from engine.lab.pictures import Pictures

DATASETS = ("mnist", "fashion-mnist")
_HELD_OUT = 0.1  # of a folder's photos


def lab(arguments: argparse.Namespace, job: Job) -> None:
    from engine.lab.elbow import ElbowCurves
    from engine.lab.exercise import Exercise, save
    from engine.lab.models.codebook import Codebook
    from engine.lab.models.model import create
    from engine.library.outputs.own import mark_own
    from engine.report.page import check_report

    model = create(arguments.model, dict(arguments.set))
    check_report(arguments.out)
    context = FitContext(arguments.seed, devices.resolve(arguments.device), job)
    pictures = _pictures(arguments, job)
    done = Exercise.run(model, pictures, context)
    arguments.out.mkdir(parents=True, exist_ok=True)
    mark_own(arguments.out, "what a model of the Lab has learned")
    numbers = done.numbers(lambda: job.report("measuring", 0, 0))
    numbers |= {"data": arguments.dataset, "seed": arguments.seed, "device": context.device}
    sheets = list(done.sheets())
    if model.name == Codebook.name:
        curves = ElbowCurves.of(pictures.learned, pictures.learned_labels, context)
        numbers["elbow"] = curves.numbers()
        sheets.append(("elbow", curves.drawn))
    numbers["files"] = save(sheets, arguments.out, context)
    write_json(arguments.out / "numbers.json", numbers)
    if not arguments.quiet:
        curve = {name: values[-1] for name, values in numbers.pop("curve").items() if values}
        bend = {"elbow": numbers["elbow"]["bend"]} if "elbow" in numbers else {}
        for line in json.dumps(numbers | bend | {"last": curve}, indent=1).splitlines():
            say(line)


def _pictures(arguments: argparse.Namespace, job: Job) -> Pictures:
    from pathlib import Path

    from engine.lab.pictures import Cut, of_dataset, of_photos, photos_of

    if arguments.dataset in DATASETS:
        if arguments.data is None:
            raise UserError(
                "{dataset} is read from a folder: name it by --data.", dataset=arguments.dataset, usage=True
            )
        found = of_dataset(arguments.data)
        return found.binarised() if arguments.binarise else found
    from engine.commands.measuring.reading import read_library

    with read_library(Path(arguments.dataset), arguments, job) as library:
        photos, seed = photos_of(library, None, arguments.seed), arguments.seed
        return of_photos(library, photos, Cut(arguments.side), held_out=_HELD_OUT, seed=seed, job=job)
