"""Names on a terminal: one that holds control characters, or bytes that are no text, does nothing to it."""

from __future__ import annotations

import re
import sys
from typing import Any

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def shown(text: Any) -> str:
    """`text` as it can be printed: what would move the cursor or turn the line around as `\\x1b`."""
    return _CONTROLS.sub(lambda found: found[0].encode("unicode-escape").decode("ascii"), str(text))


def say(line: Any = "", *, error: bool = False) -> None:
    """Print a line as it can be `shown`, in what the encoding can write; with `error` to standard error."""
    stream = sys.stderr if error else sys.stdout
    encoding = stream.encoding or "ascii"
    print(shown(line).encode(encoding, "backslashreplace").decode(encoding), file=stream, flush=error)
