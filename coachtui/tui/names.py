"""What the palette offers in a room: the commands that apply, and the names of what one may be taken to from there."""

from typing import TYPE_CHECKING, Any

from coachtui.store.errors import NotebookError
from coachtui.tui.commands import Command, commands_of, own_commands
from coachtui.tui.rooms.room import Room

if TYPE_CHECKING:
    from coachtui.model.landmark import Landmark


def offered_in(room: Room) -> list[Command]:
    """The commands that apply now: those of a question or of lines in hand first, then those of the room."""
    keymap = room.workplace.keymap
    first = own_commands(room.scope, keymap) if room.scope != room.NAME else []
    offered = (*first, *commands_of(room.NAME, keymap))
    allowed = (each for each in offered if not each.each and each.id not in room.left_out)
    return [each for each in allowed if not each.id.startswith("app.") or room.app.check_action(each.action, ())]


async def names_for(room: Room) -> "list[tuple[Landmark, str]]":
    """What has a name, with its day as people say it; what is private is left out where others may look on."""
    place = room.workplace
    if not place.is_open or place.refusal is not None or room.IS_FOR_BOTH:
        return []
    today, others_look_on = place.clock.today(), _is_over_a_meeting(room)

    def work(notebook: Any) -> "list[tuple[Landmark, str]]":
        from coachtui.library import load_scenarios
        from coachtui.model.dates import say_date

        found: list[Landmark] = notebook.by_name.all()
        titles = {key: each.title for key, each in load_scenarios(place.places)[0].items()}
        shown = (each for each in found if not (each.is_private and others_look_on))
        told = (each._replace(beside=tuple(titles.get(part, part) for part in each.beside)) for each in shown)
        return [(each, say_date(each.day, today) if each.day else "") for each in told]

    try:
        return await place.scribe.do(work)
    except NotebookError:
        return []


def _is_over_a_meeting(room: Room) -> bool:
    """Whether a meeting is being written here, or right below: others may look on."""
    stack = room.app.screen_stack
    below = stack[stack.index(room) - 1] if room in stack[1:] else room
    return any(isinstance(each, Room) and each.IS_WRITTEN_IN for each in (room, below))
