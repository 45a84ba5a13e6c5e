"""Export every backbone that comes with the program to ONNX: `python packaging/bundle/export_models.py FOLDER`.

Needs timm and onnx, which a bundle is without; it finds the files where engine/embedding/export.py looks first.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from engine.embedding.backbone import backbones, open_backbone
from engine.embedding.export import exported


def main(folder: Path) -> None:
    for name in backbones.names():
        model = exported(open_backbone(name), folder)
        print(f"{name}: {len(model) / 1e6:.1f} MB in {folder}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
