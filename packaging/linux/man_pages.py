"""The manual pages: photoloom(1) from its template, photoloom-engine(1) from the parser of its command line."""

from __future__ import annotations

import argparse
import gzip
from collections.abc import Iterable
from pathlib import Path

from engine.commands.parser import command_line

from .facts import render


def write_man_pages(folder: Path) -> None:
    """Write both, compressed as Debian's policy asks, below `folder` (share/man)."""
    section = folder / "man1"
    section.mkdir(parents=True)
    for name, text in (("photoloom", render("photoloom.1")), ("photoloom-engine", engine_page())):
        (section / f"{name}.1.gz").write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def engine_page() -> str:
    listing = _Listing("")
    _shown_by(listing, command_line())
    commands, common = [], ""
    for name, (parser, help_) in listing.commands.items():
        page = _Page(name)
        text = _shown_by(page, parser)
        commands.append({"synopsis": page.synopsis, "help": _roff(help_), "text": text})
        common = page.common
    return render("photoloom-engine.1", commands=commands, common=common)


def _shown_by(formatter: argparse.HelpFormatter, parser: argparse.ArgumentParser) -> str:
    parser.formatter_class = lambda prog: formatter
    return parser.format_help()


class _Listing(argparse.HelpFormatter):
    """Keeps the commands that argparse tells it of, each with its one line of help."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog)
        self.commands: dict[str, tuple[argparse.ArgumentParser, str]] = {}

    def add_argument(self, action: argparse.Action) -> None:
        for command in self._iter_indented_subactions(action):
            self.commands[command.dest] = dict(action.choices or {})[command.dest], command.help or ""


class _Page(argparse.HelpFormatter):
    """What argparse tells of one command, as roff; the options of all commands are kept aside."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog)
        self.synopsis = f"\\fB{_roff(prog)}\\fR"
        self._section: str | None = None
        self._texts: dict[str | None, list[str]] = {}

    @property
    def common(self) -> str:
        return "".join(self._texts.get("common", []))

    def start_section(self, heading: str | None) -> None:
        self._section = heading

    def end_section(self) -> None:
        self._section = None

    def add_usage(self, usage: object, actions: Iterable[argparse.Action], *_: object) -> None:
        for action in actions:
            if not action.option_strings:
                self.synopsis += f" {_italic(_value(action))}"

    def add_arguments(self, actions: Iterable[argparse.Action]) -> None:
        for action in actions:
            if action.help is not argparse.SUPPRESS and action.dest != "help":
                self._texts.setdefault(self._section, []).append(self._entry(action))

    def format_help(self) -> str:
        return "".join(text for section, texts in self._texts.items() if section != "common" for text in texts)

    def _entry(self, action: argparse.Action) -> str:
        """One argument or option: how it is written, and what it is for; an argument without help has nothing more."""
        names = ", ".join(f"\\fB{_roff(name)}\\fR" for name in action.option_strings)
        if not names and not action.help:
            return ""
        written = names if action.nargs == 0 else f"{names} {_italic(_value(action))}".strip()
        return f".TP\n{written}\n{_roff(self._expand_help(action)) if action.help else _default(action)}\n"


def _value(action: argparse.Action) -> str:
    if action.metavar is not None:
        return action.metavar if isinstance(action.metavar, str) else " ".join(action.metavar)
    if action.choices is not None:
        return "|".join(map(str, action.choices))
    return action.dest.upper() if not action.option_strings else action.dest.upper().replace("_", "-")


def _default(action: argparse.Action) -> str:
    """For what has no help of its own; an empty line where there is nothing to say."""
    return "\\&" if action.default in (None, False, []) else f"default: {_roff(str(action.default))}"


def _italic(text: str) -> str:
    return f"\\fI{_roff(text)}\\fR"


def _roff(text: str) -> str:
    """Text as roff reads it: hyphens that can be copied, backslashes, and no line that begins as a request."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped
