"""Names in words that are to leave: who is named, and how each name is settled."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from coachtui.model.summary import Summary


class Way(StrEnum):
    """How a name is settled: it stays, or its place is taken by an initial or by what the person is there."""

    KEEP = "keep"
    INITIAL = "initial"
    ROLE = "role"


class Person(NamedTuple):
    """Somebody the notebook knows: the full name, the handle, and what they are to somebody else's record."""

    name: str
    handle: str
    role: str


class Found(NamedTuple):
    """A name that stands in a summary. `key` is what it is settled under; `known` says that the notebook knows who it is.

    `spellings` are all forms in which it stands there. One in small letters is settled apart: "will" may be no name.
    """

    key: str
    name: str
    known: bool
    role: str
    spellings: tuple[str, ...]
    paragraphs: tuple[str, ...]

    def initial(self) -> str:
        """The initials of the name: T. A."""
        return " ".join(f"{part[0].upper()}." for part in self.name.split() if part)


_TOKEN = re.compile(r"(?<![\w#])[^\W\d_][\w]*(?:-[\w]+)*", re.UNICODE)
_BEGINS = re.compile(r"(?:^|[.!?:;…]['\"”’»)]*\s|[\"“‘«(])\s*$")
_GROUP = re.compile(r"(?:all|everyone|team|[ts]\d+)", re.IGNORECASE)
_PLAIN = frozenset(
    "i monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december english math maths science spanish french reading".split()
)


def names_in(summary: Summary, paragraphs: Iterable[tuple[str, str, str]], people: Iterable[Person],
             recipient: str) -> list[Found]:  # fmt: skip
    """Every name that is to be settled, in the order in which they stand: known people first.

    `paragraphs` are key, speaker and words of each that leaves; `recipient` is the lead's own name, which is none.
    """
    rows = list(paragraphs)
    own = {part.casefold() for part in recipient.split()}
    known = [each for each in people if each.name.casefold() != recipient.casefold()]
    found: dict[str, Found] = {}
    for key, speaker, words in rows:
        for person, spelling in _known_in(f"{speaker}: {words}" if speaker else words, known, own):
            _note(found, person.name, spelling, key, known=True, role=person.role)
    theirs = {part.casefold() for each in known for part in (*each.name.split(), each.handle)}
    passed = own | theirs | _PLAIN | summary.known_words
    for key, speaker, words in rows:
        for token in _unknown_in(speaker, words, passed):
            _note(found, token, token, key, known=False, role="someone")
    return sorted(found.values(), key=lambda each: not each.known)


def _note(found: dict[str, Found], name: str, spelling: str, paragraph: str, *, known: bool, role: str) -> None:
    settled_as = name if not spelling.islower() else spelling
    was = found.get(settled_as, Found(settled_as, name, known, role, (), ()))
    spellings = dict.fromkeys((*was.spellings, spelling))
    found[settled_as] = was._replace(
        spellings=tuple(sorted(spellings, key=len, reverse=True)),
        paragraphs=tuple(dict.fromkeys((*was.paragraphs, paragraph))),
    )


def _known_in(text: str, people: list[Person], own: set[str]) -> Iterator[tuple[Person, str]]:
    """The people named in a text, by their whole name, a part of it, or their handle, each with how it stands there.

    A part of a name in small letters counts where it is the handle: "tom reads aloud".
    """
    for person in people:
        parts = [part for part in person.name.split() if part.casefold() not in own and len(part) > 1]
        forms = [person.name, *parts, *([person.handle] if person.handle.casefold() not in own else [])]
        for form in dict.fromkeys(each for each in forms if each):
            for match in _whole_word(form).finditer(text):
                if match[0][0].isupper() or form in (person.name, person.handle):
                    yield person, match[0]


def _whole_word(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)


def _unknown_in(speaker: str, words: str, passed: Iterable[str]) -> Iterator[str]:
    """Words in capitals that may be the name of somebody; one that only begins a sentence is none."""
    if speaker and not _GROUP.fullmatch(speaker) and not {part.casefold() for part in speaker.split()} & set(passed):
        yield speaker
    tokens = list(_TOKEN.finditer(words))
    for place, match in enumerate(tokens):
        token = match[0]
        if not token[0].isupper() or token.isupper() or token.casefold() in passed:
            continue
        after = words[match.end() : match.end() + 2]
        follows = tokens[place + 1] if place + 1 < len(tokens) else None
        goes_on = follows is not None and follows[0][0].isupper() and words[match.end() : follows.start()] == " "
        if not _BEGINS.search(words[: match.start()]) or after in ("'s", "’s") or goes_on:
            yield token


def settle(text: str, found: Iterable[Found], settled: dict[str, Way]) -> str:
    """The text with each name as it was settled; the longest spellings first, so that a whole name goes as one."""
    spellings = [(spelling, each) for each in found for spelling in each.spellings]
    for spelling, each in sorted(spellings, key=lambda one: len(one[0]), reverse=True):
        way = settled.get(each.key, Way.KEEP)
        if way is not Way.KEEP:
            instead = each.initial() if way is Way.INITIAL else each.role
            text = re.sub(rf"(?<!\w){re.escape(spelling)}(?!\w)", lambda _, words=instead: words, text)
    return text[:1].upper() + text[1:] if text[:1].islower() and text.startswith(("a ", "another ", "someone")) else text
