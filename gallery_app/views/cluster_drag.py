"""What is dragged beside photos: a cluster, and a folder from outside."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from gallery_app.views import photo_drag

MIME = "application/x-photoloom-cluster"  # a cluster id


def cluster_mime(cluster: str, paths: list[Path]) -> QMimeData:
    """A dragged cluster: itself in the window, its files for the desktop."""
    data = QMimeData()
    data.setData(MIME, cluster.encode())
    data.setUrls([QUrl.fromLocalFile(str(p)) for p in paths])
    return data


def dragged_cluster(data: QMimeData) -> str | None:
    return bytes(data.data(MIME).data()).decode() if data.hasFormat(MIME) else None


def dragged_folder(data: QMimeData) -> Path | None:
    """The folder somebody drags in from outside, if it is one."""
    if data.hasFormat(photo_drag.MIME) or data.hasFormat(MIME):
        return None
    local = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return local[0] if len(local) == 1 and local[0].is_dir() else None
