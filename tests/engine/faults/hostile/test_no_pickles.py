"""No data can run code: nothing is unpickled, evaluated or unmarshalled, and Pillow opens only what is named."""

from __future__ import annotations

import ast
import pickle
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from engine.commands.arrays import load_vectors
from engine.core.errors import UserError
from engine.core.packing import unpack
from engine.core.records import Progress
from tests.paths import ROOT

FORBIDDEN = {"pickle", "cPickle", "_pickle", "dill", "cloudpickle", "marshal", "shelve", "joblib"}
RUNS = {"eval", "exec", "compile", "__import__"}
ASKED: dict[str, tuple[str, str | None]] = {
    "np.load": ("allow_pickle", "False"),
    "numpy.load": ("allow_pickle", "False"),
    "torch.load": ("weights_only", "True"),
    "Image.open": ("formats", None),
}
SUSPICIOUS = re.compile("|".join(map(re.escape, (*FORBIDDEN, *(f"{name}(" for name in (*RUNS, *ASKED))))))


def faults(code: str) -> Iterator[str]:
    """What in a file could run code that somebody has put into data."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            named = {alias.name.partition(".")[0] for alias in node.names}
            named |= {(node.module or "").partition(".")[0]} if isinstance(node, ast.ImportFrom) else set()
            yield from (f"{node.lineno}: imports {name}" for name in named & FORBIDDEN)
        elif isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            option, value = ASKED.get(called, ("", None))
            given = {keyword.arg: ast.unparse(keyword.value) for keyword in node.keywords}
            if called in RUNS or (option and (option not in given or value not in (None, given[option]))):
                yield f"{node.lineno}: {called}"


def test_nothing_that_is_read_can_run() -> None:
    files = [path for room in ("engine", "gallery_app") for path in sorted((ROOT / room).rglob("*.py"))]
    texts = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in files}
    suspicious = {name: text for name, text in texts.items() if SUSPICIOUS.search(text)}  # to parse all takes seconds
    assert len(suspicious) > 8
    found = {name: list(faults(text)) for name, text in suspicious.items()}
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "line",
    [
        "import pickle",
        "from joblib import load",
        "import os, marshal",
        "np.load(path)",
        "np.load(path, allow_pickle=True)",
        "torch.load(path)",
        "torch.load(path, weights_only=False)",
        "Image.open(path)",
        "eval(text)",
    ],
)
def test_a_way_in_would_be_found(line: str) -> None:
    assert len(list(faults(line))) == 1


class Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (Path.touch, (Path(EVIL),))


EVIL = ""


@pytest.fixture
def evil(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """A pickle that makes a file "ran" when it is loaded."""
    monkeypatch.setitem(globals(), "EVIL", str(tmp_path / "ran"))
    pickle.loads(pickle.dumps(Evil()))
    (tmp_path / "ran").unlink()  # it works
    return pickle.dumps(Evil())


def test_an_array_that_is_a_pickle_is_a_sentence(tmp_path: Path, evil: bytes) -> None:
    np.save(tmp_path / "objects.npy", np.array([Evil(), Evil()], dtype=object), allow_pickle=True)
    (tmp_path / "plain.npy").write_bytes(evil)
    for name in ("objects.npy", "plain.npy"):
        with pytest.raises(UserError, match="cannot be read"):
            load_vectors(tmp_path / name)
    assert not (tmp_path / "ran").exists()


def test_models_in_the_catalog_are_arrays_alone(tmp_path: Path, evil: bytes) -> None:
    np.savez(tmp_path / "model.npz", _=np.array([Evil()], dtype=object))
    with pytest.raises(ValueError, match="pickle"):
        unpack(Progress, (tmp_path / "model.npz").read_bytes())
    assert not (tmp_path / "ran").exists()


@pytest.mark.slow
def test_weights_that_somebody_names_are_weights_alone(tmp_path: Path, evil: bytes) -> None:
    from engine.embedding.timm_backbone import TimmBackbone

    with zipfile.ZipFile(tmp_path / "weights.pth", "w") as file:
        for name, data in (("data.pkl", evil), ("version", b"3"), ("byteorder", b"little")):
            file.writestr(f"archive/{name}", data)
    (tmp_path / "plain.pth").write_bytes(evil)
    for name in ("weights.pth", "plain.pth"):
        with pytest.raises(UserError, match="holds no weights"):
            TimmBackbone(f"test_efficientnet@{tmp_path / name}").module()
    assert not (tmp_path / "ran").exists()
