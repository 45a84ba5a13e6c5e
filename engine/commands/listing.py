"""`methods`, `backbones`, `maps`: what there is, from the same declarations as the window's forms."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict

from engine.clustering.methods.method import methods
from engine.core.job import Job
from engine.core.parameters import describe
from engine.embedding.backbone import available, backbones
from engine.projection.projector import projectors

REGISTRIES = {"methods": methods, "backbones": backbones, "maps": projectors}


def listing(arguments: argparse.Namespace, _job: Job) -> None:
    registry = REGISTRIES[arguments.command]
    names = available() if registry is backbones else registry.names()
    owners = [registry.get(name) for name in names]
    if arguments.json:
        entries = [
            {"name": o.name, "label": o.label, "help": o.help, "parameters": [asdict(p) for p in describe(o)]}
            for o in owners
        ]
        print(json.dumps(entries, indent=1))
        return
    for owner in owners:
        print(f"{owner.name}: {owner.help}")
        for p in describe(owner):
            bounds = ", ".join(p.choices) or f"{p.low} to {p.high}"
            print(f"    {p.name}={p.default} ({bounds}): {p.help}")
