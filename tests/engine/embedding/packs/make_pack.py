"""A made-up model pack, small and real: two ONNX halves that share a space of colours, and a tokenizer.

A picture's vector is what colours it has and where, a sentence's what colours it names: "a red picture" finds the red
ones. Run as a program it writes one: `python -m tests.engine.embedding.packs.make_pack FOLDER`.
"""

from __future__ import annotations

import hashlib
import json
import sys
import warnings
from pathlib import Path
from typing import Any

import torch

SIDE, GRID, WIDTH, LENGTH = 32, 4, 24, 8
COLOURS = {
    "red": (220, 30, 30), "green": (30, 170, 50), "blue": (40, 60, 220), "yellow": (235, 220, 40),
    "white": (245, 245, 245), "black": (10, 10, 10),
}  # fmt: skip
SENTENCES = [f"a {colour} picture of a {thing}" for colour in COLOURS for thing in ("house", "field", "sea", "wall")]
MEAN, STD = (0.5, 0.5, 0.5), (0.5, 0.5, 0.5)


class Visual(torch.nn.Module):
    """A picture (n, 3, 32, 32) as the colours of a grid, mapped to WIDTH numbers: most of them its mean colour."""

    def __init__(self, seed: int = 0) -> None:
        super().__init__()
        random = torch.Generator().manual_seed(seed)
        places = torch.randn(3 * GRID * GRID, WIDTH, generator=random) * 0.05
        self.weight = torch.nn.Parameter(torch.eye(3).repeat_interleave(GRID * GRID, 0) @ _axes(seed) + places)

    def forward(self, image: torch.Tensor) -> torch.Tensor:
        grid = torch.nn.functional.avg_pool2d(image, SIDE // GRID)
        vectors = grid.flatten(1) @ self.weight / GRID**2
        return vectors / vectors.norm(dim=1, keepdim=True)


class Textual(torch.nn.Module):
    """Tokens (n, LENGTH) as the mean of their vectors: those of colours are what a picture of that colour has."""

    def __init__(self, vocabulary: dict[str, int], seed: int = 0) -> None:
        super().__init__()
        table = torch.zeros(len(vocabulary), WIDTH)
        for name, (red, green, blue) in COLOURS.items():
            colour = (torch.tensor([red, green, blue]) / 255 - 0.5) / 0.5
            table[vocabulary[name]] = colour @ _axes(seed)
        self.table = torch.nn.Parameter(table)

    def forward(self, text: torch.Tensor) -> torch.Tensor:
        vectors = self.table[text.long()].sum(1) + 1e-4
        return vectors / vectors.norm(dim=1, keepdim=True)


def _axes(seed: int) -> torch.Tensor:
    return torch.linalg.qr(torch.randn(WIDTH, 3, generator=torch.Generator().manual_seed(seed + 1)))[0].T


def make_pack(
    folder: Path, *, name: str = "colours", textual: bool = True, manifest: bool = True, seed: int = 0
) -> Path:
    """A pack as Immich's exports lie; without a `manifest` it has no hashes. Packs of other seeds see otherwise."""
    (folder / "visual").mkdir(parents=True)
    export(Visual(seed), torch.zeros(2, 3, SIDE, SIDE), folder / "visual" / "model.onnx", "image", "image_embedding")
    preprocessing = {
        "size": [SIDE, SIDE], "mode": "RGB", "mean": MEAN, "std": STD, "interpolation": "bicubic",
        "resize_mode": "squash", "fill_color": 0,
    }  # fmt: skip
    write_json(folder / "visual" / "preprocess_cfg.json", preprocessing)
    config = {"embed_dim": WIDTH, "text_cfg": {"context_length": LENGTH, "tokenizer_kwargs": {"clean": "canonicalize"}}}
    write_json(folder / "config.json", config)
    (folder / "README.md").write_text("---\nlicense: cc0-1.0\n---\n# Colours\n", "utf-8")
    if textual:
        vocabulary = make_tokenizer(folder / "textual")
        tokens = torch.zeros(2, LENGTH, dtype=torch.int32)
        export(Textual(vocabulary, seed), tokens, folder / "textual" / "model.onnx", "text", "text_embedding")
    if manifest:
        write_manifest(folder, name)
    return folder


def make_plain_pack(folder: Path) -> Path:
    """One as exports of DINOv2 lie: tokens of a transformer come out, of which the first stands for the picture."""

    class Tokens(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.visual = Visual()

        def forward(self, pixel_values: torch.Tensor) -> torch.Tensor:
            whole = self.visual(pixel_values) * 7
            return torch.stack([whole, torch.zeros_like(whole)], dim=1)

    folder.mkdir(parents=True)
    export(Tokens(), torch.zeros(2, 3, SIDE, SIDE), folder / "model.onnx", "pixel_values", "last_hidden_state")
    about = {
        "do_resize": True, "size": {"shortest_edge": 40}, "resample": 3, "do_center_crop": True,
        "crop_size": {"height": SIDE, "width": SIDE}, "do_rescale": True, "rescale_factor": 1 / 255,
        "do_normalize": True, "image_mean": MEAN, "image_std": STD,
    }  # fmt: skip
    write_json(folder / "preprocessor_config.json", about)
    return folder


def make_tokenizer(folder: Path) -> dict[str, int]:
    """A tokenizer.json of byte pairs, trained on a few sentences, with what goes with it; its vocabulary."""
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors, trainers

    tokenizer = Tokenizer(models.BPE(unk_token="<unk>"))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    special = ["<pad>", "<eos>", "<unk>"]
    tokenizer.train_from_iterator(SENTENCES, trainers.BpeTrainer(vocab_size=200, special_tokens=special))
    tokenizer.post_processor = processors.TemplateProcessing("$A <eos>", special_tokens=[("<eos>", 1)])
    folder.mkdir(parents=True)
    tokenizer.save(str(folder / "tokenizer.json"))
    write_json(folder / "tokenizer_config.json", {"pad_token": {"content": "<pad>"}, "eos_token": "<eos>"})
    return dict(tokenizer.get_vocab())


def write_manifest(folder: Path, name: str) -> None:
    """A pack.json of all files that are there."""
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != "pack.json"]
    files = [
        {
            "path": path.relative_to(folder).as_posix(),
            "size": path.stat().st_size,
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        }
        for path in paths
    ]
    told = {"version": 1, "name": name, "release": "1.2", "licence": "CC0-1.0", "files": files}
    write_json(folder / "pack.json", told)


def export(module: torch.nn.Module, example: torch.Tensor, to: Path, given: str, made: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of its own age
        torch.onnx.export(
            module.eval(), (example,), str(to), dynamo=False, opset_version=17, input_names=[given],
            output_names=[made], dynamic_axes={given: {0: "n"}, made: {0: "n"}},
        )  # fmt: skip


def write_json(path: Path, told: dict[str, Any]) -> None:
    path.write_text(json.dumps(told), "utf-8")


if __name__ == "__main__":
    make_pack(Path(sys.argv[1]))
