"""Near-identical photos that the user keeps all stay kept, whatever the library does; what joins them is shown."""

from __future__ import annotations

from pathlib import Path

from engine.core.job import Job
from engine.duplicates.find import near_duplicates
from engine.edits.copies import KeepCopies
from engine.edits.history import History
from engine.library.library import open_library
from engine.pipeline.options import OrganiseOptions, RetrainPolicy
from engine.pipeline.organise import organise
from tests.engine.duplicates.drawn import landscape

OPTIONS = OrganiseOptions(k=2, method="kmeans", map="pca", backbone="efficientnet_lite0")


def test_it_survives_a_rescan_a_retrain_a_restart_a_move_and_a_photo_that_joins(tmp_path: Path) -> None:
    folder, place = tmp_path / "photos", tmp_path / "library"
    folder.mkdir()
    picture = landscape(1)
    picture.save(folder / "first.jpg", quality=92)
    picture.resize((320, 240)).save(folder / "small.jpg", quality=80)
    for seed in (2, 3):
        landscape(seed).save(folder / f"other_{seed}.jpg")
    library, root = open_library(folder, place, "test")
    with library:
        organise(library, root, OPTIONS, Job())
        (group,) = near_duplicates(library, Job())
        History(library.catalog).do(KeepCopies(group))
        organise(library, root, OPTIONS, Job())
        organise(library, root, OPTIONS, Job(), RetrainPolicy(force=True))
        assert library.catalog.corrections.kept_copies() == set(group)
    (folder / "small.jpg").rename(folder / "renamed.jpg")
    picture.resize((480, 360)).save(folder / "joins.jpg", quality=85)
    library, root = open_library(folder, place, "test")
    with library:
        organise(library, root, OPTIONS, Job(), RetrainPolicy(keep=True))
        path_of = {file.id: file.path for file in library.catalog.files.all()}
        (joined,) = near_duplicates(library, Job())
        kept = library.catalog.corrections.kept_copies()
    assert {path_of[file] for file in joined} == {"first.jpg", "renamed.jpg", "joins.jpg"}
    assert {path_of[file] for file in kept} == {"first.jpg", "renamed.jpg"}
    assert set(joined) > kept, "the group is shown again, for the one that joined it"
