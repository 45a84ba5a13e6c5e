"""The states of the window around learning: questions, a retrain to decide on, its replay, how many clusters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtWidgets import QDialog

from gallery_app.app import Parts
from tour.looks import AND_CONTRAST, SMALL
from tour.state import State, waiting

ANSWERS = 3
FEWER = 3  # clusters less than there are: something moves
MOMENT = 4  # of a training: on the way from one heap to islands


def learning_states(parts: Parts) -> Iterator[State]:
    """From the work page and back to it; what was answered is undone."""
    window, workspace, session = parts.window, parts.workspace, parts.session
    ask, proposals, training_replay = workspace.ask, workspace.proposals, workspace.training.training_replay

    def answer() -> None:
        for _ in range(ANSWERS):
            ask.round.answer(0)

    def skip_the_rest() -> None:
        while ask.round.question is not None:
            ask.round.skip()

    def retrain() -> None:
        ask.closed.emit()
        for _ in range(ANSWERS):
            session.undo()
        proposals.retrain(replace(session.options, k=max(2, len(session.gallery.clusters) - FEWER)))

    def show_training() -> None:
        for dialog in window.findChildren(QDialog):
            dialog.close()
        proposals.dismiss()
        window.actions_["training"].trigger()

    def show_curve() -> None:
        training_replay.drop()
        window.actions_["training"].trigger()
        workspace.tool_bar.k.curve.click()

    yield State("ask", workspace.pages.ask_me)
    yield State("ask-answered", answer)
    yield State("ask-over", skip_the_rest)
    yield State("retrain", retrain, AND_CONTRAST)
    yield State("retrain-waits", workspace.preview.closed.emit)
    yield State("earlier", window.actions_["clusterings"].trigger)
    yield State("training", show_training)
    yield State("replay", lambda: training_replay.show(MOMENT))
    yield State("curve", show_curve, SMALL)
    yield waiting(workspace.tool_bar.curve.hide)
