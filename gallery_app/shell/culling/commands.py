"""Commands to clean up: review photos one by one, and deal with what was rejected. They stand in the Edit menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gallery_app.shell.commands.command import Command

if TYPE_CHECKING:
    from gallery_app.shell.workspace import Workspace


def _review(workspace: Workspace) -> None:
    """The selected photos, where there are several; else those of the current cluster; else all that are shown."""
    session, shelf = workspace.session, workspace.shelf
    target = shelf.target()
    if len(session.selection) > 1 and shelf.card_with_focus() is None:
        workspace.culling.review(workspace.culling.in_order(session.selection))
    elif target is not None and workspace.pages.at_work:
        workspace.culling.review_cluster(target.id)
    else:
        workspace.culling.review(workspace.culling.in_order(session.filters.visible_ids))


CULLING = (
    Command(
        id="review",
        text="Review…",
        help="Look at the photos of a pile, a selection or a search one by one: P keeps, X rejects.",
        shortcut="Ctrl+Shift+R",
        icon="check",
        enabled_when=lambda c: c.photos and c.free,
        writes=True,
        run=_review,
    ),
    Command(
        id="mark-keep",
        text="Mark as kept",
        help="The selected photos are kept; in the viewer and in a review the key is P.",
        icon="check",
        enabled_when=lambda c: c.free and c.selection,
        needs="Select photos first.",
        run=lambda workspace: workspace.culling.mark("keep"),
    ),
    Command(
        id="mark-reject",
        text="Mark as rejected",
        help="The selected photos wait to be dealt with at once; in the viewer and in a review the key is X.",
        icon="close",
        enabled_when=lambda c: c.free and c.selection,
        needs="Select photos first.",
        run=lambda workspace: workspace.culling.mark("reject"),
    ),
    Command(
        id="mark-none",
        text="Take the mark away",
        help="The selected photos are neither kept nor rejected; in the viewer and in a review the key is U.",
        icon="undo",
        enabled_when=lambda c: c.free and c.selection,
        needs="Select photos first.",
        run=lambda workspace: workspace.culling.mark(None),
    ),
    Command(
        id="rejected",
        text="Rejected photos…",
        help="See all that you rejected, and move them to the trash at once.",
        icon="remove",
        enabled_when=lambda c: c.photos and c.free,
        writes=True,
        run=lambda workspace: workspace.culling.deal_with_rejected(),
    ),
    Command(
        id="space",
        text="Space…",
        help="How much room each cluster takes, and what its rejected photos, copies and bursts would free.",
        icon="drive",
        enabled_when=lambda c: c.photos and c.free and not c.busy and c.clustered,
        run=lambda workspace: workspace.culling.show_space(),
    ),
)
