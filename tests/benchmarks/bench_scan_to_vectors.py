"""From a folder to vectors, against a plain script of Pillow + torch: `python … bench_scan_to_vectors.py GALLERY`.

Both see the same pictures with the same network and two threads, in turns in one process, imports and weights
loaded beforehand. Ours starts its decode workers, writes thumbnails, vectors and the catalog; the plain script
keeps everything in memory.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from engine.core.devices import set_passive_wait_policy
from engine.embedding import DEFAULT_BACKBONE

THREADS = 2
ROUNDS = 3
BATCH = 32


def ours(gallery: Path) -> int:
    from engine.core.job import Job
    from engine.embedding.backbone import open_backbone
    from engine.library.library import open_library
    from engine.pipeline.embed import embed, embedding_of
    from engine.pipeline.options import Outcome
    from engine.pipeline.read import read
    from engine.pipeline.scan import scan

    with tempfile.TemporaryDirectory() as place:
        library, root = open_library(gallery, Path(place), "benchmark")
        with library:
            job, outcome, backbone = Job(), Outcome(), open_backbone(DEFAULT_BACKBONE)
            scan(library, root, outcome, job)
            read(library, THREADS, outcome, job)
            embed(library, backbone, "cpu", THREADS, outcome, job)
            return len(embedding_of(library, backbone).vectors)


def plain(gallery: Path, network: Any, side: int) -> int:
    import numpy as np
    import torch
    from PIL import Image

    paths = [p for p in sorted(gallery.rglob("*")) if p.is_file()]
    features = []
    with torch.no_grad():
        for start in range(0, len(paths), BATCH):
            pictures = [
                Image.open(p).convert("RGB").resize((side, side), Image.Resampling.BICUBIC)
                for p in paths[start : start + BATCH]
            ]
            batch = torch.from_numpy(np.stack([np.asarray(p) for p in pictures])).permute(0, 3, 1, 2)
            features.append(network((batch.float() - 127) / 128))
    return len(torch.cat(features))


def seconds(work: Callable[[], int]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main(gallery: Path) -> None:
    set_passive_wait_policy()
    import timm
    import torch

    torch.set_num_threads(THREADS)
    from engine.embedding.backbone import open_backbone

    side = open_backbone(DEFAULT_BACKBONE).side
    network = timm.create_model(f"tf_{DEFAULT_BACKBONE}", pretrained=False, num_classes=0).eval()
    pictures = ours(gallery)  # also exports the network, once
    rounds = [(seconds(lambda: ours(gallery)), seconds(lambda: plain(gallery, network, side))) for _ in range(ROUNDS)]
    mine = statistics.median(a for a, _ in rounds)
    theirs = statistics.median(b for _, b in rounds)
    ratio = statistics.median(b / a for a, b in rounds)
    print(f"Photoloom, {pictures} pictures  {mine:6.2f} s")
    print(f"Pillow + torch eager     {theirs:6.2f} s")
    print(f"{ratio:.2f} times as fast (bar: 3)")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
