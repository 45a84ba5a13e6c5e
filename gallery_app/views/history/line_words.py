"""A line of the history in words and as an icon."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from gallery_app.i18n.language import translate
from gallery_app.i18n.numbers import counted
from gallery_app.state.history.lines import Details, Line

_ICONS = {  # by the first word of a label
    "move": "move-to",
    "keep": "pin",
    "make": "add",
    "rename": "rename",
    "merge": "merge",
    "split": "split",
    "lock": "lock",
    "unlock": "unlock",
    "retrain": "retrain",
    "cut": "retrain",
    "go": "clock",
    "turn": "rotate-right",
    "show": "show",
}
_FILE_ICONS = {"throw": "trash", "copy": "copy", "move": "folder", "write": "name", "list": "report"}


def icon_of(line: Line) -> str:
    """The drawing of its kind."""
    verb = line.label.template.partition(" ")[0]
    return _FILE_ICONS.get(verb, "folder") if line.kind == "file" else _ICONS.get(verb, "history")


def state_of(line: Line) -> str:
    """ "undone", where it is."""
    return "" if line.undoable else _tr("undone") if line.redoable or _is_undone(line) else ""


def when_of(line: Line) -> str:
    """Its day and time in full."""
    moment = QDateTime.fromString(line.when.isoformat(timespec="seconds"), "yyyy-MM-ddTHH:mm:ss")
    return f"{QLocale().toString(moment.date(), QLocale.FormatType.LongFormat)}, {line.when:%H:%M}"


def undo_words(line: Line) -> str:
    """What its button says: an edit's names how many go with it."""
    if line.kind == "file":
        return _tr("Put everything back")
    if line.takes == 1:
        return _tr("Undo")
    return counted(line.takes, _tr("Undo back to here: {0} edit"), _tr("Undo back to here: {0} edits"))


def redo_words(line: Line) -> str:
    if line.takes == 1:
        return _tr("Redo")
    return counted(line.takes, _tr("Redo up to here: {0} edit"), _tr("Redo up to here: {0} edits"))


def explanation(line: Line) -> str:
    """What Undo or Redo takes with it, or why there is none."""
    if line.kind == "edit" and line.undoable:
        if line.takes == 1:
            return _tr("It was the last edit.")
        one, many = _tr("The edit made after it is undone with it."), _tr("The {0} edits made after it go with it.")
        return counted(line.takes - 1, one, many)
    if line.kind == "edit":
        return _tr("It is undone. Redo makes it again, until the next edit drops it.")
    if line.undoable:
        return _tr("Every file goes back to where it was, byte for byte. One that was changed since stays as it is.")
    if _is_undone(line):
        return _tr("It is undone: every file is back. To do it again, file the photos again.")
    return "" if line.why is None else _sentence(translate(line.why))


def counts_of(details: Details) -> str:
    """ "909 photos done, 3 left" """
    parts = []
    if details.done:
        parts.append(counted(details.done, _tr("{0} photo done"), _tr("{0} photos done")))
    if details.undone:
        parts.append(counted(details.undone, _tr("{0} photo put back"), _tr("{0} photos put back")))
    if details.left:
        parts.append(counted(details.left, _tr("{0} left as it was"), _tr("{0} left as they were")))
    return ", ".join(parts)


def _is_undone(line: Line) -> bool:
    return line.why is not None and line.why.template == "it is undone"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _tr(text: str) -> str:
    return QCoreApplication.translate("history", text)
