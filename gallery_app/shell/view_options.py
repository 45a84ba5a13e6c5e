"""ViewOptions: the choices of the View menu, kept in the settings: views, panes, grouping, order, shape."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from engine.gallery.filtering import GROUPS, Group
from engine.gallery.times import UNITS, Unit
from gallery_app.base.actions import Actions
from gallery_app.base.settings import AppSettings, known
from gallery_app.models.photo_list import SORTS, Sort
from gallery_app.shell.work_page import WorkPage
from gallery_app.state.session import Session
from gallery_app.views.viewer.viewer import Viewer

SIDES = "shelf", "inspector"


class ViewOptions:
    """Each choice is checked in its menu, applied, and saved."""

    def __init__(
        self, session: Session, settings: AppSettings, actions: Actions, work: WorkPage, viewer: Viewer
    ) -> None:
        self._session, self._settings, self._actions = session, settings, actions
        self._work, self._viewer = work, viewer
        self._panes: dict[str, tuple[QWidget, bool]] = {  # each with its default visibility
            "shelf": (work.side, True),
            "inspector": (work.inspector, True),
            "training": (work.training, False),
        }
        self._viewer_panes = {"filmstrip": True, "facts": False, "text": True}  # the same of the viewer
        viewer.pane_wanted.connect(lambda name: actions[name].trigger())
        work.columns.narrowed.connect(lambda _narrow: self._show_sides())

    def show_view(self, name: str) -> None:
        """Show "photos", "map" or "both"."""
        self._actions[f"view-{name}"].setChecked(True)
        self._work.arrival.show_view(name)
        self._settings.view = name

    def group_by(self, group: Group, unit: Unit | None = None) -> None:
        """Group by content, time, place or people; time in days, months or years."""
        filters = self._session.filters
        unit = unit or filters.options.unit
        self._actions[f"group-{group}"].setChecked(True)
        self._actions[f"unit-{unit}"].setChecked(True)
        self._settings.group, self._settings.unit = group, unit
        filters.set_options(replace(filters.options, group=group, unit=unit, similar_to=None, clusters=True), self)

    def sort_by(self, sort: Sort) -> None:
        """Set the order within each cluster, in the grid and in the viewer."""
        self._actions[f"sort-{sort}"].setChecked(True)
        self._work.grid.set_sort(sort)
        self._viewer.set_sort(sort)
        self._settings.sort = sort

    def toggle_square(self) -> None:
        """Show square thumbnails, or each in its own aspect ratio."""
        on = self._actions["square"].isChecked()
        self._work.grid.set_square(on)
        self._settings.keep_flag("square", on)

    def show_pane(self, name: str) -> None:
        """Show or hide "shelf", "inspector" or "training", as its command is checked.

        In a narrow window there is room for one side: shelf and inspector take each other's place. What is shown in a
        wide one is not changed by that.
        """
        on, narrow = self._actions[name].isChecked(), self._work.columns.narrow
        if on or name != "inspector" or not narrow:
            self._settings.keep_flag(name, on)
        if narrow and name in SIDES:
            self._show_sides(instead=name if on else "")
        else:
            self._set_pane(name, on)

    def _set_pane(self, name: str, on: bool) -> None:
        self._actions[name].setChecked(on)
        self._panes[name][0].setVisible(on)

    def _show_sides(self, instead: str = "") -> None:
        """Show the sides that are wanted; of those in a narrow window the one `instead`, else the shelf."""
        wanted = {name: self._settings.flag(name, self._panes[name][1]) for name in SIDES}
        if self._work.columns.narrow:
            wanted = {name: wanted[name] and name == (instead or "shelf") for name in SIDES}
        for name, on in wanted.items():
            self._set_pane(name, on)

    def show_viewer_pane(self, name: str) -> None:
        """Show or hide the viewer's "filmstrip", "facts" or "text", as its command is checked."""
        on = self._actions[name].isChecked()
        self._viewer.show_pane(name, on)
        self._settings.keep_flag(name, on)

    def restore(self) -> None:
        """Apply the saved settings."""
        settings = self._settings
        for name, splitter in self._work.splitters().items():
            if (state := settings.state(name)) is not None:
                splitter.restoreState(state)
        self._show_sides()
        self._set_pane("training", settings.flag("training", self._panes["training"][1]))
        for name, default in self._viewer_panes.items():
            self._actions[name].setChecked(settings.flag(name, default))
            self._viewer.show_pane(name, settings.flag(name, default))
        self._work.grid.zoom_by(settings.zoom)
        self.show_view(settings.view)
        self.group_by(known(GROUPS, settings.group), known(UNITS, settings.unit))
        self.sort_by(known(SORTS, settings.sort))
        self._actions["square"].setChecked(settings.flag("square", False))
        self.toggle_square()

    def keep(self) -> None:
        """Save what has no command: splitter states and the thumbnail size."""
        for name, splitter in self._work.splitters().items():
            self._settings.keep_state(name, splitter.saveState())
        self._settings.zoom = self._work.grid.zoom
