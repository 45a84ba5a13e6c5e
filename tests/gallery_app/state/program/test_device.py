"""What computes, and the GPU pack: asked of engines of their own, and the engine at work follows."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.core.errors import Sentence
from engine.core.interpreter import ROOT
from engine.core.partials import Notice
from engine.gpu_pack.choice import EngineChoice
from engine.gpu_pack.places import MARKER, Marker, pack_folder, python_of, write_marker
from engine.gpu_pack.report import DeviceReport, PackStatus
from engine.library.roots import data_folder
from engine.service.pack_messages import InspectDevice, InstallPack, RemovePack
from engine.service.safety_messages import CatalogSurveyed, SurveyCatalog
from gallery_app.engine_client.engine_jobs import EngineJobs
from gallery_app.engine_client.engine_process import EngineProcess
from gallery_app.engine_client.engines import Engines
from gallery_app.engine_client.run import Done
from gallery_app.state.program.device import Device
from tests.gallery_app.devices import PACK, REPORT
from tests.gallery_app.fake_engine import FakeEngines

OFFERED, ON_CPU = PACK, REPORT
INSTALLED = PackStatus("installed", "NVIDIA T1000", disk=4_900_000_000)
ON_GPU = replace(
    ON_CPU,
    embeds="cuda",
    trains="cuda",
    name="NVIDIA T1000",
    providers=("CUDAExecutionProvider", "CPUExecutionProvider"),
    milliseconds=0.4,
    reason=Sentence("The GPU pack is installed."),
    from_pack=True,
    pack=INSTALLED,
)


@pytest.fixture
def asked() -> FakeEngines:
    return FakeEngines()


@pytest.fixture
def changing() -> FakeEngines:
    return FakeEngines()


@pytest.fixture
def device(qapp: object, asked: FakeEngines, changing: FakeEngines) -> Iterator[Device]:
    made = Device(asked, changing)
    yield made
    made.close()
    made.deleteLater()


def looked(device: Device, asked: FakeEngines, qtbot: QtBot, report: DeviceReport = ON_CPU) -> None:
    """It has looked, and found this."""
    if device.doing != "looking":
        device.look()
    asked.last.done(report)
    qtbot.waitUntil(lambda: not device.doing)


def test_it_looks_when_it_is_asked_and_keeps_no_engine(device: Device, asked: FakeEngines, qtbot: QtBot) -> None:
    assert asked.made == []
    looked(device, asked, qtbot)
    assert device.report is not None
    assert device.report.pack == OFFERED
    assert asked.last.kinds == [InspectDevice]
    assert asked.last.ended


def test_the_pack_is_fetched_by_our_own_engine_and_then_it_is_looked_again(
    device: Device, asked: FakeEngines, changing: FakeEngines, qtbot: QtBot
) -> None:
    looked(device, asked, qtbot)
    device.get_pack()
    assert changing.last.kinds == [InstallPack]
    with qtbot.waitSignal(device.progressed) as told:
        changing.last.progress("gpu-pack", 1 << 31, 1 << 32)
    assert told.args[0].done == 1 << 31
    with qtbot.waitSignal(device.pack_changed):
        changing.last.done(replace(ON_CPU, pack=INSTALLED))  # the process that installed it computes as before
    assert device.doing == "looking"
    assert changing.last.ended
    looked(device, asked, qtbot, ON_GPU)
    assert device.report is not None
    assert device.report.trains == "cuda"
    device.remove_pack()
    assert changing.last.kinds == [RemovePack]


def test_a_look_makes_way_for_what_the_user_wants(
    device: Device, asked: FakeEngines, changing: FakeEngines, qtbot: QtBot
) -> None:
    device.look()
    device.remove_pack()
    assert asked.last.ended  # it may run from what is to be removed
    assert device.doing == "removing"
    qtbot.wait(1)
    assert device.doing == "removing"
    device.get_pack()  # one at a time
    assert [engine.kinds for engine in changing.made] == [[RemovePack]]


def test_a_stop_is_said_and_keeps_what_was_fetched(
    device: Device, asked: FakeEngines, changing: FakeEngines, qtbot: QtBot
) -> None:
    device.get_pack()
    device.stop()
    assert changing.last.stops == [1]
    with qtbot.assertNotEmitted(device.pack_changed):
        changing.last.cancelled()
        qtbot.waitUntil(lambda: device.doing == "looking")
    assert device.stopped
    looked(device, asked, qtbot, replace(ON_CPU, pack=replace(OFFERED, state="partial")))
    assert device.stopped
    device.get_pack()
    assert not device.stopped


@pytest.mark.parametrize("how", ["fail", "crash"])
def test_a_failure_is_a_sentence_and_nothing_has_changed(
    device: Device, asked: FakeEngines, changing: FakeEngines, qtbot: QtBot, how: str
) -> None:
    device.get_pack()
    with qtbot.assertNotEmitted(device.pack_changed), qtbot.waitSignal(device.failed) as told:
        getattr(changing.last, how)()
    looked(device, asked, qtbot)
    assert device.problem == told.args[0] != ""


def test_closing_in_the_midst_of_it_is_quiet(device: Device, changing: FakeEngines, qtbot: QtBot) -> None:
    device.get_pack()
    with qtbot.assertNotEmitted(device.failed), qtbot.assertNotEmitted(device.pack_changed):
        device.close()
        qtbot.waitUntil(lambda: not device.doing)
    assert changing.last.ended


BROKEN = """#!{python}
import os, sys
with open({notes!r}, "a") as notes:
    print(*sys.argv[1:], os.environ.get("QT_QPA_PLATFORM"), os.environ.get("MARK"), file=notes)
sys.exit(3)
"""


WHOLE = """#!{python}
import runpy, sys
with open({notes!r}, "a") as notes:
    print("begun", file=notes)
sys.path.insert(0, {root!r})
sys.argv[:] = sys.argv[sys.argv.index("-m") + 1 :]
runpy.run_module(sys.argv[0], None, "__main__", True)
"""


def make_pack(program: str, notes: Path) -> Path:
    """A pack that says it is whole, with this in its Python's place; the notes it leaves."""
    if sys.platform == "win32":
        pytest.skip("a script is no program there")
    folder = pack_folder(data_folder())
    python = python_of(folder)
    python.parent.mkdir(parents=True)
    python.write_text(program.format(python=sys.executable, notes=str(notes), root=ROOT), "utf-8")
    python.chmod(0o700)
    write_marker(folder, Marker("NVIDIA T1000", "2.13.0", 5))
    return notes


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack whose Python ends at once."""
    return make_pack(BROKEN, tmp_path / "notes")


def survey(jobs: EngineJobs, qtbot: QtBot) -> tuple[object, list[object]]:
    run, told = jobs.run(SurveyCatalog()), list[object]()
    run.partial.connect(told.append)
    qtbot.waitUntil(lambda: run.over, timeout=30_000)
    return run.outcome, told


def test_a_pack_that_does_not_start_makes_way_for_our_own_engine(
    pack: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The real engine answers what was asked, and it is said once; the next library is not tried with the pack."""
    monkeypatch.setenv("MARK", "kept")
    choice = EngineChoice()
    jobs = EngineJobs(lambda library: EngineProcess(library, choice=choice))
    for library in ("one", "two"):
        (tmp_path / library).mkdir()
        jobs.attach(tmp_path / library, tmp_path)
        outcome, told = survey(jobs, qtbot)
        assert isinstance(outcome, Done)
        assert isinstance(outcome.result, CatalogSurveyed)
        assert [type(partial) for partial in told] == [Notice] * (library == "one")
    lines = pack.read_text("utf-8").splitlines()
    assert len(lines) == 2  # two chances
    assert all("-I" in line and line.endswith("None kept") for line in lines)  # a clean environment of its own
    jobs.detach()
    jobs.deleteLater()


def test_a_pack_that_is_gone_makes_way_too(pack: Path, tmp_path: Path, qtbot: QtBot) -> None:
    """Its Python is there and cannot be run."""
    python_of(pack_folder(data_folder())).write_bytes(b"\0 no program")
    jobs = EngineJobs(lambda library: EngineProcess(library, choice=EngineChoice()))
    jobs.attach(tmp_path, tmp_path)
    outcome, told = survey(jobs, qtbot)
    assert isinstance(outcome, Done)
    assert [type(partial) for partial in told] == [Notice]
    jobs.detach()
    jobs.deleteLater()


def test_a_pack_is_used_from_the_next_job_on_and_no_more_once_it_is_gone(tmp_path: Path, qtbot: QtBot) -> None:
    """Real engines, of which one is started by the pack's Python; the window's own process goes on."""
    notes = tmp_path / "notes"
    jobs = EngineJobs(Engines.real().at_work)
    jobs.attach(tmp_path, tmp_path)

    def uses() -> int:
        """How often the pack's Python was begun, once another job is done."""
        outcome, said = survey(jobs, qtbot)
        assert isinstance(outcome, Done)
        assert said == []
        return len(notes.read_text("utf-8").splitlines()) if notes.exists() else 0

    def restart() -> None:
        jobs.restart()
        qtbot.waitUntil(lambda: not jobs.busy)
        qtbot.wait(1)  # it is ended in the next turn of the event loop

    assert uses() == 0
    make_pack(WHOLE, notes)
    assert uses() == 0  # the engine at work goes on until it is told
    restart()
    assert uses() == 1
    assert uses() == 1
    (pack_folder(data_folder()) / MARKER).unlink()
    restart()
    assert uses() == 1
    jobs.detach()
    jobs.deleteLater()


def test_the_engine_is_started_anew_once_it_is_idle(tmp_path: Path, qtbot: QtBot) -> None:
    program = (
        "import os, sys\n"
        "from engine.service.protocol import JobDone, ReplayLaidOut, from_json, to_json\n"
        "for line in sys.stdin:\n"
        "    print(to_json(JobDone(from_json(line).job, ReplayLaidOut(os.getpid()))), flush=True)\n"
    )
    jobs = EngineJobs(lambda library: EngineProcess(library, program=[sys.executable, "-c", program]))
    jobs.attach(tmp_path, tmp_path)

    def process() -> object:
        run = jobs.run(SurveyCatalog())
        qtbot.waitUntil(lambda: run.over, timeout=20_000)
        return run.outcome

    first = process()
    assert process() == first
    run = jobs.run(SurveyCatalog())
    jobs.restart()
    assert not run.over
    qtbot.waitUntil(lambda: run.over)
    assert run.outcome == first  # what was at work comes to its end
    qtbot.wait(1)
    assert process() != first
    jobs.detach()
    jobs.deleteLater()


def test_no_pack_is_no_pack() -> None:
    """Without one the engine is started as it always was."""
    program, environment = EngineChoice().command("engine.service.worker")
    assert program[0] == sys.executable
    assert environment == dict(os.environ)
