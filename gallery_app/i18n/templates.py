"""Formatted English sentences of the engine, matched back to their templates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping


class Templates:
    """`field_patterns` maps fields to regular expressions; other fields match any text."""

    def __init__(self, templates: Iterable[str], field_patterns: Mapping[str, str] | None = None) -> None:
        self._patterns = [(template, _pattern(template, field_patterns or {})) for template in templates]

    def match(self, text: str) -> tuple[str, dict[str, str]] | None:
        """The first template that matches `text`, with its values; None where none does."""
        for template, pattern in self._patterns:
            if found := pattern.fullmatch(text):
                return template, found.groupdict()
        return None


def _pattern(template: str, field_patterns: Mapping[str, str]) -> re.Pattern[str]:
    fields = re.sub(
        r"\\\{(\w+)\\\}", lambda field: f"(?P<{field[1]}>{field_patterns.get(field[1], '.+')})", re.escape(template)
    )
    return re.compile(fields, re.DOTALL)
