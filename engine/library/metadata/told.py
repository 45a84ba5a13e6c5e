"""What a file says of a machine that has made its picture, in sentences; nobody has checked it."""

from __future__ import annotations

from engine.core.errors import Sentence
from engine.core.records import MadeBy

_MACHINE = frozenset(
    ("trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia", "algorithmicMedia", "compositeSynthetic",
     "dataDrivenMedia", "virtualRecording")
)  # fmt: skip
_SOURCES = {  # of IPTC's digital source types, in a person's words
    "trainedAlgorithmicMedia": Sentence("Made by a machine that has learned from other pictures"),
    "compositeWithTrainedAlgorithmicMedia": Sentence(
        "Parts of it made by a machine that has learned from other pictures"
    ),
    "algorithmicMedia": Sentence("Made by a program"),
    "compositeSynthetic": Sentence("Parts of it made by a program"),
    "algorithmicallyEnhanced": Sentence("Changed by a program"),
    "dataDrivenMedia": Sentence("Made by a program from data"),
    "virtualRecording": Sentence("Recorded in a virtual world"),
    "digitalCapture": Sentence("Taken by a camera"),
    "computationalCapture": Sentence("Taken by a camera, from several exposures"),
    "digitalCreation": Sentence("Made by a person with a program"),
    "digitalArt": Sentence("Made by a person with a program"),
    "minorHumanEdits": Sentence("Changed a little by a person"),
    "humanEdits": Sentence("Changed by a person"),
    "composite": Sentence("Put together from several pictures"),
    "compositeCapture": Sentence("Put together from several photos"),
    "screenCapture": Sentence("Taken from a screen"),
    "negativeFilm": Sentence("Scanned from film"),
    "positiveFilm": Sentence("Scanned from film"),
    "print": Sentence("Scanned from paper"),
}


def made_by_machine(said: MadeBy | None) -> bool:
    """Whether the file says that a machine has made its picture, or a part of it."""
    return said is not None and (said.generator is not None or said.source in _MACHINE)


def told(said: MadeBy | None) -> list[Sentence]:
    """What stands behind "The file says": one sentence each, none where it says nothing."""
    if said is None:
        return []
    sentences = [_SOURCES[said.source]] if said.source in _SOURCES else []
    if said.generator is not None:
        sentences.append(Sentence("Made with {generator}", generator=said.generator))
    if said.credentials:
        sentences.append(Sentence("It holds content credentials (C2PA), which were not checked"))
    return sentences
