"""Write resources/models/face_codes.onnx: `python packaging/models/face_codes.py face-api-1.7.15.tgz`.

The recognition network of npm's @vladmandic/face-api, a copy of dlib's dlib_face_recognition_resnet_model_v1 (a ResNet
with 29 convolutions, He et al. 2016, smaller): RGB faces float32 (n, 3, 150, 150), 0 to 255 → codes float32 (n, 128),
closer than about 0.6 where they are of one person. Weights stay the bytes that they are, one in a uint8 with the scale
of its channel, into which the layer behind a convolution is folded. The same archive gives the same file.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tarfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

ARCHIVE = "0d77fffeef362ef9c0939cf6c567f3a2e8e177f114fa257a3270cbd2e509b031"
PLACE = Path(__file__).resolve().parent.parent.parent / "resources" / "models" / "face_codes.onnx"
FOLDER = "package/model/face_recognition_model"
MEAN = (122.782, 117.001, 104.298)
EDGE = 150
OPSET, IR = 17, 8  # of 2021: whatever ONNX Runtime there is reads it
BLOCKS = (
    *("conv32_1", "conv32_2", "conv32_3"),
    *("conv64_down", "conv64_1", "conv64_2", "conv64_3"),
    *("conv128_down", "conv128_1", "conv128_2"),
    *("conv256_down", "conv256_1", "conv256_2", "conv256_down_out"),
)


class Network:
    """A graph that grows at its end; names of tensors are those of the archive."""

    def __init__(self, weights: dict[str, Any]) -> None:
        self._weights = weights
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def add(self, kind: str, inputs: list[str], name: str, **attributes: Any) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, **attributes))
        return name

    def constant(self, name: str, array: Any) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def convolution(self, at: str, layer: str, stride: int, relu: bool) -> str:
        """A convolution with the scale and shift behind it: s (W x + b) + t = (s W) x + (s b + t)."""
        scale, shift = self.values(f"{layer}/scale/weights"), self.values(f"{layer}/scale/biases")
        bias = self.constant(f"{layer}/bias", scale * self.values(f"{layer}/conv/bias") + shift)
        filters = self.filters(f"{layer}/conv/filters", scale)
        pads = [0] * 4 if stride > 1 else [1] * 4
        out = self.add("Conv", [at, filters, bias], f"{layer}/out", strides=[stride] * 2, pads=pads)
        return self.add("Relu", [out], f"{layer}/relu") if relu else out

    def filters(self, name: str, scale: Any) -> str:
        """Filters (out, in, height, width), each out channel times its `scale`."""
        kept, step, zero = self._weights[name]
        kept = kept.transpose(3, 2, 0, 1)
        if step is None:
            return self.constant(name, (kept * scale[:, None, None, None]).astype(np.float32))
        if abs(zero - round(zero)) > 1e-3:
            raise SystemExit(f"{name} has no byte that means 0")
        parts = [
            self.constant(f"{name}/bytes", kept),
            self.constant(f"{name}/steps", (step * scale).astype(np.float32)),
            self.constant(f"{name}/zeros", np.full(len(scale), round(zero), np.uint8)),
        ]
        return self.add("DequantizeLinear", parts, name, axis=0)

    def values(self, name: str) -> Any:
        """A small tensor as float32."""
        kept, step, zero = self._weights[name]
        return kept if step is None else ((kept - np.float64(zero)) * step).astype(np.float32)


def main() -> None:
    archive = Path(sys.argv[1])
    if hashlib.sha256(archive.read_bytes()).hexdigest() != ARCHIVE:
        raise SystemExit(f"{archive} is not the archive that was looked at")
    PLACE.write_bytes(model_of(read(archive)).SerializeToString(deterministic=True))
    print(PLACE, PLACE.stat().st_size, hashlib.sha256(PLACE.read_bytes()).hexdigest())


def read(archive: Path) -> dict[str, Any]:
    """By name: bytes and the step and zero of what they mean, or float32, None and None."""
    with tarfile.open(archive) as tar:
        manifest = json.loads(_member(tar, f"{FOLDER}-weights_manifest.json"))
        data = _member(tar, f"{FOLDER}.bin")
    weights: dict[str, Any] = {}
    at = 0
    for entry in manifest[0]["weights"]:
        quantised = entry.get("quantization")
        kind = np.dtype("u1" if quantised else "<f4")
        count = int(np.prod(entry["shape"]))
        array = np.frombuffer(data, kind, count, at).reshape(entry["shape"])
        at += count * kind.itemsize
        step = quantised["scale"] if quantised else None
        weights[entry["name"]] = array, step, -quantised["min"] / step if quantised else None
    if at != len(data):
        raise SystemExit("the archive has other weights than its manifest says")
    return weights


def _member(tar: tarfile.TarFile, name: str) -> bytes:
    file = tar.extractfile(name)
    if file is None:
        raise SystemExit(f"the archive lacks {name}")
    return file.read()


def model_of(weights: dict[str, Any]) -> onnx.ModelProto:
    net = Network(weights)
    centred = net.add("Sub", ["faces", net.constant("mean", np.array(MEAN, np.float32).reshape(1, 3, 1, 1))], "centred")
    at = net.add("Div", [centred, net.constant("range", np.array(255, np.float32))], "input")
    at = net.convolution(at, "conv32_down", 2, relu=True)
    at = net.add("MaxPool", [at], "pool", kernel_shape=[3, 3], strides=[2, 2])
    edge = ((EDGE - 7) // 2 + 1 - 3) // 2 + 1
    for block in BLOCKS:
        at, edge = residual(net, at, block, edge)
    at = net.add("ReduceMean", [at], "mean/out", axes=[2, 3], keepdims=0)
    net.add("MatMul", [at, net.constant("fc", net.values("fc"))], "codes")
    graph = helper.make_graph(
        net.nodes,
        "face codes",
        [helper.make_tensor_value_info("faces", TensorProto.FLOAT, ["n", 3, EDGE, EDGE])],
        [helper.make_tensor_value_info("codes", TensorProto.FLOAT, ["n", 128])],
        net.constants,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR)
    model.producer_name = "photoloom"
    onnx.checker.check_model(model, full_check=True)
    return model


def residual(net: Network, at: str, block: str, edge: int) -> tuple[str, int]:
    """Two convolutions beside a short cut; where they halve the picture the short cut is its mean, zeros filling up."""
    down = "down" in block
    out = net.convolution(at, f"{block}/conv1", 2 if down else 1, relu=True)
    out = net.convolution(out, f"{block}/conv2", 1, relu=False)
    if down:
        own, short = (edge - 3) // 2 + 1, edge // 2
        channels = len(net.values(f"{block}/conv1/conv/bias"))
        before = 0 if block == "conv256_down_out" else channels // 2
        at = net.add("AveragePool", [at], f"{block}/mean", kernel_shape=[2, 2], strides=[2, 2])
        if before:
            at = net.add("Pad", [at, net.constant(f"{block}/channels", _pads(before, 0))], f"{block}/wide")
        if short > own:
            out = net.add("Pad", [out, net.constant(f"{block}/edges", _pads(0, short - own))], f"{block}/large")
        edge = short
    return net.add("Relu", [net.add("Add", [at, out], f"{block}/sum")], f"{block}/relu"), edge


def _pads(channels: int, pixels: int) -> Any:
    return np.array([0, 0, 0, 0, 0, channels, pixels, pixels], np.int64)


if __name__ == "__main__":
    main()
