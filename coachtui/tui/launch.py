"""Opens the program on a room: first the plain picture, then Textual over it, then the notebook behind it."""

import gc
import os
from typing import TYPE_CHECKING

from coachtui.tui.first_paint import Stage
from coachtui.tui.frames import frame_of
from coachtui.tui.theme_file import colours_for_first_paint

if TYPE_CHECKING:
    from coachtui.clock import Clock
    from coachtui.places import Places

def launch(places: "Places", clock: "Clock", *, room: str, team: str | None = None, lead: str | None = None,
           debug: bool = False) -> int:  # fmt: skip
    """Run the program until the person leaves it; the exit code.

    `room` is "today" or "observe". Textual's own logging stays off unless `debug`: it would hold what is typed.
    """
    from coachtui.settings import read_settings

    gc.disable()  # until the first room stands: nothing made before that is garbage
    if not debug:
        for name in ("TEXTUAL", "TEXTUAL_LOG", "TEXTUAL_DEVTOOLS_HOST"):
            os.environ.pop(name, None)
    settings, complaints = read_settings(places.settings)
    stage = Stage(lambda keys: _keep_abandoned(places, clock, keys))
    stage.set(frame_of(room, team, lead), colours_for_first_paint(settings.theme, places))
    try:
        return _run(places, clock, settings.theme, complaints, stage, room, team, lead)
    finally:
        stage.restore()


def _run(places: "Places", clock: "Clock", theme: str, complaints: list[str], stage: Stage, room: str,
         team: str | None, lead: str | None) -> int:  # fmt: skip
    """Import the rest, and hand the terminal over."""
    from coachtui.ids import new_id
    from coachtui.tui.app import CoachApp

    app = CoachApp(places, clock, new_id, room=room, team=team, lead=lead, stage=stage)
    app.dress_in(theme, complaints)
    try:
        app.run()
    finally:
        app.flush()
    return app.return_code or 0


def _keep_abandoned(places: "Places", clock: "Clock", keys: bytes) -> None:
    """Keys typed before a signal ended the start: a half-typed line in the drop box."""
    from coachtui.ids import new_id
    from coachtui.model.clean import clean_line
    from coachtui.model.draft import Draft
    from coachtui.store.dropbox import DropBox

    text = clean_line(keys.decode("utf-8", "replace"))
    if text.strip():
        identity, now = new_id(), clock.now()
        box = DropBox(places, clock, identity)
        box.begin(identity, now, clock.zone())
        box.keep(Draft(identity, text, len(text), now))
        box.close()
