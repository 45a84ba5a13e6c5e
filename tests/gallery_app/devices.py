"""What a computer with a GPU that this installation cannot use says of itself, for tests."""

from __future__ import annotations

from engine.core.errors import Sentence
from engine.gpu_pack.report import DeviceReport, PackStatus

PACK = PackStatus("offered", "NVIDIA T1000", 2_500_000_000, 5_000_000_000)
REPORT = DeviceReport(
    embeds="cpu",
    trains="cpu",
    name="AMD EPYC",
    runtime="onnxruntime",
    providers=("CPUExecutionProvider",),
    milliseconds=57.1,
    reason=Sentence("There is an NVIDIA GPU, and this installation's torch is the small build for processors."),
    torch="2.13.0",
    onnxruntime="1.26.0",
    from_pack=False,
    pack=PACK,
)
