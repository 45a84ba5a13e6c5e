"""Near-duplicates, precision and recall of pairs: `python tests/benchmarks/bench_duplicates.py --data DIR`.

The set: pictures of DIR and drawn receipts, screenshots and memes, each with copies (resized, compressed, forwarded,
cropped by up to 5 %, turned by EXIF, slightly filtered), beside what only looks alike: bursts, receipts of one shop,
screenshots of one program, memes of one template, brackets, panoramas, plain colours, white drawings on transparent
ground, and pictures made grey, which are a version that somebody wanted and no copy.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PIL import Image, ImageEnhance

from engine.core.job import Job
from engine.duplicates.best_copy import rank_groups
from engine.duplicates.find import near_duplicates
from engine.library.library import Library, open_library
from engine.pipeline.options import OrganiseOptions
from engine.pipeline.organise import organise
from tests.engine.duplicates import drawn
from tests.engine.duplicates.copies import COPIES, exif_of

OPTIONS = OrganiseOptions(k=8, method="kmeans", map="pca")
SMALLEST = 200  # pixels: smaller pictures are icons
LARGEST = 2000  # pixels: a set of larger ones takes its time
PER_KIND = 5  # that only look alike


def pictures(folder: Path, half: str, count: int, seed: int) -> list[Image.Image]:
    """Some pictures of a folder, of one half of it or all: A is for making the search, B for judging it."""
    found = []
    paths = sorted(p for p in folder.rglob("*") if p.suffix[1:].lower() in ("jpg", "jpeg", "png", "webp"))
    random.Random(seed).shuffle(paths)
    for path in paths:
        side = "AB"[hashlib.sha256(path.name.encode()).digest()[0] % 2]
        if half in (side, "all") and len(found) < count:
            with Image.open(path) as image:
                if min(image.size) >= SMALLEST and max(image.size) <= LARGEST:
                    found.append(_on_white(image))
    return found


def _on_white(image: Image.Image) -> Image.Image:
    rgba = image.convert("RGBA")
    ground = Image.new("RGBA", rgba.size, "white")
    ground.alpha_composite(rgba)
    return ground.convert("RGB")


def look_alikes(found: list[Image.Image], seed: int) -> Iterator[tuple[str, Image.Image]]:
    """(kind, picture): no two are the same."""
    for index in range(len(found) // 4):
        some = found[4 * index : 4 * index + 4]
        for number in range(PER_KIND):
            yield "receipts", drawn.receipt(seed + index, number)
            yield "receipts, same goods", drawn.receipt(seed + 100 + index, number, same_goods=True)
            yield "screenshots", drawn.screenshot(seed + index, number)
            yield "pages, another amount", drawn.page(seed + index, number)
            yield "memes", drawn.meme(some[0], 10 * index + number)
            yield "bursts", drawn.moment_later(some[1], number, 0.02)
            yield "bursts, hardly moved", drawn.moment_later(some[1], 10 + number, 0.008)
            yield "drawn bursts", drawn.moment_later(drawn.landscape(seed + index), number)
            yield "from a tripod", drawn.moment_later(some[1], 20 + number, 0)
            yield "white drawings", drawn.white_drawing(seed + 10 * index + number)
        for exposure in (0.54, 0.73, 1, 1.37, 1.87):  # 1 EV apart
            yield "brackets", ImageEnhance.Brightness(some[2]).enhance(exposure)
        wide = some[3].width
        for left in (0.0, 0.2, 0.4):
            yield "panoramas", some[3].crop((round(left * wide), 0, round((left + 0.6) * wide), some[3].height))
    for colour in drawn.COLOURS:
        yield "plain", drawn.plain(colour)


def make_set(folder: Path, data: Path, half: str, count: int, seed: int) -> dict[str, tuple[str, str]]:
    """Write the set; of each file name which picture it is and what was done to it."""
    own, truth = random.Random(seed), {}
    found = pictures(data, half, count, seed)
    photos = found[: len(found) * 3 // 4]
    originals = [("photo", image) for image in photos] + list(look_alikes(found[len(photos) :], seed))
    for index, (kind, image) in enumerate(originals):
        dated = kind == "from a tripod" or (kind == "photo" and index % 2 == 0)
        exif = exif_of(index) if dated else Image.Exif()
        name = f"{index:05} {kind}"
        path = folder / f"{name}.png" if image.mode == "RGBA" or index % 7 == 0 else folder / f"{name}.jpg"
        image.save(path, quality=92, exif=exif)
        truth[path.name] = name, kind
        if image.mode == "RGBA" or kind in ("plain", "from a tripod"):
            continue  # a copy of the latter that has lost its date could be of any of them
        for made in COPIES if kind == "photo" else own.sample(list(COPIES), 2):
            path = folder / f"{name} {made}.jpg"
            COPIES[made](image, path, own, exif)
            truth[path.name] = name, made
    for index, image in enumerate(photos[::4]):
        if _is_colourful(image):
            path = folder / f"grey {index:05}.jpg"
            image.convert("L").convert("RGB").save(path, quality=92)
            truth[path.name] = path.name, "grey"
    return truth


def _is_colourful(image: Image.Image) -> bool:
    saturation = image.convert("HSV").getchannel("S").resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    assert isinstance(saturation, int)
    return saturation > 50


def search(library: Library) -> list[list[str]]:
    """The groups, by name, the best copy first."""
    path_of = {f.id: f.path for f in library.catalog.files.all()}
    groups, _ = rank_groups(library, near_duplicates(library, Job()), Job())
    return [[path_of[id_] for id_ in group] for group in groups]


def score(truth: dict[str, tuple[str, str]], groups: list[list[str]], verbose: bool) -> None:
    picture = {name: same for name, (same, _) in truth.items()}
    members: dict[str, list[str]] = defaultdict(list)
    for name, same in picture.items():
        members[same].append(name)
    wanted = {pair for names in members.values() for pair in combinations(sorted(names), 2)}
    got = {pair for group in groups for pair in combinations(sorted(group), 2)}
    wrong, missed = got - wanted, wanted - got
    print(f"| pictures {len(truth):,} | pairs {len(wanted):,} | found {len(got):,} | wrong {len(wrong):,} |")
    print(f"| precision | {1 - len(wrong) / max(len(got), 1):.4f} |\n| recall | {1 - len(missed) / len(wanted):.4f} |")
    kind = {name: what for name, (_, what) in truth.items()}
    print("wrong pairs by kind:", Counter(tuple(sorted((kind[a], kind[b]))) for a, b in wrong).most_common(12))
    print("missed pairs by kind:", Counter(tuple(sorted((kind[a], kind[b]))) for a, b in missed).most_common(12))
    originals = [group[0] for group in groups if kind[group[0]] not in COPIES]
    print(f"| best copy is the original | {len(originals)} of {len(groups)} |")
    print("else best:", Counter(kind[group[0]] for group in groups if kind[group[0]] in COPIES).most_common(6))
    if verbose:
        print("WRONG", *sorted(wrong)[:60], "MISSED", *sorted(missed)[:60], sep="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="a folder of pictures, all different")
    parser.add_argument("--half", choices=("A", "B", "all"), default="all", help="which pictures of it")
    parser.add_argument("--count", type=int, default=150, help="how many of them at most")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path, help="make the set here and leave it")
    parser.add_argument("--verbose", action="store_true", help="name the pairs")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as own:
        place = chosen.keep or Path(own)
        photos = place / "photos"
        photos.mkdir(parents=True, exist_ok=True)
        truth = make_set(photos, chosen.data, chosen.half, chosen.count, chosen.seed)
        library, root = open_library(photos, place / "library", "a benchmark")
        with library:
            organise(library, root, OPTIONS, Job())
            start = time.perf_counter()
            groups = search(library)
            print(f"| seconds | {time.perf_counter() - start:.1f} |")
        score(truth, groups, chosen.verbose)


if __name__ == "__main__":
    main()
