"""The footer of a room: which commands it shows, and where. The first picture and the room ask here alike."""

from collections.abc import Collection, Iterable

from coachtui.tui.commands import USUAL_KEYS, Command, Keymap, commands_of

_AT_THE_RIGHT = {"app.command-palette": 1, "app.quit": 2, "app.help": 4}


def footer_commands(room: str, width: int, without: Collection[str] = (), keymap: Keymap = USUAL_KEYS) -> list[Command]:
    """The commands that a room's footer shows, the most needed first, only whole ones, never wider than `width` cells.

    Those `without`, by their ids, mean nothing now.
    """
    ranked = sorted((each for each in commands_of(room, keymap) if each.rank), key=lambda each: each.rank)
    shown: list[Command] = []
    used = 1
    for command in (each for each in ranked if each.id not in without and each.key):
        used += len(command.shown_key) + len(command.name) + 3
        if used - 2 > width:
            break
        shown.append(command)
    return shown


def footer_sides(commands: Iterable[Command]) -> tuple[list[Command], list[Command]]:
    """What is done in this room, at the left; and what every room has, always at the same place at the right."""
    of_room: list[Command] = []
    everywhere: list[Command] = []
    for command in commands:
        (everywhere if _place_at_the_right(command) else of_room).append(command)
    return of_room, sorted(everywhere, key=_place_at_the_right)


def _place_at_the_right(command: Command) -> int:
    """Help in the corner, the way back beside it, then what is needed less; 0 for what is not of every room."""
    if "escape" in command.key.split(","):
        return 3
    return _AT_THE_RIGHT.get(command.id, 0)


Parts = tuple[tuple[str, str], ...]
"""Keys and names."""


def footer_parts(room: str, width: int, keymap: Keymap = USUAL_KEYS) -> tuple[Parts, Parts]:
    """The footer's keys and names, those at the left and those at the right."""
    of_room, everywhere = footer_sides(footer_commands(room, width, (), keymap))
    return _parts(of_room), _parts(everywhere)


def _parts(commands: Iterable[Command]) -> Parts:
    return tuple((each.shown_key, each.name) for each in commands)
