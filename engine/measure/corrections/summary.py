"""Means and worst cases of the protocol, what must hold of them, and both as a table to read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

Record = dict[str, Any]

_MEANS = (
    "precision_gesture", "precision", "precision_with_pins", "recall", "recall_scattered", "acc_before", "acc",
    "purity_before", "purity", "moved", "moved_right", "harmed", "helped", "seconds",
)  # fmt: skip
_COLUMNS = (
    "case", "cases", "offered", "right at first", "right after", "of these unpinned", "recall", "of scattered",
    "ACC after", "ACC change", "worst", "purity change", "worst", "moved", "were right", "most", "harmed", "s",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Must:
    """A demand on the cases: `value` against the sentence in `wanted`; `holds` is None where no case tells."""

    what: str
    wanted: str
    value: float | None
    holds: bool | None


def summary_of(runs: Sequence[Record]) -> Record:
    """Means and worst cases by kind and, below it, by kind and n; what must hold; gestures of each habit."""
    records = [record for run in runs for record in run["cases"]]
    names = dict.fromkeys(name for record in records for name in (record["kind"], name_of(record)))
    groups = {name: [r for r in records if name in (r["kind"], name_of(r))] for name in names}
    kinds = {name: _group(of) for name, of in groups.items()}
    gestures = _gestures([owner for run in runs for owner in run["owners"]])
    return {"kinds": kinds, "must": [asdict(m) for m in what_must_hold(records, gestures)], "gestures": gestures}


def _gestures(owners: Sequence[Record]) -> Record:
    """The mean number of gestures of each habit; None where a library could not be sorted."""
    counts: dict[str, list[int | None]] = {}
    for owner in owners:
        counts.setdefault(owner["habit"], []).append(owner["gestures"])
    return {habit: None if None in of else _mean(of) for habit, of in counts.items()}


def name_of(record: Record) -> str:
    return f"{record['kind']} {record['n']}" if record["n"] else str(record["kind"])


def _group(records: Sequence[Record]) -> Record:
    means = {name: _mean(record.get(name) for record in records) for name in _MEANS}
    return {
        "cases": len(records),
        "offered": _mean(float(record["offered"]) for record in records),
        **means,
        "worst": {
            "acc_change": min(_change(record, "acc") for record in records),
            "purity_change": min(_change(record, "purity") for record in records),
            "moved_right": max(record["moved_right"] for record in records),
            "precision_change": min((gain for r in records if (gain := _gain(r)) is not None), default=None),
        },
    }


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return float(np.mean(known)) if known else None


def _change(record: Record, name: str) -> float:
    return float(record[name] - record[f"{name}_before"])


def _gain(record: Record) -> float | None:
    """How much more of the pile is right after the retrain than right after the gesture."""
    before, after = record.get("precision_gesture"), record.get("precision_with_pins")
    return None if before is None or after is None else float(after - before)


def what_must_hold(records: Sequence[Record], gestures: Record) -> list[Must]:
    """The demands, each with what these cases come to."""
    found = []
    for kind, whose in (("new", "piles made of scattered photos"), ("any", "piles made of any photos")):
        of = [record for record in records if record["kind"] == kind]
        found.append(_at_least(f"{whose}: mean precision", 0.85, _mean(r["precision"] for r in of)))
        found.append(_at_least(f"{whose}: mean recall", 0.40, _mean(r["recall"] for r in of)))
    gains = [gain for r in records if r["kind"] == "strays" and (gain := _gain(r)) is not None]
    found.append(_at_least("piles given strays: precision against the gesture, worst", 0.0, min(gains, default=None)))
    found.append(_above("piles given strays: precision against the gesture, mean", _mean(gains)))
    # A second pile of what has one already cannot but split that label: such cases are told apart.
    found += _of_the_rest([record for record in records if record["kind"] != "any"], "")
    found += _of_the_rest([record for record in records if record["kind"] == "any"], ", piles made of any photos")
    moved = max((record["moved"] for record in records if record["kind"] == "rename"), default=None)
    found.append(_at_most("moved after a rename", 0.0, moved))
    for n, least in ((24, 0.79), (48, 0.85)):
        reached = _mean(r["acc"] for r in records if r["kind"] == "answers" and r["n"] == n)
        found.append(_at_least(f"ACC after {n} answers (desk)", least, reached))
    fewest = min((count for habit, count in gestures.items() if count and "nimble" not in habit), default=None)
    found.append(_at_most("gestures until 95 % are sorted, best habit but the nimble (of 900 photos)", 59, fewest))
    return found


def _of_the_rest(records: Sequence[Record], where: str) -> list[Must]:
    """The demands on the photos that nobody has touched, in these cases."""
    found = []
    for name, called in (("acc", "ACC"), ("purity", "purity")):
        changes = [_change(record, name) for record in records]
        found.append(_at_least(f"{called} of the untouched: change, worst{where}", -0.005, min(changes, default=None)))
        found.append(_above(f"{called} of the untouched: change, mean{where}", _mean(changes)))
    worst = max((record["moved_right"] for record in records), default=None)
    return [*found, _at_most(f"moved though right, of the library: most{where}", 0.02, worst)]


def _at_least(what: str, least: float, value: float | None) -> Must:
    return Must(what, f"≥ {least:g}", value, None if value is None else value >= least - 1e-9)


def _at_most(what: str, most: float, value: float | None) -> Must:
    return Must(what, f"≤ {most:g}", value, None if value is None else value <= most + 1e-9)


def _above(what: str, value: float | None) -> Must:
    return Must(what, "> 0", value, None if value is None else value > 0)


def table_of(summary: Record) -> str:
    """The summary as Markdown tables."""
    lines = [_row(_COLUMNS), _row(["---"] * len(_COLUMNS))]
    lines += [_row(_cells(name, group)) for name, group in summary["kinds"].items()]
    lines += ["", _row(("what must hold", "wanted", "measured", "holds")), _row(["---"] * 4)]
    for must in summary["must"]:
        holds = {True: "yes", False: "NO", None: "-"}[must["holds"]]
        lines.append(_row((must["what"], must["wanted"], _number(must["value"], 3), holds)))
    if summary["gestures"]:
        lines += ["", _row(("the owner sorts", "gestures until 95 %")), _row(["---"] * 2)]
        lines += [_row((habit, _number(count, 1))) for habit, count in summary["gestures"].items()]
    return "\n".join(lines)


def _cells(name: str, group: Record) -> list[str]:
    worst = group["worst"]
    return [
        name,
        str(group["cases"]),
        _number(group["offered"]),
        *(_number(group[key]) for key in ("precision_gesture", "precision_with_pins", "precision")),
        *(_number(group[key]) for key in ("recall", "recall_scattered", "acc")),
        _number(group["acc"] - group["acc_before"], 3, sign=True),
        _number(worst["acc_change"], 3, sign=True),
        _number(group["purity"] - group["purity_before"], 3, sign=True),
        _number(worst["purity_change"], 3, sign=True),
        *(_number(value, 3) for value in (group["moved"], group["moved_right"], worst["moved_right"], group["harmed"])),
        _number(group["seconds"], 1),
    ]


def _number(value: float | None, digits: int = 2, *, sign: bool = False) -> str:
    return "-" if value is None else f"{value:{'+' if sign else ''}.{digits}f}"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
