"""The Edit menu: undo, selection, search and corrections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gallery_app.shell.commands.command import SEPARATOR, Command, Menu
from gallery_app.shell.commands.photo import DELETE, FILE_AWAY, FILING, PHOTO_COMMANDS
from gallery_app.shell.culling.commands import CULLING
from gallery_app.shell.understanding.commands import WEB_SEARCH

if TYPE_CHECKING:
    from gallery_app.shell.workspace import Workspace


def _select_all(workspace: Workspace) -> None:
    """All photos that are shown; where a card or a group has the focus, those of it."""
    session, shelf, groups = workspace.session, workspace.shelf, workspace.groups
    if (card := shelf.card_with_focus()) is not None:
        shelf.select_photos(card.cluster.id)
    elif groups.list.hasFocus():
        groups.select_photos(groups.list.currentIndex().row())
    else:
        session.select(session.filters.ids.tolist(), workspace, session.current)


def _find(workspace: Workspace) -> None:
    workspace.pages.leave_viewer()
    workspace.tool_bar.finder.focus_field()


def _find_similar(workspace: Workspace) -> None:
    from gallery_app.state.similar import find_similar  # it imports numpy, which the first frame does not wait for

    session = workspace.session
    if session.current is not None:
        workspace.pages.leave_viewer()
        find_similar(session, session.current, workspace)


def _reject_selection(workspace: Workspace) -> None:
    """Keep each selected photo out of the cluster it is in; those in Unsure are in none."""
    session, gallery = workspace.session, workspace.session.gallery
    placed = ((file, gallery.cluster_of(gallery.row_of[file])) for file in sorted(session.selection))
    session.reject([file for file, cluster in placed if cluster is not None and not cluster.unsure], workspace)


def _list_moves(workspace: Workspace) -> None:
    """The clusters to move to, by name."""
    from gallery_app.shell.commands.targets import move_entries  # the first frame does not wait for it

    workspace.palette.open_with(move_entries(workspace), _tr("Where to?"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("commands", text)


EDIT = Menu(
    "&Edit",
    (
        Command(
            id="undo",
            text="Undo",
            help="Take the last change back.",
            shortcut="Ctrl+Z",
            icon="undo",
            enabled_when=lambda c: c.can_undo,
            needs="There is nothing to undo.",
            writes=True,
            run=lambda workspace: workspace.going_back.undo(),
        ),
        Command(
            id="redo",
            text="Redo",
            help="Make the change again.",
            shortcut="Ctrl+Shift+Z",
            icon="redo",
            enabled_when=lambda c: c.can_redo,
            needs="There is nothing to redo. What was done with files is filed again to do it once more.",
            writes=True,
            run=lambda workspace: workspace.session.redo(),
        ),
        Command(
            id="history",
            text="History…",
            help="Everything that was done, and the way back from each.",
            shortcut="Ctrl+H",
            icon="history",
            enabled_when=lambda c: c.folder and (c.free or not c.photos),  # all may have been filed away
            run=lambda workspace: workspace.pages.show_history(),
        ),
        SEPARATOR,
        Command(
            id="select-all",
            text="Select all",
            help="Select every photo, or those of the card with the focus.",
            shortcut="Ctrl+A",
            icon="select-all",
            enabled_when=lambda c: c.photos and not c.in_viewer,  # the viewer shows one photo
            run=_select_all,
        ),
        Command(
            id="select-none",
            text="Select none",
            help="Select nothing.",
            shortcut="Ctrl+Shift+A",
            icon="close",
            enabled_when=lambda c: c.photos and not c.in_viewer,
            run=lambda workspace: workspace.session.select((), workspace),
        ),
        SEPARATOR,
        Command(
            id="find",
            text="Find",
            help="By name, folder, cluster, date, camera, place or type.",
            shortcut="Ctrl+F",
            icon="search",
            enabled_when=lambda c: c.photos and c.free,
            run=_find,
        ),
        Command(
            id="find-like",
            text="Find similar",
            help="The photos most like the one looked at.",
            shortcut="Ctrl+Shift+F",
            icon="similar",
            enabled_when=lambda c: c.current and c.clusters and c.free,
            needs="Select a photo first.",
            run=_find_similar,
        ),
        Command(
            id="keep-search",
            text="Keep this search",
            help="It stands in the find field's menu from then on.",
            shortcut="Ctrl+D",
            icon="star",
            enabled_when=lambda c: c.query,
            writes=True,
            run=lambda workspace: workspace.tool_bar.finder.keep(),
        ),
        Command(
            id="show-all",
            text="Show all photos",
            help="Nothing is looked for any more.",
            shortcut="Ctrl+Shift+X",
            icon="show",
            enabled_when=lambda c: c.filtered,
            run=lambda workspace: workspace.session.filters.clear(workspace),
        ),
        Command(
            id="copies",
            text="Near-identical photos…",
            help="See copies side by side, and which is the best.",
            icon="copy",
            enabled_when=lambda c: c.folder_present and c.free and not c.busy and c.clustered,
            writes=True,
            run=lambda workspace: workspace.pages.review_duplicates(),
        ),
        SEPARATOR,
        Command(
            id="move",
            text="Move to…",
            help="Put the selected photos into a cluster, by its name.",
            shortcut="Ctrl+M",
            icon="move-to",
            enabled_when=lambda c: c.selection and c.clusters and c.free,
            needs="Select photos first.",
            writes=True,
            run=_list_moves,
        ),
        Command(
            id="new-cluster",
            text="New cluster from selection",
            help="A cluster of the selected.",
            shortcut="Ctrl+Shift+N",
            icon="add",
            enabled_when=lambda c: c.selection and c.free,
            needs="Select photos first.",
            writes=True,
            run=lambda workspace: workspace.session.new_cluster(workspace.session.selection, workspace),
        ),
        Command(
            id="not-this",
            text="Not this cluster",
            help="Keep the selected out of it.",
            shortcut="Ctrl+Backspace",
            icon="not-this",
            enabled_when=lambda c: c.placed and c.free,
            needs="Select photos of a cluster first; there has to be another one.",
            writes=True,
            run=_reject_selection,
        ),
        SEPARATOR,
        *CULLING,
        SEPARATOR,
        FILE_AWAY,
        FILING,
        DELETE,
        SEPARATOR,
        *PHOTO_COMMANDS,
        WEB_SEARCH,
    ),
)
