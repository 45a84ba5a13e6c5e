"""Stages of the engine's jobs in the user's language; the engine names them in English."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from engine.core.records import Progress


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("stage_names", text))


_STAGES = {
    "start": _t("Starting…"),
    "scan": _t("Looking for pictures"),
    "metadata": _t("Reading dates and places again"),
    "thumbnails": _t("Reading the pictures"),
    "intake": _t("Reading the pictures and sorting them in"),
    "embed": _t("Looking at what they show"),
    "cluster": _t("Finding what belongs together"),
    "map": _t("Drawing the map"),
    "compare": _t("Comparing methods"),
    "duplicates": _t("Looking for near-identical photos"),
    "replay": _t("Drawing how it learned"),
    "plan-file": _t("Planning what will be filed"),
    "file": _t("Filing photos"),
    "undo-file": _t("Putting photos back"),
    "check": _t("Checking the library and the photos"),
    "tags": _t("Reading keywords"),
    "pictures": _t("Cutting out small pictures"),
    "training": _t("Learning from the pictures"),
}
_PARTS = {  # messages within a stage
    "waking the network": _t("waking the network"),
    "reading the vectors": _t("reading the vectors"),
    "looking for patterns": _t("looking for patterns"),
    "learning": _t("learning"),
    "grouping": _t("grouping"),
    "settling": _t("settling"),
    "counting clusters": _t("counting clusters"),
    "weighing corrections": _t("weighing what you corrected"),
    "nesting clusters": _t("nesting clusters"),
    "looking at the photos": _t("looking at the photos"),
    "placing the new photos": _t("placing the new photos"),
    "looking for duplicates": _t("comparing"),
    "comparing the likeliest": _t("comparing the likeliest"),
    "looking closely": _t("looking closely"),
    "looking for neighbours": _t("looking for neighbours"),
    "neighbours": _t("looking for neighbours"),
    "map: neighbours": _t("looking for neighbours"),
    "names": _t("finding names"),
    "waiting for room": _t("waiting for room"),
    "waiting for the drive": _t("waiting for the drive"),
}

NAMES_FILES = ("file", "undo-file")  # stages whose message is the name of the file they are at, or what they wait for
SHARES = ("compare",)  # stages whose numbers only say how far they are, and whose message is for their own page
WAITING = ("waiting for room", "waiting for the drive")  # messages of those


def stage_name(progress: Progress) -> str:
    """The stage and its message, translated; unknown ones unchanged."""
    stage = _tr(_STAGES.get(progress.stage, progress.stage))
    if progress.message in ("", progress.stage) or progress.stage in SHARES:
        return stage
    if progress.message not in _PARTS and progress.stage in NAMES_FILES:
        return stage  # the message is the file's name
    return _tr("{0}: {1}").format(stage, _tr(_PARTS.get(progress.message, progress.message)))


def _tr(text: str) -> str:
    return QCoreApplication.translate("stage_names", text)
