"""What Undo calls an edit, in the user's language; the engine says it in English."""

from __future__ import annotations

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("edit_names", text))


_PARTS = {"photos": r"1 photo|[\d,]+ photos", "number": r"\d+", "cluster": ".+", "other": ".+"}
_SENTENCES = (
    _t("move {photos} to {cluster}"),
    _t("make {cluster} of {photos}"),
    _t("keep {photos} out of {cluster}"),
    _t("keep 2 photos together"),
    _t("keep 2 photos apart"),
    _t("rename {cluster} to {other}"),
    _t("merge {cluster} into {other}"),
    _t("split {cluster} into {number}"),
    _t("lock {cluster}"),
    _t("unlock {cluster}"),
    _t("retrain"),
    _t("retrain into 1 cluster"),
    _t("retrain into {number} clusters"),
    _t("cut into 1 cluster"),
    _t("cut into {number} clusters"),
)
_PATTERNS = tuple(
    re.compile(re.sub(r"\\\{(\w+)\\\}", lambda part: f"(?P<{part[1]}>{_PARTS[part[1]]})", re.escape(sentence)))
    for sentence in _SENTENCES
)


def edit_name(said: str) -> str:
    """An edit's label in the user's language; as it is where it is none of ours."""
    for sentence, pattern in zip(_SENTENCES, _PATTERNS, strict=True):
        match = pattern.fullmatch(said)
        if match is not None:
            return _tr(sentence).format(**{part: _photos(part, words) for part, words in match.groupdict().items()})
    return said


def _photos(part: str, words: str) -> str:
    if part != "photos":
        return words
    return _tr("1 photo") if words == "1 photo" else _tr("{0} photos").format(words.partition(" ")[0])


def _tr(text: str) -> str:
    return QCoreApplication.translate("edit_names", text)
