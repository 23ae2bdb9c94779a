"""The command palette: every command that applies here, by name, with its key."""

from functools import partial

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from coachtui.tui.commands import Command, commands_of
from coachtui.tui.rooms.room import Room
from coachtui.tui.words import plain


class Palette(CommandPalette):
    """The palette in our look, for commands as for themes."""

    CSS_PATH = "styles/palette.tcss"


class CommandsProvider(Provider):
    """Offers the commands of the room one is in."""

    def _commands(self) -> list[Command]:
        screen = self.screen
        found = commands_of(screen.NAME) if isinstance(screen, Room) else []
        return [command for command in found if not command.each]

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command in self._commands():
            yield DiscoveryHit(plain(_title(command)), partial(self._run, command), help=command.meaning)

    async def search(self, query: str) -> Hits:
        """Those whose name or meaning matches."""
        matcher = self.matcher(query)
        for command in self._commands():
            score = max(matcher.match(command.name), matcher.match(command.meaning) * 0.5)
            if score > 0:
                yield Hit(score, plain(_title(command)), partial(self._run, command), help=command.meaning)

    async def _run(self, command: Command) -> None:
        target = self.app if command.id.startswith("app.") else self.screen
        await self.app.run_action(command.action, target)


def _title(command: Command) -> str:
    return f"{command.name}  ({command.shown_key})" if command.key else command.name
