"""Pictures of the kinds that nobody publishes by the hundred, painted with what words and fonts there are.

Each painter takes a Studio and a random generator and gives an RGB picture of some 640 pixels. None of them paints as
packaging/demo_pictures does: the demo gallery is one of the sets that the kinds are tested on.
"""

from __future__ import annotations

from collections.abc import Callable

from cards import greeting, meme, quote
from demo_pictures.canvas import Rng
from papers import document, receipt, whiteboard
from PIL import Image
from screens import code, screenshot
from studio import Studio

PAINTERS: dict[str, Callable[[Studio, Rng], Image.Image]] = {
    "meme": meme, "greeting": greeting, "quote": quote, "code": code, "document": document, "receipt": receipt,
    "whiteboard": whiteboard, "screenshot": screenshot,
}  # fmt: skip
