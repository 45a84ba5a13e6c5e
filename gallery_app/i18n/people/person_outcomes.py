"""What an edit of people has done, as the strip says it: "4 faces are Ann's now"."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from engine.core.errors import Sentence
from gallery_app.i18n.numbers import counted

Values = Mapping[str, str]  # of a label, as they are shown


def person_outcome(label: Sentence, values: Values) -> str | None:
    """In the user's language; None where the edit is of something else."""
    words = _OUTCOMES.get(label.template)
    return None if words is None else words(values, _count(label))


def _count(label: Sentence) -> int:
    """How many faces, places or persons it is about."""
    faces = label.values.get("faces")
    if isinstance(faces, Sentence):
        return int(faces.values.get("count", 1))
    return int(label.values.get("count", 0))


def _are(values: Values, count: int) -> str:
    return counted(count, _tr("{0} face is of {1} now"), _tr("{0} faces are of {1} now"), values["person"])


def _made(values: Values, count: int) -> str:
    return counted(count, _tr("{0} face is a person of its own now"), _tr("{0} faces are a person of their own now"))


def _are_not(values: Values, count: int) -> str:
    return counted(count, _tr("{0} face is not of {1}"), _tr("{0} faces are not of {1}"), values["person"])


def _taken_out(values: Values, count: int) -> str:
    return counted(count, _tr("{0} face is taken out of the person"), _tr("{0} faces are taken out of the person"))


def _strangers(values: Values, count: int) -> str:
    return counted(count, _tr("{0} face is a stranger's"), _tr("{0} faces are strangers'"))


def _no_faces(values: Values, count: int) -> str:
    return counted(count, _tr("{0} place is no face"), _tr("{0} places are no faces"))


def _merged_into(values: Values, count: int) -> str:
    return counted(count, _tr("{0} person is {1} now"), _tr("{0} persons are one now: {1}"), values["person"])


def _merged(values: Values, count: int) -> str:
    return counted(count, _tr("{0} person is one now"), _tr("{0} persons are one now"))


def _text(words: str) -> Callable[[Values, int], str]:
    """An outcome that only takes the label's values."""
    return lambda values, _count: _tr(words).format(**values)


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("person_outcomes", text))


def _tr(text: str) -> str:
    return QCoreApplication.translate("person_outcomes", text)


_OUTCOMES: dict[str, Callable[[Values, int], str]] = {
    "name a person {name}": _text(_t("This person is called {name} now")),
    "rename {person} to {name}": _text(_t("{person} is called {name} now")),
    "hide {person}": _text(_t("{person} is hidden")),
    "hide a person": _text(_t("The person is hidden")),
    "show {person} again": _text(_t("{person} is shown again")),
    "show a person again": _text(_t("The person is shown again")),
    "merge {count:,} persons into {person}": _merged_into,
    "merge {count:,} persons": _merged,
    "{faces} of {person}": _are,
    "make a person of {faces}": _made,
    "{faces} not of {person}": _are_not,
    "take {faces} out of a person": _taken_out,
    "{faces} of strangers": _strangers,
    "no face in {count:,} places": _no_faces,
    "draw a face": _text(_t("A face is marked")),
    "split {person} into {number}": _text(_t("{person} is {number} persons now")),
    "split a person into {number}": _text(_t("The person is {number} persons now")),
}
