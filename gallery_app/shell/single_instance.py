"""SingleInstance: a second start on a library raises the window that has it open."""

from __future__ import annotations

import getpass
import hashlib
import os
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 500  # ms
RAISE = b"raise\n"


def _name(library: Path) -> str:
    name = f"{getpass.getuser()}\0{os.path.realpath(library)}"
    return f"photoloom-{hashlib.sha256(name.encode(errors='surrogateescape')).hexdigest()[:20]}"


def raise_other(library: Path) -> bool:
    """Ask the window that has this library open to come forward; False where there is none."""
    socket = QLocalSocket()
    socket.connectToServer(_name(library))
    if not socket.waitForConnected(PATIENCE):
        return False
    socket.write(RAISE)
    written = socket.waitForBytesWritten(PATIENCE)
    socket.disconnectFromServer()
    return written


class SingleInstance(QObject):
    """Listens for other starts while a library is open here."""

    raised = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server: QLocalServer | None = None

    def listen(self, library: Path) -> None:
        """Listen for starts on `library`, whose lock we hold: a leftover socket is stale."""
        self.close()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connected)
        QLocalServer.removeServer(_name(library))
        self._server.listen(_name(library))

    def close(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None

    def _connected(self) -> None:
        assert self._server is not None
        socket = self._server.nextPendingConnection()
        socket.disconnected.connect(socket.deleteLater)
        socket.readyRead.connect(lambda: self._message_received(socket))
        if socket.bytesAvailable():
            self._message_received(socket)

    def _message_received(self, socket: QLocalSocket) -> None:
        if bytes(socket.readAll().data()) == RAISE:
            self.raised.emit()
