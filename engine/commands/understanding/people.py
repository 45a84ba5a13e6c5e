"""`people`: the persons on a folder's photos, their names, and on which photos they are."""

from __future__ import annotations

import argparse
import json
from typing import Any

from engine.commands.file import open_organised
from engine.commands.text import say, shown
from engine.core.job import Job
from engine.gallery.people import people_of
from engine.gallery.snapshot import Gallery, load_gallery
from engine.library.catalog.catalog import Catalog
from engine.library.catalog.understanding.face_table import ALLOWED


def people(arguments: argparse.Namespace, job: Job) -> None:
    library, root = open_organised(arguments.folder, arguments.library)
    with library:
        found = told(library.catalog, load_gallery(library.catalog, ""), root)
        if arguments.json:
            print(json.dumps(found, indent=1))
            return
        for person in found["people"]:
            photos = len(person["photos"])
            name = shown(person["name"]) if person["name"] else f"person {person['id']}"
            say(f"{photos:6,} {'photo ' if photos == 1 else 'photos'}  {name}")
        if not found["people"]:
            asked = library.catalog.setting(ALLOWED) == "yes"
            say("Nobody was found." if asked else "Faces were not looked for: `organise --understand people` does.")


def told(catalog: Catalog, gallery: Gallery, root: int) -> dict[str, Any]:
    """As --json has it: persons on photos of a root, with the paths of these there.

    `unnamed` is how many of them have no name yet, `not_faces` how many places the user has said are no faces.
    """
    paths: dict[int, list[str]] = {}
    faces: dict[int, int] = {}
    for file in gallery.files:
        if file.root != root:
            continue
        here = [f.person for f in gallery.understood.faces.get(file.digest or "", ()) if f.person is not None]
        for person in here:
            faces[person] = faces.get(person, 0) + 1
        for person in dict.fromkeys(here):
            paths.setdefault(person, []).append(file.path)
    rows = [
        {"id": card.id, "name": card.name, "photos": paths[card.id], "faces": faces[card.id]}
        for card in people_of(gallery, hidden=False)
        if card.id in paths
    ]
    contents = {file.digest for file in gallery.files if file.root == root}
    none = sum(word.digest in contents for word in catalog.faces.words.all("no face"))
    return {"version": 1, "people": rows, "unnamed": sum(not row["name"] for row in rows), "not_faces": none}
