"""The states of the page See better: packs that are there, one that is offered, and one that is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtWidgets import QDialog

from engine.core.records import Progress
from engine.embedding.packs.report import BegunReport, PackReport, PacksReport
from gallery_app.app import Parts
from gallery_app.views.preferences.see_better_page import SeeBetterPage
from tour.state import State, waiting
from tour.window_styles import AND_CONTRAST, SMALL

ADDRESS = "https://example.org/models/siglip2-base"
SIGLIP = PackReport("siglip2-base", "1.0", "Apache-2.0", 1_120_000_000, True, 0.29, True, ADDRESS, "pack_siglip2")
DINO = PackReport("dinov2-small", "", "Apache-2.0", 88_000_000, False, 0.11, False, "/home/ann/dinov2", "pack_dino")
BEGUN = BegunReport("clip-large", "https://example.org/models/clip-large", 640_000_000, 1_710_000_000)


def pack_states(parts: Parts) -> Iterator[State]:
    """The states; begins and ends on any page. No server is asked, and nothing is fetched."""
    window, program, packs = parts.window, parts.workspace.program, parts.workspace.see_better.packs

    def show() -> None:
        packs.report = PacksReport((DINO, SIGLIP), (BEGUN,), reads=True)
        dialog = program.preferences()
        (page,) = dialog.findChildren(SeeBetterPage)
        dialog.show_page(page)

    def look() -> None:
        packs.report = PacksReport((DINO,), (), reads=True)
        packs.offer = replace(SIGLIP, seconds=0.0, key="")
        packs.changed.emit()

    def fetch() -> None:
        packs.doing, packs.name = "adding", SIGLIP.name
        packs.changed.emit()
        packs.progressed.emit(Progress("model-pack", 410_000_000, SIGLIP.size))

    def forget() -> None:
        for dialog in window.findChildren(QDialog):
            dialog.close()
        packs.report, packs.offer, packs.doing = None, None, ""

    yield State("packs", show, AND_CONTRAST)
    yield State("packs-offer", look, SMALL)
    yield State("packs-getting", fetch, SMALL)
    yield waiting(forget)
