"""Putting items on the agenda of a 1:1: typed or pasted, mine or the lead's, for both or for me alone."""

from typing import NamedTuple

from textual import events, on

from coachtui.model.clean import clean_lines
from coachtui.model.item import Author, Item
from coachtui.tui.rooms.sitting_room import SittingRoom
from coachtui.tui.widgets.entry_messages import SpeaksUp
from coachtui.wording import _, counted

_ON_AN_ITEM = _("Put the cursor on an item first; i adds one.")


class Puts(NamedTuple):
    """Whose items are put down now, how they are asked for, and whether they are for me alone."""

    author: Author
    prompt: str
    private: bool


class PutsItems(SittingRoom):
    """The part of the 1:1 room in which items come about."""

    _puts: Puts | None = None
    """Whose items are asked for now; None where none are."""

    def asking(self, is_asking: bool) -> None:
        """An answer came, or none: no items are asked for any more, unless they are asked for again."""
        super().asking(is_asking)
        if not is_asking:
            self._puts = None

    def item_at_cursor(self) -> Item | None:
        """The item under the cursor; where there is none, that is said."""
        row = self.sheet.under_cursor
        found = None if row is None or self.sitting is None else self.sitting.item(row.key)
        if found is None:
            self.say(_ON_AN_ITEM)
        return found

    def action_mine(self) -> None:
        """Add what I bring."""
        self._ask_item(Puts("me", _("I bring"), False))

    def action_only_mine(self) -> None:
        """Add what is for me alone."""
        self._ask_item(Puts("me", _("For me alone"), True))

    def action_leads(self) -> None:
        """Add what the lead brings."""
        if self.sitting is not None:
            first = next(iter(self.sitting.lead.name.split()), self.sitting.lead.name)
            self._ask_item(Puts("lead", _("{first} brings").format(first=first), False))

    def _ask_item(self, puts: Puts, *, again: bool = False) -> None:
        """Ask for items until there is none."""
        sitting = self.preparing()
        if sitting is None:
            return
        lead = sitting.lead.id
        self._puts = puts

        def answered(words: str) -> None:
            if not words:
                return
            self.change(
                lambda notebook: notebook.items.add(lead, words, puts.author, private=puts.private), self._added
            )
            self._ask_item(puts, again=True)

        self.ask_for(f"item:{puts.author}:{puts.private}:{lead}", puts.prompt, "", answered, again=again)

    def _added(self, item: Item) -> None:
        """The cursor goes to what came about."""
        self.sheet.go_to(f"item:{item.id}")

    def reword_item(self) -> None:
        """Ask for the item under the cursor in other words."""
        found = self.item_at_cursor()
        if found is None or self.preparing() is None:
            return
        if found.author == "built":
            self.say(_("The agenda says this by itself, from the lead's page. i adds an item in your own words."))
            return

        def answered(words: str) -> None:
            if words:
                self.change(lambda notebook: notebook.items.reword(found.id, words))

        self.ask_for(f"reword:{found.id}", _("In other words"), found.words, answered)

    def action_private(self) -> None:
        """Keep the item for me alone, or show it again."""
        found = self.item_at_cursor()
        if found is None:
            return
        if found.author == "built":
            self.say(_("The agenda says this by itself; only what you or the lead put down can be private."))
            return
        words = (
            _("Not private any more.")
            if found.private
            else _("Private now: covered here, and never in what leaves. v shows.")
        )
        self.change(lambda notebook: notebook.items.hide(found.id, private=not found.private), words)

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted while nothing is asked is the lead's, an item a line."""
        event.stop()
        self._take_lines(clean_lines(event.text), Puts("lead", "", False))

    @on(SpeaksUp.PastedLines)
    def lines_pasted(self, event: SpeaksUp.PastedLines) -> None:
        """Several lines pasted where items are asked for are items, each of the same person."""
        if self._puts is not None:
            event.stop()
            event.prevent_default()
            self._take_lines(event.lines, self._puts)

    def _take_lines(self, lines: list[str], puts: Puts) -> None:
        sitting = self.preparing()
        if sitting is not None and lines:
            lead = sitting.lead.id
            self.change(
                lambda notebook: notebook.items.add_all(lead, lines, puts.author, private=puts.private),
                lambda added: _("{number} added. Ctrl+Z takes all back.").format(
                    number=counted(len(added), "{n} item", "{n} items")
                ),
            )
