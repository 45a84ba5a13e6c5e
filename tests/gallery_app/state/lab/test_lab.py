"""The Lab of the window, with an engine that a test speaks for: nothing piles up, and nothing else is superseded."""

from __future__ import annotations

import numpy as np
import pytest

from engine.core.partials import Sketch
from engine.service.lab_messages import Dream, Dreamed, ModelForgotten, ModelTrained, SeeCodes, TrainModel
from gallery_app.app import Parts
from gallery_app.state.lab.code_sizes import CODE_SIZES
from gallery_app.state.lab.lab import Lab
from tests.gallery_app.fake_engine import FakeEngine

TRAINED = ModelTrained("pca", 10, (32, 32, 3), 32, 0.01, 24.0, 1.0, {"squared_error": (0.01,)})
PICTURES = np.zeros((1, 32, 32, 3), np.uint8)


@pytest.fixture
def lab(scripted: Parts) -> Lab:
    return Lab(scripted.session, scripted.window)


@pytest.fixture
def learned(lab: Lab, engine: FakeEngine) -> Lab:
    """PCA has learned."""
    lab.train()
    engine.done(TRAINED)
    engine.sent.clear()
    return lab


def test_a_model_learns_with_what_is_set_and_tells_as_it_goes(lab: Lab, engine: FakeEngine) -> None:
    lab.choose("vae")
    lab.parameters["vae"], lab.side, lab.colour = {"code": 3}, 48, False
    lab.train()
    assert engine.requests == [TrainModel("vae", {"code": 3}, 48, False)]
    assert lab.learning
    heard: list[Sketch] = []
    lab.sketched.connect(heard.append)
    engine.partial(Sketch({"elbo": (-3.0, -2.0)}, PICTURES))
    assert [sketch.curve for sketch in heard] == [{"elbo": (-3.0, -2.0)}]
    engine.fail("The disk is full.")
    assert (lab.learning, lab.learned, lab.problem) == (False, None, "The disk is full.")


def test_it_waits_for_what_the_engine_does_and_can_be_given_up(
    lab: Lab, scripted: Parts, engine: FakeEngine, qtbot
) -> None:
    scripted.session.organise()
    lab.train()
    assert lab.waiting
    assert TrainModel not in engine.kinds
    lab.stop()
    engine.done()
    qtbot.waitUntil(lambda: not scripted.session.busy)
    assert (lab.waiting, TrainModel in engine.kinds) == (False, False)
    scripted.session.organise()
    lab.train()
    engine.done()
    assert engine.kinds[-1] is TrainModel


def test_stop_is_heard(lab: Lab, engine: FakeEngine) -> None:
    lab.train()
    lab.stop()
    assert len(engine.stops) == 1
    engine.cancelled()
    assert (lab.learning, lab.learned, lab.problem) == (False, None, "")


def test_of_many_questions_only_the_latest_waits(learned: Lab, engine: FakeEngine) -> None:
    answers: list[object] = []
    learned.answered.connect(lambda question, _result: answers.append(question))
    for noise in range(8):
        learned.dream(0, float(noise))
    learned.see()
    assert engine.requests == [Dream("pca", 48, 0, 0.0)]
    engine.done(Dreamed(PICTURES))
    engine.done(Dreamed(PICTURES))
    assert engine.requests == [Dream("pca", 48, 0, 0.0), Dream("pca", 48, 0, 7.0), SeeCodes("pca")]
    assert answers == engine.requests[:2]


def test_a_question_waits_for_other_work_and_is_asked_again_after_it(
    learned: Lab, scripted: Parts, engine: FakeEngine
) -> None:
    scripted.session.organise()
    learned.see()
    assert SeeCodes not in engine.kinds
    engine.done()
    assert engine.kinds[-1] is SeeCodes
    scripted.session.organise()  # in the place of the question
    engine.cancelled()
    engine.done()
    assert engine.kinds[-1] is SeeCodes


def test_a_question_is_no_work_that_is_shown(learned: Lab, scripted: Parts, engine: FakeEngine) -> None:
    shown: list[object] = []
    scripted.session.progress.connect(shown.append)
    learned.see()
    assert [progress for progress in shown if progress is not None] == []
    assert engine.kinds == [SeeCodes]


def test_what_the_engine_has_forgotten_is_to_be_learned_again(learned: Lab, engine: FakeEngine) -> None:
    learned.see()
    engine.done(ModelForgotten("pca"))
    assert learned.learned is None
    assert "train it again" in learned.problem


def test_a_size_of_the_code_is_turned_in_steps(lab: Lab, engine: FakeEngine) -> None:
    lab.choose("som")
    size = CODE_SIZES["som"]
    assert size.steps[size.step_of(20 * 20)] == 20
    lab.parameters["som"] = {"passes": 3}
    lab.resize(size.steps.index(5))
    (request,) = engine.requests
    assert isinstance(request, TrainModel)
    assert request.parameters == {"passes": 3, "rows": 5, "columns": 5}


def test_two_photos_are_those_that_are_selected_or_else_differ(learned: Lab, scripted: Parts) -> None:
    session = scripted.session
    first, second = learned.two_photos() or (0, 0)
    labels = [int(session.gallery.labels[session.gallery.row_of[file]]) for file in (first, second)]
    assert labels[0] != labels[1]
    chosen = session.gallery.ids[:2].tolist()
    session.select(chosen, None)
    assert learned.two_photos() == tuple(sorted(chosen))
