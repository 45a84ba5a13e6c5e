"""The 1,000 classes of ImageNet in words, to name clusters by."""

from __future__ import annotations

import functools
from importlib.util import find_spec
from pathlib import Path


@functools.cache
def class_names() -> tuple[str, ...]:
    """One name a class, in the order of the logits: the first lemma of its WordNet synset.

    Read from timm's data files without importing timm, which would import torch.
    """
    spec = find_spec("timm")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("timm is missing from this installation")
    data = Path(spec.origin).parent / "data" / "_info"
    lines = (data / "imagenet_synset_to_lemma.txt").read_text(encoding="utf-8").splitlines()
    lemmas = dict(line.split("\t", 1) for line in lines)
    synsets = (data / "imagenet_synsets.txt").read_text(encoding="utf-8").split()
    return tuple(lemmas[synset].split(",")[0].strip() for synset in synsets)
