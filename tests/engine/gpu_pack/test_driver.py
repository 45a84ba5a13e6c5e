"""The driver is asked in a process of its own: whatever it does, this one goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.gpu_pack.driver import Driver, ask_driver
from tests.engine.gpu_pack.fake_driver import GPU


def test_a_driver_names_its_gpu(with_gpu: None) -> None:
    assert ask_driver() == Driver(GPU)


def test_where_there_is_no_driver_there_is_nothing_to_say(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "libcuda.so.1").write_bytes(b"no library")
    monkeypatch.setenv("LD_LIBRARY_PATH", str(tmp_path))
    assert ask_driver() == Driver()


def test_a_driver_without_a_gpu_is_no_problem(with_gpu: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAKE_CUDA", "none")
    assert ask_driver() == Driver()


@pytest.mark.parametrize(("does", "said"), [("crash", "crashes"), ("hang", "does not answer"), ("error", "error 803")])
def test_a_broken_driver_is_said_in_a_sentence(
    with_gpu: None, monkeypatch: pytest.MonkeyPatch, does: str, said: str
) -> None:
    monkeypatch.setenv("FAKE_CUDA", does)
    found = ask_driver(patience=1.0)
    assert found.gpu == ""
    assert said in str(found.problem)
