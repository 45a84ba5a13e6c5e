"""An index and a Python for uv on this machine's loopback: what an installation fetches in these tests."""

from __future__ import annotations

import hashlib
import json
import platform
import re
import shutil
import sys
import sysconfig
import tarfile
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any

PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
_LOOK = 1 << 20  # bytes: a shorter part is only looked into, for what a wheel says of itself
_LEFT_OUT = {"test", "tests", "site-packages", "dist-packages", "__pycache__", "idlelib", "tkinter", "ensurepip"}


class Loopback(ThreadingHTTPServer):
    """Serves wheels as PEP 503 says, and this Python as uv's own builds are.

    `fetched` counts the bytes that were sent of each file. The line dies after so many of a file in `cut`.
    Of the file `stall` half is sent: `stalled` is set then, and `left` when nobody waits for the rest any more.
    """

    daemon_threads = True

    def __init__(self, wheels: Iterable[Path], python: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.files = {path.name: path for path in (*wheels, python)}
        self.python = python
        self.fetched: Counter[str] = Counter()
        self.cut: dict[str, int] = {}
        self.stall = ""
        self.stalled, self.left = Event(), Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Of a client that was killed, or had enough; nothing else fails here."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)

    def environment(self) -> dict[str, str]:
        """What tells uv to fetch from here."""
        return {"UV_DEFAULT_INDEX": f"{self.url}/simple", "UV_PYTHON_DOWNLOADS_JSON_URL": f"{self.url}/pythons.json"}


@contextmanager
def serving(wheels: Iterable[Path], python: Path) -> Iterator[Loopback]:
    with Loopback(wheels, python) as server:
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield server
        finally:
            server.shutdown()


class _Handler(BaseHTTPRequestHandler):
    server: Loopback
    protocol_version = "HTTP/1.1"

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        _, kind, name, *_ = [*self.path.split("/"), "", ""]
        if self.path == "/pythons.json":
            self._say(json.dumps(_pythons(self.server)).encode(), "application/json")
        elif kind == "simple":
            names = [file for file in self.server.files if _project(file) == name]
            page = "".join(f'<a href="/files/{file}">{file}</a>' for file in names)
            self._say(f"<!DOCTYPE html><html><body>{page}</body></html>".encode(), "text/html")
        elif kind == "files" and name in self.server.files:
            self._send_file(name)
        else:
            self.send_error(404)

    def _say(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _send_file(self, name: str) -> None:
        path = self.server.files[name]
        size = path.stat().st_size
        asked = re.fullmatch(r"bytes=(\d*)-(\d*)", self.headers.get("Range", ""))
        first, last = _range(asked, size)
        self.send_response(206 if asked else 200)
        if asked:
            self.send_header("Content-Range", f"bytes {first}-{last}/{size}")
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Content-Length", str(last + 1 - first))
        self.end_headers()
        if self.command == "HEAD":
            return
        left = last + 1 - first
        most = size if left <= _LOOK else self.server.cut.get(name, size)
        with path.open("rb") as file:
            file.seek(first)
            while left and (part := file.read(min(left, 1 << 16))):
                if file.tell() > most:
                    self.close_connection = True
                    return
                if name == self.server.stall and file.tell() > size // 2:
                    self.server.stalled.set()
                    self.connection.recv(1)
                    self.server.left.set()
                    self.close_connection = True
                    return
                self.wfile.write(part)
                left -= len(part)
                self.server.fetched[name] += len(part)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


def _range(asked: re.Match[str] | None, size: int) -> tuple[int, int]:
    """The first and the last byte."""
    if asked is None:
        return 0, size - 1
    if not asked[1]:
        return size - int(asked[2]), size - 1
    return int(asked[1]), min(int(asked[2] or size), size - 1)


def _project(file: str) -> str:
    return re.sub(r"[-_.]+", "-", file.partition("-")[0]).lower()


def _pythons(server: Loopback) -> dict[str, Any]:
    major, minor, patch = platform.python_version_tuple()
    entry = {
        "name": "cpython",
        "arch": {"family": platform.machine(), "variant": None},
        "os": "linux",
        "libc": "gnu",
        "major": int(major),
        "minor": int(minor),
        "patch": int(patch),
        "prerelease": "",
        "url": f"{server.url}/files/{server.python.name}",
        "sha256": hashlib.sha256(server.python.read_bytes()).hexdigest(),
        "variant": None,
        "build": "20260101",
    }
    return {f"cpython-{major}.{minor}.{patch}-linux-{platform.machine()}-gnu": entry}


def pack_python(folder: Path) -> Path:
    """This machine's Python, without its tests and its packages, as an archive of the shape of uv's builds."""
    archive = folder / "python.tar.gz"
    library = Path(sysconfig.get_path("stdlib"))
    shared = Path(sysconfig.get_config_var("LIBDIR")).glob(f"libpython{PYTHON}*.so*")

    def used(entry: tarfile.TarInfo) -> tarfile.TarInfo | None:
        parts = entry.name.split("/")
        return None if _LEFT_OUT & set(parts) or any(part.startswith("config-") for part in parts) else entry

    with tarfile.open(archive, "w:gz", compresslevel=1) as tar:
        tar.add(Path(sys.base_prefix) / "bin" / f"python{PYTHON}", f"python/bin/python{PYTHON}")
        tar.add(library, f"python/lib/python{PYTHON}", filter=used)
        for file in shared:
            tar.add(file, f"python/lib/{file.name}")
    return archive


def make_wheel(folder: Path, name: str, version: str, files: Mapping[str, str | bytes]) -> Path:
    """A wheel of these files, small and real."""
    info = f"{name}-{version}.dist-info"
    metadata = {
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    wheel = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, text in {**files, **metadata}.items():
            archive.writestr(path, text)
        names = [*files, *metadata, f"{info}/RECORD"]
        archive.writestr(f"{info}/RECORD", "".join(f"{path},,\n" for path in names))
    return wheel


def lock_of(wheels: Iterable[Path]) -> str:
    """The lines of a lock.txt for such wheels."""
    lines = []
    for wheel in wheels:
        name, version = wheel.name.split("-")[:2]
        lines.append(f"{name}=={version} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n")
    return "".join(lines)


def uv_program() -> str | None:
    """uv of this Python's environment, or the one on the PATH."""
    try:
        from uv import find_uv_bin
    except ImportError:
        return shutil.which("uv")
    return str(find_uv_bin())
