"""Commands asked again and again, until each string stood in each field that they tell."""

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from coachtui.commandline.usage import KINDS
from coachtui.model.clean import clean
from tests.support.bare_bytes import bare
from tests.support.homes import Desk
from tests.support.placing import Field, Place, named, places_in, put
from tests.support.poisoned import AS_IT_IS, a_whole_school
from tests.support.program import ask
from tests.support.standing import squeezed

TRIES = 4
Words = tuple[str, ...]
"""A command, as it is typed."""


def questions(desk: Desk) -> list[Words]:
    """Every command that tells what is in the notebook, of each thing in it; as text, and for scripts."""
    refs = [
        str(each["ref"])
        for kind in KINDS
        for each in ask(desk.places.home, "list", kind, "--json").json()
        if "ref" in each
    ]
    names = [str(each["name"]) for each in ask(desk.places.home, "list", "leads", "--json").json()]
    shown: list[Words] = [("show", each, "--in-confidence", "--private") for each in refs + names]
    plain: list[Words] = [("today",), ("hold",), *(("list", kind) for kind in KINDS), *shown]
    return plain + [(*words, "--json") for words in plain]


def told(desk: Desk, words: Words) -> list[str]:
    """What is answered, in pieces: the strings among the facts, or the text without blanks."""
    answer = ask(desk.places.home, *words)
    assert answer.code == 0 and bare(answer.said + answer.complaint, "\n\t") == [], words
    return list(facts(answer.json())) if words[-1] == "--json" else [squeezed(answer.said)]


def facts(value: Any) -> Iterator[str]:
    """Every string in a piece of JSON."""
    if isinstance(value, str):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from facts(each)


def form_of(text: str, words: Words) -> str:
    """How a string has to stand in this answer: as it is for a script, cleaned for a person."""
    return text if words[-1] == "--json" else squeezed(clean(text))


class Answers:
    """Commands asked again and again, until each string stood in each field that they tell."""

    def __init__(self, folder: Path) -> None:
        self.desk = Desk(folder)
        a_whole_school(self.desk)
        self.desk.do(
            lambda notebook: notebook.file.write(lambda _: notebook.file.connection.execute("DELETE FROM drafts"))
        )
        self.names = named(self.desk.do(places_in))
        self._put(self.names)
        self.counts: Counter[str] = Counter()
        self.fields: set[Field] = set()
        self.lost: list[tuple[Words, Field, str]] = []

    def _put(self, words: dict[Place, str]) -> frozenset[Place]:
        return self.desk.do(lambda notebook: put(notebook, words))

    def seats(self) -> Iterator[tuple[Words, dict[Place, bool]]]:
        """Each command that tells something new, and the places that it tells."""
        seen: set[tuple[bool, Field]] = set()
        for words in questions(self.desk):
            pieces, for_scripts = told(self.desk, words), words[-1] == "--json"
            places = [
                place
                for place, name in self.names.items()
                if name not in words and any(form_of(name, words) in piece for piece in pieces)
            ]
            fresh = {place: True for place in places if (for_scripts, place.field) not in seen}
            seen |= {(for_scripts, place.field) for place in fresh}
            if fresh:
                yield words, fresh

    def cover(self, texts: Sequence[str], *, once: bool = False) -> None:
        """Put every string into each place that is told, as many at once as there are, and ask; or ask once."""
        for words, places in list(self.seats()):
            waiting = {place.field: deque((text, 1) for text in texts) for place in places}
            self.fields |= set(waiting)
            while any(waiting.values()):
                tried = {place: waiting[place.field].popleft() for place in places if waiting[place.field]}
                for place in self._missing(words, {place: AS_IT_IS(text) for place, (text, _) in tried.items()}):
                    text, times = tried[place]
                    if times < TRIES:
                        waiting[place.field].append((text, times + 1))
                    else:
                        self.lost.append((words, place.field, ascii(text)[:60]))
                if once:
                    break
            self._put({place: self.names[place] for place in places})

    def _missing(self, words: Words, given: dict[Place, str]) -> list[Place]:
        refused = self._put(given)
        pieces = told(self.desk, words)
        missing = [place for place, text in given.items() if not any(form_of(text, words) in piece for piece in pieces)]
        self.counts.update({"asked": 1, "told": len(given) - len(missing)})
        return [*missing, *(refused - set(missing))]

    def __str__(self) -> str:
        """The counts, in a sentence."""
        return (
            f"{len(self.fields)} fields, {self.counts['told']:,} times told as they are, as text and as JSON, "
            f"{self.counts['asked']:,} commands, 0 changed, 0 crashes, 0 control bytes"
        )
