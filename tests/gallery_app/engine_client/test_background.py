"""JobRunner: results come back to the GUI thread, in order on the lane, and dropped ones never."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from engine.core.errors import UserError
from gallery_app.engine_client.background import JobRunner


def test_results_arrive_on_the_gui_thread(jobs: JobRunner, qtbot: QtBot) -> None:
    threads: list[int] = []
    jobs.run(threading.get_ident, lambda worker: threads.extend([worker, threading.get_ident()]))
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] != threads[1] == threading.get_ident()


def test_the_lane_keeps_the_order_and_one_thread(jobs: JobRunner, qtbot: QtBot) -> None:
    worked: list[int] = []
    seen: set[int] = set()

    def work(i: int) -> None:
        worked.append(i)
        seen.add(threading.get_ident())

    for i in range(20):
        jobs.serial(lambda i=i: work(i))
    qtbot.waitUntil(lambda: not jobs.busy)
    assert worked == list(range(20))
    assert len(seen) == 1


def test_a_dropped_result_goes_nowhere(jobs: JobRunner, qtbot: QtBot) -> None:
    gate, heard = threading.Event(), []
    ticket = jobs.run(lambda: gate.wait(10), heard.append)
    ticket.drop()
    gate.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert heard == []


def test_a_user_error_is_a_sentence_and_a_bug_is_raised(jobs: JobRunner, qtbot: QtBot) -> None:
    def user() -> None:
        raise UserError("The disk is full.")

    def bug() -> None:
        raise KeyError("ours")

    said: list[str] = []
    jobs.run(user, failed=said.append)
    qtbot.waitUntil(lambda: said == ["The disk is full."])
    with qtbot.captureExceptions() as raised:
        jobs.run(bug, failed=said.append)
        qtbot.waitUntil(lambda: not jobs.busy)
    assert [kind for kind, _, _ in raised] == [KeyError]
    assert len(said) == 1


def test_closing_finishes_what_the_lane_was_asked(jobs: JobRunner) -> None:
    written: list[int] = []
    for i in range(5):
        jobs.serial(lambda i=i: written.append(i), done=lambda _r: pytest.fail("nobody waits any more"))
    jobs.close()
    assert written == [0, 1, 2, 3, 4]


def test_what_a_thread_keeps_for_itself_is_there_for_the_next_job(jobs: JobRunner, qtbot: QtBot) -> None:
    own = threading.local()

    def count() -> int:
        own.jobs = getattr(own, "jobs", 0) + 1
        return int(own.jobs)

    counted: list[int] = []
    for _ in range(5):
        jobs.serial(count, counted.append)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert counted == [1, 2, 3, 4, 5]


def test_what_is_urgent_goes_before_what_waits(jobs: JobRunner, qtbot: QtBot) -> None:
    one, others, busy = threading.Event(), threading.Event(), threading.Semaphore(0)
    worked: list[int] = []

    def block(gate: threading.Event) -> None:
        busy.release()
        gate.wait(10)

    threads = max(2, QThread.idealThreadCount() - 1)
    for i in range(threads):
        jobs.run(lambda i=i: block(others if i else one))
    for _ in range(threads):
        assert busy.acquire(timeout=10)
    for i in range(4):
        jobs.run(lambda i=i: worked.append(i), priority=i % 3)
    one.set()  # a single thread is free now
    qtbot.waitUntil(lambda: len(worked) == 4)
    others.set()
    assert worked == [2, 1, 0, 3]
