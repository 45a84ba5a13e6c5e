"""Looks at the pictures themselves: at thumbnails for every likely pair, at originals for what then seems the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

from PIL import Image

from engine.core.job import Job
from engine.core.records import Content, File, Ints
from engine.duplicates.groups import Pair
from engine.duplicates.originals import Originals
from engine.duplicates.same_picture import CLOSE, GLANCE, compare, is_fine
from engine.duplicates.shots import UNTOLD, Shot, is_another_view, moment_of
from engine.library.thumbnails import EDGE, ThumbnailCache

_BATCH = 32  # pairs between two reports
_KEPT = 512  # thumbnails, 0.2 MB each
_STAGE = "duplicates"
_LARGER = 1.25  # than its thumbnail, for an original to show more


class Verification:
    """Whether rows are the same picture; what was found is kept. `contents` and `files` are by row."""

    def __init__(
        self,
        thumbnails: ThumbnailCache,
        contents: Sequence[Content],
        files: Sequence[Sequence[File]],
        threads: int,
        shot_of: Callable[[int], Shot] = lambda _row: UNTOLD,
    ) -> None:
        """`shot_of` a row says how it was exposed."""
        self._contents, self._files, self._threads = contents, files, threads
        self._shot_of = lru_cache(None)(shot_of)
        self._known: dict[Pair, bool] = {}
        self._flat: set[Pair] = set()

        @lru_cache(_KEPT)
        def thumbnail(row: int) -> Image.Image | None:
            pixels = thumbnails.picture(contents[row].digest)
            return None if pixels is None else Image.fromarray(pixels)

        self._thumbnail = thumbnail

    def compare(self, pairs: Sequence[Pair], job: Job) -> list[Pair]:
        """The pairs that are the same picture as far as thumbnails show."""
        with ThreadPoolExecutor(self._threads) as pool:
            for top in range(0, len(pairs), _BATCH):
                job.report(_STAGE, top, len(pairs), "comparing the likeliest")
                list(pool.map(lambda pair: self.same(*pair), pairs[top : top + _BATCH]))
        return [pair for pair in pairs if self._known[pair]]

    def same(self, a: int, b: int) -> bool:
        """By their thumbnails. Photos taken at different times are not the same, however alike."""
        if (a, b) not in self._known:
            self._known[a, b] = self._moments_agree(a, b) and self._alike(a, b)
        return self._known[a, b]

    def settle(self, groups: Sequence[Ints], originals: Originals, job: Job) -> list[list[int]]:
        """Groups of rows that are still the same at a size at which text can be read.

        Each is compared with the largest of its group; what differs from that makes groups of its own.
        """
        settled: list[list[int]] = []
        waiting = [sorted(group.tolist(), key=self._largest_first) for group in groups]
        total = done = sum(len(group) - 1 for group in waiting)
        while waiting:
            first, *others = waiting.pop()
            left: list[int] = []
            same = [first]
            for other in others:
                job.report(_STAGE, total - done, total, "looking closely")
                done -= 1
                (same if self._same_closely(first, other, originals, job) else left).append(other)
            total, done = total + max(0, len(left) - 1), done + max(0, len(left) - 1)
            settled += [sorted(same)] if len(same) > 1 else []
            waiting += [left] if len(left) > 1 else []
        return settled

    def _same_closely(self, a: int, b: int, originals: Originals, job: Job) -> bool:
        if self._shot_of(a).differs(self._shot_of(b)):
            return False
        flat = (min(a, b), max(a, b)) in self._flat
        if not flat and not self._may_hide_text(a, b):
            return True
        one, other = originals.pair(list(self._files[a]), list(self._files[b]), job, _STAGE)
        if one is None or other is None:
            return False  # who cannot look does not say that it is the same
        found = compare(one, other, CLOSE)
        return found is not None and found.same

    def _may_hide_text(self, a: int, b: int) -> bool:
        smaller = min(max(self._contents[row].width, self._contents[row].height) for row in (a, b))
        if smaller <= _LARGER * EDGE or self._is_one_shot(a, b):
            return False
        return any(picture is not None and is_fine(picture) for picture in map(self._thumbnail, (a, b)))

    def _is_one_shot(self, a: int, b: int) -> bool:
        one, other = moment_of(self._contents[a]), moment_of(self._contents[b])
        cameras = self._contents[a].camera, self._contents[b].camera
        return bool(one and cameras[0] and one == other and cameras[0] == cameras[1])

    def _moments_agree(self, a: int, b: int) -> bool:
        one, other = moment_of(self._contents[a]), moment_of(self._contents[b])
        return one is None or other is None or one == other

    def _alike(self, a: int, b: int) -> bool:
        one, other = self._thumbnail(a), self._thumbnail(b)
        found = None if one is None or other is None else compare(one, other, GLANCE)
        if found is not None and found.flat:
            self._flat.add((a, b))
        if found is not None and is_another_view(self._contents[a], self._contents[b], found):
            return False
        return found is not None and found.same

    def _largest_first(self, row: int) -> tuple[int, int]:
        return -self._contents[row].width * self._contents[row].height, row
