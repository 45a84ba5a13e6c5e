"""The messages between the window and the engine process, a JSON object a line.

The window asks (`BeginJob` with a request), and may stop a job or let learning end early. The engine reports, hands out
partials (engine/core/partials.py), and ends each job with one of `JobDone` with the request's result, `JobCancelled`
and `JobFailed`. To add a job, add its request and its result here, and its function in jobs.py.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, cast

from engine.core.errors import Sentence, UserError
from engine.core.partials import Partial
from engine.core.records import CurvePoint, Progress
from engine.filing.operations import Drive, FilingOptions, Totals
from engine.filing.taking_over.groups import By, Group, Hint
from engine.pipeline.options import OrganiseOptions
from engine.service.codec import decode, encode
from engine.service.lab_messages import LAB_REQUESTS, CompareMethods, LabRequest, LabResult, MethodsCompared
from engine.service.model_messages import (
    MODEL_REQUESTS,
    AddModel,
    EmbedWith,
    ModelRequest,
    ModelResult,
    PhotosEmbedded,
    RemoveModel,
)
from engine.service.pack_messages import PACK_REQUESTS, InstallPack, PackRequest, PackResult, RemovePack
from engine.service.safety_messages import SAFETY_REQUESTS, ForgetMissing, MendCatalog, SafetyRequest, SafetyResult
from engine.service.understand_messages import Understand, Understood

VERSION = 7

# Requests and their results


@dataclass(frozen=True, slots=True)
class Organise:
    """Scan, read, embed, cluster and lay out what is not fresh.

    `force` trains again though nothing has changed, `keep` keeps the active clustering whatever options made it,
    `propose` stores a trained clustering without activating it, `download` fetches photos that are only in a cloud.
    `unaided` trains as if nothing had been corrected, and lays the corrections over the result.
    """

    options: OrganiseOptions
    force: bool = False
    keep: bool = False
    propose: bool = False
    download: bool = False
    unaided: bool = False


@dataclass(frozen=True, slots=True)
class Organised:
    """`proposed` is the id of a clustering to activate, `placed` the number of photos assigned without training.

    `in_doubt` is set where a retrain would make nothing better: that many photos are in doubt. `hint` is about names
    that could be taken over.
    """

    counters: dict[str, int]
    seconds: dict[str, float]
    proposed: int | None = None
    placed: int | None = None
    in_doubt: int | None = None
    hint: Hint | None = None


@dataclass(frozen=True, slots=True)
class LayOutMap:
    """Lay out the map `options.map` of the active clustering; nothing is trained."""

    options: OrganiseOptions


@dataclass(frozen=True, slots=True)
class MapLaidOut:
    """The map is in the catalog."""


@dataclass(frozen=True, slots=True)
class SplitCluster:
    """Split a cluster into `parts`, or into an automatic number of them."""

    cluster: str
    parts: int | None
    options: OrganiseOptions


@dataclass(frozen=True, slots=True)
class ClusterSplit:
    parts: int


@dataclass(frozen=True, slots=True)
class EvaluateK:
    """Measure how well each number of clusters suits the photos."""

    options: OrganiseOptions


@dataclass(frozen=True, slots=True)
class KEvaluated:
    curve: tuple[CurvePoint, ...]


@dataclass(frozen=True, slots=True)
class LayOutReplay:
    """Lay out the recorded training of the active clustering for a replay."""


@dataclass(frozen=True, slots=True)
class ReplayLaidOut:
    """`frames` is 0 where the training was not recorded."""

    frames: int


@dataclass(frozen=True, slots=True)
class FindDuplicates:
    """Find near-duplicates."""


@dataclass(frozen=True, slots=True)
class DuplicatesFound:
    """Groups of file ids, the one to keep first; and the sharpness of each file."""

    groups: tuple[tuple[int, ...], ...]
    sharpness: dict[int, float]


@dataclass(frozen=True, slots=True)
class MeasureSpace:
    """Find bursts, and what travels with photos when they are filed."""


@dataclass(frozen=True, slots=True)
class SpaceMeasured:
    """Groups of file ids, the one to keep first; and bytes of what travels with a file."""

    bursts: tuple[tuple[int, ...], ...]
    beside: dict[int, int]


@dataclass(frozen=True, slots=True)
class PlanFiling:
    """Write down what filing would do; `replaces` is an earlier plan that was not begun, and is forgotten."""

    options: FilingOptions
    replaces: int | None = None


@dataclass(frozen=True, slots=True)
class FilingPlanned:
    """`id` is the action's: its journal holds the operations. `left` of them are kept away from."""

    id: int
    totals: Totals
    drives: tuple[Drive, ...]
    left: int


@dataclass(frozen=True, slots=True)
class RunFiling:
    """Do what was planned."""

    id: int


@dataclass(frozen=True, slots=True)
class FilingDone:
    """Numbers of operations; the journal says which, and why some are left."""

    id: int
    done: int
    left: int


@dataclass(frozen=True, slots=True)
class UndoFiling:
    """Take an action back, or those parts of it that belong to the clusters `groups`."""

    id: int
    groups: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class FilingUndone:
    """`done` operations are taken back; `left` are not, for their files were changed since."""

    id: int
    done: int
    left: int


@dataclass(frozen=True, slots=True)
class ProposeNames:
    """Find the names that photos have elsewhere: those of their folders, or their tags."""

    by: By


@dataclass(frozen=True, slots=True)
class NamesProposed:
    """The largest first."""

    groups: tuple[Group, ...]


Request = (
    Organise
    | LayOutMap
    | SplitCluster
    | EvaluateK
    | CompareMethods
    | LayOutReplay
    | FindDuplicates
    | MeasureSpace
    | PlanFiling
    | RunFiling
    | UndoFiling
    | ProposeNames
    | SafetyRequest
    | Understand
    | LabRequest
    | PackRequest
    | ModelRequest
    | EmbedWith
)
Result = (
    Organised
    | MapLaidOut
    | ClusterSplit
    | KEvaluated
    | MethodsCompared
    | ReplayLaidOut
    | DuplicatesFound
    | SpaceMeasured
    | FilingPlanned
    | FilingDone
    | FilingUndone
    | NamesProposed
    | SafetyResult
    | Understood
    | LabResult
    | PackResult
    | ModelResult
    | PhotosEmbedded
)
EXCLUSIVE = (
    RunFiling,
    UndoFiling,
    MendCatalog,
    ForgetMissing,
    InstallPack,
    RemovePack,
    AddModel,
    RemoveModel,
)  # no other job supersedes one of these: it waits
# What is asked there is answered there: the window says nothing of these elsewhere.
QUIET = (
    PlanFiling,
    ProposeNames,
    CompareMethods,
    Understand,
    *SAFETY_REQUESTS,
    *LAB_REQUESTS,
    *PACK_REQUESTS,
    *MODEL_REQUESTS,
    EmbedWith,
)

# From the window


@dataclass(frozen=True, slots=True)
class BeginJob:
    """Do this for the photos of a folder; jobs are numbered by the window."""

    job: int
    folder: str
    request: Request


@dataclass(frozen=True, slots=True)
class CancelJob:
    job: int


@dataclass(frozen=True, slots=True)
class FinishEarly:
    """End the training now, and go on with its result so far."""

    job: int


# From the engine


@dataclass(frozen=True, slots=True)
class Ready:
    """Sent once, at the start."""


@dataclass(frozen=True, slots=True)
class JobProgress:
    job: int
    progress: Progress


@dataclass(frozen=True, slots=True)
class JobPartial:
    job: int
    partial: Partial


@dataclass(frozen=True, slots=True)
class JobDone:
    job: int
    result: Result


@dataclass(frozen=True, slots=True)
class JobCancelled:
    job: int


@dataclass(frozen=True, slots=True)
class JobFailed:
    """Why, in a sentence; `trace` is there where it is a bug of ours."""

    job: int
    sentence: Sentence
    trace: str | None = None


FromWindow = BeginJob | CancelJob | FinishEarly
FromEngine = Ready | JobProgress | JobPartial | JobDone | JobCancelled | JobFailed
Message = FromWindow | FromEngine


def to_json(message: Message) -> str:
    """A message as one line, without its end."""
    return json.dumps({"version": VERSION, **encode(message)})


def from_json(line: str | bytes) -> Message:
    """The message of a line; UserError for one of another version, ValueError for anything else."""
    message: dict[str, Any] = json.loads(line)
    if message.pop("version", None) != VERSION:
        raise UserError("Window and engine are of different versions of Photoloom: close the window and open it again.")
    return cast(Message, decode(Message, message))
