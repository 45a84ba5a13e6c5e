"""What Photoloom computes: no Qt in here, ever."""

import os

__version__ = "0.1.0"

# Nothing leaves the machine. ONNX Runtime and the model hub read these as they are imported, in this process and in
# every child of it; whatever else the environment says, and before any other module of ours can import them.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
