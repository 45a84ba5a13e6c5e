"""Layout of a flow's photos: one row with the most certain and the most doubtful, or rows with all; no Qt."""

from __future__ import annotations

from dataclasses import dataclass

SIDE = 104  # pixels of a photo
GAP = 8
CERTAIN = 0.6  # of the photos where there is no room for all: the others are the most doubtful
MOST = 12_000  # photos that are shown: Qt lays out no more than 524,287 pixels, and nobody looks through that many


@dataclass(frozen=True, slots=True)
class StripLayout:
    """Where photos 0…count-1 lie, the most certain first, in a strip of `width` pixels; `unfolded` has many rows.

    Where there are more photos than places, one place between the most certain and the most doubtful says how many.
    """

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
    def places(self) -> int:
        return min(self.count, MOST if self.unfolded else self.columns)

    @property
    def hidden(self) -> range:
        """The photos that are not shown; their place is that of the first."""
        certain = max(1, round((self.places - 1) * CERTAIN))
        doubtful = self.places - 1 - certain
        return range(certain, self.count - doubtful) if self.count > self.places else range(0)

    @property
    def height(self) -> int:
        return max(1, -(-self.places // self.columns)) * (SIDE + GAP) - GAP

    def corner(self, index: int) -> tuple[int, int]:
        """The left and the top of a photo; of one that is hidden those of their place."""
        row, column = divmod(self._place(index), self.columns)
        return column * (SIDE + GAP), row * (SIDE + GAP)

    def index_at(self, x: float, y: float) -> int | None:
        """The photo at a point; the first hidden one at the place that says how many are."""
        column, row = int(x // (SIDE + GAP)), int(y // (SIDE + GAP))
        beside = x - column * (SIDE + GAP) > SIDE or y - row * (SIDE + GAP) > SIDE
        place = row * self.columns + column
        if x < 0 or y < 0 or beside or column >= self.columns or place >= self.places:
            return None
        return self._index(place)

    def between(self, top: int, bottom: int) -> list[int]:
        """The photos that lie at least partly between two heights."""
        first, last = max(0, top) // (SIDE + GAP), bottom // (SIDE + GAP)
        places = range(first * self.columns, min(self.places, (last + 1) * self.columns))
        return [index for index in map(self._index, places) if index not in self.hidden]

    def step(self, index: int, right: int, down: int) -> int | None:
        """The photo that many places to the right or further down; None beyond the ends."""
        place = self._place(index) + right + down * self.columns
        if 0 <= place < self.places and self._index(place) in self.hidden:
            place += right or down
        return self._index(place) if 0 <= place < self.places else None

    def _place(self, index: int) -> int:
        hidden = self.hidden
        return index - max(0, min(index - hidden.start, len(hidden) - 1)) if hidden else index

    def _index(self, place: int) -> int:
        hidden = self.hidden
        return place + len(hidden) - 1 if hidden and place > hidden.start else place
