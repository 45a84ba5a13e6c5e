"""Labels of edits for Undo and Redo, in the user's language."""

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

_DATE_FORMAT = "yyyy-MM-dd HH:mm"

# Labels that version 0.1.0 stored formatted in English. The order matters: "rename A to B to C" is ambiguous.
_LOGGED = Templates(
    (
        "move {photos} to {cluster}",
        "make {cluster} of {photos}",
        "take over {cluster} with {photos}",
        "take over {number} names with {photos}",
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


def edit_name(label: Sentence, user_names: Collection[str] = ()) -> str:
    """An edit's label in the user's language; `user_names` are never translated."""
    label = parsed(label)
    if label.template == AS_LOGGED:
        return str(label)
    return of_engine(label.template).format(**{k: _Shown(v) for k, v in values_of(label, user_names).items()})


class _Shown(str):
    """A number that is grouped as the user's language does it already, whatever its place in the label says."""

    def __format__(self, _spec: str) -> str:
        return str(self)


def parsed(label: Sentence) -> Sentence:
    """The label, taken apart again where it was stored formatted; unchanged where that is not understood."""
    found = _LOGGED.match(str(label)) if label.template == AS_LOGGED else None
    if found is None:
        return label
    return Sentence(found[0], **_parsed_values(found[1]))


def values_of(label: Sentence, user_names: Collection[str] = ()) -> dict[str, str]:
    """Its values as the window shows them: names of clusters translated and isolated, numbers grouped."""
    return {field: _value_text(field, value, user_names) for field, value in label.values.items()}


def _parsed_values(values: Mapping[str, str]) -> dict[str, Any]:
    """The values of a label that was stored formatted."""
    read: dict[str, Any] = dict(values)
    if "photos" in values:
        count = int(values["photos"].partition(" ")[0].replace(",", ""))
        read["photos"] = Sentence("1 photo") if count == 1 else Sentence("{count:,} photos", count=count)
    return read


def _value_text(field: str, value: object, user_names: Collection[str]) -> str:
    if isinstance(value, Sentence):
        return translate(value)
    if isinstance(value, int):
        return number(value)
    text = str(value)
    if field in ("cluster", "other"):
        return isolated(text if text in user_names else cluster_name(text))
    if field == "moment":
        return QLocale().toString(QDateTime.fromString(text, _DATE_FORMAT), QLocale.FormatType.ShortFormat)
    return isolated(text)
