"""The People menu: who is on the photos, and what is said of their faces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gallery_app.i18n.bidi import isolated
from gallery_app.shell.commands.command import SEPARATOR, Command, Menu

if TYPE_CHECKING:
    from gallery_app.shell.workspace import Workspace

CHOOSE = "Group by people, and click on a person first."
SELECT = "Select photos with faces first."
NOBODY = "No faces are known yet: find people first."


def _select(workspace: Workspace) -> None:
    if (target := workspace.people.shelf.target()) is not None:
        workspace.people.shelf.select_photos(target.id)


def _name(workspace: Workspace) -> None:
    """The name is edited on the shelf, which comes where it is hidden."""
    if (target := workspace.people.shelf.target()) is not None:
        if not workspace.actions["shelf"].isChecked():
            workspace.actions["shelf"].trigger()
        workspace.people.shelf.rename(target.id)


def _split(workspace: Workspace) -> None:
    if (target := workspace.people.shelf.target()) is not None:
        workspace.people.shelf.split(target.id)


def _list_merges(workspace: Workspace) -> None:
    """The persons to merge into, by name; the question names the one that goes."""
    from gallery_app.i18n.people.person_names import person_name
    from gallery_app.shell.people.targets import merge_entries

    if (target := workspace.people.shelf.target()) is not None:
        asks = QCoreApplication.translate("commands", "Merge {0} into whom?").format(isolated(person_name(target.name)))
        workspace.palette.open_with(merge_entries(workspace, target), asks)


PEOPLE = Menu(
    "&People",
    (
        Command(
            id="find-people",
            text="Find people",
            help="Look for faces on this computer, and group them by person; nothing leaves it.",
            icon="people",
            enabled_when=lambda c: c.photos and c.folder_present and not c.faces_wanted,
            needs="Open a folder in which faces are not looked for yet.",
            writes=True,
            run=lambda workspace: workspace.people.consent.say(True),
        ),
        Command(
            id="who",
            text="Who is this?…",
            help="Answer who the persons without a name are, one at a time.",
            shortcut="Ctrl+Shift+J",
            icon="who",
            enabled_when=lambda c: c.free and c.faces,
            needs=NOBODY,
            writes=True,
            run=lambda workspace: workspace.people.ask_who(),
        ),
        SEPARATOR,
        Command(
            id="only-person",
            text="Only this person",
            help="Show no other photos; Escape brings all back.",
            icon="filter",
            checkable=True,
            enabled_when=lambda c: c.at_work and (c.person is not None or c.only_person),
            needs=CHOOSE,
            run=lambda workspace: workspace.people.show_only(),
        ),
        Command(
            id="select-person",
            text="Select the photos of a person",
            help="Select all photos on which the person is seen.",
            icon="select-all",
            enabled_when=lambda c: c.person is not None,
            needs=CHOOSE,
            run=_select,
        ),
        SEPARATOR,
        Command(
            id="name-person",
            text="Name person",
            help="Say who it is; a name that there is already makes both one.",
            icon="rename",
            enabled_when=lambda c: c.person is not None,
            needs=CHOOSE,
            writes=True,
            run=_name,
        ),
        Command(
            id="merge-person",
            text="Merge person into…",
            help="Both are the same: they become one.",
            icon="merge",
            enabled_when=lambda c: c.person is not None and c.persons > 1,
            needs=CHOOSE,
            writes=True,
            run=_list_merges,
        ),
        Command(
            id="split-person",
            text="Split person",
            help="Two people were taken for one: divide them by their faces.",
            icon="split",
            enabled_when=lambda c: c.person is not None and c.person.faces > 1,
            needs=CHOOSE,
            writes=True,
            run=_split,
        ),
        Command(
            id="hide-person",
            text="Hide person",
            help="The person is in no list any more, and makes no group.",
            icon="hide",
            checkable=True,
            enabled_when=lambda c: c.person is not None,
            needs=CHOOSE,
            writes=True,
            run=lambda workspace: workspace.people.hide(),
        ),
        Command(
            id="show-hidden",
            text="Show hidden persons",
            help="List those that you have hidden, too.",
            icon="show",
            checkable=True,
            enabled_when=lambda c: c.faces,
            needs=NOBODY,
            run=lambda workspace: workspace.people.show_hidden(),
        ),
        SEPARATOR,
        Command(
            id="not-person",
            text="Not this person",
            help="The faces on the selected photos are somebody else's.",
            icon="not-this",
            enabled_when=lambda c: c.free and c.selection and c.faces,
            needs=SELECT,
            writes=True,
            run=lambda workspace: workspace.people.not_this(),
        ),
        Command(
            id="strangers",
            text="A stranger",
            help="The faces on the selected photos are nobody's you know.",
            icon="stranger",
            enabled_when=lambda c: c.free and c.selection and c.faces,
            needs=SELECT,
            writes=True,
            run=lambda workspace: workspace.people.people.stranger(workspace.people.faces_meant(), workspace),
        ),
        Command(
            id="no-faces",
            text="Not a face",
            help="What was found on the selected photos is no face.",
            icon="close",
            enabled_when=lambda c: c.free and c.selection and c.faces,
            needs=SELECT,
            writes=True,
            run=lambda workspace: workspace.people.people.not_a_face(workspace.people.faces_meant(), workspace),
        ),
        SEPARATOR,
        Command(
            id="face-frames",
            text="Names on faces",
            help="In the viewer: frame every face, with its name. Its key there is N.",
            icon="face",
            checkable=True,
            enabled_when=lambda c: c.in_viewer,
            needs="Open a photo first.",
            run=lambda workspace: workspace.people.show_frames(),
        ),
        Command(
            id="draw-face",
            text="Mark a face…",
            help="In the viewer: draw a frame around a face that was missed. Its key there is M.",
            icon="draw-face",
            enabled_when=lambda c: c.in_viewer,
            needs="Open a photo first.",
            writes=True,
            run=lambda workspace: workspace.people.faces.draw(),
        ),
        SEPARATOR,
        Command(
            id="forget-faces",
            text="Forget all faces…",
            help="Delete all that is known of faces in this library, for good.",
            icon="trash",
            enabled_when=lambda c: c.library and not c.busy,
            needs="Open a folder first, and wait until nothing else is being done.",
            writes=True,
            run=lambda workspace: workspace.people.forget(),
        ),
    ),
)
