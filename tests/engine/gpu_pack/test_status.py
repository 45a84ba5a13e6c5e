"""Whether a pack is wanted, and how it is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from engine.core.errors import Sentence
from engine.gpu_pack import status as module
from engine.gpu_pack.places import FOLDER, MARKER, Marker, pack_folder, python_of, read_marker, write_marker
from engine.gpu_pack.status import status, torch_has_gpu
from tests.engine.gpu_pack.fake_driver import GPU

WHOLE = Marker(GPU, "2.14.1", 12)


def _pack(home: Path, marker: Marker | None) -> Path:
    pack = pack_folder(home)
    python_of(pack).parent.mkdir(parents=True)
    python_of(pack).touch()
    if marker is not None:
        write_marker(pack, marker)
    return pack


def test_a_pack_is_offered_with_its_sizes(home: Path, kit: Path, with_gpu: None) -> None:
    found = status(home)
    assert (found.state, found.gpu, found.download, found.disk) == ("offered", GPU, 3_000_000, 4_000_000)


def test_none_is_offered_by_an_installation_without_a_kit(
    home: Path, with_gpu: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PHOTOLOOM_GPU_KIT", str(tmp_path / "nothing"))
    assert (status(home).state, status(home).gpu) == ("unneeded", GPU)


def test_a_sandbox_without_a_network_is_offered_none(
    home: Path, kit: Path, with_gpu: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FLATPAK_ID", "io.github.photoloom.Photoloom")
    assert (status(home).state, status(home).gpu) == ("unneeded", GPU)
    assert "no network" in str(status(home).reason)


def test_a_broken_driver_is_why_there_is_none(
    home: Path, kit: Path, with_gpu: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAKE_CUDA", "error")
    found = status(home)
    assert found.state == "unneeded"
    assert "error 803" in str(found.reason)


def test_a_torch_with_cuda_needs_no_pack(
    home: Path, kit: Path, with_gpu: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    torch = tmp_path / "site" / "torch"
    (torch / "lib").mkdir(parents=True)
    (torch / "__init__.py").touch()
    spec = module.importlib.util.spec_from_file_location("torch", torch / "__init__.py")
    monkeypatch.setattr(module.importlib.util, "find_spec", lambda name: spec)
    assert not torch_has_gpu()
    (torch / "lib" / "libtorch_cuda.so").touch()
    assert torch_has_gpu()
    assert status(home).state == "unneeded"


def test_a_pack_begun_is_partial(home: Path, kit: Path, with_gpu: None) -> None:
    _pack(home, None)
    assert status(home).state == "partial"


def test_a_whole_pack_is_installed_and_says_what_it_takes(home: Path, kit: Path, with_gpu: None) -> None:
    pack = _pack(home, WHOLE)
    assert (status(home).state, status(home).disk) == ("installed", 12)
    python_of(pack).unlink()
    assert status(home).state == "partial"


def test_a_pack_that_did_not_pass_is_broken_and_says_why(home: Path, kit: Path, with_gpu: None) -> None:
    _pack(home, Marker(GPU, "2.14.1", 12, Sentence("It fails ({reason}).", reason="for a test")))
    assert (status(home).state, str(status(home).reason)) == ("broken", "It fails (for a test).")


def test_a_pack_of_an_earlier_version_is_outdated(home: Path, kit: Path, with_gpu: None) -> None:
    pack = _pack(home, WHOLE)
    shutil.move(pack, home / FOLDER / "0.0.9")
    assert status(home).state == "outdated"


@pytest.mark.parametrize("written", ["", "{", '{"version": 2}', '{"version": 1, "gpu": ""}', "[]"])
def test_a_marker_that_nobody_understands_is_none(home: Path, written: str) -> None:
    pack = _pack(home, None)
    (pack / MARKER).write_text(written, "utf-8")
    assert read_marker(pack) is None
