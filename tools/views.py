"""Every room of the program, full and empty, one after the other: for the sheets of pictures, and for the tests of the look."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any, NamedTuple

from textual.pilot import Pilot

from coachtui.tui import commands
from coachtui.tui.app import CoachApp
from coachtui.tui.commands import OBSERVE, READING, SEARCH, TODAY
from coachtui.tui.doors import ROOM_CLASSES
from coachtui.tui.rooms.room import GoTo, LeftTogether, Room
from tools.pictures import wait

Way = Callable[[Pilot[Any]], Awaitable[None]]


class View(NamedTuple):
    """Something that the program shows: what it is called, the room it is in, and what is pressed there."""

    name: str
    room: str
    ref: str | None = None
    keys: tuple[str, ...] = ()


OVER_A_ROOM = (
    View("help", TODAY, keys=("f1",)),
    View("palette", TODAY, keys=("ctrl+p",)),
    View("hits", SEARCH, keys=tuple("the")),
    View("question", commands.LEADS, keys=("a",)),
    View("choice", commands.TEAMS, keys=("a", *"Math", "enter")),
    View("line in hand", OBSERVE, keys=("f2", "up")),
    View("chosen lines", READING, keys=("f2", "space", "down")),
    View("pad", OBSERVE, keys=("f4",)),
    View("evidence", commands.FEEDBACK, keys=("f6", "down")),
    View("themes", TODAY, keys=("T",)),
)
"""What is not a room of its own: pages that lie over one, questions, what was found."""


async def refs_of(pilot: Pilot[Any]) -> dict[str, str | None]:
    """What each room is shown for: what the notebook holds of its kind, if anything."""
    app = pilot.app
    assert isinstance(app, CoachApp)
    return await app.workplace.scribe.do(_refs_in)


async def _press(pilot: Pilot[Any], key: str) -> None:
    """Press a key; `T` stands for the list of themes, which has none."""
    if key == "T":
        await pilot.app.run_action("change_theme")
    else:
        await pilot.press(key)
    await wait(pilot)


def _refs_in(notebook: Any) -> dict[str, str | None]:
    lead, team, step, plan, draft = (
        next((each.id for each in found), None)
        for found in (
            notebook.leads.all(), notebook.teams.all(), notebook.steps.all_open(), notebook.conversations.all(),
            notebook.feedback.all(),
        )
    )  # fmt: skip
    ended = next((each.id for each in notebook.observations.latest(9) if each.ended_utc_ms is not None), None)
    return {
        "team": team, "step": step, READING: ended, "gate": ended and f"observation:{ended}", "feedback": draft,
        "feedback-list": lead and f"lead:{lead}", **dict.fromkeys(("conversation", "rehearse", "together"), plan),
        **dict.fromkeys(("lead", "cycle", "one-on-one", "blocks", "seen"), lead),
    }  # fmt: skip


def views_of(refs: dict[str, str | None], besides: tuple[View, ...] = ()) -> Iterator[View]:
    """Every room that has something to be shown for, then what lies over rooms, and what is looked at besides."""
    for room in ROOM_CLASSES:
        if room not in refs or refs[room] is not None:
            yield View(room, room, refs.get(room))
    for view in (*OVER_A_ROOM, *besides):
        if view.room not in refs or refs[view.room] is not None:
            yield view._replace(ref=refs.get(view.room))


async def walk(pilot: Pilot[Any], names: tuple[str, ...] = (), besides: tuple[View, ...] = ()) -> AsyncIterator[View]:
    """Go to each view in turn, or to those of these names; Today is between them."""
    app = pilot.app
    assert isinstance(app, CoachApp)
    await wait(pilot)
    for view in views_of(await refs_of(pilot), besides):
        if names and view.name not in names:
            continue
        app.go_to(GoTo(view.room, view.ref))
        await wait(pilot)
        for key in view.keys:
            await _press(pilot, key)
        yield view
        await _leave(pilot)


async def _leave(pilot: Pilot[Any]) -> None:
    """Back to Today, whatever lies above it or is being asked; together is left as by its passphrase."""
    app = pilot.app
    assert isinstance(app, CoachApp)
    while not isinstance(app.screen, Room):
        app.pop_screen()
    if app.screen.is_asking:
        await pilot.press("escape")
    if app.screen.IS_FOR_BOTH:
        app.post_message(LeftTogether())
        await wait(pilot)
    app.go_to(GoTo(TODAY))
    await wait(pilot)
