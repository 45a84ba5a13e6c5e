"""Culling: opens the review of a pile, a selection or a search, and hands what is rejected to the trash."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Literal

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from engine.filing.operations import FilingOptions
from engine.gallery.space import LIBRARY, Reason
from engine.library.catalog.flag_table import Flag
from gallery_app.engine_client.background import JobRunner
from gallery_app.shell.filing.filing import Filing
from gallery_app.shell.pages import Pages
from gallery_app.state.culling.flags import CullingFlags
from gallery_app.state.culling.review import Review
from gallery_app.state.culling.space_dial import SpaceDial
from gallery_app.state.session import Session
from gallery_app.views.culling.review_page import ReviewPage
from gallery_app.views.culling.space_page import SpacePage


class Culling(QObject):
    """Nothing is done to a photo here: what is rejected is planned and counted by `Filing` first."""

    def __init__(self, window: QWidget, session: Session, jobs: JobRunner, pages: Pages, filing: Filing) -> None:
        super().__init__(window)
        self._session, self._jobs, self._pages, self._filing = session, jobs, pages, filing
        self.flags = CullingFlags(session, self)
        grid = pages.work.grid
        grid.flag_of = self.flags.of
        self.flags.changed.connect(grid.viewport().update)
        pages.viewer.marks.follow(self.flags)
        self.dial = SpaceDial(session, self.flags, self)
        self._from_space = False  # what is shown was opened there, and leads back
        pages.returned.connect(self._return_to_space)
        pages.duplicates.chosen.connect(self._forget_space)
        pages.duplicates.trash_wanted.connect(
            lambda files, keepers: filing.start(FilingOptions("trash", files=tuple(files), keepers=keepers))
        )

    @cached_property
    def page(self) -> ReviewPage:
        """Of a review; made, as the other one is, when it is first needed."""
        page = ReviewPage(self._session, self._jobs, Review(self._session, self.flags, self))
        page.trash_wanted.connect(lambda files: self._filing.start_with("trash", files))
        self._pages.add_overlay(page)
        return page

    @cached_property
    def space(self) -> SpacePage:
        page = SpacePage(self._session, self._jobs, self.dial)
        page.opened.connect(self._open_freed)
        self._pages.add_overlay(page)
        return page

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

    def show_space(self) -> None:
        """Show how much room each cluster takes, and what would free some."""
        self._pages.cover_with(self.space)
        self.space.start()

    def _open_freed(self, reason: Reason | Literal[""], cluster: str | None) -> None:
        """Show what would be freed for this reason, of all photos or of a cluster; without one the whole cluster."""
        space, gallery = self.dial.space, self._session.gallery
        if space is None:
            return
        name = next((c.name for c in gallery.clusters if c.id == cluster), self.tr("All photos"))
        if reason == "copies":
            self._pages.cover_with(self._pages.duplicates)
            self._pages.duplicates.start_with(space.groups(reason, cluster), self.dial.sharpness)
        elif reason == "bursts":
            frames = [
                file
                for group in space.groups(reason, cluster)
                for file in sorted(group, key=gallery.row_of.__getitem__)
            ]
            self.review(frames, self.tr("Bursts: {0}").format(name))
        elif reason == "rejected":
            self._deal_with(space.files(reason, cluster), self.tr("Rejected photos"))
        else:
            labels = {one.id: label for label, one in enumerate(gallery.clusters)}
            inside = gallery.labels == labels.get(cluster or "", -1) if cluster != LIBRARY else gallery.labels >= -1
            self.review(self.in_order(gallery.ids[inside].tolist()), name)
        self._from_space = True

    def _return_to_space(self) -> None:
        if self._from_space:
            self._from_space = False
            self._pages.cover_with(self.space)
            self.space.come_back()

    def _forget_space(self) -> None:
        self._from_space = False

    def in_order(self, files: Iterable[int]) -> list[int]:
        """As the grid shows them; those that it does not show come last."""
        photos, wanted = self._pages.work.grid.photos, set(files)
        shown = [file for file in photos.ids.tolist() if file in wanted]
        return shown + sorted(wanted.difference(shown))

    def deal_with_rejected(self) -> None:
        """Show all rejected photos of the library."""
        self._deal_with(self.flags.files("reject"), self.tr("Rejected photos"))

    def _deal_with(self, files: Iterable[int], name: str) -> None:
        self._pages.cover_with(self.page)
        self.page.start_at_end(self.in_order(files), name)
