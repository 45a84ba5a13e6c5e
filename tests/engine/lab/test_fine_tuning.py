"""A backbone that learns from photos: what changes, what does not, and that its weights can be opened again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from engine.core.errors import Cancelled, UserError
from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.records import Progress
from engine.embedding.backbone import open_backbone
from engine.embedding.timm_backbone import TimmBackbone
from engine.lab.tuning.fine_tuning import FineTuning
from engine.lab.tuning.halves import Halves

QUICK = FineTuning(groups=4, epochs=2, views=2, rate=1e-3)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> TimmBackbone:
    """A small network of the EfficientNet family with weights in a file."""
    import timm

    file = tmp_path_factory.mktemp("weights") / "tiny.pt"
    torch.manual_seed(0)
    torch.save(timm.create_model("test_efficientnet").state_dict(), file)
    return TimmBackbone(f"test_efficientnet@{file}")


@pytest.fixture(scope="module")
def photos(tiny: TimmBackbone) -> list[np.ndarray]:
    """Forty squares of noise in four colours."""
    random = np.random.default_rng(0)
    tints = np.array([[200, 30, 30], [30, 200, 30], [30, 30, 200], [180, 180, 30]])
    noise = random.integers(0, 50, (40, tiny.side, tiny.side, 3))
    return list((noise + tints[np.arange(40) % 4, None, None]).astype(np.uint8))


def tuned(tiny: TimmBackbone, photos: list[np.ndarray], job: Job | None = None) -> Halves:
    halves = Halves.of(tiny, "cpu")
    history = QUICK.learn(halves, [lambda p=p: p for p in photos], FitContext(0, "cpu", job or Job()))  # type: ignore[misc]
    assert len(history) == QUICK.epochs
    return halves


def test_the_halves_make_the_vectors_of_the_whole(tiny: TimmBackbone, photos: list[np.ndarray]) -> None:
    halves, pixels = Halves.of(tiny, "cpu"), np.stack(photos[:9])
    with torch.inference_mode():
        whole = tiny.module()(torch.from_numpy(pixels)).numpy()
    found = np.concatenate(list(halves.all_features(halves.seen(pixels))))
    np.testing.assert_allclose(found, whole, atol=0.01 * np.abs(whole).max())  # in between in half precision


def test_only_the_last_block_learns_and_its_file_is_a_backbone(
    tiny: TimmBackbone, photos: list[np.ndarray], tmp_path: Path
) -> None:
    halves, file = tuned(tiny, photos), tmp_path / "weights.pth"
    halves.save(file)
    again = open_backbone(f"{tiny.timm_name}@{file}")
    with torch.inference_mode():
        vectors = again.module()(torch.from_numpy(np.stack(photos))).numpy()
        before = tiny.module()(torch.from_numpy(np.stack(photos))).numpy()
    found = np.concatenate(list(halves.all_features(halves.seen(np.stack(photos)))))
    np.testing.assert_allclose(vectors, found, atol=0.01 * np.abs(found).max())
    assert np.abs(vectors - before).max() > 0.05 * np.abs(before).max()
    old, new = torch.load(tiny.name.partition("@")[2]), torch.load(file)
    assert list(old) == list(new)
    changed = {name for name in old if not torch.equal(old[name], new[name])}
    last = max(int(name.split(".")[1]) for name in old if name.startswith("blocks."))
    assert changed
    assert all(name.startswith((f"blocks.{last}.", "conv_head.", "bn2.")) for name in changed)
    assert not any("running" in name for name in changed)


def test_the_same_seed_gives_the_same_weights(tiny: TimmBackbone, photos: list[np.ndarray]) -> None:
    first, again = tuned(tiny, photos), tuned(tiny, photos)
    for one, other in zip(first.learning(), again.learning(), strict=True):
        assert torch.equal(one, other)


@pytest.mark.parametrize("stage", ["looking", "learning"])
def test_a_cancel_is_heard(tiny: TimmBackbone, photos: list[np.ndarray], stage: str) -> None:
    def on_progress(progress: Progress) -> None:
        if progress.stage == stage and progress.done:
            job.cancel()

    job = Job(on_progress=on_progress)
    with pytest.raises(Cancelled):
        tuned(tiny, photos, job)


def test_a_network_of_another_family_is_refused(tmp_path: Path) -> None:
    import timm

    torch.save(timm.create_model("test_vit").state_dict(), tmp_path / "vit.pt")
    with pytest.raises(UserError, match="no last block"):
        Halves.of(TimmBackbone(f"test_vit@{tmp_path / 'vit.pt'}"), "cpu")
