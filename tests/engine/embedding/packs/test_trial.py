"""What a pack may hold and what it has to do: graphs that read other files, hang, or make no vectors are refused."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from engine.core.errors import UserError
from engine.core.job import Job
from engine.embedding.packs import shelf
from engine.embedding.packs.graph import weight_files
from engine.embedding.packs.install import add
from engine.embedding.packs.sources import offer, open_source
from tests.engine.embedding.packs.make_pack import SIDE, write_manifest


def put(home: Path, folder: Path) -> shelf.Pack:
    write_manifest(folder, "colours")
    source = open_source(str(folder))
    return add(home, source, offer(source), Job())


def save_visual(folder: Path, output: np.ndarray, location: str | None = None, *, nested: bool = False) -> None:
    """A network that multiplies the picture's mean with `output`, whose numbers may lie in another file."""
    weight = numpy_helper.from_array(np.asarray(output, np.float32), "weight")
    if location is not None:
        weight = TensorProto(name="weight", data_type=TensorProto.FLOAT, dims=output.shape)
        weight.data_location = TensorProto.EXTERNAL
        weight.external_data.add(key="location", value=location)
    nodes = [
        helper.make_node("ReduceMean", ["image"], ["mean"], axes=[1, 2, 3], keepdims=0),
        helper.make_node("Unsqueeze", ["mean", "one"], ["column"]),
    ]
    one = numpy_helper.from_array(np.array([1], np.int64), "one")
    if nested:
        branch = helper.make_graph(
            [helper.make_node("Constant", [], ["inner"], value=weight)],
            "branch",
            [],
            [helper.make_tensor_value_info("inner", TensorProto.FLOAT, output.shape)],
        )
        true = numpy_helper.from_array(np.array(True), "true")
        nodes.append(helper.make_node("If", ["true"], ["w"], then_branch=branch, else_branch=branch))
        inner, name = [one, true], "w"
    else:
        inner, name = [one, weight], "weight"
    nodes.append(helper.make_node("MatMul", ["column", name], ["vectors"]))
    graph = helper.make_graph(
        nodes,
        "visual",
        [helper.make_tensor_value_info("image", TensorProto.FLOAT, ["n", 3, SIDE, SIDE])],
        [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["n", output.shape[1]])],
        inner,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    (folder / "visual" / "model.onnx").write_bytes(model.SerializeToString())


def without_words(folder: Path) -> Path:
    (folder / "textual" / "model.onnx").unlink(missing_ok=True)
    return folder


WEIGHTS = np.linspace(-1, 1, 4, dtype=np.float32)[None]


@pytest.mark.parametrize("nested", [False, True])
@pytest.mark.parametrize(
    "location", ["../../../../etc/passwd", "/etc/passwd", "other.data", "..\\up.data", "", "sub/w.data"]
)
def test_weights_in_a_file_that_is_none_of_the_pack_are_refused(
    folder: Path, home: Path, location: str, nested: bool
) -> None:
    save_visual(without_words(folder), WEIGHTS, location, nested=nested)
    assert weight_files(folder / "visual" / "model.onnx") == {location}
    with pytest.raises(UserError, match="reads its weights from"):
        put(home, folder)
    assert shelf.installed(home) == []


def test_weights_beside_the_graph_belong_to_the_pack(folder: Path, home: Path) -> None:
    save_visual(without_words(folder), WEIGHTS, "model.onnx.data")
    (folder / "visual" / "model.onnx.data").write_bytes(struct.pack("<4f", *WEIGHTS[0]))
    assert put(home, folder).trial.dimension == 4
    shelf.remove(home, "colours", Job())
    whole = folder / "visual" / "model.onnx"
    onnx.save(onnx.load(whole), whole)  # its weights within it
    assert weight_files(whole) == set()
    assert put(home, folder).trial.dimension == 4


def test_a_network_that_sees_nothing_is_refused(folder: Path, home: Path) -> None:
    for numbers in (0, np.nan):
        save_visual(without_words(folder), np.full((1, 4), numbers))
        with pytest.raises(UserError, match=r"visual/model\.onnx makes no vectors of pictures"):
            put(home, folder)


@pytest.mark.parametrize("content", [b"", b"no graph", b"\x80" * 40, b"\x3a\xff\xff\xff\xff\x0f"])
def test_what_is_no_graph_is_refused(folder: Path, home: Path, content: bytes) -> None:
    (folder / "visual" / "model.onnx").write_bytes(content)
    with pytest.raises(UserError, match=r"is no ONNX file|cannot be opened"):
        put(home, folder)
    assert shelf.installed(home) == []


def test_a_pack_whose_halves_do_not_fit_is_refused(folder: Path, home: Path, made: Path) -> None:
    (folder / "textual" / "model.onnx").write_bytes((made / "visual" / "model.onnx").read_bytes())
    with pytest.raises(UserError, match=r"The model pack cannot be used|crashes when it is tried"):
        put(home, folder)
    assert shelf.installed(home) == []


def test_a_tokenizer_that_is_none_is_refused(folder: Path, home: Path) -> None:
    (folder / "textual" / "tokenizer.json").write_text("{}", "utf-8")
    with pytest.raises(UserError, match=r"textual/tokenizer\.json is no tokenizer"):
        put(home, folder)


def test_preprocessing_that_says_nothing_is_refused(folder: Path, home: Path) -> None:
    (folder / "visual" / "preprocess_cfg.json").write_text("{}", "utf-8")
    with pytest.raises(UserError, match="does not say how the network wants its pictures"):
        put(home, folder)


def test_what_it_does_is_kept(pack: shelf.Pack, home: Path) -> None:
    assert pack.trial.dimension == 24
    assert pack.trial.sentences
    assert 0 <= pack.trial.seconds < 1
    assert shelf.find(home, "colours") == pack
