#!/usr/bin/env bash
# Try the bundle as a stranger's machine would: packaging/bundle/check.sh [BUNDLE]. Needs strace, Xvfb and the test tools.
set -euo pipefail
cd "$(dirname "$0")/../.."
exec "${PYTHON:-.venv/bin/python}" packaging/bundle/check.py "${1:-dist/photoloom}"
