"""What a line of text says.

A network gives for each column of a line's picture how likely each character is; repeats and blanks are dropped (CTC,
Graves et al., ICML 2006, with the most likely character at each place).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from PIL import Image

from engine.core.networks.session import open_network
from engine.core.records import Floats
from engine.text.networks import RECOGNITION

_HEIGHT = 48
_NARROWEST, _WIDEST = 128, 3200  # pixels: a shorter line is filled up, a longer one squeezed
_BATCH = 1200  # pixels of width in one go: larger ones are slower, and the answer takes 9 kB a pixel
_BLANK = 0


class Recognised(NamedTuple):
    """What a line says, and the likelihood of each of its characters."""

    text: str
    likelihoods: Floats


NOTHING = Recognised("", np.zeros(0, np.float32))


class TextRecogniser:
    """Reads pictures of single lines."""

    def __init__(self) -> None:
        self._network = open_network(RECOGNITION)
        characters = self._network.get_modelmeta().custom_metadata_map["character"].split("\n")
        self._characters = ["", *characters, " "]

    def read(self, lines: Sequence[Image.Image]) -> Iterator[tuple[int, Recognised]]:
        """What each picture (RGB) of a line says, by its place among them, as it is found out: some at a time."""
        planes = [_plane(line) for line in lines]
        for batch in _batches([plane.shape[2] for plane in planes]):
            width = max(_NARROWEST, max(planes[i].shape[2] for i in batch))
            filled = np.zeros((len(batch), 3, _HEIGHT, width), np.float32)
            for row, i in enumerate(batch):
                filled[row, :, :, : planes[i].shape[2]] = planes[i]
            (answer,) = self._network.run(None, {"x": filled})
            yield from ((i, self._decoded(answer[row])) for row, i in enumerate(batch))

    def _decoded(self, likelihoods: Floats) -> Recognised:
        """(columns, characters) as text."""
        best = likelihoods.argmax(axis=1)
        kept = np.flatnonzero((best != _BLANK) & (np.diff(best, prepend=_BLANK) != 0))
        return Recognised("".join(self._characters[c] for c in best[kept]), likelihoods[kept, best[kept]])


def _plane(line: Image.Image) -> Floats:
    """A line at the network's height, (3, 48, width), blue, green, red from -1 to 1."""
    width = min(_WIDEST, max(1, round(line.width * _HEIGHT / line.height)))
    small = np.asarray(line.resize((width, _HEIGHT), Image.Resampling.BICUBIC), np.float32)
    return (small[:, :, ::-1] / 127.5 - 1).transpose(2, 0, 1)


def _batches(widths: Sequence[int]) -> Iterator[list[int]]:
    """Lines of like width together, no more than _BATCH pixels in all."""
    batch: list[int] = []
    for i in sorted(range(len(widths)), key=lambda i: widths[i]):
        if batch and max(_NARROWEST, widths[i]) * (len(batch) + 1) > _BATCH:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch
