"""The observations made so far, newest first, as rows to choose from; those that were cut off stand above, as cards."""

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from coachtui.model.timing import clock_text
from coachtui.tui.telling import count_text, day_text, length_text
from coachtui.tui.widgets.wrapping import cells, shorten
from coachtui.tui.words import plain, printable_line

if TYPE_CHECKING:
    from coachtui.model.observation import Observation

_MARK, _NO_MARK = "› ", "  "
_WHEN_WIDTH = 19
_LEAST = 12
"""The cells that a team's name has at least."""


class ObservationList(OptionList):
    """Cards for what was cut off, rows for the rest; the cursor is a mark in front, not a colour alone."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._observations: dict[str, Observation] = {}
        self._now_ms = 0
        self._writing: str | None = None

    @property
    def under_cursor(self) -> "Observation | None":
        """The observation that the cursor is on."""
        index = self.highlighted
        return None if index is None else self.called(self.get_option_at_index(index).id)

    def called(self, identity: str | None) -> "Observation | None":
        """The observation with this id, if it is in the list."""
        return self._observations.get(identity or "")

    def show(self, observations: "list[Observation]", now_ms: int, writing: str | None) -> None:
        """Show these, one of which may be being written; the cursor stays on the one it was on."""
        before = self.under_cursor
        self._now_ms, self._writing = now_ms, writing
        waiting = [each for each in observations if each.ended_utc_ms is None]
        done = [each for each in observations if each.ended_utc_ms is not None]
        self._observations = {each.id: each for each in waiting + done}
        heading = [Option(Content(" Observations").stylize("bold"), disabled=True)] if waiting and done else []
        self.clear_options()
        self.add_options([Option("", each.id) for each in waiting] + heading + [Option("", each.id) for each in done])
        self._draw()
        if observations:
            stays = before is not None and before.id in self._observations
            self.highlighted = self.get_option_index(before.id) if before is not None and stays else 0

    def on_resize(self) -> None:
        """Fit the columns into the new width."""
        self._draw()

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Put the mark where the cursor is."""
        super().watch_highlighted(highlighted)
        self._draw()

    def _draw(self) -> None:
        """Write every row anew; columns are as wide as the widest in them."""
        width = self.scrollable_content_region.width - cells(_MARK)
        if width <= 0:
            return
        columns = _Columns([each for each in self._observations.values() if each.ended_utc_ms is not None], width)
        for index, option in enumerate(self.options):
            found = self.called(option.id)
            if found is None:
                continue
            mark = _MARK if index == self.highlighted else _NO_MARK
            if found.ended_utc_ms is None:
                words = _card(found, self._now_ms, is_written=found.id == self._writing)
            else:
                words = columns.row(found)
            prompt = Content.assemble((mark, "bold $accent"), words)
            if option.prompt != prompt:
                self.replace_option_prompt_at_index(index, prompt)


class _Columns:
    """How wide the columns of a list are; how long it took is left out where a name would not fit."""

    def __init__(self, observations: "list[Observation]", width: int) -> None:
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


def _card(observation: "Observation", now_ms: int, *, is_written: bool) -> Content:
    """An observation that is not ended, and what can be done with it."""
    ago = length_text(now_ms - observation.anchor.utc_ms)
    state = "being written" if is_written else "not ended"
    begun = f"begun {' '.join(_when(observation).split())}, {ago} ago, {_lines(observation)}, {state}"
    ending = Content() if is_written else Content.assemble(("e", "$accent"), " ends it where it stopped")
    return Content.assemble(
        plain(printable_line(_who(observation))).stylize("bold $foreground"),
        f"\n{_NO_MARK}{begun}\n{_NO_MARK}",
        ("Enter", "$accent"),
        " goes on with it   ",
        ending,
        "\n",
    )


def _who(observation: "Observation") -> str:
    return " · ".join(part for part in (observation.team, observation.lead) if part) or "team not named"


def _when(observation: "Observation") -> str:
    start, zone = observation.anchor.utc_ms, observation.zone
    return f"{day_text(start, zone):<10} {clock_text(start, zone):>5}"


def _length(observation: "Observation") -> str:
    ended = observation.ended_utc_ms
    return "" if ended is None else length_text(ended - observation.anchor.utc_ms)


def _lines(observation: "Observation") -> str:
    return count_text(observation.lines, "line", "lines")
