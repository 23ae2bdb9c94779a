"""Opens the program on a room: Textual over the first picture, then the notebook behind it."""

import os
from typing import TYPE_CHECKING

from coachtui.tui.commands import TODAY
from coachtui.tui.early import Asked

if TYPE_CHECKING:
    from coachtui.clock import Clock
    from coachtui.places import Places
    from coachtui.tui.commands import Keymap
    from coachtui.tui.first_paint import Stage

_HARMLESS = ("TEXTUAL_ANIMATIONS", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_FPS", "TEXTUAL_SMOOTH_SCROLL", "TEXTUAL_SPEEDUPS")


def open_rooms(asked: Asked, stage: "Stage") -> int:
    """Open the room that was asked for on its home; the exit code. What is wrong is said in one sentence."""
    from coachtui.clock import Clock
    from coachtui.places import find_places, make_private

    try:
        make_private()
        return launch(find_places(asked.home), Clock(), asked, stage)
    except Exception as fault:  # noqa: BLE001  (the last place that can turn a fault into a sentence)
        stage.restore()
        from coachtui.commandline.mishaps import tell

        return tell(fault, asked.home)


def launch(places: "Places", clock: "Clock", asked: Asked, stage: "Stage | None" = None) -> int:
    """Run the program until the person leaves it; the exit code.

    What Textual takes from the environment is put away unless asked for with --debug: it would log what is typed, take a
    picture of the screen, or press keys of its own. How it looks and moves is left to it.
    """
    from coachtui.home import settle

    if not asked.debug:
        for name in [name for name in os.environ if name.startswith("TEXTUAL") and name not in _HARMLESS]:
            del os.environ[name]
    if stage is None:
        from coachtui.tui.early import paint

        stage = paint(asked._replace(home=str(places.home)))
    stage.on_abandoned = lambda keys: _keep_abandoned(places, clock, asked, keys)
    settle(places)
    stage.obey()
    try:
        return _run(places, clock, asked, stage)
    finally:
        stage.restore()


def _run(places: "Places", clock: "Clock", asked: Asked, stage: "Stage") -> int:
    """Import the rest, and hand the terminal over."""
    from coachtui.ids import new_id
    from coachtui.model.clean import clean_line
    from coachtui.settings import read_settings
    from coachtui.terminal_limits import is_ascii_here, is_without_colour
    from coachtui.tui.app import CoachApp
    from coachtui.tui.terminal_input import takes_mouse

    stage.obey()
    settings, complaints = read_settings(places.settings)
    team, lead = (None if name is None else clean_line(name).strip() for name in (asked.team, asked.lead))
    if is_without_colour(os.environ):
        os.environ["NO_COLOR"] = "1"
    app = CoachApp(places, clock, new_id, room=asked.room, team=team, lead=lead, stage=stage, settings=settings)
    app.see_to(settings, is_ascii=is_ascii_here())
    keymap, faults = _keys_in_force(places, settings.keys)
    app.use_keys(keymap)
    app.dress_in(settings.theme, [*([asked.saying] if asked.saying else []), *complaints, *faults])
    try:
        app.run(mouse=takes_mouse(os.environ))
    finally:
        app.flush()
    return app.return_code or 0


def _keys_in_force(places: "Places", preset: str) -> "tuple[Keymap, list[str]]":
    """The keys in force, and what is wrong with the person's own; most have none, and then nothing is read."""
    from coachtui.tui.commands import USUAL_KEYS
    from coachtui.tui.presets import USUAL

    if preset == USUAL and not places.keys.exists():
        return USUAL_KEYS, []
    from coachtui.tui.keymap_file import read_keymap

    return read_keymap(places, preset)


def _keep_abandoned(places: "Places", clock: "Clock", asked: Asked, keys: bytes) -> None:
    """Keys typed before a signal ended the start go into the drop box; on Today those behind the one that observes."""
    from coachtui.model.clean import clean_line
    from coachtui.tui.held import keep_in_drop_box, words_of

    if asked.room == TODAY and places.seal.exists():
        return  # they were meant for the passphrase
    if asked.room == TODAY:
        keys = keys.partition(b"o")[2]
    team, lead = (None if name is None else clean_line(name).strip() for name in (asked.team, asked.lead))
    keep_in_drop_box(places, clock, words_of(keys), team, lead)
