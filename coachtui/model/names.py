"""Names in words that are to leave: who is named, and how each name is settled."""

import re
from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from coachtui.model.summary import Summary
from coachtui.wording import _


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
_FIRST = re.compile(r"(?<![\w#])\w+")
_SENTENCE_ENDS = re.compile(r"[.!?]['\"”’»)]*\s$")
_NO_TITLE = "".join(rf"(?<!\b{title})" for title in ("Mr", "Ms", "Mx", "Dr", "Mrs"))
_BEGINS = re.compile(rf"(?:^|{_NO_TITLE}[.!?:;…]['\"”’»)]*\s|[\"“‘«(])\s*$")
_DATE = re.compile(
    r"\b(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b",
    re.IGNORECASE,
)
_GROUP = re.compile(r"(?:all|everyone|team|[ts]\d+)", re.IGNORECASE)
_NO_NAMES = (
    "i mon tue tues wed thu thur thurs fri sat "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december english math maths science spanish french reading dr mr mrs ms mx miss "
    "the a an and but so then when while all each both she he they we you it in on at of to for from with what why how who "
    "where one two three after before if not no yes nobody everyone some then there this that these those my our their her his"
)
PLAIN_WORDS = frozenset(_NO_NAMES.split())
"""Words that are no names, in whatever letters they stand."""
_NEAR = 8
"""So many characters tell whether a sentence ended: its mark, what closes it, a blank or two."""


def names_in(summary: Summary, paragraphs: Iterable[tuple[str, str, str]], people: Iterable[Person],
             recipient: str) -> list[Found]:  # fmt: skip
    """Every name that is to be settled, in the order in which they stand: known people first.

    `paragraphs` are key, speaker and words of each that leaves; `recipient` is the lead's own name, which is none.
    """
    rows = list(paragraphs)
    known = KnownPeople(people, recipient)
    found: dict[str, Found] = {}
    for key, speaker, words in rows:
        for person, named in known.people_in(f"{speaker}: {words}" if speaker else words):
            _note(found, person.name, named[0], key, known=True, role=person.role)
    passed = known.words | PLAIN_WORDS | summary.known_words
    for key, speaker, words in rows:
        for token in _unknown_in(speaker, words, passed):
            _note(found, token, token, key, known=False, role=_("someone"))
    return sorted(found.values(), key=lambda each: not each.known)


def _note(found: dict[str, Found], name: str, spelling: str, paragraph: str, *, known: bool, role: str) -> None:
    settled_as = name if not spelling.islower() else spelling
    was = found.get(settled_as, Found(settled_as, name, known, role, (), ()))
    spellings = dict.fromkeys((*was.spellings, spelling))
    found[settled_as] = was._replace(
        spellings=tuple(sorted(spellings, key=len, reverse=True)),
        paragraphs=tuple(dict.fromkeys((*was.paragraphs, paragraph))),
    )


class KnownPeople:
    """Finds known people in a text: by their whole name, a part of it, or their handle; the recipient is none of them.

    A part of a name in small letters counts where it is the handle: "tom reads aloud".
    """

    def __init__(self, people: Iterable[Person], recipient: str) -> None:
        """`words` are those of all these names, in small letters, the recipient's among them."""
        own = {part.casefold() for part in recipient.split()}
        others = [each for each in people if each.name.casefold() != recipient.casefold()]
        self.words = own | {part.casefold() for each in others for part in (*each.name.split(), each.handle)}
        self._by_form: dict[str, Person] = {}
        self._in_small: set[str] = set()
        for person in others:
            parts = [part for part in person.name.split() if len(part) > 1]
            for form in (person.name, person.handle, *parts):
                first = _FIRST.search(form.casefold())
                if first and form.casefold() not in own:
                    self._by_form.setdefault(form.casefold()[first.start() :], person)
            self._in_small |= {person.name.casefold(), person.handle.casefold()}
        by_first: dict[str, list[str]] = {}
        for form in sorted(self._by_form, key=len, reverse=True):
            by_first.setdefault(_FIRST.findall(form)[0], []).append(re.escape(form))
        self._beginning = {
            first: re.compile(rf"(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE) for first, forms in by_first.items()
        }

    def people_in(self, text: str) -> Iterator[tuple[Person, re.Match[str]]]:
        """The people named, each with how and where the name stands."""
        read = 0
        for word in _FIRST.finditer(text):
            pattern = self._beginning.get(word[0].casefold())
            match = pattern.match(text, word.start()) if pattern and word.start() >= read else None
            form = match[0].casefold() if match else ""
            if match and form in self._by_form and (match[0][0].isupper() or form in self._in_small):
                read = match.end()
                yield self._by_form[form], match


def _unknown_in(speaker: str, words: str, passed: Collection[str]) -> Iterator[str]:
    """Words in capitals that may be the name of somebody; one that only begins a sentence is none."""
    if speaker and not _GROUP.fullmatch(speaker) and not {part.casefold() for part in speaker.split()} & set(passed):
        yield speaker
    for run in runs_of_capitals(words, passed):
        first = run[0]
        if not begins_sentence(words, first.start()):
            yield words[first.start() : run[-1].end()]
        elif len(run) > 1:
            yield first[0]
            yield words[run[1].start() : run[-1].end()]
        elif words[first.end() : first.end() + 2] in ("'s", "’s"):
            yield first[0]


def begins_sentence(text: str, place: int) -> bool:
    """Whether what stands at this place begins a sentence, a quotation or what is in brackets."""
    return _BEGINS.search(text[max(0, place - _NEAR) : place]) is not None


def runs_of_capitals(words: str, passed: Collection[str]) -> Iterator[list[re.Match[str]]]:
    """Words in capitals that may be a name, those that stand side by side as one."""
    run: list[re.Match[str]] = []
    in_dates = {place for date in _DATE.finditer(words) for place in range(*date.span())}
    for match in _TOKEN.finditer(words):
        may_be = match[0][0].isupper() and not match[0].isupper() and match[0].casefold() not in passed
        may_be = may_be and match.start() not in in_dates
        if run and not (may_be and words[run[-1].end() : match.start()] == " "):
            yield run
            run = []
        if may_be:
            run.append(match)
    if run:
        yield run


def settle(text: str, found: Iterable[Found], settled: dict[str, Way]) -> str:
    """The text with each name as it was settled; the longest spellings first, so that a whole name goes as one."""
    spellings = [(spelling, each) for each in found for spelling in each.spellings]
    for spelling, each in sorted(spellings, key=lambda one: len(one[0]), reverse=True):
        way = settled.get(each.key, Way.KEEP)
        if way is not Way.KEEP and spelling in text:
            instead = each.initial() if way is Way.INITIAL else each.role
            text = re.sub(rf"(?<![\w#]){re.escape(spelling)}(?!\w)", partial(_in_its_place, instead), text)
    return text


def _in_its_place(instead: str, found: re.Match[str]) -> str:
    """What stands instead of a name; where a sentence begins with it, with a capital."""
    begins = found.start() == 0 or _SENTENCE_ENDS.search(found.string[: found.start()])
    return instead[0].upper() + instead[1:] if begins else instead
