"""Parameters declared once: described, built from texts, refused with a sentence."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass

import pytest

from engine.core.errors import UserError
from engine.core.parameters import build, describe, param


@dataclass
class Knobs:
    epochs: int = param(10, 1, 100, label="Epochs", help="How often.")
    rate: float = param(0.1, 0.0, 1.0, label="Rate", help="How fast.")
    start: str = param("warm", label="Start", help="From where.", choices=("warm", "cold"))
    loud: bool = param(False, label="Loud", help="Whether.")
    hidden: int = 3


def test_a_form_can_be_made_of_what_is_declared() -> None:
    assert [(p.name, p.kind, p.default, p.low, p.high) for p in describe(Knobs)] == [
        ("epochs", "int", 10, 1, 100),
        ("rate", "float", 0.1, 0.0, 1.0),
        ("start", "choice", "warm", None, None),
        ("loud", "bool", False, None, None),
    ]


def test_words_become_values() -> None:
    made = build(Knobs, {"epochs": "7", "rate": "0.5", "start": "cold", "loud": "on"})
    assert made == Knobs(7, 0.5, "cold", True)


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("epochs", "many", "whole number"),
        ("epochs", 1.5, "whole number"),
        ("epochs", "0", "between 1 and 100"),
        ("rate", "nan", "between 0.0 and 1.0"),
        ("start", "hot", "warm, cold"),
        ("loud", "perhaps", "on or off"),
        ("speed", "1", "epochs, rate, start, loud"),
        ("hidden", "1", "no parameter"),
    ],
)
def test_words_that_are_off_are_refused(name: str, value: object, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence) as caught:
        build(Knobs, {name: value})
    assert caught.value.usage


_WITHOUT = """
import importlib.abc, sys
class No(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name.partition(".")[0] in ("torch", "torchvision", "sklearn", "timm", "onnxruntime", "PySide6"):
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, No())
from engine.__main__ import main
sys.exit(main([sys.argv[1], "--json"]))
"""


@pytest.mark.parametrize(
    ("command", "names"),
    [
        ("methods", {"kmeans", "dec"}),
        ("backbones", {"efficientnet_lite0", "efficientnet_lite2"}),
        ("maps", {"grid", "neighbours", "pca", "tsne"}),
    ],
)
def test_what_there_is_can_be_listed_without_torch(command: str, names: set[str]) -> None:
    done = subprocess.run([sys.executable, "-c", _WITHOUT, command], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    entries = json.loads(done.stdout)
    assert names <= {entry["name"] for entry in entries}
    for entry in entries:
        assert entry["help"].endswith(".")
        assert all(p["help"] and p["label"] for p in entry["parameters"])
