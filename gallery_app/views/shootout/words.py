"""What the comparison of methods says: the answer in a sentence, names and values."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.core.partials import MethodCompared
from gallery_app.i18n.filing_names import size_words
from gallery_app.i18n.language import of_engine
from gallery_app.i18n.numbers import counted, decimal, percent
from gallery_app.state.shootout.shootout import MEASURES, Shootout


def method_name(method: str) -> str:
    """A method's name in the user's language."""
    from engine.clustering.methods.method import methods

    return of_engine(methods.get(method).label)


def answer_words(shootout: Shootout) -> str:
    """The answer so far; empty while there is none. Who is as good to the percent is named, too."""
    if not shootout.answers or shootout.asked is None:
        return ""
    best = shootout.ranked[0]
    if best.agreement is None:
        return _tr("{0} makes the clusters that stand apart most clearly.").format(method_name(best.method))
    share = percent(best.agreement)
    equals = [method_name(a.method) for a in shootout.ranked if value_words(a, "agreement") == share]
    if shootout.asked.by_folders:
        one = _tr("{0} sorts most like your folders: {1} of the photos land with theirs.")
        many = _tr("{0} sort most like your folders: {1} of the photos land with theirs.")
    else:
        one = _tr("{0} files most like you do: {1} of what you placed lands where you put it.")
        many = _tr("{0} file most like you do: {1} of what you placed lands where you put it.")
    return (one if len(equals) == 1 else many).format(_all_of(equals), share)


def _all_of(names: list[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return _tr("{0} and {1}").format(", ".join(names[:-1]), names[-1])


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


def best_words(shootout: Shootout, measure: str) -> str | None:
    """The best value of a measure, as the table shows it; None where there are not two to choose from."""
    values = [a for a in shootout.answers if getattr(a, measure) is not None]
    if len(values) < 2:
        return None
    best = (max if MEASURES[measure] else min)(values, key=lambda answer: float(getattr(answer, measure)))
    return value_words(best, measure)


def _tr(text: str) -> str:
    return QCoreApplication.translate("shootout", text)
