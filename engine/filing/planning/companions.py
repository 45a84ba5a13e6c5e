"""Files that belong to a photo and travel with it: sidecars, live photos, sound, and the other of a RAW and JPEG pair.

By name alone, in the photo's folder, without regard to case. A file that could belong to several, such as `a.xmp`
beside `a.jpg` and `a.nef`, belongs to one: Adobe's sidecars to the RAW, what a phone made to its picture.

Google Takeout has `a.jpg.json`, since 2024 `a.jpg.supplemental-metadata.json`; what stands before `.json` is cut to 46
characters, and the number of a second `a.jpg` moves behind: the sidecar of `a(1).jpg` is `a.jpg(1).json` or
`a.jpg.supplemental-metadata(1).json`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cached_property

from engine.filing.planning.names import name_key
from engine.library.suffixes import RAW_SUFFIXES, SUFFIXES

JPEGS = frozenset(("jpg", "jpeg", "jpe", "heic", "heif", "hif"))  # what cameras write beside a RAW
_OF_FILE = ("xmp", "pp3", "dop", "aae")  # a.jpg.xmp: darktable and digiKam, RawTherapee, DxO
_OF_RAW = ("xmp",)  # a.xmp: Adobe's
_OF_PICTURE = ("aae", "mov", "mp4", "m4v", "thm", "wav")
_APPLE = re.compile(r"img_(\d+)")  # what an iPhone keeps of edits: IMG_E1234.AAE, IMG_O1234.AAE
_DARKTABLE = re.compile(r"(.+)_\d\d\.(\w+)\.xmp")  # another version of the same photo

_MOST = 46  # characters before .json in Takeout
_SUPPLEMENT = ".supplemental-metadata"
_NUMBERED = re.compile(r"(.+)(\(\d+\))(\.\w+)")


class FolderCompanions:
    """Finds companions among the names of one folder."""

    def __init__(self, names: Collection[str]) -> None:
        self._names = {name_key(name): name for name in names}

    @cached_property
    def _stems(self) -> dict[str, list[str]]:
        """Suffixes by stem, all as keys."""
        stems: dict[str, list[str]] = {}
        for key in self._names:
            stem, dot, suffix = key.rpartition(".")
            if dot:
                stems.setdefault(stem, []).append(suffix)
        return stems

    @cached_property
    def none(self) -> bool:
        """Whether the folder holds pictures alone, each of a stem of its own: nobody has a companion."""
        parts = [key.rpartition(".") for key in self._names]
        return len({stem for stem, _, _ in parts}) == len(parts) and SUFFIXES.issuperset(s for _, _, s in parts)

    @cached_property
    def _versions(self) -> dict[str, list[str]]:
        """Darktable's sidecars of further versions, by the key of the photo."""
        found: dict[str, list[str]] = {}
        for key in self._names:
            if (match := _DARKTABLE.fullmatch(key)) and key.removesuffix(".xmp") not in self._names:
                found.setdefault(f"{match[1]}.{match[2]}", []).append(key)
        return found

    @cached_property
    def _jsons(self) -> bool:
        return any("json" in suffixes for suffixes in self._stems.values())

    def of(self, name: str) -> list[str]:
        """Names of the companions of a photo, the other of its RAW and JPEG pair (`pair`) aside, in order."""
        if self.none:
            return []
        key = name_key(name)
        return [self._names[k] for k in dict.fromkeys(self._of(key)) if k in self._names and k != key]

    def pair(self, name: str) -> list[str]:
        """The RAW of a JPEG, or the JPEG of a RAW, of the same stem."""
        if self.none:
            return []
        stem, _, suffix = name_key(name).rpartition(".")
        others = JPEGS if suffix in RAW_SUFFIXES else RAW_SUFFIXES if suffix in JPEGS else frozenset[str]()
        return sorted(self._names[f"{stem}.{other}"] for other in self._stems.get(stem, ()) if other in others)

    def _of(self, key: str) -> Iterator[str]:
        stem, _, suffix = key.rpartition(".")
        yield from (f"{key}.{one}" for one in _OF_FILE)
        yield from self._versions.get(key, ())
        for ones, raw_first in ((_OF_RAW, True), (_OF_PICTURE, False)):
            if self._owner(stem, raw_first) == suffix:
                yield from (f"{stem}.{one}" for one in ones)
                if not raw_first and (match := _APPLE.fullmatch(stem)):
                    yield f"img_o{match[1]}.aae"
                    if self._owner(f"img_e{match[1]}", raw_first) is None:
                        yield f"img_e{match[1]}.aae"
        if self._jsons:
            yield from (one for one in _json_names(key) if self._owns_json(one, key))

    def _owner(self, stem: str, raw_first: bool) -> str | None:
        """The suffix of the picture of this stem that shared companions belong to."""

        def rank(suffix: str) -> tuple[int, str]:
            kinds = (RAW_SUFFIXES, JPEGS) if raw_first else (("heic", "heif", "hif"), JPEGS, RAW_SUFFIXES)
            return next((i for i, kind in enumerate(kinds) if suffix in kind), len(kinds)), suffix

        return min((s for s in self._stems.get(stem, ()) if s in SUFFIXES), key=rank, default=None)

    def _owns_json(self, json: str, key: str) -> bool:
        """Whether a .json of the mere stem is this photo's, not another's of that stem."""
        stem, _, suffix = key.rpartition(".")
        return json != f"{stem}.json" or self._owner(stem, False) == suffix


def renamed(companion: str, photo: str, new: str) -> str:
    """The name of a companion whose photo `photo` is called `new`: "b (2).jpg.xmp" of "a.jpg.xmp" and "b (2).jpg".

    Of one that only resembles its photo, such as IMG_E1234.AAE, its own name stands in the place of the photo's.
    """
    stem, new_stem = _stem(photo), _stem(new)
    for old, now in ((photo, new), (stem, new_stem)):
        if name_key(companion[: len(old)]) == name_key(old):
            return now + companion[len(old) :]
    own, _, suffix = companion.rpartition(".")
    return f"{new_stem.replace(stem, own)}.{suffix}" if stem in new_stem else companion


def _stem(name: str) -> str:
    return name.rpartition(".")[0] or name


def _json_names(key: str) -> Iterator[str]:
    """Every name, in lower case as `key` is, that the metadata of a photo may have; the likeliest first."""
    yield f"{key}.json"
    yield from _names(key, "")
    if match := _NUMBERED.fullmatch(key):
        yield from _names(match[1] + match[3], match[2])
    yield f"{key.rpartition('.')[0]}.json"


def _names(title: str, number: str) -> Iterator[str]:
    whole = title + _SUPPLEMENT
    if len(title) > _MOST:
        yield f"{title[:_MOST]}{number}.json"
    yield f"{title}{number}.json"
    for end in range(min(len(whole), _MOST), len(title), -1):
        yield f"{whole[:end]}{number}.json"
