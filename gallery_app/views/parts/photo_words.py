"""What is said of a photo by words alone, where it is not seen: its file, its cluster, and how sure that is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.gallery.snapshot import Gallery
from gallery_app.i18n.numbers import counted, number, percent


def photo_count(count: int) -> str:
    """How many photos there are."""
    return counted(count, _tr("{0} photo"), _tr("{0} photos"))


def photo_name(gallery: Gallery, row: int) -> str:
    """The name of its file."""
    return gallery.files[row].path.rpartition("/")[2]


def photo_description(gallery: Gallery, row: int) -> str:
    """Its cluster, how sure that is, and what the user has said of it: "Dogs, 97% sure, placed by hand"."""
    cluster = gallery.cluster_of(row)
    if cluster is None or not cluster.name:
        return _tr("In no cluster yet")
    by_hand = bool(gallery.pinned[row])
    sure = "" if by_hand else _tr("{0} sure").format(percent(float(gallery.confidences[row])))
    parts = (cluster.name, sure, _tr("placed by hand") if by_hand else "", _tr("locked") if cluster.locked else "")
    return ", ".join(filter(None, parts))


def selected_count(selection: frozenset[int], file: int) -> str:
    """How many photos are selected together with a file: as a second part of what is said of it."""
    many = len(selection) > 1 and file in selection
    return ", " + _tr("{0} selected").format(number(len(selection))) if many else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("photo_words", text)
