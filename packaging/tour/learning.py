"""The states of the window around training: questions, a proposed retrain, its replay, the number of clusters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtWidgets import QDialog

from gallery_app.app import Parts
from gallery_app.shell.workspace import Workspace
from gallery_app.views.review.flow_strip import FlowStrip
from tour.state import State, then, waiting
from tour.window_styles import AND_CONTRAST, SMALL

ANSWERS = 3
FEWER = 3  # clusters fewer than before, so that photos move
FRAME = 4  # of the replay: halfway to separate clusters


def training_states(parts: Parts) -> Iterator[State]:
    """The states; begins and ends on the work page, the answers are undone."""
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
    yield from _preview_states(workspace)
    yield State("retrain-waits", workspace.preview.closed.emit)
    yield State("earlier", window.actions_["clusterings"].trigger)
    yield State("training", show_training)
    yield State("replay", lambda: training_replay.show(FRAME))
    yield State("curve", show_curve, SMALL)
    yield waiting(workspace.tool_bar.curve.hide)


def _preview_states(workspace: Workspace) -> Iterator[State]:
    """What is done with the pictures of a proposed retrain; nothing is refused in the end."""

    def photos() -> FlowStrip:
        return workspace.preview.pictures.cards[0].strip

    def refuse() -> None:
        photos().refused.emit(photos().flow.photos[0])

    def take_back() -> None:
        workspace.preview.photo.shut.click()
        workspace.proposals.refuse(workspace.proposals.refused, refused=False)

    yield State("retrain-refused", refuse, SMALL)
    yield State("retrain-photo", lambda: photos().opened.emit(photos().flow.photos[0]), SMALL)
    yield State("retrain-diagram", then(take_back, workspace.preview.as_diagram.trigger), SMALL)
    yield waiting(workspace.preview.as_pictures.trigger)
