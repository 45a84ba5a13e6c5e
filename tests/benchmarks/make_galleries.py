"""Builds labelled galleries, one folder a label, for `benchmark folders --protocol corrections`.

    python -m tests.benchmarks.make_galleries /tmp/galleries [--photos DIR]

From Debian's packages openclipart-png, tuxpaint-stamps-default and dataset-fashion-mnist; `--photos` names a folder of
pictures of one's own with a folder a label (CIFAR-10 as files, say), which then joins the mix.

    stamps    what a child stamps: photos and drawings, cut out
    clipart   drawings of what is in the world
    fashion   28-pixel pictures of clothes, in grey
    mix       some labels of each, as uneven as a library is
"""

from __future__ import annotations

import argparse
import gzip
import shutil
from pathlib import Path

import numpy as np
from PIL import Image

STAMPS = Path("/usr/share/tuxpaint/stamps")
CLIPART = Path("/usr/share/openclipart/png")
FASHION = Path("/usr/share/datasets/fashion-mnist")

STAMP_LABELS = {
    "birds": ["animals/birds"],
    "clothes": ["clothes"],
    "flowers": ["plants/flowers"],
    "fruit": ["food/fruit"],
    "houses": ["town/houses"],
    "insects": ["animals/insects"],
    "letters": ["symbols/alphabets"],
    "mammals": ["animals/mammals"],
    "money": ["symbols/money"],
    "roadsigns": ["town/roadsigns"],
    "tools": ["household/tools"],
    "vegetables": ["food/vegetables"],
    "vehicles": ["vehicles", "military/vehicles"],
}
CLIPART_LABELS = {
    "birds": ["animals/birds"],
    "bugs": ["animals/bugs"],
    "buildings": ["buildings"],
    "cards": ["recreation/games/cards/white", "recreation/games/cards/ornamental"],
    "desserts": ["food/desserts"],
    "drinks": ["food/beverages"],
    "faces": ["people/smilies"],
    "flags": ["signs_and_symbols/flags/asia", "signs_and_symbols/flags/africa"],
    "flowers": ["plants/flowers"],
    "fruit": ["food/fruit"],
    "hardware": ["computer/hardware"],
    "jigsaw": ["shapes/jigsaw"],
    "mammals": ["animals/mammals"],
    "music": ["recreation/music"],
    "roadsigns": ["transportation/roadsigns"],
    "tools": ["tools"],
    "vehicles": ["transportation/vehicles"],
}
FASHION_LABELS = (
    "t-shirt", "trousers", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle_boot",
)  # fmt: skip
MIXED = {
    "stamps": {"birds": 30, "flowers": 20, "fruit": 40, "houses": 30, "insects": 20, "mammals": 50, "money": 25},
    "clipart": {"cards": 60, "desserts": 40, "flags": 60, "hardware": 25, "music": 45, "roadsigns": 50, "tools": 15},
    "fashion": {"ankle_boot": 35, "bag": 30, "coat": 12, "dress": 25, "sandal": 20, "trousers": 30},
}
MOST_OF_LABEL = 60
MIXED_OWN = (60, 45, 35, 30, 25, 20, 15, 12, 10, 8)  # photos of one's own in the mix, label by label


def pictures(source: Path, folders: list[str]) -> list[Path]:
    """The pictures below these folders of `source`, by path."""
    return sorted(path for folder in folders for path in (source / folder).rglob("*.png"))


def copy_some(paths: list[Path], folder: Path, most: int) -> None:
    """At most so many of the pictures, a seeded draw; their names say nothing."""
    folder.mkdir(parents=True)
    drawn = np.random.default_rng(0).permutation(len(paths))[:most]
    for place, index in enumerate(sorted(drawn)):
        shutil.copyfile(paths[index], folder / f"{place:04d}{paths[index].suffix.lower()}")


def fashion(folder: Path, count: int = 60) -> None:
    """The first `count` training pictures of each class, as PNG files."""
    labels = np.frombuffer(gzip.decompress((FASHION / "train-labels-idx1-ubyte.gz").read_bytes()), np.uint8)[8:]
    packed = gzip.decompress((FASHION / "train-images-idx3-ubyte.gz").read_bytes())
    images = np.frombuffer(packed, np.uint8)[16:].reshape(-1, 28, 28)
    for label, name in enumerate(FASHION_LABELS):
        (folder / name).mkdir(parents=True)
        for place, row in enumerate(np.flatnonzero(labels == label)[:count]):
            Image.fromarray(images[row]).save(folder / name / f"{place:04d}.png")


def mix(galleries: Path, own: Path | None) -> None:
    """Some labels of each gallery; those of two galleries with one name are two labels."""
    for gallery, labels in MIXED.items():
        for label, count in labels.items():
            found = sorted((galleries / gallery / label).iterdir())
            copy_some(found, galleries / "mix" / f"{gallery}_{label}", count)
    if own is not None:
        for folder, count in zip(sorted(path for path in own.iterdir() if path.is_dir()), MIXED_OWN, strict=False):
            copy_some(sorted(folder.iterdir()), galleries / "mix" / f"photos_{folder.name}", count)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("galleries", type=Path)
    parser.add_argument("--photos", type=Path, help="pictures of one's own, a folder a label, for the mix")
    words = parser.parse_args()
    for name in ("stamps", "clipart", "fashion", "mix"):
        shutil.rmtree(words.galleries / name, ignore_errors=True)
    for name, source, labels in (("stamps", STAMPS, STAMP_LABELS), ("clipart", CLIPART, CLIPART_LABELS)):
        for label, folders in labels.items():
            copy_some(pictures(source, folders), words.galleries / name / label, MOST_OF_LABEL)
    fashion(words.galleries / "fashion")
    mix(words.galleries, words.photos)
    for name in ("stamps", "clipart", "fashion", "mix"):
        folders_of = sorted((words.galleries / name).iterdir())
        sizes = [len(list(folder.iterdir())) for folder in folders_of]
        print(f"{name}: {sum(sizes)} pictures, {len(sizes)} labels of {min(sizes)} to {max(sizes)}")


if __name__ == "__main__":
    main()
