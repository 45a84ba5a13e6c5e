"""What is known of photos, in words for the inspector."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

import numpy as np
from PySide6.QtCore import QCoreApplication, QDate, QLocale

from engine.core.records import Ints
from engine.gallery.snapshot import Gallery
from engine.gallery.times import START
from gallery_app.i18n.numbers import decimal, number

Facts = list[tuple[str, str]]  # what, and its value


@dataclass(frozen=True)
class Share:
    """How much of something belongs to a cluster; `cluster` is None for photos that stand nowhere."""

    cluster: str | None
    name: str
    count: int


def of_photo(gallery: Gallery, row: int, town: str | None = "") -> Facts:
    """When, where, which camera, how large, which folder; what is not known is left out.

    `town` is what its place is called, None as long as that is looked up.
    """
    file, content = gallery.files[row], gallery.content(row)
    facts: Facts = [*_taken(gallery, row)]
    if content.latitude is not None and content.longitude is not None:
        place = _place(content.latitude, content.longitude)
        facts.append((_tr("Place"), place if town == "" else f"{town or '…'}\n{place}"))
    if content.camera:
        facts.append((_tr("Camera"), content.camera))
    if content.width and content.height:
        mega = content.width * content.height / 1e6
        facts.append((_tr("Size"), f"{number(content.width)} × {number(content.height)}  ({decimal(mega, 1)} MP)"))
    facts.append((_tr("File"), _size(file.size)))
    folder = file.path.rpartition("/")[0]
    facts.append((_tr("Folder"), folder or gallery.roots.get(file.root, "")))
    return facts


def of_photos(gallery: Gallery, rows: Ints) -> Facts:
    """The span of dates and the size of many photos."""
    facts: Facts = [(_tr("Files"), _size(int(gallery.sizes[rows].sum())))]
    times = gallery.times
    days = times.days[rows][times.days[rows] > 0]
    if len(days):
        span = [QLocale().toString(_day(int(day)), "d MMM yyyy") for day in (days.min(), days.max())]
        by_file = int(times.by_file[rows].sum())
        words = " – ".join(dict.fromkeys(span))
        if by_file:
            words += "\n" + (_tr("from the files") if by_file == len(days) else _tr("in part from the files"))
        facts.append((_tr("Taken") if by_file < len(days) else _tr("Date"), words))
    return facts


def of_library(gallery: Gallery) -> Facts:
    """How much there is of everything."""
    facts: Facts = [
        (_tr("Photos"), number(len(gallery))),
        (_tr("Clusters"), number(gallery.cluster_count)),
    ]
    if gallery.skipped:
        facts.append((_tr("Unread"), number(len(gallery.skipped))))
    return facts + of_photos(gallery, np.arange(len(gallery)))


def spread(gallery: Gallery, rows: Ints, most: int) -> list[Share]:
    """How photos spread over the clusters, the largest share first."""
    counts = np.bincount(gallery.labels[rows] + 1, minlength=len(gallery.clusters) + 1)
    order = np.argsort(-counts, kind="stable")[:most]
    return [_share(gallery, i - 1, int(counts[i])) for i in order.tolist() if counts[i]]


def rows_of(gallery: Gallery, ids: Iterable[int]) -> Ints:
    """Rows of file ids, in the gallery's order."""
    wanted = np.fromiter(ids, np.int64)
    return np.flatnonzero(np.isin(gallery.ids, wanted))


def _share(gallery: Gallery, label: int, count: int) -> Share:
    if label < 0:
        return Share(None, _tr("In no cluster yet"), count)
    return Share(gallery.clusters[label].id, gallery.clusters[label].name, count)


def _taken(gallery: Gallery, row: int) -> Facts:
    """When it was taken, or what its file says, and that it is the file's word."""
    times = gallery.times
    if not times.days[row]:
        return []
    moment = START + timedelta(seconds=float(times.seconds[row]))
    words = f"{QLocale().toString(_day(int(times.days[row])), QLocale.FormatType.LongFormat)}, {moment:%H:%M}"
    return [(_tr("Date"), f"{words}\n{_tr('from the file')}") if times.by_file[row] else (_tr("Taken"), words)]


def _place(latitude: float, longitude: float) -> str:
    north, east = _tr("N") if latitude >= 0 else _tr("S"), _tr("E") if longitude >= 0 else _tr("W")
    return f"{decimal(abs(latitude), 4)}° {north}, {decimal(abs(longitude), 4)}° {east}"


def _day(day: int) -> QDate:
    """A day as yyyymmdd."""
    return QDate(day // 10000, day // 100 % 100, day % 100)


def _size(count: int) -> str:
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def _tr(text: str) -> str:
    return QCoreApplication.translate("facts", text)
