"""Embedding: pictures loaded ahead and embedded in batches, each of which is saved before the next."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait

import numpy as np
from numpy.typing import NDArray

from engine.core.job import Job
from engine.core.records import Floats
from engine.embedding.backbone import Pixels
from engine.embedding.runtimes import Runtime

Picture = NDArray[np.uint8]  # (side, side, 3)

BATCH = 32
AHEAD = 2  # batches that are loaded before they are needed
LOADERS = 2  # threads: Pillow gives the lock back while it decodes
PATIENCE = 0.2  # seconds between two checks for a cancel while pictures are loaded


def embed(
    pixels_of: Callable[[str], Picture],
    digests: Sequence[str],
    runtime: Runtime,
    save: Callable[[list[str], Floats], None],
    job: Job,
    *,
    batch: int = BATCH,
) -> None:
    """Embed the pictures of `digests`; `save` takes the digests and vectors (m, d) of each batch.

    `pixels_of` gives a picture uint8 (side, side, 3) and is called from several threads. A batch is saved before
    the next is computed, so that a kill loses one batch at most. Reports the stage "embed"; raises Cancelled, and
    whatever `pixels_of` and `save` raise.
    """
    total = len(digests)
    job.report("embed", 0, total)
    done = 0
    for names, pixels in _loaded(pixels_of, digests, batch, job):
        save(names, runtime.embed(pixels))
        done += len(names)
        job.report("embed", done, total)


def _loaded(
    pixels_of: Callable[[str], Picture], digests: Sequence[str], batch: int, job: Job
) -> Iterator[tuple[list[str], Pixels]]:
    """Batches of digests and their pictures, in order; the next ones load while the caller computes."""
    pool = ThreadPoolExecutor(LOADERS, thread_name_prefix="load")
    ahead: deque[tuple[int, list[str], list[Future[Picture]]]] = deque()
    starts = iter(range(0, len(digests), batch))
    try:
        while True:
            while len(ahead) < AHEAD and (start := next(starts, None)) is not None:
                names = list(digests[start : start + batch])
                ahead.append((start, names, [pool.submit(pixels_of, name) for name in names]))
            if not ahead:
                return
            start, names, pictures = ahead.popleft()
            while wait(pictures, timeout=PATIENCE).not_done:
                job.report("embed", start, len(digests))
            yield names, np.stack([picture.result() for picture in pictures])
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
