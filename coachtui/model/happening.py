"""What an event is called: the notebook keeps it in English, and it is told in the language of the person."""

import re
from contextlib import suppress
from datetime import date
from typing import Final

from coachtui.model.calendar_words import weekday_day
from coachtui.wording import _m, _t

ABOUT_STATES: Final = (
    _m("step agreed"), _m("step tried"), _m("step seen"), _m("step mastered"), _m("step dropped"),
    _m("feedback draft"), _m("feedback ready"), _m("feedback talked through"), _m("feedback followed up"),
    _m("conversation planning"), _m("conversation rehearsed"), _m("conversation held"), _m("conversation followed up"),
    _m("conversation set aside"),
    _m("item discussed"), _m("item carried"), _m("item parked"), _m("item dropped"),
)  # fmt: skip
"""Events that are called by the state into which they brought something."""
TAKEN_OUT: Final = _m("your word “{word}” taken out")
TAKEN_IN: Final = _m("your word “{word}”")
MOVED_TO: Final = _m("1:1 moved to {day}")
MEMBERS_ADDED: Final = _m("{n} members added")
SHARED: Final = _m("shared: {title}")
_WITH_WORDS: Final = (TAKEN_OUT, TAKEN_IN, MOVED_TO, MEMBERS_ADDED, SHARED)
"""Events in whose name something of that day stands, the longer ones first."""


def told_happening(what: str) -> str:
    """What an event is called, as a person reads it."""
    for kept in _WITH_WORDS:
        found = _pattern(kept).fullmatch(what)
        if found is not None:
            return _t(kept).format(**{name: _as_day(words) for name, words in found.groupdict().items()})
    return _t(what)


def _pattern(kept: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)", re.escape(kept)), re.DOTALL)


def _as_day(words: str) -> str:
    """A day as people say it; other words stay."""
    with suppress(ValueError):
        return weekday_day(date.fromisoformat(words))
    return words
