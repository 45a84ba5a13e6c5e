"""Sentences: what is typed into the find field as a sentence, where the network that sorts the photos reads words.

An engine process of its own makes the sentence's vector, for its network is large; the photos are compared with it
where the search is done. It ends when nobody has asked for a while.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from engine.core.records import File, Floats
from engine.gallery.search import sentence_of
from engine.gallery.searching.query import parse
from engine.gallery.searching.sentences import SentenceSearch
from engine.gallery.snapshot import Gallery
from engine.library.library import Library
from engine.library.roots import data_folder
from engine.service.model_messages import EncodeSentence, SentenceEncoded
from gallery_app.engine_client.engine_jobs import EngineJobs, StartEngine
from gallery_app.engine_client.run import Done, Outcome
from gallery_app.state.session import Session

REST = 250  # ms after the last letter
IDLE = 60_000  # ms without a question until the process, which holds a network, is ended
_MOST = 50  # sentences whose vectors are kept


class Sentences(QObject):
    """`search` is there while the open library is sorted by a pack that reads words."""

    def __init__(self, session: Session, start_own: StartEngine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, EngineJobs(start_own, self)
        self.search: SentenceSearch | None = None
        self._of: tuple[str, tuple[File, ...]] | None = None  # the network and the files that `search` is of
        self._pack, self._vectors = "", dict[str, Floats]()  # of sentences, by this pack
        self._scores: tuple[str, Gallery, Floats] | None = None  # of the last search
        self.rest, self._idle = self._timer(REST, self._ask), self._timer(IDLE, self._jobs.detach)
        session.filters.say_by(self._said)
        session.filters.changed.connect(lambda _origin: self._look())
        session.changed.connect(lambda _changes, _origin: self._prepare())
        session.closing.connect(self._forget)

    def close(self) -> None:
        self.rest.stop()
        self._idle.stop()
        self._jobs.detach()

    def _timer(self, milliseconds: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(then)
        return timer

    def _forget(self) -> None:
        self.close()
        self.search, self._of, self._scores = None, None, None
        self._vectors = {}

    # Whose vectors

    def _prepare(self) -> None:
        """Read the photos' vectors anew where the gallery has others, off the GUI's thread."""
        gallery, before = self._session.gallery, self._of
        made = gallery.clustering
        now = None if made is None or not made.backbone.startswith("pack_") else (made.backbone, gallery.files)
        if now == before is None or (now and before and now[0] == before[0] and now[1] is before[1]):
            return
        self._of, self.search, self._scores = now, None, None
        if now is not None:
            self._session.query(partial(_open, gallery), partial(self._opened, now))

    def _opened(self, of: tuple[str, tuple[File, ...]], search: SentenceSearch | None) -> None:
        if of is self._of:
            if search is not None and search.pack.name != self._pack:
                self._pack, self._vectors = search.pack.name, {}
            self.search = search
            self._look()

    # What is typed

    def _sentence(self) -> str:
        return sentence_of(parse(self._session.filters.options.query))

    def _look(self) -> None:
        if self.search is not None and (sentence := self._sentence()):
            if sentence in self._vectors:
                if self._scores is None or self._scores[0] != sentence:
                    self._session.filters.again(self)
            else:
                self.rest.start()

    def _ask(self) -> None:
        sentence = self._sentence()
        if self.search is None or not sentence or sentence in self._vectors:
            return
        if not self._jobs.attached:
            home = data_folder()
            self._jobs.attach(home, home)
        run = self._jobs.run(EncodeSentence(self.search.pack.name, sentence))
        run.ended.connect(partial(self._encoded, sentence))
        self._idle.start()

    def _encoded(self, sentence: str, outcome: Outcome) -> None:
        if isinstance(outcome, Done) and isinstance(outcome.result, SentenceEncoded):
            while len(self._vectors) >= _MOST:
                self._vectors.pop(next(iter(self._vectors)))
            self._vectors[sentence] = outcome.result.vectors
            if self.search is not None:
                self._session.filters.again(self)

    def _said(self, gallery: Gallery, sentence: str) -> Floats | None:
        """How well the rows fit, once the sentence's vector is there; on the thread that searches."""
        search, said, last = self.search, self._vectors.get(sentence), self._scores
        if search is None or said is None or len(search.vectors) != len(gallery):
            return None
        if last is None or last[0] != sentence or last[1].files is not gallery.files:
            self._scores = last = (sentence, gallery, search.scores_of(said))
        return last[2]


def _open(gallery: Gallery, library: Library) -> SentenceSearch | None:
    return SentenceSearch.open(library, gallery)
