"""Rules: "what lands in Greetings goes to the trash, shown to me on Sundays".

A rule proposes a plan and never acts: `due` only says for which photos one is to be shown. Opt-in, a rule a cluster.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta

from engine.core.errors import UserError
from engine.filing.operations import TRANSFERS, Action, FilingOptions
from engine.library.library import Library

_SETTING = "filing rules"
_WEEK = timedelta(days=7)
_ACTIONS = ("trash", "move", "copy", "hardlink", "symlink", "keywords")


@dataclass(frozen=True, slots=True)
class Rule:
    """What is proposed for the photos of a cluster (its id, so that it may be renamed), from `weekday` on (0: Monday).

    `seen` are photos that it need not be proposed for any more: those that were there when the rule was made, and
    those it was shown for. `shown` is the day of the latest.
    """

    cluster: str
    action: Action
    weekday: int
    target: str | None = None
    pattern: str = "{name}"
    shown: str = ""
    seen: tuple[int, ...] = ()

    @property
    def options(self) -> FilingOptions:
        return FilingOptions(self.action, clusters=(self.cluster,), target=self.target, pattern=self.pattern)


def rules(library: Library) -> list[Rule]:
    """The rules there are, in order of their clusters."""
    kept = json.loads(library.catalog.setting(_SETTING) or "[]")
    return [Rule(**rule | {"seen": tuple(rule["seen"])}) for rule in kept]


def set_rule(library: Library, rule: Rule, now: datetime) -> None:
    """Make a rule, or change that of its cluster. It is about what lands from now on. UserError where it is off."""
    if rule.action not in _ACTIONS or (rule.action in TRANSFERS and not rule.target):
        raise UserError("A rule needs something to do, and a folder where it moves or copies photos.")
    if not 0 <= rule.weekday <= 6:
        raise UserError("A rule needs the day of the week on which it is shown.")
    with library.catalog.transaction():
        seen = tuple(library.catalog.clusters.members(rule.cluster))
        new = replace(rule, shown=now.date().isoformat(), seen=seen)
        _keep(library, [*(one for one in rules(library) if one.cluster != rule.cluster), new])


def drop_rule(library: Library, cluster: str) -> None:
    with library.catalog.transaction():
        _keep(library, [rule for rule in rules(library) if rule.cluster != cluster])


def due(library: Library, now: datetime) -> list[FilingOptions]:
    """What is to be proposed now: for each rule whose day has come since it was shown, the photos that landed since.

    A day that was missed is made up for. A clock that was set back shows nothing early, nor twice; one that was far
    ahead, once, keeps nothing from being shown.
    """
    listed = rules(library)
    if not listed:
        return []
    there = {file.id for file in library.catalog.files.readable()}
    proposed = []
    for rule in listed:
        landed = there.intersection(library.catalog.clusters.members(rule.cluster)).difference(rule.seen)
        if landed and not _waits(rule, now.date()):
            proposed.append(replace(rule.options, files=tuple(sorted(landed))))
    return proposed


def shown(library: Library, cluster: str, now: datetime) -> None:
    """The user has seen what the rule of a cluster proposes, and did it or not: it is not proposed for these again."""
    with library.catalog.transaction():
        seen = tuple(library.catalog.clusters.members(cluster))
        day = now.date().isoformat()
        _keep(library, [replace(r, shown=day, seen=seen) if r.cluster == cluster else r for r in rules(library)])


def _waits(rule: Rule, today: date) -> bool:
    """Whether its day has not come since it was shown; a day of that which is far off was no day."""
    return _latest(rule.weekday, today).isoformat() <= rule.shown <= (today + _WEEK).isoformat()


def _latest(weekday: int, day: date) -> date:
    """The latest such day of the week up to `day`."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def _keep(library: Library, listed: list[Rule]) -> None:
    ordered = sorted(listed, key=lambda rule: int(rule.cluster[1:]))
    library.catalog.set_setting(_SETTING, json.dumps([asdict(rule) for rule in ordered]))
