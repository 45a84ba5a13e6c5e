"""A pack at an address on this machine, over a line that may be cut."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any


class PackServer(ThreadingHTTPServer):
    """Serves the files of `folder`. `fetched` counts the bytes that were sent of each; `asked` has what was asked for.

    The line dies once so many bytes of a file in `cut` were sent. What is in `linked` is moved to another address, as a
    hub does with large files, with the SHA-256 that stands there.
    """

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folder, self.below = folder, ""
        self.fetched: Counter[str] = Counter()
        self.asked: list[tuple[str, str, str]] = []
        self.cut: dict[str, int] = {}
        self.linked: dict[str, str] = {}

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/org/colours"


@contextmanager
def serving(folder: Path) -> Iterator[PackServer]:
    with PackServer(folder) as server:
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        try:
            yield server
        finally:
            server.shutdown()


class _Handler(BaseHTTPRequestHandler):
    server: PackServer
    protocol_version = "HTTP/1.1"

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        path = self.path.removeprefix("/moved/").removeprefix(f"/org/colours{self.server.below}/")
        self.server.asked.append((self.command, path, self.headers.get("User-Agent", "")))
        file = self.server.folder / path
        if path in self.server.linked and not self.path.startswith("/moved/"):
            self._head(302, {"Location": f"/moved/{path}", "X-Linked-ETag": f'"{self.server.linked[path]}"'}, 0)
        elif path.startswith("/") or not file.is_file():
            self._head(404, {}, 0)
        else:
            self._send(path, file.read_bytes())

    def _send(self, path: str, content: bytes) -> None:
        asked = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        etag = f'"{hash(content):x}"'
        first = int(asked[1]) if asked and self.headers.get("If-Range") == etag else 0
        there = {"Content-Range": f"bytes {first}-{len(content) - 1}/{len(content)}"} if first else {}
        self._head(206 if first else 200, {"ETag": etag, **there}, len(content) - first)
        if self.command == "HEAD":
            return
        end = self.server.cut.pop(path, len(content))
        self.server.fetched[path] += end - first  # first: who has it all may ask at once
        self.wfile.write(content[first:end])
        self.close_connection = end < len(content)

    def _head(self, status: int, headers: dict[str, str], length: int) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(length)}.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""
