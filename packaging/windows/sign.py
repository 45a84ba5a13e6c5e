"""Sign programs for Windows, where there is a certificate; else say that they stay unsigned, and go on.

PHOTOLOOM_SIGN_PFX        the certificate and its key, a .pfx file; without it nothing is signed
PHOTOLOOM_SIGN_PASSWORD   its password
PHOTOLOOM_SIGN_TIMESTAMP  the server that says when it was signed; "" for none (the signature ends with the certificate)
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

TIMESTAMP = "http://timestamp.digicert.com"
WHO, WHERE = "Photoloom", "https://github.com/photoloom/photoloom"


def sign(files: list[Path]) -> bool:
    """Sign each file in place, by signtool on Windows and osslsigncode elsewhere; False without a certificate."""
    certificate = os.environ.get("PHOTOLOOM_SIGN_PFX")
    if not certificate:
        print(f"Not signed, as PHOTOLOOM_SIGN_PFX names no certificate: {', '.join(file.name for file in files)}")
        return False
    password = os.environ.get("PHOTOLOOM_SIGN_PASSWORD", "")
    server = os.environ.get("PHOTOLOOM_SIGN_TIMESTAMP", TIMESTAMP)
    if sys.platform == "win32":
        stamp = ["/tr", server, "/td", "sha256"] if server else []
        key = ["/f", certificate, "/p", password]
        subprocess.run(["signtool", "sign", "/fd", "sha256", *stamp, *key, "/d", WHO, "/du", WHERE, *files], check=True)
    else:
        for file in files:
            _sign_elsewhere(file, certificate, password, server)
    return True


def _sign_elsewhere(file: Path, certificate: str, password: str, server: str) -> None:
    stamp = ["-ts", server] if server else []
    with tempfile.TemporaryDirectory() as place:
        signed, secret = Path(place, file.name), Path(place, "password")
        secret.write_text(password)  # in a file of ours, and not where all can list the arguments of programs
        key = ["-pkcs12", certificate, "-readpass", str(secret)]
        command = ["osslsigncode", "sign", *key, "-h", "sha256", "-n", WHO, "-i", WHERE, *stamp]
        subprocess.run([*command, "-in", file, "-out", signed], check=True, stdout=subprocess.DEVNULL)
        shutil.copyfile(signed, file)


if __name__ == "__main__":
    sign([Path(name) for name in sys.argv[1:]])
