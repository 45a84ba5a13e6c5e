from __future__ import annotations

import pytest

from engine.core.errors import UserError
from engine.core.job import Job
from engine.measure.datasets import digits, folders


@pytest.mark.parametrize("zipped", [False, True])
@pytest.mark.parametrize("dot", [False, True])
def test_the_four_files_under_their_usual_names(write_digits, dot, zipped):
    found = digits(write_digits(dot=dot, zipped=zipped))
    assert found.images.shape == (60, 10)
    assert found.images.dtype == "float32"
    assert found.train == 40
    assert (found.images.argmax(axis=1) == found.labels).all()
    assert found.images.max() == 1


def test_a_missing_file_is_named(write_digits):
    folder = write_digits()
    (folder / "t10k-labels-idx1-ubyte").unlink()
    with pytest.raises(UserError, match=r"lacks t10k-labels-idx1-ubyte"):
        digits(folder)


def test_a_wrong_magic_number_names_the_file(write_digits):
    folder = write_digits()
    labels = (folder / "train-labels-idx1-ubyte").read_bytes()
    (folder / "train-images-idx3-ubyte").write_bytes(labels)
    with pytest.raises(UserError, match=r"train-images-idx3-ubyte is no IDX file of images.*0x00000803"):
        digits(folder)


@pytest.mark.parametrize("zipped", [False, True])
def test_a_file_that_is_cut_off_is_named(write_digits, zipped):
    folder = write_digits(zipped=zipped)
    path = next(folder.glob("train-images*"))
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(UserError, match="train-images-idx3-ubyte"):
        digits(folder)


def test_images_without_their_labels(write_digits):
    folder = write_digits()
    (folder / "train-labels-idx1-ubyte").write_bytes((folder / "t10k-labels-idx1-ubyte").read_bytes())
    with pytest.raises(UserError, match="40 train images but 20 labels"):
        digits(folder)


def test_one_folder_a_label(tmp_path):
    for name in ("dogs/a.jpg", "dogs/deep/b.png", "cats/c.webp", "cats/notes.txt", "loose.jpg"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    paths, labels = folders(tmp_path, Job())
    found = {path.relative_to(tmp_path).as_posix(): label for path, label in zip(paths, labels, strict=True)}
    assert found == {"dogs/a.jpg": "dogs", "dogs/deep/b.png": "dogs", "cats/c.webp": "cats"}


def test_no_folders_of_pictures(tmp_path):
    with pytest.raises(UserError, match="one folder a label"):
        folders(tmp_path, Job())
