"""Jobs about model packs; only `embed_with` opens the library."""

from __future__ import annotations

from pathlib import Path

from engine.core import devices
from engine.core.job import Job
from engine.embedding.backbone import open_backbone
from engine.embedding.packs import shelf
from engine.embedding.packs.install import add
from engine.embedding.packs.report import PackReport
from engine.embedding.packs.sources import offer, open_source
from engine.embedding.packs.told import report_offer, report_packs
from engine.library.library import Library
from engine.library.roots import data_folder
from engine.pipeline.care.packs import require_unused
from engine.pipeline.embed import embed
from engine.pipeline.options import Outcome
from engine.service.model_messages import (
    AddModel,
    EmbedWith,
    EncodeSentence,
    LookAtModel,
    ModelRequest,
    ModelResult,
    PhotosEmbedded,
    RemoveModel,
    SentenceEncoded,
)


def run_model(request: ModelRequest, job: Job) -> ModelResult:
    """Run the job of such a request on the packs in the user's data folder."""
    home = data_folder()
    if isinstance(request, EncodeSentence):
        return _encoded(home, request)
    if isinstance(request, LookAtModel):
        return _offered(request)
    if isinstance(request, AddModel):
        source = open_source(request.place)
        add(home, source, offer(source, request.name), job)
    elif isinstance(request, RemoveModel):
        require_unused(home, request.name, Path(request.library) if request.library else None)
        shelf.remove(home, request.name, job)
    return report_packs(home)


def embed_with(library: Library, _root: int, request: EmbedWith, job: Job) -> PhotosEmbedded:
    """Make what vectors are missing of a network."""
    device, threads = devices.resolve(request.device), request.threads or devices.cores()
    outcome = Outcome()
    embed(library, open_backbone(request.backbone), device, threads, outcome, job)
    return PhotosEmbedded(outcome.embedded)


def _offered(request: LookAtModel) -> PackReport:
    source = open_source(request.place)
    return report_offer(offer(source), source.place)


def _encoded(home: Path, request: EncodeSentence) -> SentenceEncoded:
    from engine.gallery.searching.sentences import NEUTRAL, encoded

    return SentenceEncoded(encoded(shelf.require(home, request.pack), (request.text, *NEUTRAL)))
