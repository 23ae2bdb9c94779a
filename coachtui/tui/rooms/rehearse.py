"""Rehearse: the opening said aloud, then what they may say, card by card; the time runs, and each run is logged."""

from collections.abc import Callable
from random import Random
from typing import Any, NamedTuple

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Rule, Static

from coachtui.model.clean import clean
from coachtui.model.conversation import PlanRow
from coachtui.model.rehearsal import ROLES, told_role
from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import REHEARSE
from coachtui.tui.rooms.asking import Asks
from coachtui.tui.rooms.for_both import ForBoth
from coachtui.tui.rooms.room import GoBack
from coachtui.tui.widgets.ask_entry import AskEntry
from coachtui.tui.words import plain
from coachtui.tui.workplace import Workplace
from coachtui.wording import _

_NOTHING = _(
    "There is no opening and no reply in this plan yet that may be shown here. Esc goes back; write them first."
)
_NOTED = _("One line of what you noticed, for the log. Enter with nothing logs the run alone.")


class Card(NamedTuple):
    """One thing that is said; `hint` is what one planned to answer."""

    title: str
    words: str
    hint: str = ""


class RehearseRoom(ForBoth, Asks):
    """The room of a rehearsal; `ref` is the id of the plan. While two are looking it reads what both may see alone."""

    NAME = REHEARSE
    OWN = frozenset({_NOTHING, _NOTED})
    BINDINGS = bindings_for(REHEARSE)
    AUTO_FOCUS = ""

    def __init__(self, workplace: Workplace, ref: str, random: Random | None = None) -> None:
        super().__init__(workplace)
        self._ref = ref
        self._random = random or Random()  # noqa: S311
        self._cards: list[Card] = []
        self._place = 0
        self._role = 0
        self._lead = _("the lead")
        self._began_ms: int | None = None
        self.card_title = Static(id="plan-part")
        self.card_words = Static(id="said")
        self.card_hint = Static(id="planned")
        self.ask_entry = AskEntry(id="ask")

    def compose(self) -> ComposeResult:
        """The title with the time, the card, what is said and asked, the keys."""
        yield self.title_row
        yield Rule()
        yield self.card_title
        yield self.card_words
        yield self.card_hint
        yield self.notice
        yield self.ask_entry
        yield self.footer_row

    def home(self) -> None:
        """Letters are keys here."""
        return

    def on_mount(self) -> None:
        """Lay out the cards, and let the time run."""
        super().on_mount()
        self.attempt(self._begin, group="read")
        self.set_interval(1.0, self._tick)

    async def _begin(self) -> None:
        self._lead, rows = await self.workplace.scribe.do(lambda notebook: _read(notebook, self._ref))
        self._cards = cards_of(rows, self._random)
        if not self._cards:
            self.stand(_NOTHING)
            return
        self._began_ms = self.workplace.clock.now().boot_ms
        self._show()

    def _show(self) -> None:
        card = self._cards[self._place]
        self.card_words.update(plain(card.words))
        self.card_hint.update(plain(_("Planned: {hint}").format(hint=card.hint) if card.hint else ""))
        self._tick()

    def _tick(self) -> None:
        minutes, seconds = divmod(self._seconds(), 60)
        where = _("{n} of {n2}").format(n=self._place + 1, n2=len(self._cards)) if self._cards else ""
        self.show_place(self._lead, f"{minutes}:{seconds:02d}", where)
        title = self._cards[self._place].title if self._cards else ""
        roles = plain(told_role(self._roles())).stylize("$text-muted")
        self.card_title.update(Content.assemble(plain(title).stylize("bold $foreground"), "\n", roles))

    def _seconds(self) -> int:
        return 0 if self._began_ms is None else max(0, self.workplace.clock.now().boot_ms - self._began_ms) // 1000

    def _roles(self) -> str:
        """Who plays whom, as it is kept."""
        return ROLES[self._role].format(name=self._lead)

    def action_next(self) -> None:
        """Go on to the next card; behind the last one the run ends."""
        if self._place + 1 < len(self._cards):
            self._place += 1
            self._show()
        else:
            self.action_done()

    def action_swap(self) -> None:
        """The other one plays the lead now."""
        self._role = 1 - self._role
        self._tick()

    def action_done(self) -> None:
        """Ask what was noticed, and log the run."""
        if self._began_ms is None:
            self.say(_NOTHING)
            return
        seconds = self._seconds()
        self.ask(_("Noticed"), "", self._log(seconds), about="noticed")
        self.say(_NOTED)

    def _log(self, seconds: int) -> Callable[[str], None]:
        def answered(words: str) -> None:
            async def deed() -> None:
                run = (self._ref, seconds, clean(words), self._roles())
                await self.workplace.scribe.do(lambda notebook: _logged(notebook, *run))
                self.post_message(GoBack())

            self.attempt(deed, group="change", each=True)

        return answered

    def action_leave(self) -> None:
        """Go back."""
        self.post_message(GoBack())


def _read(notebook: Any, plan_id: str) -> tuple[str, list[PlanRow]]:
    """The lead's first name and the rows; while two are looking, those of both alone. Runs on the scribe's thread."""
    seen = notebook.together.seen(plan_id)
    name = next(iter(seen.lead_name.split()), _("the lead"))
    rows = list(seen.rows) if notebook.together.on() else notebook.conversations.rows_of(plan_id)
    return name, rows


def _logged(notebook: Any, plan_id: str, seconds: int, note: str, role: str) -> None:
    notebook.conversations.rehearse(plan_id, seconds, note, role)
    if notebook.conversations.get(plan_id).state == "planning":
        notebook.conversations.mark(plan_id, "rehearsed")


def cards_of(rows: list[PlanRow], random: Random) -> list[Card]:
    """The opening first, then the replies in random order, each with the answer of the same place."""
    opening = [row.words for row in rows if row.part == "opening"]
    answers = {row.place: row.words for row in rows if row.part == "answers"}
    replies = [Card(_("They say"), row.words, answers.get(row.place, "")) for row in rows if row.part == "replies"]
    random.shuffle(replies)
    return ([Card(_("Your opening"), "\n".join(opening))] if opening else []) + replies
