#!/bin/sh
# The GPU pack from end to end: see README.md. Words go to check.py; PYTHON is one with this checkout's packages and uv.
set -eu
cd "$(dirname "$0")/../.."
exec "${PYTHON:-.venv/bin/python}" packaging/gpu_pack/check.py \
    --engine "${PHOTOLOOM_ENGINE:-$PWD/dist/photoloom/photoloom-engine}" ${PHOTOLOOM_GPU_CHECK:-} "$@"
