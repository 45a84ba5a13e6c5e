"""Why a picture could not be read, in the user's language; the catalog keeps it in English."""

from __future__ import annotations

from engine.library.reasons import REASONS
from gallery_app.i18n.language import of_engine
from gallery_app.i18n.templates import Templates

_REASONS = Templates(REASONS)


def reason_name(said: str) -> str:
    """The rest of a sentence that begins with the file; as it is where it is none of ours."""
    found = _REASONS.read(said)
    if found is None:
        return said
    template, values = found
    if "why" in values:  # what the system says: in lower case within some sentences
        why = values["why"]
        told = of_engine(why[:1].upper() + why[1:])
        values["why"] = told if why[:1].isupper() else told[:1].lower() + told[1:]
    return of_engine(template).format(**values)
