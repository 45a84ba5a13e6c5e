"""By what photos were found, in the user's language: "shows: dog", "text: total"."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from engine.gallery.filtering import FilterResult
from engine.gallery.searching.evidence import Reading, Reason
from gallery_app.i18n.numbers import number
from gallery_app.i18n.understanding.kind_names import kind_name, kinds_name

BETWEEN = " · "


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("reason_words", text))


_SENTENCES = {
    "person": _t("person: {0}"),
    "kind": _t("kind: {0}"),
    "date": _t("date: {0}"),
    "place": _t("place: {0}"),
    "shows": _t("shows: {0}"),
    "text": _t("text: {0}"),
    "name": _t("name: {0}"),
    "cluster": _t("cluster: {0}"),
    "folder": _t("folder: {0}"),
    "camera": _t("camera: {0}"),
    "type": _t("type: {0}"),
    "sentence": _t("sentence: {0}"),
}
_BARE = ("person", "date", "word")  # clear without a word before it


def reason_words(reason: Reason) -> str:
    """One reason: "shows: dog"."""
    value = kind_name(reason.value) if reason.source == "kind" else reason.value
    return _tr(_SENTENCES[reason.source]).format(value) if reason.source in _SENTENCES else value


def chip_words(reading: Reading) -> str:
    """What a part of the search was understood as: "2024", "Receipts", "shows: dog", "Ann"."""
    if reading.negated:
        return _tr("without {0}").format(reading.text)
    main = reading.main
    if main.source == "kind":
        return kinds_name(main.value)
    return main.value if main.source in _BARE else reason_words(main)


def counted_reasons(reading: Reading) -> str:
    """By what a part of the search finds photos, and how many: "shows: dog (40), text: dog (2)"."""
    if not reading.evidence:
        return "" if reading.negated else _tr("finds nothing")
    counted = ((reason_words(one.reason), number(int((one.scores > 0).sum()))) for one in reading.evidence)
    return ", ".join(_tr("{0} ({1})").format(words, count) for words, count in counted)


def found_words(shown: FilterResult, row: int) -> str:
    """By what a photo was found; empty where nobody searches, or it was not."""
    if shown.found is None or shown.found.scores[row] <= 0:
        return ""
    return BETWEEN.join(map(reason_words, shown.found.why(row)))


def _tr(text: str) -> str:
    return QCoreApplication.translate("reason_words", text)
