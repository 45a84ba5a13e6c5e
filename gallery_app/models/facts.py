"""Facts about photos as text for the inspector."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QLocale

from engine.core.records import KINDS, Content, Ints
from engine.gallery.snapshot import Gallery
from engine.gallery.taken import taken
from engine.library.metadata.told import told
from gallery_app.i18n.bidi import isolated
from gallery_app.i18n.dates import day_text, source_text, taken_text
from gallery_app.i18n.language import translate
from gallery_app.i18n.numbers import decimal, number
from gallery_app.i18n.understanding.kind_names import kind_words

Facts = list[tuple[str, str]]  # pairs of label and value
LEAST_MEGA = 0.05  # megapixels; less would read 0.0


@dataclass(frozen=True)
class Share:
    """How many photos belong to a cluster; `cluster` is None for photos in none."""

    cluster: str | None
    name: str
    count: int


def of_photo(gallery: Gallery, row: int, town: str | None = "") -> Facts:
    """Date, location, camera, size and folder of a photo; unknown facts are left out.

    `town` is the name of its location, None while that is looked up.
    """
    file, content = gallery.files[row], gallery.content(row)
    facts: Facts = [*_people(gallery, row), *_kind(gallery, row), *_made_by(content), *_taken(gallery, row)]
    if content.latitude is not None and content.longitude is not None:
        coordinates = _coordinates(content.latitude, content.longitude)
        facts.append((_tr("Place"), coordinates if town == "" else f"{town or '…'}\n{coordinates}"))
    if content.camera:
        facts.append((_tr("Camera"), content.camera))
    if content.width and content.height:
        size, mega = f"{number(content.width)} × {number(content.height)}", content.width * content.height / 1e6
        facts.append((_tr("Size"), f"{size}  ({decimal(mega, 1)} MP)" if mega >= LEAST_MEGA else size))
    facts.append((_tr("File"), _size(file.size)))
    folder = file.path.rpartition("/")[0]
    facts.append((_tr("Folder"), folder or gallery.roots.get(file.root, "")))
    return facts


def of_photos(gallery: Gallery, rows: Ints) -> Facts:
    """Range of dates and total size of many photos."""
    facts: Facts = [(_tr("Files"), _size(int(gallery.sizes[rows].sum())))]
    times = gallery.times
    days = times.days[rows][times.days[rows] > 0]
    if len(days):
        span = [day_text(int(day), short=True) for day in (days.min(), days.max())]
        by_file = int(times.by_file[rows].sum())
        text = " – ".join(dict.fromkeys(span))
        if by_file:
            text += "\n" + (_tr("from the files") if by_file == len(days) else _tr("in part from the files"))
        facts.append((_tr("Taken") if by_file < len(days) else _tr("Date"), text))
    return facts


def of_library(gallery: Gallery) -> Facts:
    """Counts and totals of the whole gallery."""
    facts: Facts = [
        (_tr("Photos"), number(len(gallery))),
        (_tr("Clusters"), number(gallery.cluster_count)),
    ]
    if gallery.skipped:
        facts.append((_tr("Unread"), number(len(gallery.skipped))))
    beside = gallery.beside
    if kinds := beside.kinds():
        facts.append((_tr("Other kinds"), ", ".join(f"{number(beside.unknown[kind])} {kind}" for kind in kinds)))
    if programs := [(name, beside.left_out[name]) for name in beside.programs()]:
        named = (name if count == 1 else f"{name} × {number(count)}" for name, count in programs)
        facts.append((_tr("Left out"), ", ".join(named)))
    return facts + of_photos(gallery, np.arange(len(gallery)))


def spread(gallery: Gallery, rows: Ints, most: int) -> list[Share]:
    """How many of the photos are in each cluster, the largest first, at most `most`."""
    counts = np.bincount(gallery.labels[rows] + 1, minlength=len(gallery.clusters) + 1)
    order = np.argsort(-counts, kind="stable")[:most]
    return [_share(gallery, i - 1, int(counts[i])) for i in order.tolist() if counts[i]]


def rows_of(gallery: Gallery, ids: Iterable[int]) -> Ints:
    """Gallery rows of file ids, ascending."""
    wanted = np.fromiter(ids, np.int64)
    return np.flatnonzero(np.isin(gallery.ids, wanted))


def _share(gallery: Gallery, label: int, count: int) -> Share:
    if label < 0:
        return Share(None, _tr("In no cluster yet"), count)
    return Share(gallery.clusters[label].id, gallery.clusters[label].name, count)


def _people(gallery: Gallery, row: int) -> Facts:
    """Who is seen on it, of those who have a name."""
    persons = gallery.understood.persons
    faces = gallery.understood.faces.get(gallery.files[row].digest or "", ())
    seen = [persons.get(face.person or 0) for face in faces]
    names = dict.fromkeys(isolated(person.name) for person in seen if person and person.name and not person.hidden)
    return [(_tr("People"), ", ".join(names))] if names else []


def _taken(gallery: Gallery, row: int) -> Facts:
    """When it was taken, or else what is known of its file, and where that comes from."""
    found = taken(gallery.files[row], gallery.content(row))
    if found is None:
        return []
    label = _tr("Date") if found.changed or found.source == "file" else _tr("Taken")
    return [(label, f"{taken_text(found)}\n{source_text(found)}")]


def _kind(gallery: Gallery, row: int) -> Facts:
    """What kind of picture it is, as far as that is known."""
    understood = gallery.understood
    if row >= len(understood.kinds) or understood.kinds[row] < 0:
        return []
    sure = float(understood.sure[row]) if row < len(understood.sure) else None
    return [(_tr("Kind"), kind_words(KINDS[understood.kinds[row]], sure))]


def _made_by(content: Content) -> Facts:
    """What its file says of a machine that has made it: the file's word."""
    sentences = [translate(sentence) for sentence in told(content.made_by)]
    return [(_tr("The file says"), "\n".join(sentences))] if sentences else []


def _coordinates(latitude: float, longitude: float) -> str:
    north, east = _tr("N") if latitude >= 0 else _tr("S"), _tr("E") if longitude >= 0 else _tr("W")
    return f"{decimal(abs(latitude), 4)}° {north}, {decimal(abs(longitude), 4)}° {east}"


def _size(count: int) -> str:
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def _tr(text: str) -> str:
    return QCoreApplication.translate("facts", text)
