"""Which folders have a name that says what is in them, and which only what made or holds them."""

from __future__ import annotations

import re

# Cameras, phones and programs call folders so, and people those that wait for a name.
_HOLDERS = re.compile(
    r"""dcim|camera|(?:camera|saved)[ ](?:roll|uploads|pictures)|(?:my[ ]|mes[ ])?(?:pictures|photos|images|videos)
    |image|img|photo|pics|fotos|bilder|fotografias|immagini|foto|originals|masters|edit(?:ed|s)|(?:ex|im)port(?:s|ed)?
    |(?:up|down)loads?|(?:new|untitled)[ ]folder|nouveau[ ]dossier|neuer[ ]ordner|misc|unsorted|te?mp|sent|private|media
    |raws?|jpe?gs?|heic|video|backups?|sd[ ]?card|usb|desktop|documents|lightroom|library|sauvegarde|others?""",
    re.VERBOSE,
)
_MONTHS = (
    "january|february|march|april|june|july|august|september|october|november|december|janvier|février|fevrier|mars|avril"
    "|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre|januar|februar|märz|juni|juli|oktober|dezember"
    "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
    "|jan|feb|mar|apr|may|mai|jun|jul|aug|sept?|oct|nov|dec"
)
_TIMES = re.compile(rf"(?:\d|(?<![^\W\d_])(?:{_MONTHS})(?![^\W\d_])|[\W_])+", re.IGNORECASE)
_OF_CAMERAS = re.compile(
    r"\d{3}(?=[A-Z0-9_]{5}$)(?=.*[A-Z_])[A-Z0-9_]{5}|\d{3}_?(?:APPLE|MEDIA)|\d{6}__", re.IGNORECASE
)
_COPY = re.compile(r"\s*(?:\(\d+\)|[-_ ]+(?:copy|copie|kopie)(?:[-_ ]*\d+)?)\s*$", re.IGNORECASE)


def has_name(folder: str) -> bool:
    """Whether a folder's name tells what is in it: no time alone, no camera's or program's."""
    name = _COPY.sub("", folder).strip()
    if len(name) < 2 or _TIMES.fullmatch(name) or _OF_CAMERAS.fullmatch(name):
        return False
    return not _HOLDERS.fullmatch(name.casefold().replace("_", " ").rstrip("0123456789 "))


def naming_folder(path: str) -> tuple[str, ...] | None:
    """The nearest folder with a name that a file (a path below the root) lies in, from the top; None for none."""
    parts = tuple(path.split("/")[:-1])
    for end in range(len(parts), 0, -1):
        if has_name(parts[end - 1]):
            return parts[:end]
    return None
