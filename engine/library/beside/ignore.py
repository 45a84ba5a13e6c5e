"""What `.photoloomignore` leaves out: gitignore patterns, each file for the folder it lies in and below."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pathspec import GitIgnoreSpec

from engine.core.errors import UserError

IGNORE_FILE = ".photoloomignore"


@dataclass(frozen=True, slots=True)
class IgnoreRules:
    """The rules that hold in one folder: patterns, each with the folder it was written for ("" or "a/b/")."""

    levels: tuple[tuple[str, GitIgnoreSpec], ...] = ()

    def below(self, folder: str, ignore_file: Path) -> IgnoreRules:
        """Add the rules of `ignore_file`, which lies in `folder`. A line that is no pattern is a UserError."""
        lines = ignore_file.read_text(encoding="utf-8-sig", errors="surrogateescape").splitlines()
        try:
            spec = GitIgnoreSpec.from_lines(lines)
        except ValueError as error:
            raise UserError(
                "{ignore_file} holds a line that is not a pattern: {error}", ignore_file=ignore_file, error=error
            ) from error
        return IgnoreRules((*self.levels, (folder, spec)))

    def ignores(self, path: str) -> bool | None:
        """Whether `path` (a folder ends in a slash) is left out: the deepest file that names it decides.

        False where a pattern with `!` brings it back, None where none names it.
        """
        for prefix, spec in reversed(self.levels):
            verdict = spec.check_file(path[len(prefix) :]).include
            if verdict is not None:
                return verdict
        return None
