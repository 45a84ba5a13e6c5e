"""What happened in a recorded training, in sentences made of its own numbers: also where nothing did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.lab.record.measures import Account

_APART = 1.1  # times the separation at first, from which clusters are said to draw apart
_SETTLED = 0.1  # of the codes' variance within clusters, below which they stand apart already
_WORSE = 1.05  # times the error at first, from which reconstructions are said to get worse


@dataclass(frozen=True, slots=True)
class Story:
    """The answer in one line, and what it rests on, a paragraph each."""

    answer: str
    apart: str
    redrawn: str
    why: list[str]
    labels: str


def story(account: Account, idec: float) -> Story:
    """The story of a training; `idec` is the weight of its reconstruction loss, 0 for DEC."""
    if len(account.updates) < 2:
        none = "There was no update after the first assignment, so there is nothing to compare."
        return Story(none, "", "", [], "")
    grew, worse = (
        _ratio(account.first.separation, account.last.separation),
        _ratio(account.first.error, account.last.error),
    )
    apart, gets_worse = grew > _APART, worse > _WORSE
    answers = {
        (True, True): "Yes: the clusters draw apart, and the reconstructions get worse.",
        (True, False): "Half of it: the clusters draw apart, but the reconstructions hardly get worse.",
        (False, True): "Half of it: the reconstructions get worse, but the clusters do not draw apart.",
        (False, False): "No: the clusters do not draw apart, and the reconstructions hardly get worse.",
    }
    return Story(
        answers[apart, gets_worse],
        _apart(account, grew),
        _redrawn(account, worse),
        _why(account, apart, gets_worse, idec),
        _labels(account),
    )


def _apart(account: Account, grew: float) -> str:
    first, last = account.first, account.last
    verb = _verb(grew)
    text = (
        f"From update {first.update} to {last.update} the variance of the codes between clusters {verb} from "
        f"{first.separation:.2f} to {last.separation:.2f} times that within them ({grew:.2f} ×), and the silhouette "
        f"goes from {first.silhouette:.2f} to {last.silhouette:.2f}."
    )
    return text + _half([m.separation for m in account.updates], account) if grew > _APART else text


def _redrawn(account: Account, worse: float) -> str:
    first, last, floor = account.first.error, account.last.error, account.of_means
    verb = _verb(worse)
    text = (
        f"The mean squared error of the reconstructions {verb} from {first:.4f} to {last:.4f} ({worse - 1:+.0%}; "
        f"pixels lie in 0…1)."
    )
    if worse > _WORSE:
        text += _half([m.error for m in account.updates], account)
    text += f" To redraw each picture as the mean of its cluster would give {floor:.4f}"
    if last >= floor:
        return text + ": in the end even that is nearer."
    return text + (f": {(last - first) / (floor - first):.0%} of the way there is gone." if worse > _WORSE else ".")


def _why(account: Account, apart: bool, gets_worse: bool, idec: float) -> list[str]:
    first, last = account.first, account.last
    inside = [1 / (1 + m.separation) for m in (first, last)]
    loss = (
        "DEC's loss is KL(P ‖ Q), where P is the soft assignment Q sharpened: each picture is asked to come nearer to "
        "the centre that it is nearest to already."
    )
    loss += (
        f" Here the loss of the reconstruction was added with weight {idec:g}, as IDEC does, and the decoder learns on."
        if idec
        else " Nothing in it asks that a picture can still be redrawn from its code."
    )
    told = [
        loss,
        "What tells two pictures of one cluster apart lies within the clusters, and that is "
        f"{inside[0]:.0%} of the codes' variance at first and {inside[1]:.0%} at the end.",
        _lost(account, gets_worse),
    ]
    if not apart and inside[0] < _SETTLED:
        told.append("There was hardly anything left to draw together: the first clusters stood as far apart as that.")
    if apart and gets_worse:
        steps = list(zip(account.updates, account.updates[1:], strict=False))
        both = sum(b.separation > a.separation and b.error > a.error for a, b in steps)
        told.append(f"The two go together: in {both} of {len(steps)} steps both grew.")
    return told


def _lost(account: Account, gets_worse: bool) -> str:
    """Whether the codes no longer hold what is missing, or hold it where the decoder does not look."""
    before, after = account.learned_first, account.learned_last
    text = (
        "Is it lost, or only moved? Of the first codes a decoder learns to redraw pictures it has not seen with an "
        f"error of {before:.4f}; one that learns anew of the last codes reaches {after:.4f}."
    )
    growth = account.last.error - account.first.error
    if not gets_worse:
        return text
    share = min(max((after - before) / growth, 0.0), 1.0)
    if share < 0.1:
        return text + " So nearly nothing is lost: the codes have moved away from where the old decoder looks for them."
    if share > 0.9:
        return text + " So what is missing is lost: the codes no longer hold it."
    return text + (
        f" So about {share:.0%} of the growth is lost for good; the rest is still in the codes, which have moved away "
        "from where the old decoder looks for it."
    )


def _labels(account: Account) -> str:
    first, last = account.first, account.last
    text = "No picture ends in another cluster than it began in."
    if account.changed:
        text = f"{account.changed:.1%} of the pictures end in another cluster than they began in"
        text += f"; {last.moved:.1%} still moved at the last update." if last.moved is not None else "."
    if first.nmi is None or last.nmi is None:
        return text
    gained = last.nmi - first.nmi
    verdict = "it helped" if gained > 0.005 else "it did harm" if gained < -0.005 else "it made no difference"
    text += f" The agreement with the labels (NMI) goes from {first.nmi:.3f} to {last.nmi:.3f}: {verdict}."
    best = max(account.updates, key=lambda m: m.nmi or 0.0)
    if (best.nmi or 0.0) > max(first.nmi, last.nmi) + 0.005:
        text += f" It was at its best at update {best.update}, {best.nmi:.3f}."
    return text


def _half(values: Sequence[float], account: Account) -> str:
    """By when half of a growth has happened."""
    middle = (values[0] + values[-1]) / 2
    at = next(m.update for m, value in zip(account.updates, values, strict=True) if value >= middle)
    return f" Half of that has happened by update {at}."


def _verb(ratio: float) -> str:
    return "grows" if ratio > 1.01 else "falls" if ratio < 0.99 else "hardly moves,"


def _ratio(before: float, after: float) -> float:
    return after / max(before, 1e-12)
