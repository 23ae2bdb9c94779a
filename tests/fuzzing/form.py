"""A form in which something comes in, and what has to be so of every input to it, whatever that holds."""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, NamedTuple

from coachtui.model.clean import clean

MOST_SECONDS = 5.0
"""Of the processor, for one input of at most 64 kB: no person waits longer for a page of notes."""
_LONGEST_SENTENCE = 2000


class Form(NamedTuple):
    """What reads it, what it refuses with, seeds that the program itself writes, and words that have a meaning there.

    `cleans` says that every text in what was read must be as it is once it was cleaned; `tries`, how often it is tried in
    `make test`.
    """

    read: Callable[[bytes], object]
    refuses: tuple[type[Exception], ...]
    seeds: Callable[[], list[bytes]]
    words: tuple[bytes, ...] = ()
    cleans: bool = True
    tries: int = 60


class NotForeseen(AssertionError):
    """An input that a form neither reads nor refuses as it should; `str()` says how."""


def try_one(form: Form, content: bytes) -> bool:
    """Whether this is read; refused in a sentence, it is not. Raises NotForeseen, or whatever the reader raised."""
    began = time.process_time()
    try:
        found = form.read(content)
    except form.refuses as fault:
        _see_that_it_is_a_sentence(str(fault))
        found = None
    seconds = time.process_time() - began
    if seconds > MOST_SECONDS:
        raise NotForeseen(f"it took {seconds:.1f} s")
    if form.cleans:
        for text in texts_in(found):
            if clean(text) != text:
                raise NotForeseen(f"read, but not cleaned: {text[:80]!r}")
    return found is not None


def _see_that_it_is_a_sentence(words: str) -> None:
    if not words.strip() or len(words) > _LONGEST_SENTENCE:
        raise NotForeseen(f"no sentence to show: {words[:80]!r}, {len(words)} characters")


def texts_in(value: Any) -> Iterator[str]:
    """Every text in a value, however deep."""
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from texts_in(key)
            yield from texts_in(inner)
    elif isinstance(value, (list, tuple, set, frozenset)):
        for inner in value:
            yield from texts_in(inner)
    elif is_dataclass(value):
        for each in fields(value):
            yield from texts_in(getattr(value, each.name))
