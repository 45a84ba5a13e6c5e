"""What every package says alike: names, version, date, and the templates that say it."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

import engine

ROOT = Path(__file__).resolve().parent.parent.parent
APP_ID = "io.github.photoloom.Photoloom"  # also the desktop file's name: Wayland, Flatpak and portals go by it
HOMEPAGE = "https://github.com/photoloom/photoloom"
MAINTAINER = "The Photoloom developers <photoloom@users.noreply.github.com>"
PROGRAMS = ("photoloom", "photoloom-engine")
VERSION = engine.__version__

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=lambda name: bool(name and name.endswith(".xml")),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


def render(template: str, **values: object) -> str:
    """A file of templates/, with the shared facts and `values` filled in; what is missing raises."""
    shared = {
        "app_id": APP_ID,
        "homepage": HOMEPAGE,
        "maintainer": MAINTAINER,
        "version": VERSION,
        "date": build_date(),
    }
    return _TEMPLATES.get_template(template).render(**shared | values)


def build_date() -> datetime:
    """Now, or what SOURCE_DATE_EPOCH says (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)


def debian_version(version: str) -> str:
    """A version of PEP 440 as Debian sorts it: what comes before a release has a tilde."""
    return re.sub(r"\.?(a|b|rc|dev)(\d+)", r"~\1\2", version)
