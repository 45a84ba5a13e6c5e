"""Asks for the newest release of Photoloom, in a process of its own: the window itself never opens a socket.

`python -m gallery_app.state.program.ask_release ADDRESS SECONDS` prints one JSON object: {"newest", "page"}, or
{"problem"} with a key of update_check.PROBLEMS. Sent are the address and the name and version of this program.
"""

from __future__ import annotations

import json
import ssl
import sys
import urllib.error
import urllib.request
from http.client import HTTPMessage
from typing import IO
from urllib.parse import urlsplit

from engine import __version__
from engine.core.web.trust import trusted

MOST = 1 << 20  # bytes of an answer
BUSY = (403, 429)  # GitHub's answers to one address that asks too often


def ask(address: str, seconds: float) -> dict[str, str]:
    """The newest release's name and page, or the problem."""
    headers = {"User-Agent": f"Photoloom/{__version__}", "Accept": "application/vnd.github+json"}
    opener = urllib.request.build_opener(_SameHost, urllib.request.HTTPSHandler(context=trusted()))
    try:
        with opener.open(urllib.request.Request(address, headers=headers), timeout=seconds) as answer:
            told = json.loads(answer.read(MOST))
        return {"newest": str(told["tag_name"]), "page": str(told["html_url"])}
    except urllib.error.HTTPError as error:
        return {"problem": "none" if error.code == 404 else "busy" if error.code in BUSY else "refused"}
    except (ValueError, KeyError, TypeError):
        return {"problem": "unclear"}
    except OSError as error:  # URLError among them
        reason = getattr(error, "reason", error)
        slow = isinstance(reason, TimeoutError)
        return {"problem": "untrusted" if isinstance(reason, ssl.SSLError) else "slow" if slow else "away"}


class _SameHost(urllib.request.HTTPRedirectHandler):
    """Follows a redirect only to the server that the user was told of."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        was, now = urlsplit(req.full_url), urlsplit(newurl)
        if (was.scheme, was.netloc) != (now.scheme, now.netloc):
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(ask(sys.argv[1], float(sys.argv[2]))))
