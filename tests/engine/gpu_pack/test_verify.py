"""What the pack's own Python does when it is tried, and what is said of a device: on this machine's processor."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.core import devices
from engine.core.errors import Sentence
from engine.core.interpreter import child_command
from engine.core.job import Job
from engine.embedding.agreement import LEAST
from engine.gpu_pack import inspect, kernel, trial
from engine.gpu_pack.inspect import inspect_device
from engine.gpu_pack.report import PackStatus
from engine.gpu_pack.verify import verify


@pytest.fixture
def reference(home: Path, tmp_path: Path) -> Path:
    trial.write_reference(tmp_path / "reference.npz", home, Job())
    return tmp_path / "reference.npz"


def test_torch_makes_the_vectors_of_onnx_runtime(reference: Path) -> None:
    asked = subprocess.run(
        child_command("engine.gpu_pack.verify", "cpu", str(reference)), capture_output=True, check=True
    )
    answer = json.loads(asked.stdout.splitlines()[-1])
    assert answer["problem"] is None
    assert answer["cosine"] >= LEAST
    assert answer["milliseconds"] > 0
    assert trial.problem_of(answer) is None


def test_other_vectors_and_another_network_are_noticed(reference: Path) -> None:
    with np.load(reference) as kept:
        vectors, key = kept["vectors"], kept["key"]
    np.savez(reference, vectors=vectors[::-1], key=key)
    assert "other vectors" in str(trial.problem_of(verify("cpu", reference)))
    np.savez(reference, vectors=vectors, key="another")
    assert "another" in str(trial.problem_of(verify("cpu", reference)))


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a GPU here")
def test_without_a_gpu_nothing_is_claimed(reference: Path) -> None:
    assert verify("cuda", reference)["problem"] == "no-gpu"


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("CUDA error: no kernel image is available for execution on the device", "too-old"),
        ("CUDA out of memory. Tried to allocate 2 GiB", "memory"),
        ("cuDNN error", "other"),
    ],
)
def test_a_gpu_that_fails_is_told_by_what_it_says(
    reference: Path, said: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_device: str) -> float:
        raise RuntimeError(said)

    monkeypatch.setattr(kernel, "time_kernel", fail)
    assert verify("cpu", reference)["problem"] == kind


def test_a_wrong_product_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    right = torch.mm
    products = iter([*[lambda a, b: right(a, b) + 1] * 4, right])
    monkeypatch.setattr(torch, "mm", lambda a, b: next(products)(a, b))
    with pytest.raises(RuntimeError, match="wrong product"):
        kernel.time_kernel("cpu")


def test_the_device_is_told_by_what_was_made_of_it(home: Path) -> None:
    report = inspect_device(home, "cpu", Job())
    assert (report.embeds, report.trains, report.runtime) == ("cpu", "cpu", "onnxruntime")
    assert report.providers == ("CPUExecutionProvider",)
    assert report.milliseconds is not None
    assert report.milliseconds > 0
    assert "was chosen" in str(report.reason)
    assert not report.from_pack


def test_a_torch_with_cuda_that_finds_no_gpu_says_so(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inspect, "torch_has_gpu", lambda: True)
    monkeypatch.setattr(inspect, "status", lambda home: PackStatus("unneeded", reason=Sentence("It can.")))
    monkeypatch.setattr(devices, "resolve", lambda wanted: "cpu")
    assert "no NVIDIA GPU here" in str(inspect_device(home, "auto", Job()).reason)


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a GPU here")
def test_a_device_that_is_not_there_is_said_and_the_processor_taken(home: Path) -> None:
    report = inspect_device(home, "cuda", Job())
    assert report.trains == "cpu"
    assert "no cuda device" in str(report.reason)


def test_a_kernel_that_fails_is_said(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_device: str) -> float:
        raise RuntimeError("no kernel image\nand more")

    monkeypatch.setattr(inspect, "time_kernel", fail)
    report = inspect_device(home, "auto", Job())
    assert report.milliseconds is None
    assert "(no kernel image)" in str(report.reason)
