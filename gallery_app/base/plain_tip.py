"""Tool tips in which names stand as they are: Qt shows whatever looks like HTML as HTML, pictures from anywhere too."""

from __future__ import annotations

import html


def plain_tip(text: str) -> str:
    """The text as a tool tip that shows it literally, whatever names are in it."""
    if "<" not in text and "&" not in text:
        return text
    return f"<span>{html.escape(text, quote=False).replace(chr(10), '<br>')}</span>"
