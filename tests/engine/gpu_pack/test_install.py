"""A pack is fetched, tried, and then used; each thing that can go wrong is said, and costs nothing but the pack."""

from __future__ import annotations

import json
import lzma
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.core.errors import Cancelled, UserError
from engine.core.job import Job
from engine.core.records import Progress
from engine.gpu_pack import install as module
from engine.gpu_pack import trial
from engine.gpu_pack.install import install
from engine.gpu_pack.places import FOLDER, Marker, alone, pack_folder, python_of, write_marker
from engine.gpu_pack.status import status
from tests.engine.gpu_pack.fake_driver import GPU
from tests.engine.gpu_pack.loopback import Loopback, make_wheel

pytestmark = pytest.mark.usefixtures("with_gpu", "kit", "unembedded")
TORCH = "torch-1.0-py3-none-any.whl"


def _failure(home: Path, job: Job | None = None) -> str:
    with pytest.raises(UserError) as caught:
        install(home, job or Job())
    return str(caught.value)


def test_a_pack_is_fetched_tried_and_whole(home: Path, index: Loopback) -> None:
    old = home / FOLDER / "0.0.9"
    old.mkdir(parents=True)
    write_marker(old, Marker(GPU, "1.0", 1))
    told: list[Progress] = []
    install(home, Job(told.append))
    found, pack = status(home), pack_folder(home)
    assert (found.state, found.gpu) == ("installed", GPU)
    assert found.disk > 10_000_000  # with its Python
    assert sorted(path.name for path in pack.parent.iterdir()) == [pack.name]
    assert not (pack / "cache").exists()
    done = [progress.done for progress in told if progress.stage == module.STAGE]
    assert done[0] == 0
    assert done[-1] == 4_000_000
    assert trial.STAGE in {progress.stage for progress in told}


def test_uv_is_unpacked_where_a_bundle_has_it_packed(
    home: Path, kit: Path, index: Loopback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = tmp_path / "packed"
    shutil.copytree(kit, packed)
    (uv,) = (path for path in packed.iterdir() if path.stem == "uv")
    with lzma.open(packed / "uv.xz", "wb", preset=0) as file:
        file.write(uv.read_bytes())
    uv.unlink()
    monkeypatch.setenv("PHOTOLOOM_GPU_KIT", str(packed))
    install(home, Job())
    assert status(home).state == "installed"
    assert not list(pack_folder(home).rglob("photoloom-uv*"))


def test_what_was_fetched_is_not_fetched_again(home: Path, index: Loopback) -> None:
    index.cut[TORCH] = 1_000_000
    said = _failure(home)
    assert "could not be fetched" in said
    assert "goes on where it stopped" in said
    assert status(home).state == "partial"
    index.cut.clear()
    index.fetched.clear()
    install(home, Job())
    assert TORCH in index.fetched
    assert "python.tar.gz" not in index.fetched
    assert status(home).state == "installed"


def test_without_a_network_that_is_said(home: Path, index: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UV_PYTHON_DOWNLOADS_JSON_URL", "http://127.0.0.1:9/pythons.json")
    assert "check the connection" in _failure(home)
    assert status(home).state == "partial"


def test_other_bytes_than_the_locks_are_not_installed(home: Path, index: Loopback, tmp_path: Path) -> None:
    index.files[TORCH] = make_wheel(tmp_path, "torch", "1.0", {"torch/__init__.py": "evil = True"})
    assert "is not what its lock names (torch==1.0)" in _failure(home)
    assert not list(pack_folder(home).glob("env/**/torch"))
    assert status(home).state == "partial"


def test_a_variable_of_uv_does_not_loosen_the_check(
    home: Path, index: Loopback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UV_NO_VERIFY_HASHES", "1")
    index.files[TORCH] = make_wheel(tmp_path, "torch", "1.0", {"torch/__init__.py": "evil = True"})
    assert "is not what its lock names" in _failure(home)


def test_room_is_asked_for_before_anything_is_fetched(
    home: Path, index: Loopback, kit: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    greedy = tmp_path / "greedy"
    greedy.mkdir()
    for file in kit.iterdir():
        (greedy / file.name).symlink_to(file)
    (greedy / "kit.json").unlink()
    about = json.loads((kit / "kit.json").read_text("utf-8")) | {"disk": 10**17}
    (greedy / "kit.json").write_text(json.dumps(about), "utf-8")
    monkeypatch.setenv("PHOTOLOOM_GPU_KIT", str(greedy))
    assert "takes 105000000.0 GB" in _failure(home)
    assert not index.fetched
    assert status(home).state == "offered"


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"cosine": 0.5}, "other vectors than the processor (cosine 0.5000)"),
        ({"problem": "no-gpu"}, "finds no GPU"),
        ({"problem": "too-old"}, "is older than"),
        ({"problem": "memory"}, "memory is full"),
        ({"problem": "other", "detail": "cuDNN is upset"}, "fails when it is tried (cuDNN is upset)"),
    ],
)
def test_what_does_not_pass_is_not_used(
    home: Path, answer: dict[str, object], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = trial.problem_of({"problem": None, "detail": "", "cosine": 1.0} | answer)
    assert said in str(problem)


@pytest.mark.parametrize(("does", "said"), [("crash", "crashes when it is tried"), ("hang", "does not answer")])
def test_a_pack_that_crashes_or_hangs_is_broken_and_can_be_tried_again(
    home: Path, index: Loopback, does: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if does == "hang":
        monkeypatch.setattr(trial, "PATIENCE", 1.0)
    monkeypatch.setenv("FAKE_TRIAL", does)
    assert said in _failure(home)
    assert status(home).state == "broken"
    assert said in str(status(home).reason)
    if does == "crash":
        monkeypatch.delenv("FAKE_TRIAL")
        index.fetched.clear()
        install(home, Job())
        assert not index.fetched
        assert status(home).state == "installed"


class _Stopped(Job):
    """A job that is cancelled when something is so, and says when that was."""

    def __init__(self, when: Callable[[Progress], bool]) -> None:
        super().__init__(self._look)
        self._when, self.at = when, 0.0

    def _look(self, progress: Progress) -> None:
        if not self.at and self._when(progress):
            self.at = time.monotonic()
            self.cancel()


def test_a_cancel_ends_uv_within_a_second(home: Path, index: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    index.stall = TORCH
    job = _Stopped(lambda progress: index.stalled.is_set())
    with pytest.raises(Cancelled):
        install(home, job)
    assert time.monotonic() - job.at < 1.0
    assert index.left.wait(5)  # the line is closed, for uv is gone
    assert status(home).state == "partial"


def test_a_cancel_ends_the_trial_within_a_second(home: Path, index: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAKE_TRIAL", "hang")
    began = time.monotonic()
    job = _Stopped(lambda progress: progress.stage == trial.STAGE and progress.done == 1)
    with pytest.raises(Cancelled):
        install(home, job)
    assert time.monotonic() - job.at < 1.0
    assert time.monotonic() - began < 50


def test_nothing_is_fetched_for_a_program_that_was_killed(home: Path, index: Loopback) -> None:
    index.stall = TORCH
    with subprocess.Popen([sys.executable, "-m", "engine", "gpu-pack", "install", "-q"]) as program:
        assert index.stalled.wait(30)
        program.kill()
    assert index.left.wait(5)  # the line is closed, for uv is gone


def test_two_do_not_install_at_once(home: Path, index: Loopback) -> None:
    with alone(home):
        assert "Another Photoloom" in _failure(home)
    assert not index.fetched


def test_a_link_in_its_place_is_refused(home: Path, index: Loopback, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (home / FOLDER).symlink_to(elsewhere)
    assert "is a link" in _failure(home)
    assert list(elsewhere.iterdir()) == []
    assert not python_of(pack_folder(home)).exists()
