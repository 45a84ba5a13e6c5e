"""What Undo calls an edit, in the user's language; the engine says it in English."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDateTime, QLocale

from gallery_app.bidi import isolated
from gallery_app.models.cluster_names import cluster_name
from gallery_app.models.templates import Templates
from gallery_app.numbers import counted

_MOMENT = "yyyy-MM-dd HH:mm"


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("edit_names", text))


_LABELS = Templates(
    (
        _t("move {photos} to {cluster}"),
        _t("make {cluster} of {photos}"),
        _t("keep {photos} out of {cluster}"),
        _t("keep 2 photos together"),
        _t("keep 2 photos apart"),
        _t("rename {cluster} to {name}"),
        _t("merge {cluster} into {other}"),
        _t("split {cluster} into {number}"),
        _t("lock {cluster}"),
        _t("unlock {cluster}"),
        _t("retrain"),
        _t("retrain into 1 cluster"),
        _t("retrain into {number} clusters"),
        _t("cut into 1 cluster"),
        _t("cut into {number} clusters"),
        _t("go back to the clusters of {moment}"),
    ),
    {"photos": r"1 photo|[\d,]+ photos", "number": r"\d+", "moment": r"\d{4}-\d\d-\d\d \d\d:\d\d"},
)


def edit_name(said: str, given: Collection[str] = ()) -> str:
    """An edit's label in the user's language; as it is where it is none of ours. `given` are names of the user's."""
    found = _LABELS.read(said)
    if found is None:
        return said
    template, values = found
    return _tr(template).format(**{field: _shown(field, words, given) for field, words in values.items()})


def back_to(moment: datetime) -> str:
    """What the catalog calls going back to an earlier clustering, made at this moment."""
    return f"go back to the clusters of {moment.astimezone():%Y-%m-%d %H:%M}"


def retrain_into(k: int) -> str:
    """What the catalog calls a retrain."""
    return "retrain into 1 cluster" if k == 1 else f"retrain into {k} clusters"


def _shown(field: str, words: str, given: Collection[str]) -> str:
    if field in ("cluster", "other"):
        return isolated(words if words in given else cluster_name(words))
    if field == "moment":
        return QLocale().toString(QDateTime.fromString(words, _MOMENT), QLocale.FormatType.ShortFormat)
    if field == "photos":
        count = int(words.partition(" ")[0].replace(",", ""))
        return counted(count, _tr("{0} photo"), _tr("{0} photos"))
    return isolated(words)


def _tr(text: str) -> str:
    return QCoreApplication.translate("edit_names", text)
