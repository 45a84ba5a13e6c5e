"""Preprocessing: how a pack's network wants its pictures, as its own configuration says."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.core.errors import UserError
from engine.core.records import Floats

Mode = Literal["squash", "shortest", "longest"]
_RESAMPLING = {sampling.name.lower(): sampling for sampling in Image.Resampling}
_LARGEST = 1024  # pixels


@dataclass(frozen=True, slots=True)
class Preprocessing:
    """A square of `side` pixels: squashed; its centre, once the shortest side is `edge`; or padded with `fill`.

    `mean` and `std` are of pixels 0…1, by channel.
    """

    side: int
    mode: Mode
    resampling: Image.Resampling
    mean: tuple[float, float, float]
    std: tuple[float, float, float]
    edge: int
    fill: int = 0

    def picture(self, image: Image.Image) -> NDArray[np.uint8]:
        """An RGB image as the network's square, uint8 (side, side, 3)."""
        side = self.side
        if self.mode == "squash":
            square = image.resize((side, side), self.resampling)
        else:
            pick = min if self.mode == "shortest" else max
            scale = (self.edge if self.mode == "shortest" else side) / pick(image.size)
            width, height = (max(1, round(length * scale)) for length in image.size)
            resized = image.resize((width, height), self.resampling)
            square = Image.new("RGB", (side, side), (self.fill,) * 3)
            square.paste(resized, ((side - width) // 2, (side - height) // 2))
        return np.asarray(square, dtype=np.uint8)

    def normalised(self, pixels: NDArray[np.uint8]) -> Floats:
        """Pixels (n, side, side, 3) as the network's numbers, float32 (n, side, side, 3)."""
        scaled = pixels.astype(np.float32) / np.float32(255)
        mean, std = np.array(self.mean, np.float32), np.array(self.std, np.float32)
        return np.asarray((scaled - mean) / std, np.float32)


def read_preprocessing(text: bytes, name: str) -> Preprocessing:
    """Of a `preprocess_cfg.json` (open_clip) or a `preprocessor_config.json` (transformers) called `name`."""
    try:
        told = json.loads(text)
        found = _open_clip(told) if "mean" in told else _transformers(told)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UserError("{file} does not say how the network wants its pictures.", file=name) from error
    if not 8 <= found.side <= _LARGEST or not found.side <= found.edge <= 2 * _LARGEST or min(found.std) <= 0:
        raise UserError("{file} does not say how the network wants its pictures.", file=name)
    return found


def _open_clip(told: dict[str, Any]) -> Preprocessing:
    side = _side(told["size"])
    mode = told.get("resize_mode", "shortest")
    if mode not in ("squash", "shortest", "longest") or told.get("mode", "RGB") != "RGB":
        raise ValueError(mode)
    resampling = _RESAMPLING[told.get("interpolation", "bicubic")]
    fill = told.get("fill_color", 0)
    return Preprocessing(side, mode, resampling, _three(told["mean"]), _three(told["std"]), side, int(fill or 0))


def _transformers(told: dict[str, Any]) -> Preprocessing:
    if not told.get("do_rescale", True) or abs(told.get("rescale_factor", 1 / 255) * 255 - 1) > 1e-3:
        raise ValueError("pixels of another range")
    size = told["size"]
    shortest = size.get("shortest_edge") if isinstance(size, dict) else size if told.get("do_center_crop") else None
    edge = shortest if shortest is not None else _side(size)
    side = _side(told["crop_size"]) if told.get("do_center_crop") else edge
    mode: Mode = "squash" if shortest is None else "shortest"
    normal = told.get("do_normalize", True)
    mean, std = (_three(told["image_mean"]), _three(told["image_std"])) if normal else ((0.0,) * 3, (1.0,) * 3)
    resampling = Image.Resampling(told.get("resample", Image.Resampling.BICUBIC))
    return Preprocessing(side, mode, resampling, mean, std, max(edge, side))


def _side(size: Any) -> int:
    """Of a number, a pair or a height and a width that are the same."""
    sides = [size["height"], size["width"]] if isinstance(size, dict) else size if isinstance(size, list) else [size]
    if len({*sides}) != 1:
        raise ValueError("no square")
    return int(sides[0])


def _three(values: Any) -> tuple[float, float, float]:
    red, green, blue = (float(value) for value in values)
    return red, green, blue
