"""The sample school, from where one is: a program of its own in this terminal, on a home that is thrown away."""

import asyncio
import sys
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from coachtui.tui.handing_off import keys_for_another
from coachtui.wording import _

if TYPE_CHECKING:
    from textual.app import App

NOT_HERE = _("The sample school can't be opened from here. 'coachtui demo', typed in a terminal, opens it.")
BACK = _("Back in your own notebook. Nothing of the sample school is kept.")


async def look_around(app: "App[None]") -> str:
    """Let the sample school have the terminal until it is left; what is to be said then."""
    try:
        with app.suspend(), keys_for_another():
            process = await asyncio.create_subprocess_exec(sys.executable, "-m", "coachtui", "demo")
            code = await process.wait()
    except (SuspendNotSupported, OSError):
        return NOT_HERE
    return BACK if code == 0 else NOT_HERE
