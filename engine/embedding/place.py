"""Where a runtime really computes, as it says itself once it was made."""

from __future__ import annotations

from typing import Literal, NamedTuple

from engine.core.records import Device


class Place(NamedTuple):
    """`providers` are those of the ONNX Runtime session that was created, none for torch."""

    runtime: Literal["onnxruntime", "torch"]
    device: Device
    providers: tuple[str, ...] = ()
