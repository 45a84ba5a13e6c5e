"""Layout of a flow's photos: one row with the most certain and the most doubtful, or all of them; no Qt."""

from __future__ import annotations

from dataclasses import dataclass

SIDE = 104  # pixels of a photo
GAP = 8
CERTAIN = 0.6  # of the photos in one row that has no room for all: the others are the most doubtful


@dataclass(frozen=True, slots=True)
class StripLayout:
    """Where photos 0…count-1 lie, the most certain first, in a strip of `width` pixels; `unfolded` shows them all."""

    count: int
    width: int
    unfolded: bool = False

    @property
    def columns(self) -> int:
        return max(3, (self.width + GAP) // (SIDE + GAP))

    @property
    def fits(self) -> bool:
        """Whether one row has room for all photos."""
        return self.count <= self.columns

    @property
    def folded(self) -> bool:
        """Whether some are hidden: the place after the most certain ones says how many."""
        return not (self.unfolded or self.fits)

    @property
    def certain(self) -> int:
        """How many of the most certain photos a folded strip shows."""
        return max(1, round((self.columns - 1) * CERTAIN))

    @property
    def hidden(self) -> range:
        """The photos that a folded strip does not show."""
        return range(self.certain, self.count - (self.columns - 1 - self.certain)) if self.folded else range(0)

    @property
    def height(self) -> int:
        rows = -(-self.count // self.columns) if self.unfolded else 1
        return max(rows, 1) * (SIDE + GAP) - GAP

    def corner(self, index: int) -> tuple[int, int]:
        """The left and the top of a photo, which is not hidden."""
        hidden = self.hidden
        cell = index if not hidden or index < hidden.start else index - len(hidden) + 1
        row, column = divmod(cell, self.columns)
        return column * (SIDE + GAP), row * (SIDE + GAP)

    def index_at(self, x: float, y: float) -> int | None:
        """The photo at a point; the first hidden one at the place that says how many are."""
        column, row = int(x // (SIDE + GAP)), int(y // (SIDE + GAP))
        outside = x < 0 or y < 0 or column >= self.columns
        if outside or x - column * (SIDE + GAP) > SIDE or y - row * (SIDE + GAP) > SIDE:
            return None
        cell = row * self.columns + column
        index = cell + len(self.hidden) - 1 if self.folded and cell > self.certain else cell
        return index if index < self.count else None

    def between(self, top: int, bottom: int) -> list[int]:
        """The photos that lie at least partly between two heights."""
        if self.folded:
            return [i for i in (*range(self.certain), *range(self.hidden.stop, self.count)) if bottom >= 0]
        first, last = max(0, top) // (SIDE + GAP), max(0, bottom) // (SIDE + GAP)
        return list(range(first * self.columns, min(self.count, (last + 1) * self.columns)))

    def step(self, index: int, right: int, down: int) -> int | None:
        """The photo that many places to the right or further down; None beyond the ends."""
        stepped = index + right + down * (self.columns if self.unfolded else self.count)
        if stepped in self.hidden:
            stepped = self.hidden.stop if right > 0 else self.hidden.start - 1
        return stepped if 0 <= stepped < self.count else None
