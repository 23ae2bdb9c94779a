"""Search: every word in the notebook, found as one types, opened at its place."""

from datetime import date
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Rule, Static

from coachtui.model.calendar_words import weekday_day
from coachtui.model.found_words import terms_of
from coachtui.model.line import Kind
from coachtui.model.spot import LINE
from coachtui.model.timing import clock_text, local_time
from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import SEARCH
from coachtui.tui.rooms.room import GoBack, Room
from coachtui.tui.telling import COVERED
from coachtui.tui.ways import way_into, way_to
from coachtui.tui.widgets.entry import Entry
from coachtui.tui.widgets.hits import Hit, Hits
from coachtui.tui.widgets.search_entry import SearchEntry
from coachtui.tui.workplace import Workplace
from coachtui.wording import _, _t, counted

if TYPE_CHECKING:
    from coachtui.model.spot import Spot

MOST = 40
NOTHING_TYPED = _("Type a word, or its beginning. Every word in the notebook is looked at; accents do not matter.")
NOTHING_FOUND = _("Nothing in the notebook holds all of these words.")
SHUT = _("The notebook is not open, so there is nothing to look through.")


class SearchRoom(Room):
    """The room in which words are found. It is kept: the words, and the place among the hits, are there again."""

    NAME = SEARCH
    BINDINGS = bindings_for(SEARCH)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.entry = SearchEntry(id="entry")
        self.said = Static(id="welcome")
        self.hits = Hits(id="choices")
        self._spots: dict[str, Spot] = {}
        self.found_for = ""
        """The words whose hits are shown."""

    def compose(self) -> ComposeResult:
        """The title, the words that are typed, what they find, the keys."""
        yield self.title_row
        yield Rule()
        yield self.entry
        yield Rule()
        yield self.said
        yield self.hits
        yield self.notice
        yield self.footer_row

    def on_mount(self) -> None:
        """Put the cursor where one types."""
        super().on_mount()
        self.entry.focus()
        self._show([], "")

    def on_screen_resume(self) -> None:
        """What was found before may have changed, or may be gone; what is covered now is so before it is seen."""
        self.entry.focus()
        self._show(list(self._spots.values()), self.found_for)
        self._look()

    def notebook_opened(self) -> None:
        """Look as soon as there is something to look through."""
        self._look()

    @on(Entry.Changed)
    def typed(self, event: Entry.Changed) -> None:
        """Look for what is typed now."""
        event.stop()
        self._look()

    def _look(self) -> None:
        if self.workplace.refusal is not None:
            self.stand(SHUT)
        elif self.workplace.is_open:
            self.attempt(self._find, group="search")

    async def _find(self) -> None:
        words = self.entry.text

        def work(notebook: Any) -> "list[Spot] | None":
            if words != self.entry.text:  # more was typed while this waited
                return None
            found: list[Spot] = notebook.words.find(words, MOST)
            return found

        found = await self.workplace.scribe.do(work)
        if found is not None:
            self.hush()
            self._show(found, words)

    def _show(self, spots: "list[Spot]", words: str) -> None:
        terms, self.found_for = terms_of(words), words
        self._spots = {f"{spot.table}:{spot.id}": spot for spot in spots}
        today = self.workplace.clock.today()
        self.said.display = not spots
        self.said.update(Content(NOTHING_FOUND if terms and self.workplace.is_open else NOTHING_TYPED))
        on = self._is_over_a_meeting()
        rows = [Hit(key, _what(spot, today), _who(spot), _words(spot, on)) for key, spot in self._spots.items()]
        self.hits.show(rows, terms)
        self.offer_keys_of_rows(has_row=bool(rows))
        count = (
            counted(len(spots), "{n} hit", "{n} hits")
            if len(spots) < MOST
            else _("the first {most} hits").format(most=MOST)
        )
        self.show_place("", count if spots else "")

    def _is_over_a_meeting(self) -> bool:
        """Whether one came here out of a meeting that is written: others may look on, and judgments stay covered."""
        stack = self.app.screen_stack
        below = stack[stack.index(self) - 1] if self in stack[1:] else None
        return isinstance(below, Room) and below.IS_WRITTEN_IN

    @on(SearchEntry.Chosen)
    @on(Hits.Chosen)
    def action_open(self) -> None:
        """Open what the cursor is on, at its place."""
        hit = self.hits.under_cursor
        spot = None if hit is None else self._spots.get(hit.key)
        if spot is None:
            return
        if spot.table == LINE:
            self.post_message(way_into(spot.opens, spot.id, goes_on=spot.goes_on))
            return
        way = way_to(spot.table, spot.opens, spot.lead_id)
        if way is None:
            self.say(_("There is no page to open for this one."))
        else:
            self.post_message(way)

    def action_up(self) -> None:
        """The hit before."""
        self.hits.move(-1)

    def action_down(self) -> None:
        """The hit after."""
        self.hits.move(1)

    def action_page_up(self) -> None:
        """Earlier hits."""
        self.hits.move(-self.hits.page)

    def action_page_down(self) -> None:
        """Later hits."""
        self.hits.move(self.hits.page)

    def action_leave(self) -> None:
        """Go back to where one came from."""
        self.post_message(GoBack())


def _what(spot: "Spot", today: date) -> str:
    """What kind of thing it is, and when: evidence · Tue Mar 10 8:42."""
    time = ""
    day = spot.day
    if spot.at_utc_ms is not None:
        day = local_time(spot.at_utc_ms, spot.zone).date()
        time = f" {clock_text(spot.at_utc_ms, spot.zone)}" if spot.table == LINE else ""
    if day is None:
        return _t(spot.noun)
    year = "" if day.year == today.year else f" {day.year}"
    return f"{_t(spot.noun)} · {weekday_day(day)}{year}{time}"


def _who(spot: "Spot") -> str:
    return " · ".join(part for part in (spot.team, spot.lead) if part)


def _words(spot: "Spot", others_look_on: bool) -> str:
    """Its words; of a judgment, where others may look on, only that it is one."""
    return COVERED if others_look_on and spot.noun == Kind.JUDGMENT.value else spot.text
