"""What is said of a damaged catalog, of what was kept of it, and of missing photos."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from engine.library.safety.survey import GoodBackup, Kept, Rescue
from engine.service.safety_messages import CatalogMended
from gallery_app.i18n.bidi import isolated
from gallery_app.i18n.dates import day_text
from gallery_app.i18n.numbers import counted, number


def correction_words(count: int) -> str:
    return counted(count, _tr("{0} correction"), _tr("{0} corrections"))


def backup_date(backup: GoodBackup) -> str:
    """ "29 Nov 2026, 14:02"."""
    at = datetime.fromisoformat(backup.made_at)
    day = day_text(at.year * 10000 + at.month * 100 + at.day, short=True)
    return _tr("{0}, {1}").format(day, f"{at:%H:%M}")


def rescue_words(rescue: Rescue) -> str:
    """ "12 corrections of 15": as much as is known."""
    if rescue.before is None:
        return correction_words(rescue.now)
    one, many = _tr("{1} of {0} correction"), _tr("{1} of {0} corrections")
    return counted(rescue.before, one, many, number(rescue.now))


def gaps(rescue: Rescue) -> list[str]:
    """What could not be kept, or is in doubt: a line for each kind of correction."""
    lines = [_gap(kept) for kept in rescue.kept if not kept.whole]
    if not rescue.history:
        lines.append(_tr("What was done before, and its undo: some steps may be missing from the history."))
    return [line for line in lines if line]


def mended_words(mended: CatalogMended, backup: GoodBackup | None) -> str:
    """What the window says after the library was opened again."""
    rescue, kept = mended.rescue, isolated(mended.kept) if mended.kept else ""
    if mended.way == "anew":
        says = _tr("This library has begun anew, without corrections.")
    elif mended.way == "backup":
        when = backup_date(backup) if backup is not None else ""
        says = counted(
            rescue.now,
            _tr("Opened from the backup of {1}: {0} correction. What you said later is not in it."),
            _tr("Opened from the backup of {1}: {0} corrections. What you said later is not in it."),
            when,
        )
    elif rescue.exact:
        says = counted(
            rescue.now,
            _tr("Rescued: {0} correction, everything that you said."),
            _tr("Rescued: {0} corrections, everything that you said."),
        )
    else:
        says = " ".join([_tr("Rescued: {0}.").format(rescue_words(rescue)), *gaps(rescue)])
    return f"{says} {_tr('The damaged catalog is kept as {0}.').format(kept)}" if kept else says


def _gap(kept: Kept) -> str:
    kind = _kind(kept.table)
    if kept.before is None:
        return _tr("{0}: {1} kept; how many there were cannot be read.").format(kind, number(kept.now))
    if kept.before > kept.now:
        return _tr("{0}: {1} kept, {2} lost.").format(kind, number(kept.now), number(kept.before - kept.now))
    return _tr("{0}: {1} kept; some may have been changed.").format(kind, number(kept.now)) if kept.now else ""


def _kind(table: str) -> str:
    return {
        "pins": _tr("Photos put into a cluster"),
        "rejections": _tr("Photos kept out of a cluster"),
        "pairs": _tr("Photos that belong together, or do not"),
        "kept_copies": _tr("Near-identical photos that were kept"),
        "flags": _tr("Marks of a review"),
        "clusters": _tr("Names and locks of clusters"),
    }[table]


def _tr(text: str) -> str:
    return QCoreApplication.translate("safety_names", text)
