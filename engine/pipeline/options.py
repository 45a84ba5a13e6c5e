"""The options of a run, the same for the command line and for the window, and its outcome."""

from __future__ import annotations

import dataclasses
import json
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from engine.core.errors import UserError
from engine.core.records import Device
from engine.embedding import DEFAULT_BACKBONE
from engine.library.beside.other_programs import LeftOut
from engine.library.beside.seen import Beside
from engine.library.scan import Problem

_FINGERPRINTED = ("k", "method", "parameters", "backbone", "seed")  # the options that make a clustering


@dataclass(frozen=True)
class OrganiseOptions:
    """How to organise; `k` None lets the program choose how many clusters, `threads` None takes every core."""

    k: int | None = None
    method: str = "dec"
    parameters: dict[str, Any] = field(default_factory=dict)
    backbone: str = DEFAULT_BACKBONE
    map: str = "neighbours"
    device: str = "auto"
    threads: int | None = None
    seed: int = 0

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> OrganiseOptions:
        """From a JSON object, in which k may be "auto"; an unknown key is a TypeError, a bug of ours."""
        given = dict(values)
        if given.get("k") == "auto":
            given["k"] = None
        return cls(**given)

    def check(self) -> None:
        """Refuse invalid options before any work is done (UserError)."""
        from engine.clustering.methods.method import create as create_method
        from engine.projection.projector import create as create_projector

        if self.k is not None and self.k < 1:
            raise UserError("k is a whole number from 1 on, or auto; not {k}.", k=self.k, usage=True)
        if self.threads is not None and self.threads < 1:
            raise UserError("--threads is a whole number from 1 on, not {threads}.", threads=self.threads, usage=True)
        create_method(self.method, self.parameters)
        create_projector(self.map)

    def fingerprint(self, backbone: str, device: Device) -> str:
        """Identifies the clusterings that these options make, as JSON; `backbone` is the key of the embedding."""
        from engine.clustering.methods.method import create as create_method

        method: Any = create_method(self.method, self.parameters)
        options = {
            "k": self.k,
            "method": self.method,
            "parameters": {name: getattr(method, name) for name in self.parameters},  # "9" and 9 are the same
            "backbone": self.backbone,
            "key": backbone,
            "seed": self.seed,
            "device": device,
        }
        return json.dumps(options, sort_keys=True)

    def updated_from(self, fingerprint: str) -> OrganiseOptions:
        """These options with those of a clustering's fingerprint; unchanged if that is of an old version."""
        if not fingerprint.startswith("{"):
            return self
        stored = json.loads(fingerprint)
        return dataclasses.replace(self, **{name: stored[name] for name in _FINGERPRINTED})


@dataclass(frozen=True, slots=True)
class RetrainPolicy:
    """When a run trains a clustering again, and whether that becomes the active one.

    `force` trains again though nothing has changed; `keep` keeps the active clustering whatever options made it, until
    too many photos are new; `propose` stores a trained clustering without activating it; `unaided` fits as if nothing
    had been corrected, and lays the corrections over the result.
    """

    force: bool = False
    keep: bool = False
    propose: bool = False
    unaided: bool = False


WHEN_STALE = RetrainPolicy()


@dataclass
class Outcome:
    """What one run did, with the counters and seconds of docs/formats.md."""

    seen: int = 0
    unchanged: int = 0
    moved: int = 0
    decoded: int = 0
    embedded: int = 0
    trained: int = 0
    growing: int = 0  # files that were still being written: they are left for the next run
    seconds: dict[str, float] = field(default_factory=dict)
    placed: int | None = None  # new photos that were assigned without training
    proposed: int | None = None  # a clustering that was made and is not active
    in_doubt: int | None = None  # a retrain was made and would make nothing better: so many photos are in doubt
    problems: list[Problem] = field(default_factory=list)  # folders that could not be read
    left_out: list[LeftOut] = field(default_factory=list)  # folders of other programs
    beside: Beside = field(default_factory=Beside)  # what else is in the folder of the run

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Add the seconds that this takes to those of the `stage`."""
        start = time.perf_counter()
        yield
        self.seconds[stage] = round(self.seconds.get(stage, 0.0) + time.perf_counter() - start, 3)

    def counters(self) -> dict[str, int]:
        return {f.name: getattr(self, f.name) for f in dataclasses.fields(self) if f.type == "int"}
