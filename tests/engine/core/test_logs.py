"""Bugs of ours are kept in a log, with their tracebacks and in bounds."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from engine.core import logs
from engine.core.logs import LOGGER, OFTEN, log_file, start_log, take_crash, take_crashes

BUG = """
import sys, engine.commands.run as run
from engine.__main__ import main
def listing(arguments, job):
    {how}
run.COMMANDS["methods"] = listing
sys.exit(main(["methods"]))
"""
HOWS = {
    "in the command": "raise KeyError('b7e8be11')",
    "in a thread": "import threading; t = threading.Thread(target=lambda: {}['b7e8be11']); t.start(); t.join()",
    "as something is deleted": "type('T', (), {'__del__': lambda self: {}['b7e8be11']})()",
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PHOTOLOOM_HOME", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def started(home: Path) -> Iterator[None]:
    end = start_log("engine")
    yield
    end()


def run(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120)


@pytest.mark.parametrize("how", HOWS)
def test_a_bug_of_the_headless_program_is_logged_and_printed(home: Path, how: str) -> None:
    done = run(BUG.replace("{how}", HOWS[how]))
    kept = log_file("engine").read_text("utf-8")
    assert log_file("engine").parent == home / "logs"
    for log in (kept, done.stderr):
        assert "Traceback (most recent call last)" in log
        assert "KeyError: 'b7e8be11'" in log
    assert done.returncode == (1 if how == "in the command" else 0)


def test_what_the_user_can_mend_is_no_bug_and_leaves_no_log(
    engine_process: Callable[..., subprocess.CompletedProcess[str]], home: Path, tmp_path: Path
) -> None:
    assert engine_process("organise", tmp_path / "nowhere").returncode == 1
    assert engine_process("methods").returncode == 0
    assert not (home / "logs").exists()


def test_the_engine_process_logs_its_bugs(home: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "engine.service.worker", "--library", str(tmp_path / "library")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        process.stdin.write(b"no JSON\n")
        process.stdin.flush()
        log = next(line for line in process.stderr if b"JSONDecodeError" in line)  # after it was kept
        process.kill()
    assert log.decode() in log_file("worker").read_text("utf-8")
    assert not log_file("engine").exists()  # the headless program's, which may run at the same time


def test_a_log_that_cannot_be_written_stops_nobody(home: Path) -> None:
    home.write_text("a file where the folder belongs")
    done = run(BUG.replace("{how}", HOWS["in a thread"]))
    assert done.returncode == 0
    assert "KeyError: 'b7e8be11'" in done.stderr


def raised(message: str) -> ValueError:
    try:
        raise ValueError(message)
    except ValueError as error:
        return error


def test_one_bug_is_logged_a_few_times_and_another_all_the_same(
    started: None, capsys: pytest.CaptureFixture[str]
) -> None:
    for i in range(50):
        error = raised(f"frame {i}")
        sys.excepthook(type(error), error, error.__traceback__)
    sys.excepthook(TypeError, TypeError("another"), None)
    kept = log_file("engine").read_text("utf-8")
    assert kept.count("ValueError: frame") == capsys.readouterr().err.count("ValueError: frame") == OFTEN
    assert kept.count("TypeError: another") == 1


def test_ctrl_c_is_no_bug(started: None, capsys: pytest.CaptureFixture[str]) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not log_file("engine").exists()


def test_the_log_stays_small(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "SIZE", 1000)
    end = start_log("engine")
    for i in range(100):
        LOGGER.error("line %d ü", i)
    end()
    files = sorted(log_file("engine").parent.iterdir())
    assert [file.name for file in files] == ["engine.log", "engine.log.1", "engine.log.2"]
    assert all(file.stat().st_size <= 1000 for file in files)
    assert files[0].read_text("utf-8").splitlines()[-1].endswith("line 99 ü")


def test_no_line_is_lost_where_another_window_holds_the_log(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows, which renames no file that is open elsewhere."""
    monkeypatch.setattr(logs, "SIZE", 1000)

    def held(_path: Path, _target: object) -> None:
        raise PermissionError(13, "another process is using it")

    monkeypatch.setattr(Path, "rename", held)
    end = start_log("engine")
    for i in range(100):
        LOGGER.error("line %d", i)
    end()
    assert len(log_file("engine").read_text("utf-8").splitlines()) == 100


def test_everything_is_as_before_once_it_ends(home: Path) -> None:
    before = sys.excepthook, sys.unraisablehook
    end = start_log("engine")
    assert (sys.excepthook, sys.unraisablehook) != before
    end()
    assert (sys.excepthook, sys.unraisablehook) == before
    assert (LOGGER.handlers, LOGGER.propagate) == ([], True)


@pytest.mark.skipif(os.name != "posix", reason="its home is set by HOME")
def test_it_lies_where_the_system_keeps_logs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PHOTOLOOM_HOME")
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert log_file("window").is_relative_to(tmp_path)


CRASHING = """
import faulthandler, os, sys
from engine.core.logs import catch_crash, log_file
end = catch_crash("window")
print(os.getpid(), [file.name for file in log_file("window").parent.iterdir()])
if sys.argv[1] == "crash":
    os.abort()
end()
"""


def crashing(how: str) -> int:
    """Run a program that catches crashes and ends; its process id."""
    done = subprocess.run([sys.executable, "-c", CRASHING, how], capture_output=True, text=True, timeout=60)
    pid, files = done.stdout.strip().split(" ", 1)
    assert files == f"['window-{pid}.crash']"
    assert bool(done.returncode) is (how == "crash")
    return int(pid)


def test_a_native_crash_leaves_its_stacks_for_the_next_start(home: Path) -> None:
    crashing("end")
    assert list((home / "logs").iterdir()) == []  # as if nothing had been
    crashing("crash")
    (stacks,) = take_crashes()
    assert stacks.startswith("window: Fatal Python error: Aborted")
    assert 'File "<string>", line 7' in stacks
    assert take_crashes() == []
    pid = crashing("crash")
    assert "Aborted" in take_crash("window", pid)
    assert take_crash("window", pid) == ""


def test_a_native_crash_of_the_headless_program_is_shown_in_the_terminal(home: Path) -> None:
    done = run(BUG.replace("{how}", "import os; os.abort()"))
    assert "Fatal Python error: Aborted" in done.stderr
    assert "in listing" in done.stderr
    assert not (home / "logs").exists()


def test_what_was_killed_has_not_crashed_and_what_runs_is_left_alone(home: Path) -> None:
    logs = home / "logs"
    logs.mkdir(parents=True)
    (logs / "worker-1073741824.crash").touch()
    (logs / f"window-{os.getpid()}.crash").write_text("in the midst of it", "utf-8")
    assert take_crashes() == []
    assert [file.name for file in logs.iterdir()] == [f"window-{os.getpid()}.crash"]


def test_the_engine_process_leaves_nothing_behind_at_a_clean_end(home: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "engine.service.worker", "--library", str(tmp_path / "library")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert b"Ready" in process.stdout.readline()
        assert [file.name for file in (home / "logs").iterdir()] == [f"worker-{process.pid}.crash"]
        process.communicate(timeout=60)
    assert list((home / "logs").iterdir()) == []
