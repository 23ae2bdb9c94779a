"""A draft lent to the person's own editor, and taken back as one step."""

from typing import TYPE_CHECKING, cast

from coachtui.tui.rooms.spelling_words import SpellsWords
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.tui.app import CoachApp


class LendsDrafts(SpellsWords):
    """A room whose draft can be written on elsewhere."""

    def action_editor(self) -> None:
        """Write on in the person's own editor."""
        if self.at is not None:
            self.attempt(self._write_elsewhere, group="editor")

    async def _write_elsewhere(self) -> None:
        from coachtui.tui.handing_off import hand_off

        await self.write_down()
        cursor = self.area.index
        told: list[str] = []
        text = await hand_off(cast("CoachApp", self.app), self.area.text, told.append)
        self.go_to_draft()
        if text is not None:
            self.area.change(0, len(self.area.text), text)
            self.area.go_to(cursor)
            told.insert(0, _("Taken over from your editor. Ctrl+Z takes it back."))
        if told:
            self.say("\n".join(told))
