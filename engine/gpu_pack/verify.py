"""Run by the pack's own Python: `-m engine.gpu_pack.verify DEVICE REFERENCE.npz`.

Multiplies two matrices and embeds the probe with torch on DEVICE, and prints one line of JSON:
{"problem": null or a word, "detail", "device", "milliseconds", "cosine": of the worst picture}.
DEVICE is cuda. The check of a machine without a GPU (packaging/gpu_pack/check.py) passes cpu, and nothing else does.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from engine.core.devices import set_passive_wait_policy


def verify(device: Any, reference: Path) -> dict[str, Any]:
    """What there is to say of torch on `device`; the words are those of trial.py."""
    import numpy as np
    import torch

    from engine.core.job import Job
    from engine.embedding import DEFAULT_BACKBONE
    from engine.embedding.agreement import cosines, probe
    from engine.embedding.backbone import open_backbone
    from engine.embedding.torch_runtime import TorchRuntime
    from engine.gpu_pack.kernel import time_kernel

    with np.load(reference, allow_pickle=False) as expected:
        vectors, key = expected["vectors"], str(expected["key"])
    backbone = open_backbone(DEFAULT_BACKBONE)
    if backbone.key != key:
        return {"problem": "other", "detail": f"it has the network {backbone.key}, not {key}"}
    if device == "cuda" and not torch.cuda.is_available():
        return {"problem": "no-gpu", "detail": ""}
    try:
        milliseconds = time_kernel(device)
        found = TorchRuntime(backbone.module(), device, Job()).embed(probe(backbone.side))
    except RuntimeError as error:  # torch has no narrower class for a device that fails
        return {"problem": _kind(error), "detail": str(error).strip().partition("\n")[0]}
    cosine = float(np.nan_to_num(cosines(found, vectors)).min())
    name = torch.cuda.get_device_name(0) if device == "cuda" else device
    return {"problem": None, "detail": "", "device": name, "milliseconds": milliseconds, "cosine": cosine}


def _kind(error: RuntimeError) -> str:
    from engine.embedding.memory import is_out_of_memory

    if is_out_of_memory(error):
        return "memory"
    return "too-old" if "no kernel image" in str(error) else "other"


if __name__ == "__main__":
    set_passive_wait_policy()
    sys.stdout.write("\n" + json.dumps(verify(sys.argv[1], Path(sys.argv[2]))) + "\n")
