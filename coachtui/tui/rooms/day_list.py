"""The list of Today: the cards, and below them the observations made so far, newest first."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from coachtui.model.card import MOST
from coachtui.tui.jumping import Place, line_in_view
from coachtui.tui.rooms.day_rows import Columns, card_row, resume_row
from coachtui.tui.widgets.wrapping import cells
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.model.card import Card
    from coachtui.model.observation import Observation

_MARK, _NO_MARK = "› ", "  "


class DayList(OptionList):
    """Cards of a few rows each, then a row for each observation; the cursor is a mark in front, not a colour alone."""

    FIELD = "rows"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._cards: dict[str, Card] = {}
        self._observations: dict[str, Observation] = {}
        self._done: list[Observation] = []
        self._writing: str | None = None

    @property
    def card(self) -> "Card | None":
        """The card that the cursor is on."""
        return self._cards.get(self._identity() or "")

    @property
    def observation(self) -> "Observation | None":
        """The observation that the cursor is on: a row, or the card of one that was cut off."""
        card = self.card
        return self._observations.get((self._identity() or "") if card is None else _cut_off(card))

    def cards_from_cursor(self) -> "list[Card]":
        """The card that the cursor is on, and those behind it."""
        found = list(self._cards.values())
        return [] if self.card is None else found[found.index(self.card) :]

    def places(self) -> Iterator[Place]:
        """Each card that is in view, and the first of the observations."""
        done = next((each.id for each in self._done), None)
        for index, option in enumerate(self.options):
            if (option.id in self._cards or option.id == done) and (line := line_in_view(self, index)) is not None:
                yield Place(line, partial(self._take, index))

    def _take(self, index: int) -> None:
        self.highlighted = index
        self.focus()

    def _identity(self) -> str | None:
        index = self.highlighted
        return None if index is None else self.get_option_at_index(index).id

    def show(self, cards: "Sequence[Card]", observations: "Sequence[Observation]", writing: str | None) -> None:
        """Show these, one of which may be being written; the cursor stays on its row, or where that was."""
        before, place = self._identity(), self.highlighted or 0
        self._writing = writing
        self._cards = {card.key: card for card in cards[:MOST]}
        self._observations = {each.id: each for each in observations}
        self._done = [each for each in observations if each.ended_utc_ms is not None]
        self.clear_options()
        self.add_options(self._all_options(len(cards) - MOST))
        self.highlighted = self._row_for(before, place)
        self._draw()

    def _all_options(self, more: int) -> list[Option]:
        rows = [Option("", key) for key in self._cards]
        if more > 0:
            rows.append(Option(Content(_("  and {more} more").format(more=more)), disabled=True))
        if self._done:
            rows.append(
                Option(
                    Content(_("\n Observations") if more <= 0 else _(" Observations")).stylize("bold"), disabled=True
                )
            )
        return rows + [Option("", each.id) for each in self._done]

    def _row_for(self, identity: str | None, place: int) -> int | None:
        """The row of this id, or the nearest to that place that can have the cursor."""
        open_ones = {index: option.id for index, option in enumerate(self.options) if not option.disabled}
        same = next((index for index, each in open_ones.items() if identity is not None and each == identity), None)
        return same if same is not None else min(open_ones, key=lambda index: abs(index - place), default=None)

    def on_mount(self) -> None:
        """Fit the rows into what a scrollbar leaves, once it shows or goes."""
        self.watch(self, "show_vertical_scrollbar", self._fit, init=False)

    def _fit(self) -> None:
        self.call_after_refresh(self._draw)

    def on_resize(self) -> None:
        """Fit the rows into the new width."""
        self._draw()

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Put the mark where the cursor is."""
        super().watch_highlighted(highlighted)
        self._draw()

    def _draw(self) -> None:
        """Write every row that differs anew; columns are as wide as the widest in them."""
        width = self.scrollable_content_region.width - cells(_MARK)
        if width <= 0:
            return
        columns = Columns(self._done, width)
        for index, option in enumerate(self.options):
            words = self._words(option.id or "", columns, width)
            if words is not None:
                mark = _MARK if index == self.highlighted else _NO_MARK
                prompt = Content.assemble((mark, "bold $accent"), words)
                if option.prompt != prompt:
                    self.replace_option_prompt_at_index(index, prompt)

    def _words(self, identity: str, columns: Columns, width: int) -> Content | None:
        card = self._cards.get(identity)
        if card is not None:
            found = self._observations.get(_cut_off(card))
            if found is None:
                return card_row(card, width)
            return resume_row(card, width, is_written=found.id == self._writing)
        found = self._observations.get(identity)
        return None if found is None else columns.row(found)


def _cut_off(card: "Card") -> str:
    """The id of the observation that a card asks to go on with."""
    return card.id if card.kind == "resume" else ""
