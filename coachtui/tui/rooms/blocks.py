"""Release time: what was planned, what came of it, and why time was lost."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from coachtui.model.dates import say_date
from coachtui.model.day_words import minute_words
from coachtui.model.release_block import AGREED, LOOKED_BACK, LOST, Kept, ReleaseBlock, read_loss, read_plan
from coachtui.store.errors import NotFound
from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import BLOCKS
from coachtui.tui.rooms.sheet_room import SheetRoom
from coachtui.tui.widgets.sheet import SheetRow, heading, said
from coachtui.tui.workplace import Workplace
from coachtui.wording import _, _t

if TYPE_CHECKING:
    from coachtui.model.people import Lead

_PAST_WEEKS = timedelta(weeks=8)
_NO_PLAN = _(
    "There is no day, or nothing planned in that. Day, time or period, minutes, what for: Tue 10:15 45 observe Priya."
)


class Shown(NamedTuple):
    """A lead's blocks, and what was kept of the last three weeks."""

    lead: "Lead"
    blocks: list[ReleaseBlock]
    kept: Kept


class BlocksRoom(SheetRoom):
    """The release time of one lead; without one, of the first."""

    NAME = BLOCKS
    BINDINGS = bindings_for(BLOCKS)

    def __init__(self, workplace: Workplace, ref: str | None) -> None:
        super().__init__(workplace)
        self._ref = ref
        self._shown: Shown | None = None

    def read(self, notebook: Any) -> Shown | None:
        """The blocks of the last weeks and all to come; None where there is no lead."""
        leads = notebook.people.leads()
        lead = next((each for each in leads if self._ref in (each.id, None)), None)
        if lead is None:
            if not leads:
                return None
            raise NotFound(_("That lead is no longer in the notebook. Nothing was changed."))
        today = self.workplace.clock.today()
        blocks = [block for block in notebook.blocks.of(lead.id) if block.day >= today - _PAST_WEEKS]
        return Shown(lead, blocks, notebook.blocks.kept(lead.id, today - LOOKED_BACK, today))

    def subject(self) -> str | None:
        """The lead."""
        return None if self._shown is None else self._shown.lead.id

    def rows(self, shown: Shown | None) -> Iterator[SheetRow]:
        """What is to be told of, what comes, what was."""
        self._shown = shown
        name = "" if shown is None else shown.lead.name
        right = _kept_words(shown.kept) if shown is not None else ""
        self.show_place(name, right)
        if shown is None:
            yield said(_("There are no leads yet. Name one when you sit in on a meeting (F5 there)."))
            return
        if not shown.blocks:
            yield heading(_("No release time is planned"))
            yield said(_("Press i and type the day, the time or period, minutes, and what for:"))
            yield SheetRow("", "", _("Tue 10:15 45 observe Priya's opening"), is_faint=True)
        if shown.kept.is_much_lost:
            first = next(iter(name.split()), name)
            yield SheetRow(
                "",
                _("Much was lost. Talk with {first}: what would keep the time safe?").format(first=first),
                is_faint=True,
            )
        today = self.workplace.clock.today()
        waiting = [block for block in shown.blocks if not block.is_told and block.day < today]
        coming = [block for block in shown.blocks if not block.is_told and block.day >= today]
        told = [block for block in reversed(shown.blocks) if block.is_told]
        for title, some in ((_("What came of these?"), waiting), (_("Planned"), coming), (_("Kept and lost"), told)):
            if some:
                yield heading(title)
                yield from map(self._row, some)

    def _row(self, block: ReleaseBlock) -> SheetRow:
        """The day and time, what for, and how it came about."""
        time = block.period or ("" if block.minute is None else minute_words(block.minute))
        label = f"{say_date(block.day, self.workplace.clock.today())} {time}".rstrip()
        if block.actual_minutes is None:
            return SheetRow(block.id, label, block.planned, _("{minutes} min").format(minutes=block.minutes))
        words = block.planned
        if block.actual and block.actual != block.planned:
            words += _("\nused for: {actual}").format(actual=block.actual)
        if block.lost_minutes:
            because = _t(AGREED) if block.lost_because == AGREED else block.lost_because or _("no reason noted")
            words += f"\n{_t(AGREED if block.agreed else LOST)}: {because}"
        return SheetRow(
            block.id,
            label,
            words,
            _("{actual_minutes} of {minutes} min").format(actual_minutes=block.actual_minutes, minutes=block.minutes),
        )

    def _at_cursor(self, deed: Callable[[ReleaseBlock], None]) -> None:
        """Do something with the block under the cursor."""
        row = self.sheet.under_cursor
        blocks = () if self._shown is None else self._shown.blocks
        found = next((block for block in blocks if row is not None and block.id == row.key), None)
        if found is None:
            self.say(_("Put the cursor on a block first; i plans one."))
        else:
            deed(found)

    def chosen(self, row: SheetRow) -> None:
        """Kept as planned, or open again."""

        def deed(block: ReleaseBlock) -> None:
            if block.is_told:
                self.change(lambda notebook: notebook.blocks.untold(block.id), _("Open again."))
            else:
                self.change(
                    lambda notebook: notebook.blocks.came_about(block.id, block.planned, block.minutes), _("Kept.")
                )

        self._at_cursor(deed)

    def action_kept(self) -> None:
        """As Enter."""
        self.sheet.action_select()

    def action_plan(self) -> None:
        """Plan a block."""
        lead = self.subject()
        if lead is not None:
            self._ask_plan(f"block:{lead}", "", lambda notebook, plan: notebook.blocks.plan(lead, plan))

    def action_edit(self) -> None:
        """Plan the block otherwise."""

        def deed(block: ReleaseBlock) -> None:
            text = f"{block.when} {block.minutes} {block.planned}"
            self._ask_plan(f"block:{block.id}", text, lambda notebook, plan: notebook.blocks.replan(block.id, plan))

        self._at_cursor(deed)

    def _ask_plan(self, key: str, text: str, verb: Callable[[Any, Any], ReleaseBlock]) -> None:
        def answered(words: str) -> str | None:
            if not words:
                return None
            plan = read_plan(words, self.workplace.clock.today())
            if plan is None:
                return _NO_PLAN

            def planned(block: ReleaseBlock) -> str:
                self.sheet.go_to(block.id)
                return _("Planned: {when}, {minutes} min.").format(when=block.when, minutes=block.minutes)

            self.change(lambda notebook: verb(notebook, plan), planned)
            return None

        self.ask_for(key, _("Day, time, minutes, what for"), text, answered)

    def action_lost(self) -> None:
        """Ask why it was lost."""

        def deed(block: ReleaseBlock) -> None:
            def answered(words: str) -> None:
                kept, because, agreed = read_loss(words, block.minutes)
                self.change(
                    lambda notebook: notebook.blocks.lost(block.id, because, kept_minutes=kept, agreed=agreed),
                    _("Noted. An agreed loss does not count.") if agreed else _("Noted."),
                )

            self.ask_for(f"lost:{block.id}", _("Lost because"), block.lost_because, answered)
            self.say(
                _(
                    'Minutes that were kept stand in front: "20 covered a class". "agreed: testing" does not count as lost.'
                )
            )

        self._at_cursor(deed)

    def action_otherwise(self) -> None:
        """Ask what the time was used for."""

        def deed(block: ReleaseBlock) -> None:
            def answered(words: str) -> None:
                if words:
                    self.change(
                        lambda notebook: notebook.blocks.came_about(block.id, words, block.minutes), _("Noted.")
                    )

            self.ask_for(f"used:{block.id}", _("Used for"), block.actual or "", answered)

        self._at_cursor(deed)

    def action_again(self) -> None:
        """Plan the same a week later."""
        self._at_cursor(
            lambda block: self.change(
                lambda notebook: notebook.blocks.again_next_week(block.id),
                lambda new: _("Planned: {when}.").format(when=new.when),
            )
        )

    def action_take_out(self) -> None:
        """Take the block out."""
        self._at_cursor(
            lambda block: self.change(
                lambda notebook: notebook.blocks.take_out(block.id), _("Taken out. Ctrl+Z brings it back.")
            )
        )


def _kept_words(kept: Kept) -> str:
    return "" if kept.percent is None else _("three weeks: {percent} % kept").format(percent=kept.percent)
