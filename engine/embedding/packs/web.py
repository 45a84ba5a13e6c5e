"""Web: the files of a pack at an address that the user gave: https, or this very machine.

Sent are the address and the name and version of this program. What was cut goes on where it stopped.
"""

from __future__ import annotations

import ipaddress
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from http.client import HTTPException, HTTPMessage
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote, urlsplit

from engine import __version__
from engine.core.errors import UserError, why
from engine.core.web.trust import trusted
from engine.embedding.packs.manifest import FILE, MOST, Part

SECONDS = 20.0  # of silence
_CHUNK = 1 << 18
_MISSING = (401, 403, 404, 410)
_HUB = "/resolve/main"  # where hubs of models keep the files of the page whose address people copy


class Web:
    """A folder at an address."""

    def __init__(self, address: str) -> None:
        self.place = address.partition("?")[0].partition("#")[0].removesuffix(FILE).rstrip("/")
        _check(self.place)
        self._redirects = _Redirects()
        self._opener = urllib.request.build_opener(self._redirects, urllib.request.HTTPSHandler(context=trusted()))
        self._below = ""

    def look(self, path: str) -> Part | None:
        """The file with its size, and its SHA-256 where the server says that; None where it is not there."""
        answer = self._answer(path, method="HEAD")
        if answer is None:
            return None
        with answer:
            length = answer.headers.get("Content-Length", "")
        if not length.isdigit():
            raise UserError("{address} does not say how large {file} is.", address=self.place, file=path)
        linked = self._redirects.linked.strip('"').lower()
        is_sum = len(linked) == 64 and not set(linked) - set("0123456789abcdef")
        return Part(path, int(length), linked if is_sum else "")

    def read(self, path: str) -> bytes | None:
        """A small file; None where it is not there."""
        answer = self._answer(path)
        if answer is None:
            return None
        with answer:
            try:
                text: bytes = answer.read(MOST + 1)
            except (OSError, HTTPException) as error:
                raise self._cut(error) from error
        if len(text) > MOST:
            raise UserError("{file} at {address} is too large.", file=path, address=self.place)
        return text

    def turn_to_hub(self) -> bool:
        """Look where a hub keeps the files of such a page, from here on; False where that was done already."""
        was, self._below = self._below, _HUB
        return was != _HUB

    def fetch(self, part: Part, to: Path, tick: Callable[[int], None]) -> None:
        """Bring what is missing of a file; `tick` is told the bytes that are there, and may raise."""
        there = to.stat().st_size if to.exists() else 0
        if there == part.size:
            return
        mark = to.with_name(f"{to.name}.etag")
        same = mark.read_text("utf-8") if mark.exists() else ""
        goes_on = bool(there and there < part.size and same)
        headers = {"Range": f"bytes={there}-", "If-Range": same} if goes_on else {}
        answer = self._answer(part.path, headers=headers)
        if answer is None:
            raise UserError("{file} is not at {address}.", file=part.path, address=self.place)
        with answer:
            goes_on = answer.status == 206 and answer.headers.get("Content-Range", "").startswith(f"bytes {there}-")
            there = there if goes_on else 0
            etag = answer.headers.get("ETag", "")
            mark.write_text(etag if etag.startswith('"') else "", "utf-8")  # a weak one says nothing of the bytes
            with to.open("ab" if goes_on else "wb") as file:
                while there < part.size:
                    tick(there)
                    try:
                        some = answer.read(min(_CHUNK, part.size - there))
                    except (OSError, HTTPException) as error:
                        raise self._cut(error) from error
                    if not some:
                        raise self._cut("the connection ended")
                    file.write(some)
                    there += len(some)
            tick(there)
        mark.unlink(missing_ok=True)

    def _answer(self, path: str, *, method: str = "GET", headers: dict[str, str] | None = None) -> Any:
        """The open answer; None where there is no such file."""
        address = f"{self.place}{self._below}/{quote(path)}"
        about = {"User-Agent": f"Photoloom/{__version__}", "Accept-Encoding": "identity", **(headers or {})}
        self._redirects.linked = ""
        try:
            return self._opener.open(urllib.request.Request(address, headers=about, method=method), timeout=SECONDS)
        except urllib.error.HTTPError as error:
            with suppress(OSError):
                error.close()
            if error.code in _MISSING:
                return None
            raise self._cut(f"{error.code} {error.reason}") from error
        except (OSError, HTTPException) as error:
            raise self._cut(error) from error

    def _cut(self, error: Exception | str) -> UserError:
        reason: Any = getattr(error, "reason", error)  # of a URLError
        return UserError(
            "{address} could not be read ({reason}): check the address and the connection, and add the pack again. It "
            "goes on where it stopped.",
            address=self.place,
            reason=why(reason) if isinstance(reason, OSError) else reason or type(error).__name__,
        )


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Never from https to what anybody on the way could read or change; `linked` is a hub's word for a file's hash."""

    def __init__(self) -> None:
        self.linked = ""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        _check(newurl)
        self.linked = headers.get("X-Linked-ETag", self.linked)
        found = super().redirect_request(req, fp, code, msg, headers, newurl)
        if found is not None:
            found.method = req.get_method()
        return found


def _check(address: str) -> None:
    """A UserError for an address that is neither https nor this machine."""
    try:
        parts = urlsplit(address)
        is_safe = bool(parts.hostname) and not parts.username and not parts.password
        is_safe = is_safe and (parts.scheme == "https" or (parts.scheme == "http" and _is_here(parts.hostname or "")))
    except ValueError:
        is_safe = False
    if not is_safe:
        raise UserError(
            "A model pack comes from an address with https, or from a file or a folder; not from {address}.",
            address=address[:200],
            usage=True,
        )


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
