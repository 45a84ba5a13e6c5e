"""Commands about what is understood of pictures. They stand in the Folder, Edit and View menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gallery_app.shell.commands.command import SEPARATOR, Command, Menu

if TYPE_CHECKING:
    pass


BACKGROUND = Command(
    id="pause-understanding",
    text="Pause looking at pictures",
    help="Telling kinds apart and reading text in the background waits until you let it go on.",
    checkable=True,
    run=lambda workspace: workspace.understanding.toggle_pause(),
)

WEB_SEARCH = Command(
    id="web-search",
    text="Search the web for this picture…",
    help="Puts a small copy without metadata on the clipboard and opens a search page, after saying what leaves.",
    icon="web",
    enabled_when=lambda c: c.current and c.free,
    needs="Select a photo first.",
    run=lambda workspace: workspace.understanding.web.ask(),
)

UNDERSTOOD = (
    Command(
        id="text",
        text="Text in the photo",
        help="In the viewer: lay what is written in the photo over it, to be selected. Its key there is L.",
        icon="text",
        checkable=True,
        enabled_when=lambda c: c.in_viewer,
        needs="Open a photo first.",
        run=lambda workspace: workspace.view_options.show_viewer_pane("text"),
    ),
    Command(
        id="copy-text",
        text="Copy the text in the photo",
        help="Copy all that is written in the photo.",
        icon="copy",
        enabled_when=lambda c: c.current and c.free and c.written,
        needs="Select a photo in which text was read.",
        run=lambda workspace: workspace.understanding.copy_text(),
    ),
)


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("kind_names", text))


def _kind(kind: str, text: str) -> Command:
    return Command(
        id=f"kind-{kind}",
        text=text,
        help=_t("Show pictures of this kind, and of the other kinds that are chosen."),
        checkable=True,
        enabled_when=lambda c: c.at_work and (kind in c.known_kinds or kind in c.kinds),
        needs=_t("Among what is shown no picture of this kind is known; they are told apart in the background."),
        context="kind_names",
        run=lambda workspace: workspace.session.filters.toggle_kind(kind, workspace),
    )


KINDS = Menu(
    "Kinds of pictures",
    (
        Command(
            id="kinds-all",
            text="All kinds",
            help="Show pictures of every kind again.",
            enabled_when=lambda c: c.at_work and bool(c.kinds),
            needs="No kind is chosen: pictures of all kinds are shown.",
            run=lambda workspace: workspace.session.filters.show_all_kinds(workspace),
        ),
        SEPARATOR,
        _kind("photo", "Photographs"),
        _kind("portrait", "Portraits"),
        _kind("group", "Groups of people"),
        _kind("screenshot", "Screenshots"),
        _kind("document", "Documents"),
        _kind("receipt", "Receipts"),
        _kind("whiteboard", "Whiteboards"),
        _kind("code", "Pictures of code"),
        _kind("meme", "Memes"),
        _kind("greeting", "Greetings"),
        _kind("quote", "Quotes"),
        _kind("drawing", "Drawings"),
    ),
)
