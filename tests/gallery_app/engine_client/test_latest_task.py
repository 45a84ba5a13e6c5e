"""LatestTask: the newest wish counts, and whatever goes wrong the next one is heard."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from engine.core.errors import UserError
from gallery_app.engine_client.background import JobRunner
from gallery_app.engine_client.latest_task import LatestTask


@pytest.fixture
def task(jobs: JobRunner) -> LatestTask:
    return LatestTask(jobs.run)


class Gate:
    """Work that goes on when it is let to."""

    def __init__(self, answer: int) -> None:
        self.answer, self.began, self._go = answer, False, threading.Event()

    def __call__(self) -> int:
        self.began = True
        assert self._go.wait(20)
        return self.answer

    def open(self) -> None:
        self._go.set()


def test_what_is_asked_meanwhile_waits_and_the_last_alone_is_done(
    task: LatestTask, jobs: JobRunner, qtbot: QtBot
) -> None:
    heard, gates = list[int](), [Gate(i) for i in range(4)]
    for gate in gates:
        task.submit(gate, heard.append)
    assert task.busy
    for gate in gates:
        gate.open()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert heard == [3]
    assert [gate.began for gate in gates] == [True, False, False, True]
    assert not task.busy


def fault() -> None:
    raise KeyError("ours")


def refusal() -> None:
    raise UserError("The disk is full.")


@pytest.mark.parametrize("work", [fault, refusal])
@pytest.mark.parametrize("waits", [False, True])
def test_after_an_error_the_next_is_heard(
    task: LatestTask, jobs: JobRunner, qtbot: QtBot, work: Callable[[], Any], waits: bool
) -> None:
    """One failed evaluation left find and grouping dead."""
    heard: list[int] = []
    with qtbot.captureExceptions() as raised:
        task.submit(work, lambda _: pytest.fail("there is no answer"), lambda _sentence: None)
        if not waits:
            qtbot.waitUntil(lambda: not jobs.busy)
            assert not task.busy
        task.submit(lambda: 1, heard.append)
        qtbot.waitUntil(lambda: heard == [1])
    assert [kind for kind, _, _ in raised] == [KeyError] * (work is fault)


def test_a_refusal_is_told_to_who_asked(task: LatestTask, qtbot: QtBot) -> None:
    said: list[str] = []
    task.submit(refusal, lambda _: None, said.append)
    qtbot.waitUntil(lambda: said == ["The disk is full."])


def test_what_is_dropped_is_not_answered_and_the_next_is_heard_at_once(
    task: LatestTask, jobs: JobRunner, qtbot: QtBot
) -> None:
    heard, gate = list[int](), Gate(0)
    task.submit(gate, heard.append)
    task.submit(Gate(1), heard.append)
    task.drop()
    assert not task.busy
    task.submit(lambda: 2, heard.append)
    qtbot.waitUntil(lambda: heard == [2])
    gate.open()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert heard == [2]


def test_who_is_answered_may_ask_again(task: LatestTask, qtbot: QtBot) -> None:
    heard: list[int] = []

    def answered(value: int) -> None:
        heard.append(value)
        if value < 3:
            task.submit(lambda: value + 1, answered)

    task.submit(lambda: 1, answered)
    qtbot.waitUntil(lambda: heard == [1, 2, 3])


def test_where_nothing_can_be_asked_nothing_is_waited_for(qapp: object) -> None:
    task = LatestTask(lambda *_work, over: None)
    task.submit(lambda: 1, pytest.fail)
    assert not task.busy
