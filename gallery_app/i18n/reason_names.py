"""Why a picture could not be read, in the user's language; the catalog stores it in English."""

from __future__ import annotations

from engine.library.reasons import REASONS
from gallery_app.i18n.language import of_engine
from gallery_app.i18n.templates import Templates

_REASONS = Templates(REASONS)


def reason_name(reason: str) -> str:
    """The translation of a stored reason, which follows the file name in a sentence; unknown ones unchanged."""
    found = _REASONS.match(reason)
    if found is None:
        return reason
    template, values = found
    if "why" in values:  # the system's error message, in lower case within some sentences
        why = values["why"]
        translated = of_engine(why[:1].upper() + why[1:])
        values["why"] = translated if why[:1].isupper() else translated[:1].lower() + translated[1:]
    return of_engine(template).format(**values)
