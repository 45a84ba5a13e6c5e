"""Drive the GPU pack from end to end against an index on loopback: `packaging/gpu_pack/check.sh`, see README.md.

The CUDA build of torch is really fetched, installed, tried and used; only there is no GPU. So a driver library made
here names one, the pack is tried on the device it is for, which must fail honestly, and then with
`--device cpu`, which only this check passes.
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import kit as kits
import lock as locks
import wheels

sys.path.insert(0, str(locks.ROOT))

from tests.engine.gpu_pack import stand_ins
from tests.engine.gpu_pack.fake_driver import GPU, make_driver
from tests.engine.gpu_pack.loopback import Loopback, make_wheel, pack_python, serving, uv_program

CUT = 60_000_000  # bytes of torch after which the line dies


class Program:
    """The headless program of an installation with the processor's torch, on a machine of its own."""

    def __init__(self, words: list[str], home: Path, driver: Path) -> None:
        self._words, self.home = words, home
        self.environment = {**os.environ, "PHOTOLOOM_HOME": str(home), "LD_LIBRARY_PATH": str(driver)}

    def __call__(self, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
        environment = {**self.environment, **variables}
        return subprocess.run(
            [*self._words, *words], env=environment, cwd=locks.ROOT, capture_output=True, text=True, check=False
        )

    def pack(self, what: str, *options: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return self("gpu-pack", what, *options, **variables)

    def status(self, **variables: str) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(self.pack("status", "--json", **variables).stdout)
        return answer


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--engine", required=True, help="the words that start the program with the processor's torch")
    parser.add_argument(
        "--torch", help="check a kit with this version, in the place of the one that the program brings"
    )
    parser.add_argument("--wheels", type=Path, action="append", default=[], help="a folder with wheels of the lock")
    parser.add_argument("--work", type=Path, default=locks.ROOT / "build" / "gpu_pack_check", help="10 GB")
    parser.add_argument("--small", action="store_true", help="only what stand-ins can show")
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=arguments.work) as folder:
        place = Path(folder)
        driver = make_driver(_made(place / "driver"))
        python = pack_python(place)
        words = shlex.split(arguments.engine)
        check_failures(words, place, driver, python)
        if not arguments.small:
            kit = _kit(arguments)
            found = wheels.gather(kit / "lock.txt", arguments.wheels, arguments.work / "wheels")
            with serving(found, python) as index:
                program = Program(words, _made(place / "home"), driver)
                program.environment |= {**index.environment(), "PHOTOLOOM_GPU_KIT": str(kit), "UV_HTTP_RETRIES": "1"}
                check_whole_life(program, index)
    print("The GPU pack is well.")


def check_whole_life(program: Program, index: Loopback) -> None:
    """Offered, cut off, resumed, tried where there is no GPU, installed, used, removed."""
    found = program.status()
    expect(found["state"] == "offered" and found["gpu"] == GPU, found)
    figure("gpu_pack_download_gb", found["download"] / 1e9)
    torch = next(name for name in index.files if name.startswith("torch-"))
    index.cut[torch] = CUT
    cut = program.pack("install", "-q")
    expect(cut.returncode == 1 and "goes on where it stopped" in cut.stderr, cut)
    expect(program.status()["state"] == "partial", program.status())
    index.cut.clear()
    before = index.fetched.copy()
    began = time.monotonic()
    without_gpu = program.pack("install", "-q")
    figure("gpu_pack_install_s", time.monotonic() - began)
    again = sum((index.fetched - before).values())
    figure("gpu_pack_fetched_again_gb", max(0, sum(before.values()) + again - _weight(index)) / 1e9)
    expect(without_gpu.returncode == 1 and "finds no GPU" in without_gpu.stderr, without_gpu)
    expect(program.status()["state"] == "broken", program.status())
    expect(not is_of_pack(program), "the engine of a broken pack would be started")
    index.fetched.clear()
    installed = program.pack("install", "-q", "--device", "cpu")
    expect(installed.returncode == 0, installed)
    expect(not index.fetched, index.fetched)
    found = program.status()
    expect(found["state"] == "installed", found)
    figure("gpu_pack_disk_gb", found["disk"] / 1e9)
    expect(is_of_pack(program), "the engine of the pack is not started")
    check_use(program)
    removed = program.pack("remove")
    expect(removed.returncode == 0 and not (program.home / "gpu-pack").exists(), removed)
    expect(program.status()["state"] == "offered", program.status())
    expect(not is_of_pack(program), "the engine of a removed pack would be started")


def check_use(program: Program) -> None:
    """The window's engine process, started from the pack, inspects the device and sorts the demo gallery."""
    from engine.pipeline.options import OrganiseOptions
    from engine.service import protocol
    from engine.service.pack_messages import InspectDevice

    command, environment = engine_command(program, "engine.service.worker", "--library", str(program.home / "library"))
    began = time.monotonic()
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=environment, stdin=pipe, stdout=pipe, text=True) as engine:
        assert engine.stdin is not None
        assert engine.stdout is not None
        answers = map(protocol.from_json, engine.stdout)
        expect(next(answers) == protocol.Ready(), "the engine of the pack does not say Ready")
        figure("gpu_pack_engine_ready_s", time.monotonic() - began)
        demo = str(locks.ROOT / "resources" / "demo")
        for number, request in enumerate((InspectDevice(), protocol.Organise(OrganiseOptions()))):
            began = time.monotonic()
            engine.stdin.write(protocol.to_json(protocol.BeginJob(number, demo, request)) + "\n")
            engine.stdin.flush()
            ends = protocol.JobDone | protocol.JobFailed
            end = next(answer for answer in answers if isinstance(answer, ends))
            expect(isinstance(end, protocol.JobDone), end)
            print(f"{type(request).__name__}: {time.monotonic() - began:.1f} s, {protocol.to_json(end)}")
            if isinstance(request, InspectDevice):
                expect(end.result.from_pack, end.result)
            else:
                expect(end.result.counters["embedded"] > 200, end.result)
        engine.stdin.close()


def check_failures(words: list[str], place: Path, driver: Path, python: Path) -> None:
    """Each with stand-ins of 3 MB, and the program that people have; its own engine goes on after all of them."""
    kit, folder = _made(place / "small_kit"), _made(place / "small_wheels")
    locked = stand_ins.make_kit(kit, folder, uv_program() or "uv")
    with serving(locked, python) as index:
        program = Program(words, _made(place / "small_home"), driver)
        program.environment |= {**index.environment(), "PHOTOLOOM_GPU_KIT": str(kit), "UV_HTTP_RETRIES": "0"}
        for does, said in (
            ("crash", "crashes"),
            ("hang", "does not answer"),
            ("error", "error 803"),
            ("none", "no NVIDIA"),
        ):
            found = program.status(FAKE_CUDA=does)
            expect(found["state"] == "unneeded" and said in found["reason"], found)
        expect(program.status()["state"] == "offered", program.status())

        refused(program, "check the connection", UV_PYTHON_DOWNLOADS_JSON_URL="http://127.0.0.1:9/pythons.json")
        torch = locked[0].name
        index.files[torch] = make_wheel(_made(place / "tampered"), "torch", "1.0", {"torch/__init__.py": "evil = True"})
        refused(program, "is not what its lock names")
        index.files[torch] = locked[0]
        with little_room(place, 16) as home:
            refused(program, "GB are free there", PHOTOLOOM_HOME=str(home), PHOTOLOOM_GPU_KIT=str(_greedy(kit, place)))
            refused(program, "disk is full", PHOTOLOOM_HOME=str(home))
        for does, said in (("crash", "crashes when it is tried"), ("well", "")):
            tried = program.pack("install", "-q", FAKE_TRIAL=does)
            expect(said in tried.stderr and (tried.returncode == 0) == (does == "well"), tried)
        expect(program.status()["state"] == "installed", program.status())
        expect(program.pack("remove", "-q").returncode == 0, "the small pack is not removed")
    figure("gpu_pack_failures", 9)


def refused(program: Program, said: str, **variables: str) -> None:
    """An installation that says why it fails; the program's own engine is what is started then."""
    tried = program.pack("install", "-q", **variables)
    expect(tried.returncode == 1 and said in tried.stderr and "Traceback" not in tried.stderr, tried)
    print(f"  {tried.stderr.strip()}")
    expect(not is_of_pack(program), "the engine of a pack that failed would be started")


@contextmanager
def little_room(place: Path, megabytes: int) -> Iterator[Path]:
    """A data folder on a disk of its own, that small; needs the rights to mount one."""
    home = _made(place / "little_room")
    options = ["-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs"]
    subprocess.run(["mount", *options, str(home)], check=True)
    try:
        yield home
    finally:
        subprocess.run(["umount", str(home)], check=True)


def engine_command(program: Program, *words: str) -> tuple[list[str], dict[str, str]]:
    """What the window of that program would start, found by the code that it has, too."""
    from engine.gpu_pack import choice

    before = dict(os.environ)
    os.environ.update(program.environment)
    try:
        return choice.engine_command(*words)
    finally:
        os.environ.clear()
        os.environ.update(before)


def is_of_pack(program: Program) -> bool:
    return engine_command(program, "engine.service.worker")[0][0].startswith(str(program.home / "gpu-pack"))


def _kit(arguments: argparse.Namespace) -> Path:
    """A kit for the version of torch that was named, or the one that the program brings."""
    if arguments.torch is None:
        return Path(shlex.split(arguments.engine)[0]).parent / "_internal" / "gpu_pack"
    out: Path = arguments.work / "kit"
    kits.gather(out, arguments.torch)
    return out


def _greedy(kit: Path, place: Path) -> Path:
    """The same kit, which says that it takes a hundred gigabytes."""
    greedy = Path(shutil.copytree(kit, place / "greedy_kit"))
    about = json.loads((greedy / "kit.json").read_text(encoding="utf-8"))
    (greedy / "kit.json").write_text(json.dumps(about | {"disk": 10**11}), encoding="utf-8")
    return greedy


def _weight(index: Loopback) -> int:
    return sum(path.stat().st_size for path in index.files.values())


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def figure(name: str, value: float) -> None:
    print(f"figure: {name} {value:.2f}", flush=True)


def expect(holds: bool, found: Any) -> None:
    if not holds:
        raise SystemExit(f"Not as expected: {found}")


if __name__ == "__main__":
    main()
