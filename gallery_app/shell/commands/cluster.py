"""The Cluster menu: one cluster, and clustering as a whole."""

from __future__ import annotations

from gallery_app.shell.commands.command import SEPARATOR, Command, Menu

CLUSTER = Menu(
    "&Cluster",
    (
        Command(
            id="rename",
            text="Rename cluster",
            help="Give the cluster a name of yours; it stays.",
            shortcut="F2",
            icon="rename",
            enabled_when=lambda c: c.photos and c.at_work,
            run=lambda workspace: workspace.shelf.rename_focused(),
        ),
        Command(
            id="lock",
            text="Lock cluster",
            help="It keeps its photos and name.",
            shortcut="Ctrl+L",
            icon="lock",
            checkable=True,
            enabled_when=lambda c: c.photos and c.at_work,
            run=lambda workspace: workspace.shelf.toggle_lock(),
        ),
        Command(
            id="split",
            text="Split cluster…",
            help="Divide it into what it holds; Undo takes it back.",
            shortcut="Ctrl+Shift+S",
            icon="split",
            enabled_when=lambda c: c.folder_present and not c.busy and c.clusters and c.at_work,
            run=lambda workspace: workspace.shelf.split_focused(),
        ),
        SEPARATOR,
        Command(
            id="ask",
            text="Ask me…",
            help="Answer questions about doubtful photos, one at a time.",
            shortcut="Ctrl+J",
            icon="unsure",
            enabled_when=lambda c: c.free and c.clustered,
            run=lambda workspace: workspace.pages.ask_me(),
        ),
        Command(
            id="retrain",
            text="Retrain",
            help="Cluster the photos again; what you said holds.",
            shortcut="Ctrl+R",
            icon="retrain",
            enabled_when=lambda c: c.folder_present and c.photos,
            run=lambda workspace: workspace.tool_bar.retrain(),
        ),
        Command(
            id="clusterings",
            text="Earlier clusterings…",
            help="See them all, and go back to one.",
            icon="history",
            enabled_when=lambda c: c.free and c.clustered,
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
