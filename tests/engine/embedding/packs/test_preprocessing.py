"""How pictures are made ready: as the pack's own configuration says, in either of its two forms."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from PIL import Image

from engine.core.errors import UserError
from engine.embedding.packs.preprocessing import read_preprocessing

OPEN_CLIP = {"size": [24, 24], "mode": "RGB", "mean": [0.5] * 3, "std": [0.5] * 3, "interpolation": "bicubic"}
DINO = {
    "size": {"shortest_edge": 32}, "crop_size": {"height": 24, "width": 24}, "do_center_crop": True, "resample": 3,
    "image_mean": [0.485, 0.456, 0.406], "image_std": [0.229, 0.224, 0.225], "rescale_factor": 1 / 255,
}  # fmt: skip


def read(**told: Any) -> Any:
    return read_preprocessing(json.dumps(told).encode(), "visual/preprocess_cfg.json")


@pytest.fixture
def stripe() -> Image.Image:
    """96 × 48, black, with a red left edge and a green top edge."""
    image = Image.new("RGB", (96, 48))
    image.paste((0, 255, 0), (0, 0, 96, 12))
    image.paste((255, 0, 0), (0, 0, 24, 48))
    return image


def test_squashed_the_whole_is_seen(stripe: Image.Image) -> None:
    seen = read(**OPEN_CLIP, resize_mode="squash").picture(stripe)
    assert seen.shape == (24, 24, 3)
    assert seen[12, 1, 0] > 240
    assert seen[1, 20, 1] > 240


def test_by_its_shortest_side_the_centre_is_seen(stripe: Image.Image) -> None:
    seen = read(**OPEN_CLIP).picture(stripe)  # open_clip's own way, where nothing is said
    assert seen[:, :, 0].max() < 20
    assert seen[1, 12, 1] > 240
    assert np.array_equal(seen, np.asarray(stripe.resize((48, 24), Image.Resampling.BICUBIC).crop((12, 0, 36, 24))))


def test_by_its_longest_side_it_is_padded(stripe: Image.Image) -> None:
    seen = read(**OPEN_CLIP, resize_mode="longest", fill_color=7).picture(stripe)
    assert np.array_equal(np.unique(seen[:6]), [7])
    assert np.array_equal(np.unique(seen[18:]), [7])
    assert seen[12, 1, 0] > 240


def test_of_transformers_an_edge_and_its_crop(stripe: Image.Image) -> None:
    found = read(**DINO)
    expected = stripe.resize((64, 32), Image.Resampling.BICUBIC).crop((20, 4, 44, 28))
    assert np.array_equal(found.picture(stripe), np.asarray(expected))
    seen = found.normalised(np.full((1, 24, 24, 3), 255, np.uint8))
    assert seen[0, 0, 0] == pytest.approx([(1 - 0.485) / 0.229, (1 - 0.456) / 0.224, (1 - 0.406) / 0.225], rel=1e-5)


def test_of_transformers_a_plain_size_squashes(stripe: Image.Image) -> None:
    found = read(size={"height": 24, "width": 24}, image_mean=[0.5] * 3, image_std=[0.5] * 3, resample=2)
    assert np.array_equal(found.picture(stripe), np.asarray(stripe.resize((24, 24), Image.Resampling.BILINEAR)))


@pytest.mark.parametrize(
    "told",
    [
        {},
        {**OPEN_CLIP, "size": [24, 12]},
        {**OPEN_CLIP, "size": 4},
        {**OPEN_CLIP, "size": 100_000},
        {**OPEN_CLIP, "mode": "L"},
        {**OPEN_CLIP, "std": [0, 1, 1]},
        {**OPEN_CLIP, "mean": [0.5]},
        {**OPEN_CLIP, "interpolation": "magic"},
        {**OPEN_CLIP, "resize_mode": "fold"},
        {**DINO, "rescale_factor": 1},
        {**DINO, "crop_size": {"height": 24, "width": 12}},
    ],
)
def test_what_cannot_be_understood_is_said(told: dict[str, Any]) -> None:
    with pytest.raises(UserError, match=r"visual/preprocess_cfg\.json does not say how"):
        read(**told)
