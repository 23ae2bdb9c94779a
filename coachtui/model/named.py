"""Who is named in a draft: people that the notebook knows, and words in capitals that may be somebody."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from coachtui.model.names import PLAIN_WORDS, KnownPeople, Person, begins_sentence, runs_of_capitals
from coachtui.model.sentences import lines_in

_MORE_PLAIN = frozenset(
    ("let", "here", "today", "tomorrow", "everybody", "anybody", "thank", "thanks", "page", "room", "grade", "unit", "step")
)  # fmt: skip
_NAMES_THAT_ARE_WORDS = (
    "will mark grace hope may april june rose art bill sue pat drew joy faith grant rich frank jack rob dean guy ray dawn eve "
    "ivy chase hunter summer sky reed page"
)
_COMMON = frozenset(_NAMES_THAT_ARE_WORDS.split())
"""Names that are words as well: in small letters, or where a sentence begins, they are taken for the word."""
_ITEM = re.compile(r"[-*•–]\s+$")
_NUMBERED = re.compile(r"\s\d")


class Named(NamedTuple):
    """A name, or what may be one, and where it stands."""

    name: str
    start: int
    end: int
    known: bool


class Naming:
    """Finds who is named in a text."""

    def __init__(self, people: Iterable[Person], recipient: str, known_words: Iterable[str]) -> None:
        """`known_words` are words in capitals that are no names."""
        self._known = KnownPeople(people, recipient)
        words = {word.casefold() for word in known_words}
        self._passed = self._known.words | PLAIN_WORDS | _MORE_PLAIN | words

    def named_in(self, text: str) -> list[Named]:
        """The names in a text, in the order in which they stand."""
        known: list[Named] = []
        for person, found in self._known.people_in(text):
            if _is_word(text, found):
                continue
            start = found.start()
            if known and known[-1].name == person.name and text[known[-1].end : start] == " ":
                start = known.pop().start  # José Luis is one person
            known.append(Named(person.name, start, found.end(), True))
        return sorted([*known, *self._unknown_in(text)], key=lambda each: each.start)

    def _unknown_in(self, text: str) -> Iterator[Named]:
        """What may be a name; neither a word that only begins a sentence nor one with a number, as in Grade 4."""
        for start, line in lines_in(text):
            for run in runs_of_capitals(line, self._passed):
                first, last = run[0], run[-1]
                if begins_sentence(line, first.start()) or _is_first_of_item(line, first.start()):
                    first = run[1] if len(run) > 1 else first
                    if len(run) == 1 and line[last.end() : last.end() + 2] not in ("'s", "’s"):
                        continue
                if not _NUMBERED.match(line, last.end()):
                    yield Named(line[first.start() : last.end()], start + first.start(), start + last.end(), False)


def _is_word(text: str, found: re.Match[str]) -> bool:
    """Whether a name that is found here is more likely the word that is written so."""
    if found[0].casefold() not in _COMMON or text[found.end() : found.end() + 2] in ("'s", "’s"):
        return False
    return found[0].islower() or begins_sentence(text, found.start()) or _is_first_of_item(text, found.start())


def _is_first_of_item(text: str, place: int) -> bool:
    return _ITEM.search(text[max(0, place - 8) : place]) is not None
