"""English sentences of the engine that are kept filled in, known again by their templates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping


class Templates:
    """`parts` says what a field may be, as a regular expression; any text where it says nothing."""

    def __init__(self, templates: Iterable[str], parts: Mapping[str, str] | None = None) -> None:
        self._patterns = [(template, _pattern(template, parts or {})) for template in templates]

    def read(self, said: str) -> tuple[str, dict[str, str]] | None:
        """The first template that `said` is of, and what is filled in; None where it is of none."""
        for template, pattern in self._patterns:
            if match := pattern.fullmatch(said):
                return template, match.groupdict()
        return None


def _pattern(template: str, parts: Mapping[str, str]) -> re.Pattern[str]:
    fields = re.sub(r"\\\{(\w+)\\\}", lambda field: f"(?P<{field[1]}>{parts.get(field[1], '.+')})", re.escape(template))
    return re.compile(fields, re.DOTALL)
