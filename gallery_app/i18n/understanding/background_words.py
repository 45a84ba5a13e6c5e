"""The one line on what is done in the background, and how far it is."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from engine.core.records import Progress
from gallery_app.i18n.numbers import number


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("background_words", text))


_AT_WORK = {
    "text": _t("Reading text in pictures…"),
    "faces": _t("Looking for faces…"),
    "kind": _t("Telling kinds of pictures apart…"),
    "classes": _t("Looking at what pictures show…"),
}
_PAUSED = {
    "text": _t("Reading text in pictures: paused"),
    "faces": _t("Looking for faces: paused"),
}


def at_work(progress: Progress) -> str:
    """ "Reading text in pictures… 1,204 of 5,000"."""
    return _with_numbers(_tr(_AT_WORK.get(progress.stage, _AT_WORK["classes"])), progress, _tr("{0} {1} of {2}"))


def paused(progress: Progress | None) -> str:
    """The same while the user has it wait."""
    stage = "" if progress is None else progress.stage
    words = _tr(_PAUSED[stage]) if stage in _PAUSED else _tr("Looking at what pictures show: paused")
    return words if progress is None else _with_numbers(words, progress, _tr("{0}, {1} of {2}"))


def _with_numbers(words: str, progress: Progress, says: str) -> str:
    return says.format(words, number(progress.done), number(progress.total)) if progress.total else words


def _tr(text: str) -> str:
    return QCoreApplication.translate("background_words", text)
