"""What Undo calls an edit, in the user's language."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from PySide6.QtCore import QDateTime, QLocale

from engine.core.errors import Sentence
from engine.library.catalog.edit_table import AS_LOGGED
from gallery_app.i18n.bidi import isolated
from gallery_app.i18n.cluster_names import cluster_name
from gallery_app.i18n.language import of_engine, translate
from gallery_app.i18n.numbers import number
from gallery_app.i18n.templates import Templates

_MOMENT = "yyyy-MM-dd HH:mm"

# What version 0.1.0 has logged in English, filled in: in this order, for "rename A to B to C" is read in two ways.
_LOGGED = Templates(
    (
        "move {photos} to {cluster}",
        "make {cluster} of {photos}",
        "keep {photos} out of {cluster}",
        "keep 2 photos together",
        "keep 2 photos apart",
        "rename {cluster} to {name}",
        "merge {cluster} into {other}",
        "split {cluster} into {number}",
        "lock {cluster}",
        "unlock {cluster}",
        "retrain",
        "retrain into 1 cluster",
        "retrain into {number} clusters",
        "cut into 1 cluster",
        "cut into {number} clusters",
        "go back to the clusters of {moment}",
    ),
    {"photos": r"1 photo|[\d,]+ photos", "number": r"\d+", "moment": r"\d{4}-\d\d-\d\d \d\d:\d\d"},
)


def edit_name(label: Sentence, given: Collection[str] = ()) -> str:
    """An edit's label in the user's language; `given` are names of the user's, which are never translated."""
    template, values = label.template, label.values
    if template == AS_LOGGED:
        found = _LOGGED.read(str(label))
        if found is None:
            return str(label)
        template, values = found[0], _read(found[1])
    return of_engine(template).format(**{field: _shown(field, value, given) for field, value in values.items()})


def _read(values: Mapping[str, str]) -> dict[str, Any]:
    """The values of a label that was logged filled in."""
    read: dict[str, Any] = dict(values)
    if "photos" in values:
        count = int(values["photos"].partition(" ")[0].replace(",", ""))
        read["photos"] = Sentence("1 photo") if count == 1 else Sentence("{count:,} photos", count=count)
    return read


def _shown(field: str, value: object, given: Collection[str]) -> str:
    if isinstance(value, Sentence):
        return translate(value)
    if isinstance(value, int):
        return number(value)
    words = str(value)
    if field in ("cluster", "other"):
        return isolated(words if words in given else cluster_name(words))
    if field == "moment":
        return QLocale().toString(QDateTime.fromString(words, _MOMENT), QLocale.FormatType.ShortFormat)
    return isolated(words)
