"""What the comparison of methods says: the answer in a sentence, names and values."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.core.partials import MethodCompared
from gallery_app.i18n.filing_names import size_words
from gallery_app.i18n.language import of_engine
from gallery_app.i18n.numbers import counted, decimal, percent
from gallery_app.state.shootout.shootout import Shootout


def method_name(method: str) -> str:
    """A method's name in the user's language."""
    from engine.clustering.methods.method import methods

    return of_engine(methods.get(method).label)


def answer_words(shootout: Shootout) -> str:
    """The answer so far; empty while there is none."""
    if not shootout.answers or shootout.asked is None:
        return ""
    best = shootout.ranked[0]
    name = method_name(best.method)
    if best.agreement is None:
        return _tr("{0} makes the clusters that stand apart most clearly.").format(name)
    if shootout.asked.by_folders:
        return _tr("{0} sorts most like your folders: {1} of the photos land with theirs.").format(
            name, percent(best.agreement)
        )
    return _tr("{0} files most like you do: {1} of what you placed lands where you put it.").format(
        name, percent(best.agreement)
    )


def judge_words(shootout: Shootout) -> str:
    """Who has judged, and how."""
    asked = shootout.asked
    if asked is None:
        return ""
    if asked.by_folders:
        return _tr("Your folders have judged: each cluster stands for one folder. No method was told of them.")
    if shootout.judged:
        return _tr("Your corrections have judged: each fifth of them was held back while a method had to find it.")
    if shootout.answers:
        return _tr("Nobody has judged: put five photos or more into clusters yourself, or let your folders judge.")
    return ""


def state_words(shootout: Shootout) -> str:
    """Why there is less to see than was asked for."""
    if shootout.problem:
        return shootout.problem
    if shootout.stale:
        return _tr("Photos have come or gone since: compare again.")
    if shootout.superseded:
        return _tr("Something else came first: what was found so far is here. Compare again for the rest.")
    asked = shootout.asked
    if asked is not None and not shootout.running and len(shootout.answers) < len(asked.methods):
        left = len(asked.methods) - len(shootout.answers)
        return counted(left, _tr("Stopped before {0} method."), _tr("Stopped before {0} methods."))
    return ""


def value_words(answer: MethodCompared, measure: str) -> str:
    """The value of a measure, as the table shows it."""
    value = getattr(answer, measure)
    if value is None:
        return "–"
    if measure == "agreement":
        return percent(value)
    if measure == "seconds":
        return decimal(value, 1)
    return size_words(round(value * 2**20)) if measure == "peak_mb" else decimal(value, 2)


def _tr(text: str) -> str:
    return QCoreApplication.translate("shootout", text)
