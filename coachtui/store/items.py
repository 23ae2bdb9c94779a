"""Items: what is to be talked about in 1:1s. Each is open until a 1:1 settles it, and is never lost on the way."""

import sqlite3
from collections.abc import Sequence
from datetime import date

from coachtui.model.clean import clean_line
from coachtui.model.item import Author, Item, State, carried_on
from coachtui.store.errors import NotebookError
from coachtui.store.present import Change
from coachtui.store.rows import Rows
from coachtui.store.shelf import Desk, Shelf
from coachtui.wording import _, _m

ITEM_KINDS = "ttTnttbtDTT"
_SETTLED = _("That 1:1 has ended, so its items stay as they are. Nothing was changed.")
_NO_WORDS = _("There are no words in that item. Nothing was changed.")


class Items(Shelf):
    """The items shelf. Every verb raises a NotebookError; then nothing was changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._items = Rows(desk.file, "items", Item, ITEM_KINDS)
        self.get = self._items.get

    def of(self, lead_id: str) -> list[Item]:
        """All items of a lead, in their order."""
        return self._items.where("lead = ? ORDER BY place, n", lead_id)

    def of_one_on_one(self, identity: str) -> list[Item]:
        """The items that a 1:1 settled, in their order."""
        return self._items.where("one_on_one = ? ORDER BY place, n", identity)

    def parked(self, lead_id: str) -> list[Item]:
        """The parking lot of a lead."""
        return self._items.where("lead = ? AND state = 'parked' ORDER BY place, n", lead_id)

    def add(self, lead_id: str, words: str, author: Author = "me", *, private: bool = False) -> Item:
        """Put an item on the agenda of the next 1:1."""
        return self.add_all(lead_id, [words], author, private=private)[0]

    def add_all(self, lead_id: str, lines: Sequence[str], author: Author = "lead", *,
                private: bool = False) -> list[Item]:  # fmt: skip
        """Put several items on it, as one happening."""

        def work(__: sqlite3.Connection) -> list[Item]:
            place = self._next_place(lead_id)
            added = [
                Item(self._new_id(), lead_id, None, place + number, author, _words(line), private)
                for number, line in enumerate(lines)
            ]
            if added:
                what = _m("item added") if len(added) == 1 else _m("items added")
                self._record(lead_id, what, *(self._items.change(None, item) for item in added))
            return added

        return self._file.write(work)

    def take_in(self, lead_id: str, lines: Sequence[tuple[str, str]]) -> list[Item]:
        """Take in what the lead wrote elsewhere, as (source, words); those that are new. The same source twice is once.

        Words that changed at their source change an item that is still open.
        """

        def work(__: sqlite3.Connection) -> list[Item]:
            known = {item.source: item for item in self.of(lead_id) if item.source is not None}
            place = self._next_place(lead_id)
            changes: list[Change] = []
            added: list[Item] = []
            for source, typed in dict(lines).items():
                words = clean_line(typed).strip()
                was = known.get(source)
                if not words:
                    continue
                if was is None:
                    added.append(Item(self._new_id(), lead_id, None, place + len(added), "lead", words, source=source))
                elif was.state == "open" and was.words != words:
                    changes.append(self._items.change(was, was._replace(words=words)))
            changes += [self._items.change(None, item) for item in added]
            if changes:
                self._record(lead_id, _m("items of the lead taken in"), *changes)
            return added

        return self._file.write(work)

    def reword(self, identity: str, words: str) -> Item:
        """Say an item in other words."""
        return self._alter(identity, _m("item reworded"), words=_words(words))

    def hide(self, identity: str, *, private: bool) -> Item:
        """Keep an item for me alone, or show it again."""
        return self._alter(identity, _m("item made private") if private else _m("item shown"), private=private)

    def settle(self, item: Item, state: State, one_on_one: str | None) -> Item:
        """Say where an item stands in a 1:1 that goes on, or, without one, while it is prepared.

        A built item is stored only now, with the words it had. The same again is nothing new.
        """

        def work(__: sqlite3.Connection) -> Item:
            was = self._items.find(item.id)
            identity = self._new_id() if was is None else was.id
            now = (was or item)._replace(
                id=identity, state=state, one_on_one=None if state == "open" else one_on_one, words=item.words
            )
            if was is None:
                now = now._replace(place=self._next_place(item.lead))
            elif was.one_on_one is not None and was.one_on_one != one_on_one:
                raise NotebookError(_SETTLED)
            if was != now:
                what = _m("item opened again") if state == "open" else f"item {state}"
                self._record(item.lead, what, self._items.change(was, now))
            return now

        return self._file.write(work)

    def take_up(self, identity: str) -> Item:
        """Take an item out of the parking lot, onto the agenda; a 1:1 that is over keeps it too, as carried on."""

        def work(__: sqlite3.Connection) -> Item:
            was = self._items.get(identity)
            if was.state != "parked":
                return was
            parked_on = self._day_if_held(was.one_on_one)
            if parked_on is None:
                now = was._replace(state="open", one_on_one=None)
                changes = [self._items.change(was, now)]
            else:
                now = carried_on(was, self._new_id(), parked_on)
                changes = [self._items.change(was, was._replace(state="carried")), self._items.change(None, now)]
            self._record(was.lead, _m("item taken out of the parking lot"), *changes)
            return now

        return self._file.write(work)

    def drop_parked(self, identity: str) -> Item:
        """Drop an item out of the parking lot."""
        return self._alter(identity, _m("item dropped"), state="dropped")

    def _day_if_held(self, one_on_one: str | None) -> date | None:
        """The day of a 1:1 that is over."""
        row = self._file.row("SELECT day FROM one_on_ones WHERE id = ? AND state = 'held'", (one_on_one,))
        return None if row is None else date.fromisoformat(row[0])

    def within_carry_on(self, lead_id: str, one_on_one: str, day: date) -> list[Change]:
        """What the end of a 1:1 makes of the items: those not settled are carried on, whole, to the next one."""
        changes: list[Change] = []
        for item in self.of(lead_id):
            if item.one_on_one not in (None, one_on_one) or (item.state == "parked" and item.one_on_one is None):
                continue
            ended = item._replace(one_on_one=one_on_one)
            if item.state in ("open", "carried"):
                ended = ended._replace(state="carried")
                changes.append(self._items.change(None, carried_on(item, self._new_id(), day)))
            if ended != item:
                changes.append(self._items.change(item, ended))
        return changes

    def _alter(self, identity: str, what: str, **news: object) -> Item:
        def work(__: sqlite3.Connection) -> Item:
            was = self._items.get(identity)
            now = was._replace(**news)  # type: ignore[arg-type]
            if now != was:
                self._record(was.lead, what, self._items.change(was, now))
            return now

        return self._file.write(work)

    def _next_place(self, lead_id: str) -> int:
        row = self._file.row("SELECT coalesce(max(place), 0) + 1 FROM items WHERE lead = ?", (lead_id,))
        return 1 if row is None else int(row[0])


def _words(typed: str) -> str:
    """The words of an item. Raises a NotebookError where there are none."""
    words = clean_line(typed).strip()
    if not words:
        raise NotebookError(_NO_WORDS)
    return words
