"""Where one can go on the screen with one letter: each field, each pane, each group of rows, each key of the pad."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

from textual.content import Content
from textual.geometry import Offset

if TYPE_CHECKING:
    from textual.widget import Widget
    from textual.widgets import OptionList

    from coachtui.tui.rooms.room import Room

LETTERS = "fjdkslagrueiwoncvmxzpqtyhb"
"""The letters that are given out, those under the fingers first."""


class Place(NamedTuple):
    """A place inside of a widget: its line there, what goes there, its letter, where it has one already, and its column."""

    line: int
    go: Callable[[], object]
    letter: str = ""
    column: int = 0


class Spot(NamedTuple):
    """A place on the screen."""

    at: Offset
    go: Callable[[], object]
    letter: str = ""


@runtime_checkable
class HasPlaces(Protocol):
    """A widget with several places to go to."""

    def places(self) -> Iterable[Place]:
        """The places that are in view."""


def spots_of(room: "Room") -> Iterator[Spot]:
    """Everything on the screen of a room that one can go to, from top to bottom."""
    for widget in room.query("*"):
        if not _is_seen(widget):
            continue
        at = widget.content_region.offset
        if isinstance(widget, HasPlaces):
            for place in widget.places():
                yield Spot(Offset(at.x + place.column, at.y + place.line), place.go, place.letter)
        elif widget.focusable:
            yield Spot(at, partial(room.go_into, widget))


def line_in_view(rows: "OptionList", index: int) -> int | None:
    """The line of a list on which this row of it is shown; None where that is out of view."""
    heights = [len(_lines(rows, each)) for each in range(index + 1)]
    line = sum(heights[:-1]) - round(rows.scroll_y)
    return line if 0 <= line < rows.scrollable_content_region.height else None


def _lines(rows: "OptionList", index: int) -> list[str]:
    """The lines of a row; each of ours is broken to the width by itself."""
    prompt = rows.get_option_at_index(index).prompt
    return (prompt.plain if isinstance(prompt, Content) else str(prompt)).split("\n")


def _is_seen(widget: "Widget") -> bool:
    """Whether something of a widget is on the screen."""
    return all(each.display for each in widget.ancestors_with_self if hasattr(each, "display")) and bool(
        widget.region.area
    )


def with_letters(spots: Iterable[Spot]) -> dict[str, Spot]:
    """The spots by the letter that leads to each; those beyond the alphabet have none."""
    found = list(spots)
    letters = {spot.letter: spot for spot in found if spot.letter}
    free = (letter for letter in LETTERS if letter not in letters)
    return letters | dict(zip(free, (each for each in found if not each.letter), strict=False))
