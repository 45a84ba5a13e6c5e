"""How persons are called where nobody has said who they are, and what an edit of them does, before it is done."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gallery_app.i18n.bidi import isolated


def person_name(name: str) -> str:
    """A person's name as it is shown alone."""
    return name or _tr("Unnamed person")


def in_sentence(name: str) -> str:
    """The same within a sentence."""
    return isolated(name) if name else _tr("an unnamed person")


def not_person(name: str) -> str:
    """The verb that keeps a face out of a person; without a name: of the unnamed one."""
    return _tr("Not {0}").format(isolated(name)) if name else _tr("Somebody else")


def _tr(text: str) -> str:
    return QCoreApplication.translate("person_names", text)
