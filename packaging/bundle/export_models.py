"""Export the default backbone, and its last layer: `packaging/bundle/export_models.py FOLDER`. Each takes 25 MB.

Needs timm and onnx, which a bundle is without; it finds the files by engine/embedding/shipped.py.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from engine.embedding import DEFAULT_BACKBONE
from engine.embedding.backbone import open_backbone
from engine.embedding.export import exported
from engine.embedding.final_layer import cached_classifier


def main(folder: Path) -> None:
    """Leaves nothing else in the folder: a bundle takes all that is there."""
    backbone = open_backbone(DEFAULT_BACKBONE)
    exported(backbone, folder)
    cached_classifier(backbone, folder)
    made = set(folder.glob(f"{backbone.key}.*"))
    for path in sorted(folder.iterdir()):
        if path not in made:
            path.unlink()
        else:
            print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
