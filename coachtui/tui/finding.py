"""What helps to find one's way, from every room: help, the palette, the letters over the screen, the keys themselves."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING

from coachtui.tui.commands import Keymap, commands_of
from coachtui.tui.first_look import keep_first_keys
from coachtui.tui.guard import GuardedApp
from coachtui.tui.rooms.room import Room
from coachtui.tui.ways import way_to
from coachtui.tui.widgets.entry import type_into
from coachtui.tui.workplace import Workplace
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.model.landmark import Landmark
    from coachtui.tui.commands import Command
    from coachtui.tui.dialogs.find import Found

_NOWHERE = "f24"
"""A key that no keyboard has, for a command whose keys follow another one."""


class FindsTheWay(GuardedApp):
    """The part of the app that tells what there is and how to get there."""

    workplace: Workplace

    def use_keys(self, keymap: Keymap) -> None:
        """Let these keys be in force from now on."""
        self.workplace.keymap = keymap
        self.set_keymap({identity: _plain(keys) for identity, keys in keymap.keys.items()})
        for leader in keymap.leaders:
            self.bind(leader, f"more_keys('{leader}')", show=False)
        keep_first_keys(str(self.workplace.places.home), keymap)

    def action_help(self) -> None:
        """Show what the field with the cursor is, what the room is for, and the keys."""
        from coachtui.tui.dialogs.help import HelpPage

        if isinstance(self.screen, Room):
            self.push_screen(HelpPage(self.screen))

    def action_command_palette(self) -> None:
        """Show every command of the room, and whatever has a name, unless that is shown already."""
        from coachtui.tui.dialogs.find import FindPage
        from coachtui.tui.names import names_for, offered_in

        room = self.screen
        if not isinstance(room, Room):
            return
        named: list[tuple[Landmark, str]] | None = None

        async def read() -> None:
            nonlocal named
            named = await names_for(room)
            page.take_named()

        page = FindPage(offered_in(room), lambda: named, lambda found: self._lead_on(room, lambda: _reach(room, found)))
        self.push_screen(page)
        self.run_worker(read(), group="names", exclusive=True)

    def _lead_on(self, room: Room, deed: Callable[[], Coroutine[None, None, None]]) -> None:
        """Do this once the page is gone that it was chosen on; the keys that come next wait for what it leads to."""

        async def led_on() -> None:
            while self.screen is not room and room.is_running:
                await asyncio.sleep(0.005)
            await deed()

        room.attempt(led_on, group="chosen", each=True)

    def action_jump(self) -> None:
        """Show a letter on everything that one can go to."""
        from coachtui.tui.dialogs.jump import JumpPage
        from coachtui.tui.jumping import spots_of, with_letters

        room = self.screen
        if not isinstance(room, Room):
            return
        if room.is_asking:
            room.say(_("Answer the question first, or leave it with Esc."))
            return
        spots = with_letters(spots_of(room))

        async def go(key: str) -> None:
            if key in spots:
                spots[key].go()
            elif key:
                type_into(room.focused, key)

        self.push_screen(JumpPage(spots, lambda key: self._lead_on(room, lambda: go(key))))

    def action_more_keys(self, leader: str) -> None:
        """Show the keys that follow this one, and do what the next one says."""
        from coachtui.tui.dialogs.more_keys import MoreKeys

        room = self.screen
        if not isinstance(room, Room):
            return
        found: dict[str, Command] = {}
        for command in commands_of(room.scope, self.workplace.keymap):
            for key in command.key.split(","):
                first, __, second = key.partition(" ")
                if second and first == leader:
                    found.setdefault(second, command)

        self.push_screen(MoreKeys(found, lambda command: self._lead_on(room, lambda: room.do(command))))


async def _reach(room: Room, found: "Found") -> None:
    """Do a command that was chosen, or go to a thing."""
    if found.command is not None:
        await room.do(found.command)
    elif found.named is not None:
        way = way_to(found.named.table, found.named.id, found.named.lead_id)
        if way is not None:
            room.post_message(way)


def _plain(keys: str) -> str:
    """The keys that are pressed alone."""
    return ",".join(key for key in keys.split(",") if " " not in key) or _NOWHERE
