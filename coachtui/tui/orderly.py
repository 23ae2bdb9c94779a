"""Keys in their order: one that may lead to another room is done with before the next one is handed on.

Whoever presses `o` and types on at once means the entry that `o` leads to, not the room that is still on the screen.
"""

import asyncio
from collections import deque
from contextlib import suppress
from functools import cached_property
from time import monotonic
from typing import TYPE_CHECKING

from textual import events
from textual.app import ScreenStackError

from coachtui.tui.guard import GuardedApp
from coachtui.tui.rooms.room import Room

if TYPE_CHECKING:
    from textual.dom import DOMNode

PATIENCE = 1.0
"""Seconds that one key has to pass through one widget; one that is gone lets nothing pass."""
ROOM_PATIENCE = 5.0
"""Seconds that a room has to come up, or a question in it, and put the cursor where keys are wanted."""
LEAVING_PATIENCE = 0.3
"""Seconds that rooms have for what they still want kept when a signal ends the program."""
OPENING_PATIENCE = 5.0
"""Seconds that closing waits at most for a notebook that is being opened, if something typed waits for it too."""


class OrderlyApp(GuardedApp):
    """An app in which keys typed ahead reach the room they were meant for."""

    @cached_property
    def _typed_ahead(self) -> "deque[events.Key | events.Paste]":
        """What came while a key was on its way."""
        return deque()

    _is_on_its_way = False

    def is_behind(self) -> bool:
        """Whether something that was typed did not come so far that it will be saved."""
        return self._is_on_its_way or self.holds_words()

    def holds_words(self) -> bool:
        """Whether something that was typed waits for the notebook."""
        return False

    def on_descendant_focus(self) -> None:
        """A widget has the cursor: what was typed meanwhile can go there."""
        self.entry_is_ready()

    async def on_event(self, event: events.Event) -> None:
        """Hand keys and pastes on, each when its turn has come; every other event at once."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._is_on_its_way:
            self._typed_ahead.append(event)
        elif not await self._hand_on(event):
            self._is_on_its_way = True
            self.run_worker(self._hand_on_all(), group="keys")

    async def _hand_on(self, event: "events.Key | events.Paste") -> bool:
        """Hand one on; whether it is only typed, and leads nowhere."""
        focused = self.focused
        is_text = focused is not None and (
            isinstance(event, events.Paste) or focused.check_consume_key(event.key, event.character)
        )
        await super().on_event(event)
        return is_text

    async def _hand_on_all(self) -> None:
        """See the key that was handed on to its end, then those that came meanwhile, in their order."""
        with suppress(ScreenStackError):  # the key has closed the program
            await self._settle()
            while self._typed_ahead:
                if not await self._hand_on(self._typed_ahead.popleft()):
                    await self._settle()
        self._is_on_its_way = False

    async def _settle(self) -> None:
        """Wait until the last key has done what it does, and the room or the question it leads to has its cursor."""
        for _ in range(4):
            screen = self.screen
            await self._pass_through(*(screen.focused or screen).ancestors_with_self, screen, self)
            if not await self._had_to_wait() and self.screen is screen:
                break

    async def _had_to_wait(self) -> bool:
        """Wait until the room wants keys; whether it did not at once, so that it may lead on by now."""
        started = monotonic()
        had_to = False
        while isinstance(self.screen, Room) and not self.screen.wants_keys and monotonic() - started < ROOM_PATIENCE:
            had_to = True
            await asyncio.sleep(0.005)
        return had_to

    async def _pass_through(self, *nodes: "DOMNode") -> None:
        """Wait until each of these in turn has done all that it was told until now."""
        for node in nodes:
            passed = asyncio.Event()
            if node.call_later(passed.set):
                with suppress(TimeoutError):
                    await asyncio.wait_for(passed.wait(), PATIENCE)

    async def last_chance(self) -> None:
        """A signal ends the program: let the rooms ask for what they still want kept, not longer than a moment."""
        self.call_later(self.leave_rooms)
        with suppress(TimeoutError):
            await asyncio.wait_for(self._pass_through(self), LEAVING_PATIENCE)

    def leave_rooms(self) -> None:
        """The program closes: let each room ask its last."""

    async def caught_up(self) -> None:
        """Wait, not long, until all that was typed before this is on its way to the disk."""
        if self.focused is not None:
            await self._pass_through(*(node for node in self.focused.ancestors_with_self if node is not self))
        deadline = monotonic() + OPENING_PATIENCE
        while self.holds_words() and monotonic() < deadline:
            await asyncio.sleep(0.02)
