"""Culling: opens the review of a pile, a selection or a search, and hands what is rejected to the trash."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from engine.filing.operations import FilingOptions
from engine.library.catalog.flag_table import Flag
from gallery_app.engine_client.background import JobRunner
from gallery_app.shell.filing.filing import Filing
from gallery_app.shell.pages import Pages
from gallery_app.state.culling.flags import CullingFlags
from gallery_app.state.culling.review import Review
from gallery_app.state.session import Session
from gallery_app.views.culling.review_page import ReviewPage


class Culling(QObject):
    """Nothing is done to a photo here: what is rejected is planned and counted by `Filing` first."""

    def __init__(self, window: QWidget, session: Session, jobs: JobRunner, pages: Pages, filing: Filing) -> None:
        super().__init__(window)
        self._session, self._pages = session, pages
        self.flags = CullingFlags(session, self)
        self.page = ReviewPage(session, jobs, Review(session, self.flags, self))
        pages.add_overlay(self.page)
        grid = pages.work.grid
        grid.flag_of = self.flags.of
        self.flags.changed.connect(grid.viewport().update)
        pages.viewer.marks.follow(self.flags)
        self.page.trash_wanted.connect(lambda files: filing.start_with("trash", files))
        pages.duplicates.trash_wanted.connect(
            lambda files, keepers: filing.start(FilingOptions("trash", files=tuple(files), keepers=keepers))
        )

    def review(self, files: Sequence[int], name: str = "") -> None:
        """Review these photos, in their order."""
        if files:
            self._pages.cover_with(self.page)
            self.page.start(files, name or self.tr("Review"))

    def review_cluster(self, cluster: str) -> None:
        """Review a pile; of a search, what it finds of it."""
        name = next((c.name for c in self._session.gallery.clusters if c.id == cluster), "")
        self.review(self.in_order(self._session.filters.files_of(cluster)), name)

    def mark(self, flag: Flag | None) -> None:
        """Mark the selected photos, or with None take their marks away."""
        self.flags.set(self.in_order(self._session.selection), flag)

    def in_order(self, files: Iterable[int]) -> list[int]:
        """As the grid shows them; those that it does not show come last."""
        photos, wanted = self._pages.work.grid.photos, set(files)
        shown = [file for file in photos.ids.tolist() if file in wanted]
        return shown + sorted(wanted.difference(shown))

    def deal_with_rejected(self) -> None:
        """Show all rejected photos of the library."""
        self._pages.cover_with(self.page)
        self.page.start_at_end(self.in_order(self.flags.files("reject")), self.tr("Rejected photos"))
