"""Where the program keeps what is its own."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs


def data_folder() -> Path:
    """Where Photoloom keeps what it computes, unless --library or PHOTOLOOM_HOME names another folder."""
    return Path(os.environ.get("PHOTOLOOM_HOME") or platformdirs.user_data_dir("photoloom", appauthor=False))
