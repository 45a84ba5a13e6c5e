"""TextEncoder: a sentence as a vector among those of the photos, by the textual half of a pack.

Tokens come from the package tokenizers, which reads the pack's own tokenizer.json: a token that is off makes no error,
only worse finds, so nothing here guesses. It is optional (`pip install photoloom[sentences]`); a bundle has it.
"""

from __future__ import annotations

import importlib.util
import json
import string
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import UserError
from engine.core.records import Floats
from engine.embedding.packs.network import TextualHalf, verified
from engine.embedding.packs.shelf import Pack

_CONTEXT = 77  # tokens, where the pack does not say: those of CLIP (Radford et al., ICML 2021)
_PADDING = "<pad>"
_NO_PUNCTUATION = str.maketrans("", "", string.punctuation)


def can_read() -> bool:
    """Whether what makes tokens is installed."""
    return importlib.util.find_spec("tokenizers") is not None


class TextEncoder:
    """Opened once, for the networks take seconds and some hundred MB; use it from one thread."""

    def __init__(self, pack: Pack) -> None:
        if not pack.layout.textual:
            raise UserError("The model pack {name} knows no words.", name=pack.name)
        self._tokens = Tokens(pack)
        self._half = TextualHalf(verified(pack, pack.layout.textual))

    def encode(self, sentence: str) -> Floats:
        """The unit vector (d,) of a sentence."""
        vector: Floats = self._half.run(*self._tokens.of([sentence]))[0]
        return vector


class Tokens:
    """The pack's tokenizer: as many tokens as the network takes, no more and no fewer."""

    def __init__(self, pack: Pack) -> None:
        if not can_read():
            raise UserError(
                "To find photos by a sentence, the package tokenizers is needed: install photoloom[sentences] with pip."
            )
        from tokenizers import Tokenizer

        folder, layout = pack.folder, pack.layout
        try:
            about = json.loads((folder / layout.config).read_bytes()).get("text_cfg") or {}
            length, cleaning = int(about.get("context_length", _CONTEXT)), about.get("tokenizer_kwargs") or {}
            self._is_plain = cleaning.get("clean") == "canonicalize"
            padding = _name_of(json.loads((folder / layout.tokenizer_config).read_bytes()).get("pad_token"))
        except (ValueError, TypeError, AttributeError) as error:
            raise UserError("{file} does not say what the network reads.", file=layout.config) from error
        try:
            self._tokenizer = Tokenizer.from_file(str(folder / layout.tokenizer))
        except Exception as error:  # the package raises plain Exceptions
            raise UserError("{file} is no tokenizer that can be read.", file=layout.tokenizer) from error
        number = self._tokenizer.token_to_id(padding)
        if number is None:
            raise UserError("{file} has no token {token!r}.", file=layout.tokenizer, token=padding)
        self._tokenizer.enable_padding(length=length, pad_token=padding, pad_id=number)
        self._tokenizer.enable_truncation(max_length=length)

    def of(self, sentences: list[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Ids (n, length) of the sentences' tokens, and a mask: 1 for a token, 0 for padding."""
        found = self._tokenizer.encode_batch([self._cleaned(sentence) for sentence in sentences])
        return np.array([one.ids for one in found], np.int64), np.array([one.attention_mask for one in found], np.int64)

    def _cleaned(self, sentence: str) -> str:
        """Without what the network never saw, where it was trained on plain words (SigLIP, Zhai et al., ICCV 2023)."""
        words = " ".join(sentence.split())
        if self._is_plain:
            words = " ".join(words.replace("_", " ").translate(_NO_PUNCTUATION).lower().split())
        return words


def _name_of(token: Any) -> str:
    """A token's text: it stands there as it is, or as an entry with what else is said of it."""
    return str(token["content"]) if isinstance(token, dict) else str(token or _PADDING)
