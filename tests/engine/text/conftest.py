"""The networks, opened once."""

from __future__ import annotations

import pytest

from engine.text.reader import TextReader


@pytest.fixture(scope="session")
def reader() -> TextReader:
    return TextReader()
