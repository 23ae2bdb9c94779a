"""The set of keys that needs no function keys: what is shown is what works, one key after another included."""

from pathlib import Path

from coachtui.tui.commands import Keymap
from coachtui.tui.dialogs.more_keys import MoreKeys
from coachtui.tui.presets import NO_FUNCTION_KEYS, PRESETS
from tests.support.homes import Desk
from tests.support.rooms import visit


async def test_a_meeting_without_a_function_key(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    keymap = Keymap(PRESETS[NO_FUNCTION_KEYS])
    async with visit(desk.places, desk.clock) as here:
        here.app.use_keys(keymap)
        await here.pilot.resize_terminal(81, 24)
        await here.settled()
        await here.until("Ctrl+D End")
        await here.file("three piles")
        await here.press("ctrl+o")
        await here.until(lambda: isinstance(here.app.screen, MoreKeys))
        assert "a About" in here.text() and "n Next meeting" in here.text() and "h Help" in here.text()
        await here.press("escape")
        await here.pilot.press("ctrl+o", "a", *"Grade 4", "enter")
        await here.until("Lead:")
        await here.press("escape", "ctrl+n")
        await here.until("Esc Back")
        await here.press("s", "escape", "ctrl+x")
        await here.until("Taken in confidence. Ctrl+X again discards it")
        await here.press("ctrl+z", "ctrl+o", "h")
        await here.until("Esc closes")
        assert "F8" not in here.text() and "F5" not in here.text()
        await here.press("escape", "ctrl+d")
        await here.until("Ended at")
        assert "Ctrl+D asks three short questions" in here.text()
    assert desk.texts(desk.do(lambda notebook: notebook.observations.latest(1)[0].id)) == ["three piles"]
    assert keymap.name_of("observe.end") == "Ctrl+D"
