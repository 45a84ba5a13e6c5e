"""The Cluster menu: one cluster, and clustering as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gallery_app.i18n.bidi import isolated
from gallery_app.shell.commands.command import SEPARATOR, Command, Menu

if TYPE_CHECKING:
    from gallery_app.shell.workspace import Workspace


def _toggle_only(workspace: Workspace) -> None:
    """Show only the chosen cluster; where that or none is chosen, all again."""
    only, target = workspace.session.filters.options.only, workspace.shelf.target()
    workspace.shelf.show_only(None if target is None or target.id == only else target.id)


def _select(workspace: Workspace) -> None:
    target = workspace.shelf.target()
    if target is not None:
        workspace.shelf.select_photos(target.id)


def _rename(workspace: Workspace) -> None:
    """The name is edited on the shelf, which comes where it is hidden."""
    if not workspace.actions["shelf"].isChecked():
        workspace.actions["shelf"].trigger()
    workspace.shelf.rename_focused()


def _ask_for_rule(workspace: Workspace) -> None:
    target = workspace.shelf.target()
    if target is not None:
        workspace.filing.ask_for_rule(target.id)


def _list_merges(workspace: Workspace) -> None:
    """The clusters to merge into, by name; the question names the one that goes."""
    from gallery_app.shell.commands.targets import merge_entries  # the first frame does not wait for it

    target = workspace.shelf.target()
    if target is not None:
        asks = QCoreApplication.translate("commands", "Merge {0} into which cluster?").format(isolated(target.name))
        workspace.palette.open_with(merge_entries(workspace), asks)


CLUSTER = Menu(
    "&Cluster",
    (
        Command(
            id="only",
            text="Only this cluster",
            help="Show no other photos; Escape brings all back.",
            shortcut="F4",
            icon="filter",
            checkable=True,
            enabled_when=lambda c: c.at_work and (c.cluster is not None or c.only),
            needs="Click on the card of a cluster first, or select photos of it.",
            run=_toggle_only,
        ),
        Command(
            id="select-cluster",
            text="Select its photos",
            help="Select all photos of the cluster.",
            icon="select-all",
            enabled_when=lambda c: c.cluster is not None,
            needs="Click on the card of a cluster first, or select photos of it.",
            run=_select,
        ),
        SEPARATOR,
        Command(
            id="rename",
            text="Rename cluster",
            help="Give the cluster a name of yours; it stays.",
            shortcut="F2",
            icon="rename",
            enabled_when=lambda c: c.own_cluster,
            needs="Click on the card of a cluster first, or select photos of it.",
            writes=True,
            run=_rename,
        ),
        Command(
            id="lock",
            text="Lock cluster",
            help="It keeps its photos and name.",
            shortcut="Ctrl+L",
            icon="lock",
            checkable=True,
            enabled_when=lambda c: c.own_cluster,
            needs="Click on the card of a cluster first, or select photos of it.",
            writes=True,
            run=lambda workspace: workspace.shelf.toggle_lock(),
        ),
        Command(
            id="merge",
            text="Merge into…",
            help="Put all of its photos into another cluster.",
            shortcut="Ctrl+Shift+M",
            icon="merge",
            enabled_when=lambda c: c.own_cluster and c.others,
            needs="Click on the card of a cluster first, or select photos of it.",
            writes=True,
            run=_list_merges,
        ),
        Command(
            id="split",
            text="Split cluster…",
            help="Divide it into what it holds; Undo takes it back.",
            shortcut="Ctrl+Shift+S",
            icon="split",
            enabled_when=lambda c: c.divisible and not c.busy,
            needs="Choose a cluster of two photos or more, while nothing else is being done.",
            writes=True,
            run=lambda workspace: workspace.shelf.split_focused(),
        ),
        Command(
            id="rule",
            text="Action of its own…",
            help="Propose the trash or a folder for what lands in it, once a week.",
            icon="history",
            enabled_when=lambda c: c.own_cluster and c.folder_present,
            needs="Click on the card of a cluster first, or select photos of it.",
            writes=True,
            run=_ask_for_rule,
        ),
        SEPARATOR,
        Command(
            id="take-over",
            text="Take over names…",
            help="Name clusters as your folders, or as the keywords of digiKam or Lightroom.",
            icon="folder",
            enabled_when=lambda c: c.free and c.photos and c.folder_present and not c.busy,
            needs="Open a folder first, and wait until nothing else is being done.",
            run=lambda workspace: workspace.taking_over.open(),
        ),
        Command(
            id="ask",
            text="Ask me…",
            help="Answer questions about doubtful photos, one at a time.",
            shortcut="Ctrl+J",
            icon="unsure",
            enabled_when=lambda c: c.free and c.clustered,
            writes=True,
            run=lambda workspace: workspace.pages.ask_me(),
        ),
        Command(
            id="retrain",
            text="Retrain",
            help="Cluster the photos again; what you said holds.",
            shortcut="Ctrl+R",
            icon="retrain",
            enabled_when=lambda c: c.folder_present and c.photos,
            writes=True,
            run=lambda workspace: workspace.tool_bar.retrain(),
        ),
        Command(
            id="compare-methods",
            text="Compare methods…",
            help="Try several ways to sort your photos side by side, and use the best.",
            icon="auto",
            enabled_when=lambda c: c.free and c.clustered and c.folder_present and not c.busy,
            needs="Open a folder first, and wait until nothing else is being done.",
            run=lambda workspace: workspace.pages.compare_methods(),
        ),
        Command(
            id="clusterings",
            text="Earlier clusterings…",
            help="See them all, and go back to one.",
            icon="history",
            enabled_when=lambda c: c.free and c.clustered,
            writes=True,
            run=lambda workspace: workspace.clusterings.open_list(),
        ),
        Command(
            id="stop",
            text="Stop",
            help="Stop what runs; what is done is kept.",
            shortcut="Ctrl+.",
            icon="stop",
            enabled_when=lambda c: c.busy,
            run=lambda workspace: workspace.session.stop(),
        ),
    ),
)
