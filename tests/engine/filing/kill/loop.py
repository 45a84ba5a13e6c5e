"""Kills the program at random points of a loop of actions and undos, and looks at what is left after each.

`python -m tests.engine.filing.kill.loop POINTS [SEED]`, or `make kill-test`.
"""

from __future__ import annotations

import hashlib
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from PIL import Image

from engine.core.job import Job
from engine.edits.history import History
from engine.filing import journal
from engine.filing.acting.recover import recover
from engine.pipeline.options import Outcome
from engine.pipeline.read import read
from tests.engine.filing import files
from tests.engine.filing.kill.starter import Starter
from tests.engine.filing.kill.steps import World, opened

ACTIONS = ("move", "copy", "trash", "embed", "hardlink", "sidecar", "move", "symlink")
PHOTOS = 24
LONGEST = 0.1  # seconds after its begin that a step is killed at most; learned for each from then on


class Loop:
    """One world, in which every point begins and ends in the first state."""

    def __init__(self, folder: Path, other: Path, seed: int) -> None:
        self.random = random.Random(seed)
        self.world = World(folder / "library", folder / "photos", folder / "there", 0)
        self.trash = folder / "home" / "data" / "Trash"
        self.elsewhere = other / "there"
        for number in range(PHOTOS):
            _photo(self.world.photos / f"{number % 3}" / f"photo {number}.jpg", self.random)
        with files.opened(self.world.photos, self.world.library) as library:
            library.catalog.clusters.add({"c1": "Trip", "c2": "Garden"})
            library.catalog.corrections.pin((file.id, "c1") for file in library.catalog.files.all())
            read(library, 1, Outcome(), Job())
        self.longest: dict[str, float] = {}
        self.first = files.tree(self.world.photos)
        self.known = self._known()
        self.hashes = Counter(_hash(data) for data, _, _ in self.first.values())
        self._starter = Starter()
        self.cut: Counter[str] = Counter()  # kills, by step
        self.middle: Counter[str] = Counter()  # of those, in the middle of the files

    def close(self) -> None:
        self._starter.close()

    def point(self, number: int) -> None:
        """One action under a kill, the next start, its undo under a kill, the next start."""
        action = ACTIONS[number % len(ACTIONS)]
        self.world.id = number + 1
        if number % 4 == 1:
            self._corrected()
        if number % 4 == 3:
            self._organised()
        # Every second move goes to another drive, where there is one.
        self.world.there = (
            self.elsewhere if action == "move" and number % 16 == 0 else self.world.library.parent / "there"
        )
        self._killed(action)
        if self.random.random() < 0.3:
            self._killed("recover")
        self._look(action)
        if (self.world.library / "actions" / f"{self.world.id:06}.jsonl").exists() and self._done():
            self._killed("undo")
            self._look("undo")
            if self._done():
                self._whole("undo")
        assert files.tree(self.world.photos) == self.first, f"{action}: the first state is not restored"
        assert not self.world.there.exists(), f"{action}: the folders that were made are still there"
        assert self._known() == self.known, f"{action}: the library has lost its photos"

    def _corrected(self) -> None:
        """Corrections under a kill: every one that was acknowledged is there, and all can be taken back."""
        acknowledged = {int(line) for line in self._killed("correct").split()}
        with opened(self.world) as library:
            pins = library.catalog.corrections.all().pins
            made = {file for file, cluster in pins.items() if cluster == "c2"}
            assert acknowledged <= made, f"{len(acknowledged - made)} acknowledged corrections are lost"
            for _ in made:
                History(library.catalog).undo()
            assert set(library.catalog.corrections.all().pins.values()) == {"c1"}

    def _organised(self) -> None:
        """Photos are looked at under a kill; the next run knows them all, and every one under its id."""
        self._killed("organise")
        self._whole("organise")
        assert self._known() == self.known, "organise: the library has lost its photos"

    def _look(self, step: str) -> None:
        """The next start works, every original is there once, nothing half done lies about, pins are there."""
        with opened(self.world) as library:
            self.middle[step] += len(recover(library, Job()))
            open_ = [i for i in journal.ids(library.folder) if journal.read(library.folder, i).open]
            pins = len(library.catalog.corrections.all().pins)
        assert not open_, f"{step}: the journal is still open"
        assert pins == PHOTOS, f"{step}: {PHOTOS - pins} pins are lost"
        places = (self.world.photos, self.world.there, self.trash / "files")
        there = [path for place in places for path in place.rglob("*") if path.is_file() and not path.is_symlink()]
        assert not [path for path in there if path.name.endswith(".part")], f"{step}: a half-made file is left"
        found = Counter(_hash(path.read_bytes()) for path in there)
        if step == "embed":
            assert len(there) == PHOTOS
        elif step in ("move", "trash"):
            assert {h: n for h, n in found.items() if h in self.hashes} == self.hashes, f"{step}: not once each"
        else:
            assert set(self.hashes) <= set(found) or self._embedded(), f"{step}: an original is lost"

    def _embedded(self) -> bool:
        return journal.read(self.world.library, self.world.id).plan.operations[0].source == _target_of(self.world)

    def _done(self) -> bool:
        record = journal.read(self.world.library, self.world.id)
        return record.state != "planned" and any(o.status == "done" for o in record.plan.operations)

    def _known(self) -> list[tuple[int, str, bool]]:
        with opened(self.world) as library:
            return [(file.id, file.path, file.digest is not None) for file in library.catalog.files.all()]

    def _killed(self, step: str) -> str:
        """Kill a step somewhere; what it had said until then."""
        child = self._starter.start(step, self.world)
        longest = self.longest.get(step, LONGEST)
        child.go()
        time.sleep(self.random.random() * longest)
        child.kill(signal.SIGKILL)
        said, status = child.end()
        killed = status == -signal.SIGKILL
        self.longest[step] = longest * (1.1 if killed else 0.7)  # so that about three of four come in time
        self.cut[step] += killed
        assert status in (0, -signal.SIGKILL), f"{step} failed"
        return said

    def _whole(self, step: str) -> None:
        child = self._starter.start(step, self.world)
        child.go()
        assert child.end()[1] == 0, f"{step} failed"


def environment(folder: Path) -> dict[str, str]:
    """A home with a trash of its own, for this process and those it starts."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    # What is written just now is finished: a photo need not rest before it is read.
    return {"HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "PHOTOLOOM_REST": "0"}


def _target_of(world: World) -> str | None:
    return journal.read(world.library, world.id).plan.operations[0].target


def _photo(path: Path, chance: random.Random) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.frombytes("RGB", (64, 64), chance.randbytes(64 * 64 * 3)).save(path, quality=95)
    with path.open("ab") as file:
        file.write(chance.randbytes(chance.choice((0, 200_000))))  # a few take longer to copy
    os.utime(path, ns=(10**18, 10**18 + chance.randrange(10**9)))


def _hash(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()


@contextmanager
def other_drive(folder: Path) -> Iterator[Path]:
    """A folder on another drive than `folder`, where there is one."""
    memory = Path("/dev/shm")
    other = memory.is_dir() and memory.stat().st_dev != folder.stat().st_dev
    with tempfile.TemporaryDirectory(dir=memory if other else folder) as made:
        yield Path(made)


def main(points: int, seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder, other_drive(Path(folder)) as other:
        os.environ |= environment(Path(folder))
        with closing(Loop(Path(folder), other, seed)) as loop:
            for number in range(points):
                loop.point(number)
        said = ", ".join(f"{count} in {step}" for step, count in sorted(loop.middle.items()))
        kills = f"{loop.cut.total()} kills, {loop.middle.total()} in the middle of the files ({said})"
        print(f"{points} points, {kills}: nothing was lost.")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**6))
