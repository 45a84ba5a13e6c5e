"""Networks as files, run by ONNX Runtime."""
