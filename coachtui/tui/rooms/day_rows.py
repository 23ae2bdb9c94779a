"""How the rows of Today are drawn: a card, an observation that was cut off, observations in columns."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from coachtui.model.timing import clock_text, length_text
from coachtui.tui.telling import day_text
from coachtui.tui.widgets.wrapping import cells, line_starts, shorten
from coachtui.tui.words import plain, printable_line
from coachtui.wording import _, counted

if TYPE_CHECKING:
    from coachtui.model.card import Card
    from coachtui.model.observation import Observation

_WHEN_WIDTH = 19
_LEAST = 12
"""The cells that a team's name has at least."""
_INDENT = "  "
_MOST_LINES = 3


def card_row(card: "Card", width: int) -> Content:
    """What a card is about, why it stands here, and what to do first."""
    title = plain(shorten(printable_line(card.title), width)).stylize("bold $foreground")
    lines = _wrapped(printable_line(card.why), width) + _wrapped(printable_line(card.first), width)
    whole = _wrapped(printable_line(f"{card.why} {card.first}"), width)
    shown = whole if len(whole) < len(lines) else lines
    return Content.assemble(title, *(Content.assemble("\n", _INDENT, plain(line)) for line in shown[:_MOST_LINES]))


def _wrapped(text: str, width: int) -> list[str]:
    starts = line_starts(text, width)
    return [text[start:end].rstrip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def resume_row(card: "Card", width: int, *, is_written: bool) -> Content:
    """An observation that is not ended, and what can be done with it, by which key."""
    begun = _wrapped(printable_line(card.meanwhile if is_written else card.why), width)
    ending = Content() if is_written else Content.assemble(("e", "$accent"), _(" ends it where it stopped"))
    return Content.assemble(
        plain(printable_line(card.title)).stylize("bold $foreground"),
        *(Content.assemble("\n", _INDENT, plain(line)) for line in begun[: _MOST_LINES - 1]),
        f"\n{_INDENT}",
        (_("Enter"), "$accent"),
        _(" goes on with it   "),
        ending,
    )


class Columns:
    """How wide the columns of a list are; how long it took is left out where a name would not fit."""

    def __init__(self, observations: "Sequence[Observation]", width: int) -> None:
        self._lines = max((len(_lines(each)) for each in observations), default=0)
        self._length = max((len(_length(each)) for each in observations), default=0)
        widest = max((cells(printable_line(_who(each))) for each in observations), default=0)
        room = width - _WHEN_WIDTH - self._lines - 3
        if room - self._length - 2 < widest:
            self._length = 0
        else:
            room -= self._length + 2
        self._who = max(_LEAST, min(widest, room))

    def row(self, observation: "Observation") -> Content:
        """When, who, how long, how much."""
        who = shorten(printable_line(_who(observation)), self._who)
        padding = " " * (self._who - cells(who))
        length = f"  {_length(observation):>{self._length}}" if self._length else ""
        return Content.assemble(
            f"{_when(observation):<{_WHEN_WIDTH}}",
            plain(who).stylize("$foreground"),
            f"{padding}{length}  {_lines(observation):>{self._lines}}",
        )


def _who(observation: "Observation") -> str:
    return " · ".join(part for part in (observation.team, observation.lead) if part) or _("team not named")


def _when(observation: "Observation") -> str:
    start, zone = observation.anchor.utc_ms, observation.zone
    return f"{day_text(start, zone):<10} {clock_text(start, zone):>5}"


def _length(observation: "Observation") -> str:
    ended = observation.ended_utc_ms
    return "" if ended is None else length_text(ended - observation.anchor.utc_ms)


def _lines(observation: "Observation") -> str:
    return counted(observation.lines, "{n} line", "{n} lines")
