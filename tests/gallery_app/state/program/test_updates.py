"""Whether there is a newer version, asked of a real server on loopback: what is sent, and every way it can go wrong."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import create_server
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

import engine
from gallery_app.base.settings import AppSettings
from gallery_app.state.program.update_check import PROBLEMS, RELEASES, Newest, UpdateCheck, version_key
from gallery_app.state.program.updates import Updates

NEWER = {"tag_name": "v99.1.0", "html_url": f"{RELEASES}/tag/v99.1.0", "body": "x" * 1000}
DAY = date(2026, 3, 30)


class Server(ThreadingHTTPServer):
    """Answers every GET by `says` (status, body, headers) and keeps what it was asked; None: it never answers."""

    daemon_threads = True

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.says: tuple[int, bytes, dict[str, str]] | None = (200, json.dumps(NEWER).encode(), {})
        self.over = threading.Event()
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/repos/photoloom/photoloom/releases/latest"


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))
        if self.server.says is None:
            self.server.over.wait(30)
            return
        status, body, headers = self.server.says
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words: Any) -> None:
        """It says nothing."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with closing(_Closing(Server())) as running:
        yield running.server


class _Closing:
    def __init__(self, server: Server) -> None:
        self.server = server
        self._thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        self._thread.start()

    def close(self) -> None:
        self.server.over.set()
        self.server.shutdown()
        self._thread.join()
        self.server.server_close()


def answer_of(check: UpdateCheck, qtbot: QtBot) -> object:
    with qtbot.waitSignal(check.ended, timeout=20_000) as told:
        check.ask()
        assert check.busy
    assert not check.busy
    return told.args[0]


def test_a_newer_version_is_found_and_nothing_that_names_the_user_is_sent(server: Server, qtbot: QtBot) -> None:
    assert answer_of(UpdateCheck(None, server.address), qtbot) == Newest("99.1.0", NEWER["html_url"], True)
    ((path, headers),) = server.asked
    assert path == "/repos/photoloom/photoloom/releases/latest"
    assert headers.pop("Host").startswith("127.0.0.1:")
    assert headers == {
        "User-Agent": f"Photoloom/{engine.__version__}",
        "Accept": "application/vnd.github+json",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }


def test_this_version_is_up_to_date(server: Server, qtbot: QtBot) -> None:
    for tag in (engine.__version__, "v0.0.1"):
        server.says = 200, json.dumps({"tag_name": tag, "html_url": "https://elsewhere.example/x"}).encode(), {}
        found = answer_of(UpdateCheck(None, server.address), qtbot)
        assert found == Newest(tag.removeprefix("v"), RELEASES, False)  # and no page of another site is ever opened


@pytest.mark.parametrize(
    ("says", "problem"),
    [
        ((404, b"{}", {}), "none"),
        ((403, b"{}", {}), "busy"),
        ((429, b"{}", {}), "busy"),
        ((500, b"oh", {}), "refused"),
        ((302, b"", {"Location": "http://localhost:9/elsewhere"}), "refused"),
        ((200, b"<html>", {}), "unclear"),
        ((200, b"[]", {}), "unclear"),
        ((200, b'{"tag_name": "nightly", "html_url": ""}', {}), "unclear"),
        ((200, b"{}", {"Content-Length": "99"}), "unclear"),
    ],
)
def test_what_the_server_says_instead(
    server: Server, qtbot: QtBot, says: tuple[int, bytes, dict[str, str]], problem: str
) -> None:
    server.says = says
    assert answer_of(UpdateCheck(None, server.address), qtbot) == PROBLEMS[problem]


def test_without_a_network_it_says_so(qtbot: QtBot) -> None:
    with closing(create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
    assert answer_of(UpdateCheck(None, f"http://127.0.0.1:{port}/"), qtbot) == PROBLEMS["away"]


def test_a_server_that_proves_nothing_is_not_read(server: Server, qtbot: QtBot) -> None:
    assert answer_of(UpdateCheck(None, server.address.replace("http:", "https:")), qtbot) == PROBLEMS["untrusted"]


def test_it_waits_no_longer_than_it_may_and_stops_at_once(server: Server, qtbot: QtBot) -> None:
    server.says = None
    check = UpdateCheck(None, server.address, patience=1.0)
    assert answer_of(check, qtbot) == PROBLEMS["slow"]
    with qtbot.assertNotEmitted(check.ended):
        check.ask()
        check.stop()
    assert not check.busy


def test_versions_are_ordered() -> None:
    ordered = ["0.1.0", "v0.1.1a1", "0.1.1-beta.2", "0.1.1rc1", "v0.1.1-rc.2", "0.1.1", "0.2.0", "0.10.0", "1.0.0"]
    keys = [version_key(version) for version in ordered]
    assert None not in keys
    assert keys == sorted(keys, key=lambda key: key or ())
    assert version_key(engine.__version__) is not None
    for odd in ("", "nightly", "1.0", "1.0.0.0", "v1.0.0; rm", "１.0.0.x"):
        assert version_key(odd) is None


@pytest.fixture
def updates(server: Server, tmp_path: Path, qapp: object) -> Updates:
    return Updates(AppSettings(tmp_path / "window.ini"), None, server.address, lambda: DAY)


def test_nothing_is_asked_unless_it_is_wished(updates: Updates, server: Server) -> None:
    updates.look_weekly()
    assert not updates.busy
    assert server.asked == []


def test_once_a_week_and_a_version_that_was_closed_is_not_shown_again(
    updates: Updates, server: Server, qtbot: QtBot
) -> None:
    updates.set_weekly(True)
    with qtbot.waitSignal(updates.found, timeout=20_000) as told:
        updates.look_weekly()
    updates.today = lambda: DAY + timedelta(days=6)
    updates.look_weekly()
    assert not updates.busy
    updates.seen(told.args[0])
    updates.today = lambda: DAY + timedelta(days=7)
    with qtbot.assertNotEmitted(updates.found), qtbot.waitSignal(updates.check.ended, timeout=20_000):
        updates.look_weekly()
    assert len(server.asked) == 2
    updates.today = lambda: DAY  # the clock was set back
    updates.look_weekly()
    assert updates.busy
    updates.stop()
