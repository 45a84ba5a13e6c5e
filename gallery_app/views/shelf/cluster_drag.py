"""A cluster on its way: the MIME data of its drag, and reading it again at a drop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

MIME = "application/x-photoloom-cluster"  # a cluster id


def cluster_mime(cluster: str, paths: list[Path]) -> QMimeData:
    """A dragged cluster: itself in the window, its files for the desktop."""
    data = QMimeData()
    data.setData(MIME, cluster.encode())
    data.setUrls([QUrl.fromLocalFile(str(p)) for p in paths])
    return data


def dragged_cluster(data: QMimeData) -> str | None:
    return bytes(data.data(MIME).data()).decode() if data.hasFormat(MIME) else None
