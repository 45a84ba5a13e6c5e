from __future__ import annotations

import numpy as np
import pytest

from engine.core.errors import Cancelled, UserError
from engine.core.job import Job
from engine.embedding.agreement import LEAST, agree, cosines, probe
from engine.embedding.backbone import open_backbone
from engine.embedding.export import exported
from engine.embedding.runtimes import open_runtime
from engine.embedding.torch_runtime import TorchRuntime, agreeing_precision, on_accelerator


@pytest.fixture(scope="module")
def torch_runtime(lite0):
    return TorchRuntime(lite0.module(), "cpu", Job())


def test_torch_and_onnx_runtime_make_the_same_vectors(processor, torch_runtime, photos):
    pixels, _ = photos
    found, expected = processor.embed(pixels), torch_runtime.embed(pixels)
    assert found.shape == (len(pixels), 1280)
    assert found.dtype == np.float32
    assert cosines(found, expected).min() >= LEAST


def test_our_network_is_timms_own(torch_runtime, lite0, photos):
    """Fixed padding and bytes as input change nothing of what timm's network computes."""
    import torch

    pixels = photos[0][:3]
    network = lite0._network().eval()  # reason: timm's own, before ours is made of it
    with torch.inference_mode():
        x = (torch.from_numpy(pixels).permute(0, 3, 1, 2).float() - 127) / 128
        expected = network.forward_head(network.forward_features(x), pre_logits=True).numpy()
    np.testing.assert_allclose(torch_runtime.embed(pixels), expected, rtol=1e-3, atol=1e-4)


def test_a_vector_does_not_depend_on_its_neighbours(processor):
    pixels = probe(224)[:5]
    together = processor.embed(pixels)
    np.testing.assert_array_equal(processor.embed(pixels), together)
    np.testing.assert_allclose(
        np.concatenate([processor.embed(pixels[i : i + 1]) for i in range(5)]), together, 1e-4, 1e-5
    )
    assert processor.embed(pixels[:0]).shape == (0, 1280)


def test_half_precision_is_taken_where_it_agrees(tiny):
    runtime = TorchRuntime(open_backbone(tiny).module(), "cpu", Job())
    pixels = probe(open_backbone(tiny).side)[:2]
    exact = runtime.embed(pixels)
    runtime.precision = agreeing_precision(runtime, pixels)
    assert runtime.precision in ("float16", "bfloat16")
    assert agree(runtime.embed(pixels), exact)


def test_half_precision_is_left_where_it_overflows():
    import torch

    class Large(torch.nn.Module):
        """Its values are beyond float16, and cancel so far that bfloat16 keeps nothing of them."""

        def forward(self, pixels):
            x = pixels.float().flatten(1)[:, :8]
            many = torch.nn.functional.linear(x, torch.eye(8) + 300)
            return torch.nn.functional.linear(many, torch.eye(8) - 1 / 8).float()

    pixels = np.random.default_rng(0).integers(0, 256, (4, 4, 4, 3), dtype=np.uint8)
    assert agreeing_precision(TorchRuntime(Large(), "cpu", Job()), pixels) == "float32"


def test_a_device_that_cannot_run_it_leaves_it_to_the_fallback(lite0, processor, notices):
    job, texts = notices

    class Broken:
        name, side = lite0.name, lite0.side

        def module(self):
            raise RuntimeError("no kernel image is available for execution on the device\nmore")

    assert on_accelerator(Broken(), "cuda", job, fallback=lambda: processor) is processor
    assert texts == [
        "The cuda device can't be used (no kernel image is available for execution on the device); "
        "the processor takes its place."
    ]


def test_a_network_onnx_cannot_express_runs_in_torch(tiny, tmp_path, notices):
    import torch

    job, texts = notices
    backbone = open_backbone(tiny)

    class Frequencies(torch.nn.Module):
        def forward(self, pixels):
            return torch.fft.fft2(pixels.float().mean(3)).abs().flatten(1)[:, :4]

    backbone.module = Frequencies
    runtime = open_runtime(backbone, "cpu", threads=1, cache=tmp_path, job=job)
    assert runtime.embed(probe(backbone.side)[:3]).shape == (3, 4)
    assert "can't run in ONNX Runtime" in texts[0]


def test_a_stop_is_heard_between_pictures(lite0, models, processor):
    job = Job()
    runtime = open_runtime(lite0, "cpu", threads=2, cache=models, job=job)
    job.cancel()
    with pytest.raises(Cancelled):
        runtime.embed(probe(224))
    runtime.close()


def test_a_model_is_exported_once(tiny, tmp_path):
    backbone = open_backbone(tiny)
    model = exported(backbone, tmp_path)
    backbone.module = lambda: pytest.fail("exported again")
    assert exported(backbone, tmp_path) == model
    assert [path.suffix for path in tmp_path.iterdir()] == [".onnx"]


@pytest.mark.parametrize("damage", [lambda b: b[: len(b) // 2], lambda b: b"", lambda b: b[:-1] + b"\0\0"])
def test_a_damaged_model_is_exported_again(damage, tiny, tmp_path):
    backbone = open_backbone(tiny)
    model = exported(backbone, tmp_path)
    (path,) = tmp_path.iterdir()
    path.write_bytes(damage(model))
    assert len(exported(backbone, tmp_path)) == len(model)
    assert len(list(tmp_path.iterdir())) == 1


def test_two_that_export_at_once_do_not_clash(tiny, tmp_path):
    backbone, quicker = open_backbone(tiny), open_backbone(tiny)
    module = backbone.module()
    models = []

    def while_another_exports():
        models.append(exported(quicker, tmp_path))
        return module

    backbone.module = while_another_exports
    models.append(exported(backbone, tmp_path))
    assert len(models[0]) == len(models[1])
    assert {path.suffix for path in tmp_path.iterdir()} == {".onnx"}
    backbone.module = lambda: pytest.fail("exported again")
    assert exported(backbone, tmp_path) in models


def test_a_cache_that_cannot_be_written_is_said(tiny, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(UserError, match="file"):
        exported(open_backbone(tiny), tmp_path / "file" / "models")
