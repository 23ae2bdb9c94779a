"""`coachtui` and `coachtui observe`: opens the screens, or the plain mode, on Today or straight in capture."""

import sys

from coachtui.commandline.call import Call, Refused, WrongUsage
from coachtui.places import Places
from coachtui.wording import _


def run(call: Call) -> int:
    """Open the screens and return what they ended with. Raises Refused where there is no terminal."""
    return open_rooms(call, call.places)


def open_rooms(call: Call, places: Places, saying: str = "") -> int:
    """Open the screens on this home, and say something at the start. Raises Refused where there is no terminal."""
    if call.options.plain:
        from coachtui.plain.opening import open_plain

        return open_plain(places, call.clock, call.options.room, _name(call, "team"), _name(call, "lead"), saying)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Refused(
            _(
                "coachtui opens its screens in a terminal, and this is none. 'coachtui --plain' does without one; "
                "'coachtui --help' shows the commands that answer in plain text."
            )
        )
    from coachtui.tui.early import Asked
    from coachtui.tui.launch import launch

    asked = Asked(
        call.options.room,
        str(places.home),
        _name(call, "team"),
        _name(call, "lead"),
        call.options.debug,
        saying,
    )
    return launch(places, call.clock, asked)


def _name(call: Call, option: str) -> str | None:
    """The name given with an option, cleaned as everything that enters; None where it was not given."""
    from coachtui.model.clean import clean_line

    given = getattr(call.options, option, None)
    if given is None:
        return None
    name = clean_line(given).strip()
    if not name:
        raise WrongUsage(
            _("--{option} needs a name after it. 'coachtui observe --help' shows how.").format(option=option)
        )
    return name
