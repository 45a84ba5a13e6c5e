"""Names on a terminal: one that holds control characters, or bytes that are no text, does nothing to it."""

from __future__ import annotations

import re
import sys
from typing import Any

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def shown(text: Any) -> str:
    """`text` as it can be printed: what would move the cursor or turn the line around as `\\x1b`."""
    return _CONTROLS.sub(lambda found: found[0].encode("unicode-escape").decode("ascii"), str(text))


def say(line: str = "") -> None:
    """Print a line of `shown` texts, whatever the terminal's encoding can write of them."""
    encoding = sys.stdout.encoding or "ascii"
    print(line.encode(encoding, "backslashreplace").decode(encoding))
