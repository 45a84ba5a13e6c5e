from __future__ import annotations

import numpy as np
import pytest

from engine.embedding.memory import ShrinkingRuntime, is_out_of_memory


class Small:
    """A device that holds `room` pictures at once; `error` is what it raises for more."""

    def __init__(self, room, error):
        self.room, self.error, self.tried, self.closed = room, error, [], False

    def embed(self, pixels):
        self.tried.append(len(pixels))
        if len(pixels) > self.room:
            raise self.error
        return pixels[:, 0, 0, :2].astype(np.float32)

    def close(self):
        self.closed = True


@pytest.fixture
def out_of_memory():
    import torch

    return torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")


@pytest.fixture
def pixels():
    return np.arange(10 * 12, dtype=np.uint8).reshape(10, 2, 2, 3)


def test_pieces_are_halved_until_they_fit_and_stay_small(out_of_memory, pixels, notices):
    job, texts = notices
    device = Small(3, out_of_memory)
    runtime = ShrinkingRuntime(device, lambda: pytest.fail("fell back"), job)
    np.testing.assert_array_equal(runtime.embed(pixels), pixels[:, 0, 0, :2])
    assert device.tried == [10, 5, 2, 2, 2, 2, 2]
    runtime.embed(pixels)
    assert device.tried[7:] == [2] * 5
    assert texts[-1] == "The device ran out of memory; going on with 2 pictures at a time."


def test_no_room_for_one_picture_goes_to_the_fallback(out_of_memory, pixels, notices):
    job, texts = notices
    device, processor = Small(0, out_of_memory), Small(1000, out_of_memory)
    runtime = ShrinkingRuntime(device, lambda: processor, job, batch_size=4)
    np.testing.assert_array_equal(runtime.embed(pixels), pixels[:, 0, 0, :2])
    assert (device.tried, device.closed, processor.tried) == ([4, 2, 1], True, [10])
    runtime.embed(pixels)
    assert processor.tried == [10, 10]
    assert "the processor takes its place" in texts[-1]
    runtime.close()
    assert processor.closed


def test_what_was_done_before_memory_ran_out_is_kept(out_of_memory, pixels, notices):
    class Shared(Small):
        """Another program takes the memory after the first piece."""

        def embed(self, pixels):
            found = super().embed(pixels)
            self.room = 1
            return found

    device = Shared(4, out_of_memory)
    runtime = ShrinkingRuntime(device, lambda: pytest.fail("fell back"), notices[0], batch_size=4)
    np.testing.assert_array_equal(runtime.embed(pixels), pixels[:, 0, 0, :2])
    assert device.tried == [4, 4, 2] + [1] * 6


def test_another_error_is_not_hidden(pixels, notices):
    runtime = ShrinkingRuntime(Small(3, RuntimeError("shapes differ")), lambda: pytest.fail("fell back"), notices[0])
    with pytest.raises(RuntimeError, match="shapes differ"):
        runtime.embed(pixels)


def test_an_error_of_the_fallback_is_not_tried_again(out_of_memory, pixels, notices):
    runtime = ShrinkingRuntime(Small(0, out_of_memory), lambda: Small(0, out_of_memory), notices[0], batch_size=1)
    with pytest.raises(RuntimeError):
        runtime.embed(pixels)


def test_no_pictures(out_of_memory, pixels, notices):
    runtime = ShrinkingRuntime(Small(3, out_of_memory), lambda: pytest.fail("fell back"), notices[0])
    assert runtime.embed(pixels[:0]).shape == (0, 2)


@pytest.mark.parametrize(
    "message", ["MPS backend out of memory (MPS allocated: 9 GB)", "CUBLAS_STATUS_ALLOC_FAILED when calling"]
)
def test_plain_errors_that_mean_it(message):
    assert is_out_of_memory(RuntimeError(message))
    assert not is_out_of_memory(RuntimeError("shapes differ"))
