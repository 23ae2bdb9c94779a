"""`coachtui demo`: a sample school in a home of its own, opened; thrown away afterwards unless it is to be kept."""

import sys
import tempfile
from pathlib import Path

from coachtui.commandline.call import Call, Refused
from coachtui.commandline.rooms import open_rooms
from coachtui.commandline.speech import complain, say
from coachtui.home import settle
from coachtui.places import Places, find_places
from coachtui.wording import _

_SAMPLE = _("This is a sample school: nobody in it is real, and your own notebook is elsewhere.")
_LEAVING = _("Ctrl+Q leaves it.")


def run(call: Call) -> int:
    """Open the sample school. Raises Refused where there is no terminal, or where the folder to keep it in is not empty."""
    if call.options.keep is not None:
        return _keep(call, find_places(call.options.keep))
    with tempfile.TemporaryDirectory(prefix="coachtui-demo-", ignore_cleanup_errors=True) as folder:
        return _open(call, Places(Path(folder) / "home", is_thrown_away=True))


def _keep(call: Call, places: Places) -> int:
    if places.home.exists() and any(places.home.iterdir()):
        raise Refused(
            _("There is something in '{home}' already, so nothing was put there. Choose a new folder.").format(
                home=places.home
            )
        )
    result = _open(call, places)
    say(_("The sample school is kept. Open it again with: coachtui --home '{home}'").format(home=places.home))
    return result


def _open(call: Call, places: Places) -> int:
    from coachtui.commandline.sample_school import fill

    settle(places)
    if sys.stdout.isatty():
        complain(_("Making the sample school. This takes a moment."))
    fill(places, call.clock)
    return open_rooms(call, places, _SAMPLE if call.options.plain else f"{_SAMPLE} {_LEAVING}")
