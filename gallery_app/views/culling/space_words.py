"""What is said of a cluster's room, and the colours of what would free some of it."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QColor

from engine.gallery.snapshot import Gallery
from engine.gallery.space import LIBRARY, REASONS, Amount, Pile, Reason
from gallery_app.base import theme
from gallery_app.i18n.filing_names import size_words
from gallery_app.i18n.numbers import counted


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("space", text))


_NAMES: dict[Reason, str] = {
    "rejected": _t("Rejected photos"),
    "copies": _t("Near-identical photos"),
    "bursts": _t("Bursts"),
}
_COUNTS: dict[Reason, tuple[str, str]] = {
    "rejected": (_t("{0} photo that you rejected"), _t("{0} photos that you rejected")),
    "copies": (_t("{0} photo beside a better one"), _t("{0} photos beside better ones")),
    "bursts": (_t("{0} frame beside the best of its burst"), _t("{0} frames beside the best of their bursts")),
}


def reason_name(reason: Reason) -> str:
    return _tr(_NAMES[reason])


def count_words(reason: Reason, photos: int) -> str:
    one, many = _COUNTS[reason]
    return counted(photos, _tr(one), _tr(many))


def colour_of(reason: Reason) -> QColor:
    now = theme.current()
    return QColor({"rejected": now.danger, "copies": now.selection, "bursts": now.warning}[reason])


def pile_name(gallery: Gallery, pile: Pile) -> str:
    if pile.cluster == LIBRARY:
        return _tr("All photos")
    return next((c.name for c in gallery.clusters if c.id == pile.cluster), _tr("In no cluster"))


def whole_words(amount: Amount) -> str:
    photos = counted(amount.photos, _tr("{0} photo"), _tr("{0} photos"))
    return f"{photos}  ·  {size_words(amount.bytes)}"


def free_words(pile: Pile) -> str:
    """How much would be freed."""
    return _tr("{0} could be freed").format(size_words(pile.free.bytes)) if pile.free.bytes else ""


def spoken(gallery: Gallery, pile: Pile) -> str:
    """All of it, for a screen reader."""
    parts = [f"{reason_name(r)} {size_words(pile.freed[r].bytes)}" for r in REASONS if pile.freed[r].bytes]
    said = [pile_name(gallery, pile), whole_words(pile.whole).replace("  ·  ", ", "), free_words(pile), *parts]
    return ", ".join(part for part in said if part)


def _tr(text: str) -> str:
    return QCoreApplication.translate("space", text)
