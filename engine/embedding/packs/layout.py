"""Which file of a pack is what, told by their names: as the exports of CLIP models for Immich lie, or those of DINOv2.

CLIP and SigLIP (a `visual` and a `textual` half, each with what goes with it):

    visual/model.onnx    visual/preprocess_cfg.json    config.json
    textual/model.onnx   textual/tokenizer.json        textual/tokenizer_config.json

DINOv2 and others of the transformers library, which know no words:

    model.onnx or onnx/model.onnx                      preprocessor_config.json

Weights that are too large for their graph lie beside it: model.onnx.data or model.onnx_data.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

_VISUAL = ("visual/model.onnx", "visual/preprocess_cfg.json")
_TEXTUAL = ("textual/model.onnx", "textual/tokenizer.json", "textual/tokenizer_config.json", "config.json")
_PLAIN = ("model.onnx", "onnx/model.onnx")
_PLAIN_PREPROCESSING = "preprocessor_config.json"
_GRAPHS = (_VISUAL[0], _TEXTUAL[0], *_PLAIN)

# What is looked for at an address that has no manifest.
KNOWN = (
    *_VISUAL, *_TEXTUAL, *_PLAIN, _PLAIN_PREPROCESSING,
    *(graph + data for graph in _GRAPHS for data in (".data", "_data")),
    "README.md", "LICENSE",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Layout:
    """Paths of a pack's files; `textual` is "" where it has no such half."""

    visual: str
    preprocessing: str
    textual: str = ""
    tokenizer: str = "textual/tokenizer.json"
    tokenizer_config: str = "textual/tokenizer_config.json"
    config: str = "config.json"

    @property
    def graphs(self) -> tuple[str, ...]:
        return (self.visual, self.textual) if self.textual else (self.visual,)


def layout_of(paths: Collection[str]) -> Layout | None:
    """The layout of these files; None where they are no pack."""
    there = set(paths)
    if there.issuperset(_VISUAL):
        return Layout(*_VISUAL, _TEXTUAL[0] if there.issuperset(_TEXTUAL) else "")
    plain = next((path for path in _PLAIN if path in there), None)
    return Layout(plain, _PLAIN_PREPROCESSING) if plain and _PLAIN_PREPROCESSING in there else None


def wanted(paths: Collection[str]) -> set[str]:
    """Those of the files that the layout uses, and what says where they come from; all where it is unknown.

    A folder of exports also has halves for other chips, and networks in other precisions.
    """
    layout = layout_of(paths)
    if layout is None:
        return set(paths)
    used = {*_VISUAL, *_TEXTUAL} if layout.textual else {layout.visual, layout.preprocessing, "config.json"}
    used |= {graph + data for graph in layout.graphs for data in (".data", "_data")}
    return set(paths) & {*used, "README.md", "LICENSE", "LICENCE", "NOTICE"}
