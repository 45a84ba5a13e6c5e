"""Exports the network that is usual into a folder: `python -m tests.networks FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

from engine.embedding import DEFAULT_BACKBONE
from engine.embedding.backbone import open_backbone
from engine.embedding.export import exported

if __name__ == "__main__":
    exported(open_backbone(DEFAULT_BACKBONE), Path(sys.argv[1]))
