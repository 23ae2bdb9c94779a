"""The 1:1 room: prepare, hold and end a 1:1 with a lead; earlier ones are read here too."""

from collections.abc import Sequence
from typing import Any

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Rule

from coachtui.model.day_words import minute_words
from coachtui.model.item import Item, State
from coachtui.model.one_on_one import Segment
from coachtui.model.one_on_one_plan import next_segment
from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import BLOCKS, DEADLINES, GATE, ONE_ON_ONE
from coachtui.tui.one_on_one_view import PRIVATE, Sitting, goal_text, read_sitting, rows_of, step_text
from coachtui.tui.rooms.ending_one_on_one import EndsOneOnOne
from coachtui.tui.rooms.planning_one_on_one import PlansOneOnOne
from coachtui.tui.rooms.putting_items import PutsItems
from coachtui.tui.rooms.room import GoTo
from coachtui.tui.widgets.one_line import OneLine
from coachtui.tui.widgets.sheet import SheetRow
from coachtui.tui.words import plain
from coachtui.tui.workplace import Workplace
from coachtui.wording import _, _t

_TICK = 20.0
"""Seconds after which the minutes of the segment are looked at again."""


class OneOnOneRoom(EndsOneOnOne, PlansOneOnOne, PutsItems):
    """One 1:1, both looking at it perhaps: what is private is covered until it is asked for."""

    NAME = ONE_ON_ONE
    BINDINGS = bindings_for(ONE_ON_ONE)

    def __init__(self, workplace: Workplace, ref: str) -> None:
        """`ref` is a lead's id, for what comes next, or the reference of a 1:1."""
        super().__init__(workplace)
        self._ref = ref
        self._shows_private = False
        self._plan_is_read = False
        self.goal_row = OneLine(id="goal")
        self.step_row = OneLine(id="open-step")

    def compose(self) -> ComposeResult:
        """The title, the goal and the step, the agenda, the keys."""
        yield self.title_row
        yield self.goal_row
        yield self.step_row
        yield Rule()
        yield self.sheet
        yield self.notice
        yield self.ask_entry
        yield self.footer_row

    def on_mount(self) -> None:
        """Read the 1:1, and count its minutes."""
        super().on_mount()
        self.set_interval(_TICK, self._tick)

    def on_screen_resume(self) -> None:
        """Whoever comes back may not be alone any more."""
        self._shows_private = False
        super().on_screen_resume()

    def read(self, notebook: Any) -> Sitting:
        """The 1:1; at first also the plan, as its file says then."""
        if not self._plan_is_read:
            from coachtui.library import load_one_on_one_plan

            self._plan_is_read = True
            self.plan, complaints = load_one_on_one_plan(self.workplace.places)
            for sentence in complaints:
                self.app.call_later(self.say, sentence)
        return read_sitting(notebook, self._ref, self.workplace.clock.today())

    def rows(self, shown: Sitting) -> Sequence[SheetRow]:
        """The agenda; one that was opened before it was held leads on to the next."""
        self.sitting = shown
        if not shown.is_over:
            self._ref = shown.lead.id
        self.goal_row.display = self.step_row.display = not shown.is_over
        self.goal_row.show(_labelled(_("Goal"), goal_text(shown)))
        self.step_row.show(_labelled(_("Step"), step_text(shown)))
        self._show_title(shown)
        return rows_of(shown, self.plan, self.workplace.clock.now().utc_ms, shows_private=self._shows_private)

    def _show_title(self, shown: Sitting) -> None:
        self.show_place(shown.lead.name, _when(shown, self.workplace.clock.now().utc_ms))

    def _tick(self) -> None:
        """Minutes go by."""
        if self.sitting is not None and self.sitting.begun is not None:
            self.sheet.show(self.rows(self.sitting))

    def subject(self) -> str | None:
        """The lead."""
        return None if self.sitting is None else self.sitting.lead.id

    def chosen(self, row: SheetRow) -> None:
        """An item was discussed; an earlier 1:1 is opened; what is private is shown."""
        kind, __, rest = row.key.partition(":")
        if kind == "meeting":
            self.post_message(GoTo(ONE_ON_ONE, rest))
        elif kind == PRIVATE:
            self.action_show_private()
        elif kind == "series":
            self.action_series()
        elif kind == "besides":
            self.action_besides()
        elif kind == "item":
            self._settle("discussed")

    def action_discussed(self) -> None:
        """As Enter."""
        self.sheet.action_select()

    def action_edit(self) -> None:
        """Say an item or a decision in other words."""
        row = self.sheet.under_cursor
        if row is not None and row.key.startswith("decision:"):
            self.reword_decision(row.key)
        else:
            self.reword_item()

    def action_carry(self) -> None:
        """Carry the item on."""
        if self.sitting is not None and self.sitting.begun is None and not self.sitting.is_over:
            self.say(_("Until it is settled an item stays on the agenda by itself."))
        else:
            self._settle("carried")

    def action_park(self) -> None:
        """Park it, or take it up."""
        self._settle("parked")

    def action_drop(self) -> None:
        """Drop it; a decision is taken out."""
        row = self.sheet.under_cursor
        if row is not None and row.key.startswith("decision:"):
            if self.going_on() is not None:
                identity = row.key.removeprefix("decision:")
                self.change(
                    lambda notebook: notebook.one_on_ones.withdraw_decision(identity),
                    _("Taken out. Ctrl+Z brings it back."),
                )
        else:
            self._settle("dropped")

    def _settle(self, state: State) -> None:
        """Say where the item under the cursor stands; the same again opens it. In preparation only some can be said."""
        found, sitting = self.item_at_cursor(), self.preparing()
        if found is None or sitting is None:
            return
        if found in sitting.parked:
            self._settle_parked(found, state)
            return
        self.hush()
        wanted: State = "open" if found.state == state else state
        if sitting.begun is not None or state in ("discussed", "carried"):
            self.do_begun(sitting, lambda notebook, one: notebook.items.settle(found, wanted, one.id), None)
        else:
            self.change(lambda notebook: notebook.items.settle(found, wanted, None))

    def _settle_parked(self, found: Item, state: State) -> None:
        if state == "dropped":
            self.change(lambda notebook: notebook.items.drop_parked(found.id), _("Dropped. Ctrl+Z brings it back."))
        else:
            self.change(lambda notebook: notebook.items.take_up(found.id), _("Taken up again."))

    def action_show_private(self) -> None:
        """Show what is private, or cover it."""
        self._shows_private = not self._shows_private
        if self.sitting is not None:
            self.sheet.show(self.rows(self.sitting))
        self.say(
            _("Private items are shown. v covers them.") if self._shows_private else _("Private items are covered.")
        )

    def action_next_segment(self) -> None:
        """Begin, or go on to the next segment."""
        sitting = self.preparing()
        if sitting is None:
            return
        if sitting.begun is None:
            self.do_begun(sitting, lambda _notebook, _one: None, None)
            return
        one, segment = sitting.begun, next_segment(self.plan, sitting.segments)
        if segment is None:
            self.say(_("That was the last segment. F8 ends the 1:1."))
            return
        self.hush()
        self.change(
            lambda notebook: notebook.one_on_ones.next_segment(one, segment.title, segment.minutes), self._went_on
        )

    def _went_on(self, segment: Segment) -> None:
        """The cursor goes where the 1:1 is."""
        self.sheet.go_to(f"segment:{segment.title}")

    def action_share(self) -> None:
        """Go to the gate with the 1:1 that is shown, if it was held; or with an earlier one: under the cursor, or the last."""
        sitting = self.sitting
        if sitting is None:
            return
        shown = () if sitting.one is None else (sitting.one,)
        held = [one for one in (*shown, *(one for one, __ in sitting.earlier)) if one.state == "held"]
        row = self.sheet.under_cursor
        meant = [one for one in held if row is not None and row.key == f"meeting:{one.ref}"]
        if not meant and sitting.begun is None:
            meant = held
        if meant:
            self.post_message(GoTo(GATE, f"one-on-one:{meant[0].id}"))
        else:
            self.say(_("A 1:1 can be shared once it was held: d ends it."))

    def action_blocks(self) -> None:
        """Go to the lead's release time."""
        self.post_message(GoTo(BLOCKS, self.subject()))

    def action_deadlines(self) -> None:
        """Go to the deadlines."""
        self.post_message(GoTo(DEADLINES))


def _when(shown: Sitting, now_ms: int) -> str:
    """When it is, or how long it goes on."""
    one = shown.one
    if one is None:
        return _("not planned")
    if one.state == "begun":
        minutes = max(0, now_ms - (one.began_utc_ms or now_ms)) // 60_000
        return _("goes on, {minutes} of {minutes2} min").format(minutes=minutes, minutes2=one.minutes)
    if one.state == "planned":
        time = "" if one.minute is None else f" {minute_words(one.minute)}"
        return _("today") + time if one.day == shown.today else one.when
    return f"{one.when} · {_t('held') if one.state == 'held' else _('not held')} · {one.ref}"


def _labelled(label: str, words: str) -> Content:
    """A line above the agenda, as a row of it: the words stand out, not what they are."""
    return Content.assemble(" ", plain(label), "  ", plain(words).stylize("$foreground"))
