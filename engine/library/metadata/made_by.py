"""What a file says of a machine that has made its picture, or changed it: the file's word, never a guess from pixels.

The source is of IPTC's vocabulary (http://cv.iptc.org/newscodes/digitalsourcetype). Generators are known by the texts
they write: AUTOMATIC1111 and its kin "parameters", ComfyUI the graph "prompt" and "workflow", InvokeAI, Fooocus and
NovelAI their own; others by their name as the program that made the file. Content credentials (C2PA) are seen to be
there, and not checked: cameras and editors sign as well.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from PIL.ExifTags import Base

from engine.core.records import MadeBy
from engine.library.metadata.exif import Exif, first_text, tag
from engine.library.metadata.xmp import IPTC_EXTENSION, XMP, Name

C2PA = b"c2pa"  # the label of the manifests' box, wherever a container keeps it
TEXTS = frozenset(
    (b"parameters", b"prompt", b"workflow", b"invokeai_metadata", b"sd-metadata", b"dream", b"fooocus_scheme",
     b"software", b"source", b"comment", b"description", b"title", b"generation_data")
)  # fmt: skip
_SOURCES = frozenset(
    ("trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia", "algorithmicMedia", "compositeSynthetic",
     "algorithmicallyEnhanced", "dataDrivenMedia", "virtualRecording", "digitalCapture", "computationalCapture",
     "digitalCreation", "digitalArt", "minorHumanEdits", "humanEdits", "composite", "compositeCapture", "screenCapture",
     "negativeFilm", "positiveFilm", "print")
)  # fmt: skip
_NAMES = re.compile(
    r"stable[ -]?diffusion|comfyui|invokeai|novelai|midjourney|dall[-·]?e\b|firefly|fooocus|draw things|leonardo\.ai|"
    r"ideogram|bing image creator|imagen\b|made with google ai|black forest labs|chatgpt|gpt-image|openai|\bgrok\b",
    re.IGNORECASE,
)
_SETTINGS = re.compile(r"\bSteps: \d+,.*\bSampler: ", re.DOTALL)  # as they are written into one text
_OF_TEXT = {
    "invokeai_metadata": "InvokeAI", "sd-metadata": "InvokeAI", "dream": "InvokeAI", "fooocus_scheme": "Fooocus",
}  # fmt: skip


def made_by(exif: Exif, xmp: Mapping[Name, str], texts: Mapping[str, str], credentials: bool) -> MadeBy | None:
    """Of fields as containers hold them, and `texts` of a PNG by keyword in small letters; None: nothing is said."""
    source = xmp.get((IPTC_EXTENSION, "DigitalSourceType"), "").rstrip("/").rpartition("/")[2]
    said = MadeBy(source if source in _SOURCES else None, _generator(exif, xmp, texts), credentials)
    return None if said == MadeBy() else said


def _generator(exif: Exif, xmp: Mapping[Name, str], texts: Mapping[str, str]) -> str | None:
    for keyword, name in _OF_TEXT.items():
        if keyword in texts:
            return name
    programs = [texts.get(keyword, "") for keyword in ("software", "source", "title")]
    programs += [first_text(tag(exif.main, Base.Software)), xmp.get((XMP, "CreatorTool"), "")]
    for program in programs:
        if found := _NAMES.search(program):
            return found[0]
    if texts.get("prompt", "").lstrip().startswith("{") or texts.get("workflow", "").lstrip().startswith("{"):
        return "ComfyUI"
    settings = (texts.get("parameters", ""), _comment(exif))
    return "Stable Diffusion" if any(_SETTINGS.search(text) for text in settings) else None


def _comment(exif: Exif) -> str:
    """EXIF's comment of the user: eight bytes say how its letters are written."""
    value = tag(exif.details, Base.UserComment)
    if isinstance(value, str):
        return value
    if not isinstance(value, bytes):
        return ""
    if value.startswith(b"UNICODE"):  # in either order: the letters of the settings are ASCII
        return value[8:].replace(b"\0", b"").decode("latin-1")
    return value[8:].decode("utf-8", "replace")
