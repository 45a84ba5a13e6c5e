"""A training on record: what is kept of it, how it is laid out, and what is said of it."""

from __future__ import annotations

import itertools
import json
import shutil
from collections import namedtuple
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.clustering.methods.dec import Dec
from engine.core.errors import Cancelled, UserError
from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.records import Floats, Ints, Progress
from engine.lab.record.layouts import pca_maps, tsne_maps
from engine.lab.record.measures import Account, Measured, error_of_means, separation
from engine.lab.record.page import About
from engine.lab.record.recording import Recording
from engine.lab.record.save import require_place, save_recording
from engine.lab.record.story import story
from engine.lab.record.watch import UPDATES, Watch

N, KINDS, SIDE = 120, 3, 12
QUICK = Dec(pretraining="autoencoder", pixels="plain", epochs=4, updates=3, tolerance=0.0, rate=1e-3)
CONTEXT = FitContext(0, "cpu", Job())


def pictures(n: int = N) -> tuple[Floats, Ints]:
    """Smooth blobs at three places, and which place it is."""
    truth, random = np.arange(n) % KINDS, np.random.default_rng(0)
    middles = np.array([[3, 3], [3, 8], [8, 5]])[truth] + random.normal(0, 0.6, (n, 2))
    grid = np.stack(np.meshgrid(np.arange(SIDE), np.arange(SIDE), indexing="ij"), axis=-1)
    far = np.square(grid - middles[:, None, None]).sum(axis=-1)
    return np.exp(-far / 4).astype(np.float32)[..., None], truth


def fit(method: Dec, job: Job) -> object:
    return method.fit(pictures()[0].reshape(N, -1), KINDS, seed=0, device="cpu", job=job)


@pytest.fixture(scope="module")
def watched() -> Watch:
    """A training of DEC by its own decoder, of which unseen pictures were encoded."""
    watch = Watch()
    watch.show(pictures(90)[0].reshape(90, -1), 30)
    fit(QUICK, Job().watched(watch))
    return watch


@pytest.fixture(scope="module")
def recording(watched: Watch) -> Recording:
    images, truth = pictures(90)
    return Recording.of(watched, images, truth[:30], CONTEXT)


def test_every_update_is_kept_and_watching_changes_nothing(watched: Watch) -> None:
    assert [frame.update for frame in watched.frames()] == [0, 1, 2, 3]
    assert watched.frames()[0].codes.shape == (90, QUICK.codes)
    seen = Watch()
    alone, observed = fit(QUICK, Job()), fit(QUICK, Job().within("cluster").watched(seen))
    assert np.array_equal(alone.probabilities, observed.probabilities)
    last = seen.frames()[-1]
    np.testing.assert_allclose(last.codes, observed.codes[seen.rows], atol=1e-5)
    np.testing.assert_array_equal(last.labels, observed.labels[seen.rows])
    np.testing.assert_allclose(  # what is encoded by the network as it is
        watched.frames()[-1].codes, observed.predict.codes(pictures(90)[0].reshape(90, -1)), atol=1e-4
    )


def test_only_the_last_of_several_trainings_is_kept() -> None:
    watch = Watch()
    fit(QUICK, Job().watched(watch))
    fit(replace(QUICK, updates=1), Job().watched(watch))
    assert len(watch.frames()) == 2


def test_of_a_long_training_a_bounded_number_is_kept_evenly() -> None:
    class Still:
        def encode(self, vectors: Floats) -> tuple[Floats, Ints]:
            raise AssertionError("nothing was shown")

        redraw = encode

    watch = Watch()
    for _ in range(997):
        watch(np.zeros((5, 2), np.float32), np.arange(5), Still())
    at = [frame.update for frame in watch.frames()]
    assert len(at) <= UPDATES
    assert (at[0], at[-1]) == (0, 996)
    assert max(np.diff(at)) <= 2.1 * min(np.diff(at)[:-1])


def test_without_a_training_there_is_a_sentence() -> None:
    with pytest.raises(UserError, match="no training of DEC"):
        Watch().frames()


def test_its_own_decoder_redraws_what_it_was_pretrained_for(recording: Recording) -> None:
    assert not recording.borrowed
    assert recording.account.first.error < 0.5 * float(recording.shown.var())


def test_what_is_measured() -> None:
    codes = np.array([[0.0, 0], [0, 2], [10, 0], [10, 2]], np.float32)
    assert separation(codes, np.array([0, 0, 1, 1])) == pytest.approx(25)
    assert separation(codes, np.zeros(4, np.int64)) == 0
    images = np.array([0.0, 1.0, 0.5], np.float32).reshape(3, 1, 1, 1)
    found = error_of_means((images, np.array([0, 0, 1])), (images[:1], np.array([0])))
    assert found == pytest.approx(0.25)


def test_dots_move_and_do_not_jump() -> None:
    random = np.random.default_rng(0)
    codes = [random.normal(size=(60, 4)).astype(np.float32) + 6 * np.eye(4, dtype=np.float32)[np.arange(60) % 4]]
    for _ in range(3):
        codes.append(codes[-1] + random.normal(0, 0.1, codes[0].shape).astype(np.float32))
    maps = tsne_maps(codes, CONTEXT)
    assert all(np.linalg.norm(b - a, axis=1).mean() < 0.15 for a, b in itertools.pairwise(maps))
    anew = tsne_maps([codes[-1][::-1]], CONTEXT)[0][::-1]
    assert np.linalg.norm(anew - maps[-2], axis=1).mean() > 0.15


def test_all_updates_of_pca_have_one_scale() -> None:
    codes = np.random.default_rng(0).normal(size=(30, 5)).astype(np.float32)
    maps = pca_maps([codes, 4 * codes], CONTEXT)
    np.testing.assert_allclose(4 * maps[0], maps[1], atol=1e-5)
    assert np.abs(maps[1]).max() == pytest.approx(1)


def account(*, apart: tuple[float, float], error: tuple[float, float], nmi: float | None = 0.6) -> Account:
    measures = [Measured(update, apart[update], 0.2, error[update], 0.1 if update else None, nmi) for update in (0, 1)]
    return Account(tuple(measures), 0.03, 0.04, 0.06, 0.05)


@pytest.mark.parametrize(
    ("apart", "error", "said"),
    [
        ((1.0, 3.0), (0.03, 0.05), "Yes: the clusters draw apart, and the reconstructions get worse."),
        ((1.0, 3.0), (0.03, 0.03), "but the reconstructions hardly get worse"),
        ((1.0, 0.9), (0.03, 0.05), "but the clusters do not draw apart"),
        ((1.0, 1.05), (0.03, 0.029), "No: the clusters do not draw apart"),
    ],
)
def test_the_answer_is_what_happened(apart: tuple[float, float], error: tuple[float, float], said: str) -> None:
    told = story(account(apart=apart, error=error), 0)
    assert said in told.answer
    assert f"{apart[0]:.2f} to {apart[1]:.2f}" in told.apart
    assert f"{error[0]:.4f} to {error[1]:.4f}" in told.redrawn
    assert ("is lost for good" in " ".join(told.why)) == (error[1] > 0.04)


def test_the_reason_is_of_this_run() -> None:
    told = story(account(apart=(1.0, 3.0), error=(0.03, 0.05)), 0)
    assert "50% of the codes' variance at first and 25% at the end" in " ".join(told.why)
    assert "about 50% of the growth is lost" in " ".join(told.why)
    assert "in 1 of 1 steps" in " ".join(told.why)
    assert "IDEC" in story(account(apart=(1.0, 3.0), error=(0.03, 0.05)), 10).why[0]
    assert "no difference" in told.labels
    assert "NMI" not in story(account(apart=(1.0, 3.0), error=(0.03, 0.05), nmi=None), 0).labels


def test_it_says_why_nothing_happened_and_when_labels_fitted_best() -> None:
    still = story(account(apart=(20.0, 20.1), error=(0.03, 0.03)), 0)
    assert "hardly moves, from 20.00 to 20.10" in still.apart
    assert "hardly anything left" in " ".join(still.why)
    assert "of the way" not in still.redrawn
    ran = account(apart=(1.0, 2.0), error=(0.03, 0.04))
    middle = replace(ran.first, update=1, nmi=0.7)
    told = story(replace(ran, updates=(ran.first, middle, replace(ran.last, update=2)), changed=0.0), 0)
    assert "at its best at update 1, 0.700" in told.labels
    assert "No picture ends in another" in told.labels


def test_one_update_is_nothing_to_compare() -> None:
    one = account(apart=(1.0, 1.0), error=(0.1, 0.1))
    told = story(replace(one, updates=one.updates[:1]), 0)
    assert "nothing to compare" in told.answer
    assert not told.why


def test_all_is_written_and_an_earlier_record_replaced(recording: Recording, tmp_path: Path) -> None:
    out = tmp_path / "record"
    require_place(out)
    about = About("<b>blobs</b>", "test images", KINDS, 0, "cpu", asdict(QUICK))
    (out / "tsne-017.png").write_bytes(b"of an earlier one")
    page = save_recording(recording, about, out, CONTEXT).read_text("utf-8")
    names = {file.name for file in out.iterdir()}
    assert {f"{what}-{u:03}.png" for what in ("tsne", "pca", "reconstructions") for u in range(4)} <= names
    assert "tsne-017.png" not in names
    with Image.open(out / "motion.png") as motion:
        assert motion.n_frames > 12
        assert motion.info["loop"] == 0
    numbers = json.loads((out / "record.json").read_text("utf-8"))
    assert numbers["version"] == 1
    assert [u["update"] for u in numbers["updates"]] == [0, 1, 2, 3]
    with np.load(out / "record.npz") as arrays:
        assert arrays["codes"].shape == (4, 30, QUICK.codes)
        assert arrays["tsne"].shape == arrays["pca"].shape == (4, 30, 2)
        assert arrays["truth"].shape == (30,)
    assert "&lt;b&gt;blobs" in page
    assert "http" not in page  # nothing comes from a network
    assert recording.account.first.nmi is not None
    assert f"from {recording.account.first.nmi:.3f} to" in page
    assert "as it was pretrained" in page
    require_place(out)  # it is ours


def test_a_stop_is_heard_while_it_is_laid_out(recording: Recording, tmp_path: Path) -> None:
    def stop(progress: Progress) -> None:
        if progress.stage == "animation":
            job.cancel()

    job = Job(on_progress=stop)
    about = About("blobs", "test images", KINDS, 0, "cpu", asdict(QUICK))
    with pytest.raises(Cancelled):
        save_recording(recording, about, tmp_path, FitContext(0, "cpu", job))


def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(UserError, match="is a file"):
        require_place(tmp_path / "letter.txt")
    with pytest.raises(UserError, match="not empty"):
        require_place(tmp_path)
    with pytest.raises(UserError, match="cannot be written"):
        require_place(tmp_path / "letter.txt" / "below")
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(1, 1, 1 << 20))
    with pytest.raises(UserError, match="room for 1 MB"):
        require_place(tmp_path / "record")
