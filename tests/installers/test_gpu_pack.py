"""What an installer brings for a GPU pack (packaging/gpu_pack), as far as that can be told without a network."""

from __future__ import annotations

import hashlib
import importlib
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from engine import __version__
from engine.gpu_pack.kit import find_kit
from tests.engine.gpu_pack.loopback import make_wheel, serving
from tests.paths import ROOT

PLACE = ROOT / "packaging" / "gpu_pack"


@pytest.fixture
def lock(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(PLACE))
    monkeypatch.delitem(sys.modules, "lock", raising=False)
    return importlib.import_module("lock")


def test_a_pack_has_what_the_engine_needs_and_the_bundles_torch(lock: ModuleType) -> None:
    wanted = lock.requirements("2.14.1")
    assert wanted[-1] == "torch==2.14.1"
    names = {one.partition(">=")[0].lower() for one in wanted[:-1]}
    assert {"numpy", "onnxruntime", "timm", "torchvision", "rawpy"} <= names
    assert not {"pyside6-essentials", "pyqtgraph", "onnxruntime-gpu"} & names


def test_torch_comes_from_its_own_index_where_pypi_has_none_for_cuda(lock: ModuleType) -> None:
    assert lock.PLATFORMS["linux"].indexes == ()
    assert lock.PLATFORMS["windows"].indexes == ("https://download.pytorch.org/whl/cu130",)
    assert lock.PLATFORMS["windows"].options[-2:] == ["--torch-backend", "cu130"]


def test_a_lock_names_every_wheel_by_its_hash_and_what_all_weigh(
    lock: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    torch = make_wheel(tmp_path, "torch", "2.14.1", {"torch/kernels.bin": bytes(2_000_000)})
    unpacked = sum(entry.file_size for entry in zipfile.ZipFile(torch).infolist())
    digest = hashlib.sha256(torch.read_bytes()).hexdigest()
    with serving([torch], torch) as index:
        wheel = {"url": f"{index.url}/files/{torch.name}", "hashes": {"sha256": digest}}
        found: list[dict[str, Any]] = [{"name": "torch", "version": "2.14.1", "wheels": [wheel]}]
        monkeypatch.setattr(lock, "resolve", lambda *_: found)
        lock.lock(tmp_path / "out", lock.PLATFORMS["linux"], "2.14.1")
        assert index.fetched[torch.name] < 2_000_000  # only its list was read
    assert (tmp_path / "out" / "lock.txt").read_text("utf-8") == f"torch==2.14.1 \\\n    --hash=sha256:{digest}\n"
    about = json.loads((tmp_path / "out" / "lock.json").read_text("utf-8"))
    assert about["torch"] == "2.14.1"
    assert about["download"] == torch.stat().st_size + lock.PYTHON_DOWNLOAD
    assert about["disk"] == unpacked + lock.PYTHON_DISK


def test_the_program_reads_what_the_lock_says(
    lock: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PHOTOLOOM_GPU_KIT", str(tmp_path))
    assert find_kit() is None
    monkeypatch.setattr(lock, "resolve", lambda *_: [{"name": "torch", "version": "2.14.1+cu130", "wheels": []}])
    monkeypatch.setattr(lock, "weigh", lambda _: (5, 7))
    lock.lock(tmp_path, lock.PLATFORMS["windows"], "2.14.1")
    about = json.loads((tmp_path / "lock.json").read_text("utf-8"))
    (tmp_path / "kit.json").write_text(json.dumps({"version": 1, **about}), "utf-8")
    (tmp_path / ("uv.exe" if sys.platform == "win32" else "uv")).touch()
    wheel = make_wheel(tmp_path, "photoloom", __version__, {})
    kit = find_kit()
    assert kit is not None
    assert (kit.wheel, kit.torch, kit.download) == (wheel, "2.14.1+cu130", 5 + lock.PYTHON_DOWNLOAD)
    assert kit.indexes == ("https://download.pytorch.org/whl/cu130",)


def test_the_check_is_a_program_that_says_what_it_takes() -> None:
    said = subprocess.run([PLACE / "check.sh", "--help"], capture_output=True, text=True, check=False, env=_python())
    assert said.returncode == 0, said.stderr
    assert {"--small", "--torch", "--wheels"} <= set(said.stdout.split())


def _python() -> dict[str, str]:
    return {"PYTHON": sys.executable, "PATH": os.environ["PATH"]}
