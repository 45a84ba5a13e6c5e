"""The View menu: which views and panes are shown, in which order, and how large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gallery_app.shell.commands.appearance import APPEARANCE
from gallery_app.shell.commands.arrangement import GROUP_BY, MAP_LAYOUT, ORDER, TIME_IN
from gallery_app.shell.commands.command import SEPARATOR, Command, Menu
from gallery_app.shell.lab.commands import LAB
from gallery_app.shell.understanding.commands import KINDS, UNDERSTOOD

if TYPE_CHECKING:
    from gallery_app.shell.workspace import Workspace


def _zoom(workspace: Workspace, notches: int) -> None:
    """Zoom the viewer, the map if it has the focus, or else the thumbnails, by `notches` of the wheel."""
    from gallery_app.views.grid.photo_grid import NOTCH  # it imports numpy, which the first frame does not wait for

    factor = NOTCH**notches
    if workspace.pages.in_viewer:
        workspace.viewer.canvas.zoom_by(factor)
    elif workspace.map.hasFocus() or workspace.grid.isHidden():
        workspace.map.zoom_by(factor)
    else:
        workspace.grid.zoom_by(factor)


def _go_to_pane(workspace: Workspace, by: int) -> None:
    from gallery_app.shell.commands.panes import go_to_pane

    go_to_pane(workspace.work, workspace.session, by)


VIEW = Menu(
    "&View",
    (
        Command(
            id="view-photos",
            text="Photos",
            help="Show the photos by cluster.",
            shortcut="Ctrl+1",
            icon="photos",
            group="view",
            run=lambda workspace: workspace.view_options.show_view("photos"),
        ),
        Command(
            id="view-map",
            text="Map",
            help="Show the photos on the map.",
            shortcut="Ctrl+2",
            icon="map",
            group="view",
            run=lambda workspace: workspace.view_options.show_view("map"),
        ),
        Command(
            id="view-both",
            text="Both",
            help="Show photos and map side by side.",
            shortcut="Ctrl+3",
            icon="both",
            group="view",
            run=lambda workspace: workspace.view_options.show_view("both"),
        ),
        SEPARATOR,
        GROUP_BY,
        KINDS,
        TIME_IN,
        ORDER,
        Command(
            id="square",
            text="Square thumbnails",
            help="Crop all to the same shape.",
            checkable=True,
            run=lambda workspace: workspace.view_options.toggle_square(),
        ),
        Command(
            id="larger",
            text="Larger",
            help="Larger thumbnails, or nearer to the map.",
            shortcut="Ctrl++; Ctrl+=",
            icon="zoom-in",
            run=lambda workspace: _zoom(workspace, 1),
        ),
        Command(
            id="smaller",
            text="Smaller",
            help="Smaller thumbnails, or farther from the map.",
            shortcut="Ctrl+-",
            icon="zoom-out",
            run=lambda workspace: _zoom(workspace, -1),
        ),
        Command(
            id="fit-map",
            text="Fit the map",
            help="Show the whole map.",
            shortcut="Ctrl+0",
            icon="fit",
            enabled_when=lambda c: c.photos and c.map_seen and c.at_work,
            run=lambda workspace: workspace.map.fit(),
        ),
        SEPARATOR,
        MAP_LAYOUT,
        Command(
            id="save-map",
            text="Save the map as a picture…",
            help="A PNG or SVG of what the map shows now.",
            icon="save",
            enabled_when=lambda c: c.photos and c.map_seen,
            run=lambda workspace: workspace.saving.ask(),
        ),
        LAB,
        SEPARATOR,
        Command(
            id="turn-left",
            text="Turn the view to the left",
            help="It is shown so everywhere; the file stays as it is.",
            icon="rotate-left",
            enabled_when=lambda c: c.in_viewer,
            writes=True,
            run=lambda workspace: workspace.viewer.turn(-1),
        ),
        Command(
            id="turn-right",
            text="Turn the view to the right",
            help="It is shown so everywhere; the file stays as it is.",
            icon="rotate-right",
            enabled_when=lambda c: c.in_viewer,
            writes=True,
            run=lambda workspace: workspace.viewer.turn(1),
        ),
        Command(
            id="filmstrip",
            text="Filmstrip",
            help="In the viewer: the photos around the one that is shown. Its key there is T.",
            icon="panel-bottom",
            checkable=True,
            enabled_when=lambda c: c.in_viewer,
            run=lambda workspace: workspace.view_options.show_viewer_pane("filmstrip"),
        ),
        Command(
            id="facts",
            text="Facts about the photo",
            help="In the viewer: when, where and with what it was taken. Its key there is I.",
            icon="info",
            checkable=True,
            enabled_when=lambda c: c.in_viewer,
            run=lambda workspace: workspace.view_options.show_viewer_pane("facts"),
        ),
        *UNDERSTOOD,
        Command(
            id="slideshow",
            text="Slideshow",
            help="One photo after the other, over the whole screen.",
            shortcut="Shift+F5",
            icon="slideshow",
            enabled_when=lambda c: c.photos and c.free,
            run=lambda workspace: workspace.pages.start_slideshow(),
        ),
        SEPARATOR,
        Command(
            id="next-pane",
            text="Next pane",
            help="The keys go on to the clusters, the photos, the map, the inspector.",
            shortcut="F6",
            icon="chevron-right",
            enabled_when=lambda c: c.at_work,
            run=lambda workspace: _go_to_pane(workspace, 1),
        ),
        Command(
            id="previous-pane",
            text="Previous pane",
            help="The keys go back to the pane before.",
            shortcut="Shift+F6",
            icon="chevron-left",
            enabled_when=lambda c: c.at_work,
            run=lambda workspace: _go_to_pane(workspace, -1),
        ),
        Command(
            id="shelf",
            text="Clusters",
            help="Show the shelf of clusters.",
            shortcut="F7",
            icon="shelf",
            checkable=True,
            run=lambda workspace: workspace.view_options.show_pane("shelf"),
        ),
        Command(
            id="inspector",
            text="Inspector",
            help="Show what is known of a photo.",
            shortcut="F8",
            icon="inspector",
            checkable=True,
            run=lambda workspace: workspace.view_options.show_pane("inspector"),
        ),
        Command(
            id="training",
            text="Training",
            help="Show how the clustering learns.",
            shortcut="F9",
            icon="training",
            checkable=True,
            run=lambda workspace: workspace.view_options.show_pane("training"),
        ),
        SEPARATOR,
        APPEARANCE,
        Command(
            id="fullscreen",
            text="Full screen",
            help="Use the whole screen.",
            shortcut="F11",
            icon="fullscreen",
            checkable=True,
            run=lambda workspace: workspace.window.toggle_fullscreen(),
        ),
    ),
)
