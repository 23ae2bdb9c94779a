"""Spelling: words of a text that no word list knows, and what may be meant. The list is read late, in a thread of its own."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from coachtui.model.near_words import near_words
from coachtui.model.sentences import lines_in
from coachtui.wording import _

NOT_INSTALLED = _(
    "Spelling is not looked at: its word list is not installed. "
    "'pip install \"coachtui[spelling]\"' adds it. All else works."
)
_MOST_KEPT = 2000
_MOST_SUGGESTIONS = 3
_ENTRY = re.compile(r'"([a-z\'-]+)": ?([0-9]+)')
_TOKEN = re.compile(
    r"(?P<passed>(?:https?://|www\.)\S+|(?<!\w)[\w.+-]{1,64}@\S{1,100}"
    r"|(?<!\w)[\w-]{1,40}(?:\.[\w-]{1,40}){0,4}\.(?:com|org|edu|net|gov)\b\S*|[#@/\\]\w\S*"
    r"|\w*[\d_]\w*(?:['’:.,/-]\w+)*)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)['’]?"
)
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”|«[^»]*»')
_BEGINS = re.compile(r"(?:^|[.!?:…]['\"”’»)]*\s+|[\"“‘«(]|^[-*•–]\s+|^\(?\d{1,2}[.)]\s+)$")
_ENDINGS = ("'s", "'d", "'ll", "'ve", "'re", "'m", "n't")
_MORE = (
    "lookfor lookfors onboarding preps subskill subskills exemplar exemplars manipulatives formative reteach reteaching "
    "anonymised anonymized timekeeper pacing scaffolded scaffolds "
    "rubric rubrics cafe preread debrief debriefs debriefed chunked misread misreads fors"
)
"""Words of schools that the word list lacks."""
_BRITISH = (
    ("our", "or"),
    ("is", "iz"),
    ("ys", "yz"),
    ("ll", "l"),
    ("tre", "ter"),
    ("ogue", "og"),
    ("ence", "ense"),
    ("mme", "m"),
)


class Misspelt(NamedTuple):
    """A word that is not known, and where it stands."""

    word: str
    start: int
    end: int


class _Line(NamedTuple):
    faults: tuple[Misspelt, ...]
    names: frozenset[str]


def load_speller(known: Iterable[str]) -> tuple["Speller | None", str]:
    """A speller that knows these words too; or None, and a sentence that says how to install the word list.

    It takes a tenth of a second, so it is for a thread; no step of it keeps other threads waiting for longer than a key takes.
    """
    counts = read_word_counts()
    return (Speller(known, counts), "") if counts else (None, NOT_INSTALLED)


def read_word_counts() -> dict[str, int]:
    """How common each word is, by the word list of pyspellchecker; empty where that is not installed.

    It is read entry by entry: its own reader parses it as one, and no other thread could run meanwhile.
    """
    import gzip
    import pkgutil

    try:
        text = gzip.decompress(pkgutil.get_data("spellchecker", "resources/en.json.gz") or b"").decode("utf-8")
    except (ImportError, OSError, EOFError):
        return {}
    return {found[1]: int(found[2]) for found in _ENTRY.finditer(text)}


class Speller:
    """Tells which words are not known. A line that did not change is not read again."""

    def __init__(self, known: Iterable[str], counts: Mapping[str, int]) -> None:
        """`known` are names, codes and the person's own words; a name of several words is known by each."""
        self._counts = counts
        self._own: dict[str, str] = {word: word for word in _MORE.split()}
        self._lines: dict[str, _Line] = {}
        self.learn(known)

    def learn(self, words: Iterable[str]) -> None:
        """Know these words from here on."""
        found = (found["word"] for words_of in words for found in _TOKEN.finditer(words_of) if found["word"])
        self._own.update((word.casefold(), word) for word in found)
        self._lines.clear()

    def faults(self, text: str) -> list[Misspelt]:
        """The words of a text that are not known, in the order in which they stand.

        Passed over are numbers, times, codes, addresses, abbreviations, words with other than English letters, what is quoted in
        another language, and names: words with a capital within a sentence, wherever else they stand.
        """
        read = [(start, self._read(line)) for start, line in lines_in(text)]
        names = frozenset().union(*(line.names for __, line in read))
        return [
            Misspelt(fault.word, start + fault.start, start + fault.end)
            for start, line in read
            for fault in line.faults
            if fault.word.casefold() not in names
        ]

    def suggestions(self, word: str) -> list[str]:
        """What may be meant, at most three, best first; in capitals as the word is."""
        small = word.replace("’", "'").casefold()
        stem = next((small.removesuffix(end) for end in _ENDINGS[:1] if small.endswith(end)), small)
        tail = small[len(stem) :]
        found = near_words(stem, self._counts, self._own)
        shaped = (_as_in(word, self._own.get(each, each)) + tail for each in found)
        return list(dict.fromkeys(shaped))[:_MOST_SUGGESTIONS]

    def _read(self, line: str) -> _Line:
        if line not in self._lines:
            if len(self._lines) > _MOST_KEPT:
                self._lines.clear()
            words = list(_words_in(line))
            unknown = [each for each in words if not self._knows(each.word)]
            foreign = _foreign(line, words, unknown)
            names = frozenset(each.word.casefold() for each in words if _is_name(line, each))
            faults = (each for each in unknown if each not in foreign and each.word.casefold() not in names)
            self._lines[line] = _Line(tuple(faults), names)
        return self._lines[line]

    def _knows(self, word: str) -> bool:
        """Whether a word is known: as it is, with an ending, as a plural of one's own, or in British spelling."""
        if (
            word.lower() in self._counts
            or len(word) <= 2
            or not word.replace("’", "'").isascii()
            or _is_abbreviation(word)
        ):
            return True
        small = word.replace("’", "'").casefold()
        stem = next((small.removesuffix(end) for end in _ENDINGS if small.endswith(end)), small)
        if any(each in self._counts or each in self._own for each in (small, stem)):
            return True
        return stem.removesuffix("s") in self._own or any(each in self._counts for each in _american(stem))


def _words_in(line: str) -> Iterator[Misspelt]:
    for found in _TOKEN.finditer(line):
        if found["word"]:
            yield Misspelt(found["word"], found.start("word"), found.end("word"))


def _foreign(line: str, words: list[Misspelt], unknown: list[Misspelt]) -> set[Misspelt]:
    """The unknown words within quotations of which half the words or more are not English: they are in another language."""
    found: set[Misspelt] = set()
    for quoted in _QUOTED.finditer(line):
        inside = [each for each in words if quoted.start() < each.start < quoted.end() and len(each.word) > 2]
        odd = [each for each in inside if each in unknown or not each.word.isascii()]
        if len(odd) > 1 and 2 * len(odd) >= len(inside):
            found.update(odd)
    return found


def _is_abbreviation(word: str) -> bool:
    """PLC, PLCs; and words with a capital inside, as iPad has."""
    return word.removesuffix("s").isupper() or not (word[1:].islower() or word.isupper())


def _is_name(line: str, word: Misspelt) -> bool:
    """Whether a word has a capital without beginning a sentence."""
    return word.word[0].isupper() and not _BEGINS.search(line[max(0, word.start - 8) : word.start])


def _american(word: str) -> Iterator[str]:
    """How a word of British spelling may be written in the word list."""
    for british, american in _BRITISH:
        if british in word:
            yield word.replace(british, american)


def _as_in(word: str, found: str) -> str:
    return found[0].upper() + found[1:] if word[:1].isupper() else found
