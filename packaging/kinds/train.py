"""Makes resources/kinds: weights that tell the kind of a picture from its vector, for each network of the program.

PICTURES holds a folder of pictures for each kind that can be collected (resources/kinds/SOURCES.md says which they
were); the others are painted (painters.py) with the fonts, the clip-art and the words named here, on the photographs
among PICTURES. Needs scikit-learn and the program's own networks. The tables are committed, so that only who changes
them runs

    python packaging/kinds/train.py PICTURES [--fonts DIR] [--clipart DIR] [--fortunes DIR] [--sources DIR] [--each N]
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent.parent)]  # demo_pictures, engine

from demo_pictures import canvas  # noqa: E402
from painters import PAINTERS  # noqa: E402
from studio import Studio  # noqa: E402

from engine.core.job import Job  # noqa: E402
from engine.core.records import KINDS, Floats, Ints  # noqa: E402
from engine.embedding.backbone import backbones, open_backbone  # noqa: E402
from engine.embedding.runtimes import open_runtime  # noqa: E402

TABLES = HERE.parent.parent / "resources" / "kinds"
EDGE = 320  # pixels: thumbnails are what the networks see
C = 3.0  # inverse strength of the regularisation
USUAL = {"photo": 5.0, "drawing": 1.5, "screenshot": 1.5}  # how much more usual in a library than another kind


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    words.add_argument("pictures", type=Path)
    words.add_argument("--fonts", type=Path, default=canvas.font_folder)
    words.add_argument("--clipart", type=Path, default=Path("/usr/share/openclipart/png"))
    words.add_argument("--fortunes", type=Path, default=Path("/usr/share/games/fortunes"))
    words.add_argument("--sources", type=Path, default=Path("/usr/lib/python3"))
    words.add_argument("--each", type=int, default=180)
    given = words.parse_args()
    canvas.font_folder = given.fonts
    thumbnails, labels = [], []
    for kind, picture in [*collected(given.pictures), *painted(studio_of(given), given.each)]:
        thumbnails.append(thumbnail(picture))
        labels.append(KINDS.index(kind))
    for name in backbones.names():
        key, vectors = embedded(name, thumbnails)
        np.savez_compressed(TABLES / f"{key}.npz", **fitted(vectors, np.array(labels)))


def studio_of(given: argparse.Namespace) -> Studio:
    """Everything that is painted with, in an order that does not depend on the disk."""
    clipart = random.Random(3).sample(sorted(given.clipart.rglob("*.png")), 400)
    others = [p for kind in ("portrait", "group", "drawing") for p in sorted((given.pictures / kind).iterdir())]
    sentences = []
    for path in sorted(p for p in given.fortunes.rglob("*") if p.is_file() and not p.suffix):
        text = path.read_text("utf-8", errors="replace")
        sentences += [re.sub(r"\s+", " ", part).strip() for part in text.split("\n%")]
    sources = [p.read_text("utf-8", "replace").split("\n") for p in sorted(given.sources.glob("*.py"))[:200]]
    return Studio(
        sorted((given.pictures / "photo").iterdir()),
        others,
        clipart,
        [text for text in sentences if 8 < len(text) < 400 and "�" not in text],
        [lines for lines in sources if len(lines) > 60],
    )


def collected(folder: Path) -> Iterator[tuple[str, Image.Image]]:
    for kind in KINDS:
        for path in sorted((folder / kind).glob("*")):
            with Image.open(path) as image:
                yield kind, image.convert("RGB")


def painted(studio: Studio, each: int) -> Iterator[tuple[str, Image.Image]]:
    for number, kind in enumerate(sorted(PAINTERS)):
        for i in range(each):
            yield kind, PAINTERS[kind](studio, np.random.default_rng([5, number, i]))


def thumbnail(picture: Image.Image) -> Image.Image:
    """As the program makes it: reduced, and compressed as JPEG."""
    picture.thumbnail((EDGE, EDGE))
    with tempfile.TemporaryFile() as file:
        picture.save(file, "JPEG", quality=85)
        return Image.open(file).convert("RGB")


def embedded(name: str, thumbnails: list[Image.Image]) -> tuple[str, Floats]:
    """The network's key, and pooled features (n, d)."""
    backbone = open_backbone(name)
    with tempfile.TemporaryDirectory() as cache:
        runtime = open_runtime(backbone, "cpu", threads=2, cache=Path(cache), job=Job())
        square = (backbone.side, backbone.side)
        parts = [
            runtime.embed(
                np.stack([np.asarray(t.resize(square, Image.Resampling.BILINEAR)) for t in thumbnails[i : i + 64]])
            )
            for i in range(0, len(thumbnails), 64)
        ]
        runtime.close()
    return backbone.key, np.concatenate(parts)


def fitted(vectors: Floats, labels: Ints) -> dict[str, np.ndarray]:
    """Multinomial logistic regression over vectors of length 1 from their mean, each kind as usual as USUAL says."""
    from sklearn.linear_model import LogisticRegression

    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    mean = unit.mean(axis=0)
    counts = np.bincount(labels, minlength=len(KINDS))
    weight = {k: len(labels) / len(KINDS) / counts[k] * USUAL.get(KINDS[k], 1.0) for k in np.flatnonzero(counts)}
    found = LogisticRegression(C=C, max_iter=2000, class_weight=weight).fit(unit - mean, labels)
    weights, bias = np.zeros((len(KINDS), vectors.shape[1])), np.full(len(KINDS), -30.0)  # a kind without pictures
    weights[found.classes_], bias[found.classes_] = found.coef_, found.intercept_
    return {"mean": mean.astype(np.float16), "weights": weights.astype(np.float16), "bias": bias.astype(np.float32)}


if __name__ == "__main__":
    main()
