"""Dragging a cluster: the MIME data of a drag, and reading it at a drop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

MIME = "application/x-photoloom-cluster"  # a cluster id


def cluster_mime(cluster: str, paths: list[Path]) -> QMimeData:
    """The cluster id for our own views, and URLs of its files for other programs."""
    data = QMimeData()
    data.setData(MIME, cluster.encode())
    data.setUrls([QUrl.fromLocalFile(str(p)) for p in paths])
    return data


def dragged_cluster(data: QMimeData) -> str | None:
    return bytes(data.data(MIME).data()).decode() if data.hasFormat(MIME) else None
