"""Embedding as Photoloom does it against the same network in plain torch eager, on the pictures of a gallery.

    python tests/benchmarks/bench_embedding.py GALLERY [--threads 2] [--batch 32] [--rounds 7]

Both see the same pictures in the same batches on the same threads, in turns, in one process. Plain means timm's
model, NCHW, float32, normalised beforehand (that is not timed). Prints one row of a table, then JSON.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
from PIL import Image

from engine.core.devices import limit_threads, set_passive_wait_policy
from engine.embedding import DEFAULT_BACKBONE


def pictures(gallery: Path, side: int, count: int) -> Any:
    """`count` pictures of the gallery, uint8 (count, side, side, 3), evenly chosen."""
    suffixes = {".jpg", ".jpeg", ".png", ".webp"}
    files = sorted(path for path in gallery.rglob("*") if path.suffix.lower() in suffixes)
    chosen = [files[i * len(files) // count] for i in range(count)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's remarks on palettes
        return np.stack([np.asarray(Image.open(path).convert("RGB").resize((side, side))) for path in chosen])


def plain(backbone: Any, threads: int) -> Callable[[Any], Any]:
    """timm's model as everybody runs it: a float32 NCHW tensor in, pooled features out."""
    import timm
    import torch

    torch.set_num_threads(threads)
    network = timm.create_model(f"tf_{backbone.name}", pretrained=False)
    # reason: the plain network has to have the very same weights, and no user needs their file
    weights = torch.load(backbone._weights(), weights_only=True)
    network.load_state_dict(dict(zip(network.state_dict(), weights.values(), strict=True)))
    network.reset_classifier(0)
    network.eval()

    def run(x: Any) -> Any:
        with torch.inference_mode():
            return network(x).numpy()

    return run


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("gallery", type=Path)
    words.add_argument("--backbone", default=DEFAULT_BACKBONE)
    words.add_argument("--threads", type=int, default=2)
    words.add_argument("--batch", type=int, default=32)
    words.add_argument("--rounds", type=int, default=7)
    given = words.parse_args()
    set_passive_wait_policy()
    limit_threads(given.threads)
    import torch

    from engine.core.job import Job
    from engine.embedding.agreement import cosines
    from engine.embedding.backbone import open_backbone
    from engine.embedding.runtimes import open_runtime

    backbone = open_backbone(given.backbone)
    pixels = pictures(given.gallery, backbone.side, given.batch)
    x = ((torch.from_numpy(pixels).permute(0, 3, 1, 2).float() - 127) / 128).contiguous()
    eager = plain(backbone, given.threads)
    with tempfile.TemporaryDirectory() as cache:
        ours = open_runtime(backbone, "cpu", threads=given.threads, cache=Path(cache), job=Job())
        agreement = float(cosines(ours.embed(pixels), eager(x)).min())  # and both are warm now
        ratios, rates = in_turns(lambda: eager(x), lambda: ours.embed(pixels), given.rounds, given.batch)
        ours.close()
    result = {
        "benchmark": "embedding",
        "backbone": backbone.name,
        "threads": given.threads,
        "batch": given.batch,
        "eager_per_second": round(rates[0], 1),
        "ours_per_second": round(rates[1], 1),
        "ratio": round(statistics.median(ratios), 2),
        "ratios": [round(ratio, 2) for ratio in ratios],
        "least_cosine": round(agreement, 6),
    }
    print(
        f"| embedding, {backbone.label}, {given.threads} threads | torch eager {result['eager_per_second']}/s "
        f"| Photoloom {result['ours_per_second']}/s | {result['ratio']} × |"
    )
    print(json.dumps(result))


def in_turns(
    first: Callable[[], Any], second: Callable[[], Any], rounds: int, batch: int
) -> tuple[list[float], tuple[float, float]]:
    """How many times quicker `second` is than `first`, round by round; and the median pictures a second."""
    seconds: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for run, taken in zip((first, second), seconds, strict=True):
            start = time.perf_counter()
            run()
            taken.append(time.perf_counter() - start)
    ratios = [slow / quick for slow, quick in zip(*seconds, strict=True)]
    return ratios, (batch / statistics.median(seconds[0]), batch / statistics.median(seconds[1]))


if __name__ == "__main__":
    main()
