"""Where the checkout lies, and the galleries beside it."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GALLERIES = ROOT.parent / "shared" / "galleries"
