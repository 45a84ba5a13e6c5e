"""Takes out of a log what is nobody's business: where photos lie, what they are called, and whose they are.

What is left is what a developer needs: which line of our code failed, and how. In doubt something is taken out.
"""

from __future__ import annotations

import getpass
import os
import platform
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from engine.core.interpreter import ROOT
from engine.library.suffixes import SUFFIXES, UNREAD_SUFFIXES, VIDEO_SUFFIXES

LEAST = 3  # letters of a name: shorter ones would be found within words
_HEAD = re.compile(r"^\d{4}-\d\d-\d\d [\d:,]+ Photoloom \S+ \(\d+\) ")  # of a line of a log: engine/core/logs.py
_FRAME = re.compile(r'^(?P<indent>[\s|+]*)File "(?P<path>[^"]*)", line (?P<line>\d+)(?P<rest>,? in [\w.<>]+)?$')
_QUOTED = re.compile(r"""(?<!\w)(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'(?!\w))""")
# These quote what stands in code, as long as it is a name; others quote what the program was given.
_OF_CODE = re.compile(r"^\s*(?:AttributeError|NameError|UnboundLocalError|ImportError|ModuleNotFoundError|TypeError): ")
_IDENTIFIER = re.compile(r"^['\"][A-Za-z_][\w.]*['\"]$")
_PATH = re.compile(r"(?<![\w.])(?:file:/\S|[A-Za-z]:[\\/]|\\\\|~?/)(?=\S).*")
_SUFFIXES = "|".join(
    sorted(SUFFIXES | VIDEO_SUFFIXES | UNREAD_SUFFIXES | {"xmp", "aae", "json"}, key=len, reverse=True)
)
_FILE = re.compile(rf"[^\s:'\"(=<>,][^:'\"(=<>,]{{0,200}}\.(?P<suffix>{_SUFFIXES})\b", re.IGNORECASE)
_ADDRESS = re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.]+")


def short_path(path: Path | str) -> str:
    """A path with the user's home folder as ~."""
    text, home = str(path), str(Path.home())
    inside = text == home or text.startswith(home + os.sep)
    return f"~{text[len(home) :]}" if inside and home != os.sep else text


class Redaction:
    """`redact` with the names that are known: of clusters and folders that are open, of the user and the machine."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        wanted = sorted({n.strip() for n in (*names, *_own_names()) if len(n.strip()) >= LEAST}, key=len, reverse=True)
        self._names = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, wanted))})(?!\w)", re.IGNORECASE)
        self._any = bool(wanted)

    def redact(self, text: str) -> str:
        """Line by line: frames of tracebacks and their source stay, messages are stripped of what they quote."""
        lines, in_frame = [], -1
        for line in text.splitlines():
            frame = _FRAME.match(line)
            if frame is not None:
                where = _code_path(frame["path"])
                in_frame = len(frame["indent"]) if where.endswith(".py") else -1  # below others stands no code of ours
                line = f'{frame["indent"]}File "{where}", line {frame["line"]}{frame["rest"] or ""}'
            elif in_frame < 0 or len(line) - len(line.lstrip(" |+")) <= in_frame:
                in_frame = -1
                line = self._message(line)
            lines.append(line)
        return "\n".join(lines)

    def _message(self, line: str) -> str:
        head = _HEAD.match(line)
        start = head.end() if head else 0
        kept, message = line[:start], line[start:]
        of_code = _OF_CODE.match(message) is not None
        message = _QUOTED.sub(lambda m: m[0] if of_code and _IDENTIFIER.match(m[0]) else "'…'", message)
        message = _PATH.sub("<path>", message)
        message = _FILE.sub(lambda m: f"<file>.{m['suffix'].lower()}", message)
        message = _ADDRESS.sub("<address>", message)
        return kept + (self._names.sub("<name>", message) if self._any else message)


def _own_names() -> list[str]:
    """The names of the user and of the machine."""
    names = [Path.home().name, platform.node(), platform.node().partition(".")[0]]
    with suppress(OSError, KeyError, ImportError):  # a user without a name
        names.append(getpass.getuser())
    if sys.platform != "win32":
        import pwd

        try:
            whole = pwd.getpwuid(os.getuid()).pw_gecos.partition(",")[0]
        except KeyError:
            whole = ""
        names += [whole, *whole.split()]
    return [name for name in names if name not in ("root", "home", "user", "localhost")]


def _code_path(path: str) -> str:
    """Where a file of code lies within its package; of any other its name alone."""
    plain = path.replace("\\", "/")
    if plain.startswith("<"):
        return plain  # "<frozen runpy>", "<string>"
    for mark in ("/site-packages/", "/dist-packages/", "/_internal/"):
        if mark in plain:
            return plain.rpartition(mark)[2]
    for root in (ROOT, str(Path(os.__file__).parent)):
        base = root.replace("\\", "/") + "/"
        if plain.startswith(base):
            return plain[len(base) :]
    return plain.rpartition("/")[2] if plain.endswith((".py", ".pyc")) else "<path>"
