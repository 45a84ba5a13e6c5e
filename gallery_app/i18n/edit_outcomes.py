"""What an edit has done, as the strip says it once it is done: "12 photos moved to Dogs"."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from engine.core.errors import Sentence
from engine.core.records import Cluster
from engine.gallery.snapshot import Gallery
from engine.library.catalog.edit_table import LoggedEdit
from gallery_app.i18n.bidi import isolated
from gallery_app.i18n.edit_names import edit_name, parsed, values_of
from gallery_app.i18n.numbers import counted
from gallery_app.i18n.people.person_outcomes import person_outcome

MOST_NAMED = 4  # parts of a split that are named; of more only the number is said


@dataclass(frozen=True)
class _Done:
    """An edit that is done: its label's values as they are shown, how many photos it names, and what stands now."""

    values: dict[str, str]
    photos: int
    forward: str
    gallery: Gallery

    def clusters_of_files(self) -> list[Cluster]:
        """Where its files are now; one that was made again is kept as the rows it leaves."""
        files = (row["file"] if isinstance(row, dict) else row for row in json.loads(self.forward)["files"])
        rows = (self.gallery.row_of[file] for file in files if file in self.gallery.row_of)
        found = (cluster for row in rows if (cluster := self.gallery.cluster_of(row)) is not None)
        return list({cluster.id: cluster for cluster in found}.values())

    def clusters_of_parts(self) -> list[Cluster]:
        edit = json.loads(self.forward)
        ids = [part["id"] for part in edit.get("parts") or edit.get("clusters") or ()]
        known = {cluster.id: cluster for cluster in self.gallery.clusters}
        return [known[id_] for id_ in ids if id_ in known]


def outcome_of(edit: LoggedEdit, gallery: Gallery) -> str:
    """What this edit has done to the gallery, which shows it already; in the user's language."""
    label = parsed(edit.label)
    given = {cluster.name for cluster in gallery.clusters if cluster.named_by_user}
    if (said := person_outcome(label, values_of(label, given))) is not None:
        return said
    words = _OUTCOMES.get(label.template)
    if words is None:
        name = edit_name(label, given)
        return _tr("Done: {0}").format(name)
    return words(_Done(values_of(label, given), _photos(label), edit.forward, gallery))


def undone(label: str) -> str:
    """The strip's words for an edit that was taken back; `label` as Undo calls it."""
    return _tr("Undone: {0}").format(label)


def _photos(label: Sentence) -> int:
    photos = label.values.get("photos")
    return int(photos.values.get("count", 1)) if isinstance(photos, Sentence) else 0


def _moved(done: _Done) -> str:
    return counted(done.photos, _tr("{0} photo moved to {1}"), _tr("{0} photos moved to {1}"), done.values["cluster"])


def _kept_in(done: _Done) -> str:
    """They were there already: nothing moves now, and no retrain will move them."""
    return counted(done.photos, _tr("{0} photo stays in {1}"), _tr("{0} photos stay in {1}"), done.values["cluster"])


def _turned_right(done: _Done) -> str:
    return counted(done.photos, _tr("{0} photo turned to the right"), _tr("{0} photos turned to the right"))


def _turned_left(done: _Done) -> str:
    return counted(done.photos, _tr("{0} photo turned to the left"), _tr("{0} photos turned to the left"))


def _made(done: _Done) -> str:
    name = done.values["cluster"]
    return counted(done.photos, _tr("{1} is a new cluster: {0} photo"), _tr("{1} is a new cluster: {0} photos"), name)


def _kept_out(done: _Done) -> str:
    """With where the photos went: nobody has said that."""
    name, now = done.values["cluster"], done.clusters_of_files()
    if len(now) != 1:
        return counted(done.photos, _tr("{0} photo kept out of {1}"), _tr("{0} photos kept out of {1}"), name)
    says = _tr("{0} photo kept out of {1}: it is in {2} now"), _tr("{0} photos kept out of {1}: they are in {2} now")
    return counted(done.photos, *says, name, isolated(now[0].name))


def _merged(done: _Done) -> str:
    source, target = done.values["cluster"], done.values["other"]
    result = next((c for c in done.gallery.clusters if isolated(c.name) in (source, target)), None)
    if result is None:
        return _tr("{0} and {1} are one cluster now").format(source, target)
    name = isolated(result.name)
    other = source if name == target else target
    says = _tr("{1} and {2} are one cluster now: {0} photo"), _tr("{1} and {2} are one cluster now: {0} photos")
    return counted(result.members, *says, name, other)


def _split(done: _Done) -> str:
    words = _tr("{0} is {1} clusters now").format(done.values["cluster"], done.values["number"])
    parts = done.clusters_of_parts()
    if not 1 < len(parts) <= MOST_NAMED:
        return words
    return f"{words}: {', '.join(isolated(part.name) for part in parts)}"


def _stay(done: _Done) -> str:
    return _tr("What was refused stays where it is: it teaches the next retrain")


def _shown_again(done: _Done) -> str:
    says = _tr("Shown again: {0} photo that looks the same"), _tr("Shown again: {0} photos that look the same")
    return counted(done.photos, *says)


def _text(words: str) -> Callable[[_Done], str]:
    """An outcome that only takes the label's values."""
    return lambda done: _tr(words).format(**done.values)


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("edit_outcomes", text))


def _tr(text: str) -> str:
    return QCoreApplication.translate("edit_outcomes", text)


_OUTCOMES: dict[str, Callable[[_Done], str]] = {
    "move {photos} to {cluster}": _moved,
    "keep {photos} in {cluster}": _kept_in,
    "turn {photos} to the right": _turned_right,
    "turn {photos} to the left": _turned_left,
    "make {cluster} of {photos}": _made,
    "keep {photos} out of {cluster}": _kept_out,
    "keep 2 photos together": _text(_t("2 photos stay together from the next retrain on")),
    "keep 2 photos apart": _text(_t("2 photos stay apart from the next retrain on")),
    "keep {photos} that look the same": _text(_t("All are kept: {photos} that look the same")),
    "show {photos} that look the same again": _shown_again,
    "rename {cluster} to {name}": _text(_t("{cluster} is called {name} now")),
    "merge {cluster} into {other}": _merged,
    "split {cluster} into {number}": _split,
    "lock {cluster}": _text(_t("{cluster} is locked: it keeps its photos and its name")),
    "unlock {cluster}": _text(_t("{cluster} is not locked any more")),
    "retrain": _text(_t("Retrained")),
    "retrain into 1 cluster": _text(_t("Retrained into 1 cluster")),
    "retrain into {number} clusters": _text(_t("Retrained into {number} clusters")),
    "cut into 1 cluster": _text(_t("All photos are in 1 cluster now")),
    "cut into {number} clusters": _text(_t("The photos are in {number} clusters now")),
    "go back to the clusters of {moment}": _text(_t("The clusters of {moment} are back")),
    "take over {cluster} with {photos}": _text(_t("{cluster} is taken over: {photos}")),
    "take over {number} names with {photos}": _text(_t("{number} names are taken over: {photos}")),
    "keep 1 photo where it is": _stay,
    "keep {number} photos where they are": _stay,
}
