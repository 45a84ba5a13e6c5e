"""What the window asks about model packs; `protocol.py` has the rest.

All but `EmbedWith` are asked of an engine process of their own, started by `engine.gpu_pack.choice.own_command`, which
opens no library: packs are the user's, and what reads sentences is in the installation, not in the GPU pack.
`EmbedWith` is work on the library, and can be done in the background.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.core.records import Floats
from engine.embedding.packs.report import PackReport, PacksReport


@dataclass(frozen=True, slots=True)
class ListModels:
    """Say which packs there are."""


@dataclass(frozen=True, slots=True)
class LookAtModel:
    """Say what an address, a folder or a zip file offers; nothing large is fetched."""

    place: str


@dataclass(frozen=True, slots=True)
class AddModel:
    """Fetch what was offered there under this name, or what is missing of it, and try it.

    Stages "model-pack" (bytes) and "model-pack-check".
    """

    place: str
    name: str


@dataclass(frozen=True, slots=True)
class RemoveModel:
    """Delete a pack that no library is sorted by; `library` is one that lies elsewhere than others do."""

    name: str
    library: str = ""


@dataclass(frozen=True, slots=True)
class EncodeSentence:
    """Make vectors of a sentence, and of those that say nothing (gallery/searching/sentences.py), by this pack."""

    pack: str
    text: str


@dataclass(frozen=True, slots=True)
class SentenceEncoded:
    """Unit vectors (1 + NEUTRAL, d), the sentence's first."""

    vectors: Floats


@dataclass(frozen=True, slots=True)
class EmbedWith:
    """Make the vectors of all photos by this network, and nothing else: the clusters stand. Stage "embed".

    A retrain with that network takes them up, and swaps at once.
    """

    backbone: str
    device: str = "auto"
    threads: int | None = None


@dataclass(frozen=True, slots=True)
class PhotosEmbedded:
    """So many contents had no vector."""

    count: int


ModelRequest = ListModels | LookAtModel | AddModel | RemoveModel | EncodeSentence
ModelResult = PacksReport | PackReport | SentenceEncoded
MODEL_REQUESTS = (ListModels, LookAtModel, AddModel, RemoveModel, EncodeSentence)
