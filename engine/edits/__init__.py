"""Every change a user makes, one file a noun, and the history of them.

All are imported here, so that each is known when it is read back from the log.
"""

from engine.edits.clusterings import Activate, Refuse
from engine.edits.clusters import Lock, Merge, Rename, Split
from engine.edits.copies import KeepCopies, ReviewCopies
from engine.edits.edit import Edit, apply_edit, from_json, get_cluster, to_json
from engine.edits.people import (
    DrawFace,
    HidePerson,
    IsPerson,
    MergePersons,
    NamePerson,
    NotAFace,
    NotPerson,
    SplitPerson,
    Stranger,
)
from engine.edits.photos import Move, NewCluster, Pair, Reject, new_cluster
from engine.edits.take_over import TakeOver, take_over
from engine.edits.turns import Turn

__all__ = [
    "Activate",
    "DrawFace",
    "Edit",
    "HidePerson",
    "IsPerson",
    "KeepCopies",
    "Lock",
    "Merge",
    "MergePersons",
    "Move",
    "NamePerson",
    "NewCluster",
    "NotAFace",
    "NotPerson",
    "Pair",
    "Refuse",
    "Reject",
    "Rename",
    "ReviewCopies",
    "Split",
    "SplitPerson",
    "Stranger",
    "TakeOver",
    "Turn",
    "apply_edit",
    "from_json",
    "get_cluster",
    "new_cluster",
    "take_over",
    "to_json",
]
