"""The person's own words: those that the speller is to take as they are."""

import sqlite3

from coachtui.model.happening import TAKEN_IN, TAKEN_OUT
from coachtui.model.own_word import OwnWord
from coachtui.store.rows import Rows
from coachtui.store.shelf import Desk, Shelf

OWN_WORD_KINDS = "tt"
SUBJECT = "own words"
"""What Ctrl+Z takes back where words are taken in: the one taken in last."""
_NAMES = (
    "SELECT name FROM leads UNION SELECT handle FROM leads UNION SELECT name FROM teams "
    "UNION SELECT name FROM members UNION SELECT handle FROM members"
)


class OwnWords(Shelf):
    """The shelf of own words. Every verb raises a NotebookError; then nothing was changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._words = Rows(desk.file, "own_words", OwnWord, OWN_WORD_KINDS)

    def all(self) -> list[str]:
        """Every word, in the order in which it was taken in."""
        return [each.word for each in self._words.where()]

    def add(self, word: str) -> str:
        """Take a word in, without the blanks around it; one that is known already, whatever its capitals, is once."""

        def work(_: sqlite3.Connection) -> str:
            known = self._called(word)
            if known is not None or not word.strip():
                return known.word if known else ""
            new = OwnWord(self._new_id(), word.strip())
            self._record(SUBJECT, TAKEN_IN.format(word=new.word), self._words.change(None, new))
            return new.word

        return self._file.write(work)

    def remove(self, word: str) -> bool:
        """Take a word out; whether there was one."""

        def work(_: sqlite3.Connection) -> bool:
            known = self._called(word)
            if known is not None:
                self._record(SUBJECT, TAKEN_OUT.format(word=known.word), self._words.change(known, None))
            return known is not None

        return self._file.write(work)

    def known(self) -> list[str]:
        """All that the speller is to take as it is: these words, and the names of leads, teams and members, part by part."""
        names = [str(row[0]) for row in self._file.rows(_NAMES)]
        return [*self.all(), *dict.fromkeys(part for name in names for part in name.split())]

    def _called(self, word: str) -> OwnWord | None:
        wanted = word.strip().casefold()
        return next((each for each in self._words.where() if each.word.casefold() == wanted), None)
