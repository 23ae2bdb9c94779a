"""Together: a plan at one screen for two. Nothing is read here but what both may see."""

from collections.abc import Callable
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widgets import Input, Rule, Static

from coachtui.library import load_scenarios, load_structures
from coachtui.model.answers import LEAVE, is_word
from coachtui.model.conversation import Whose
from coachtui.model.draft import Draft
from coachtui.model.plan_part import PlannedPart
from coachtui.model.scenario import parts_of_plan
from coachtui.model.together import BothSee
from coachtui.store.together import scope_of
from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import REHEARSE, TOGETHER
from coachtui.tui.rooms.for_both import ForBoth
from coachtui.tui.rooms.room import GoTo, LeftTogether
from coachtui.tui.widgets.plan_area import Leaving, PlanArea
from coachtui.tui.words import plain
from coachtui.tui.workplace import Workplace
from coachtui.wording import _, _t

PAUSE = 1.0
"""Seconds without a key after which what was typed becomes a row of the plan; each key is on the disk at once."""
_LEAVING = _("Your own notes come back on the screen. Type leave and press Enter; Esc stays.")
_ASKS_FOR_IT = _("Your own notes come back on the screen. The passphrase and Enter; Esc stays.")
_NOT_IT = _("That is not it. Nothing was changed; Esc stays.")
_TURNED: dict[tuple[str, Whose], str] = {
    ("undo", "lead"): _("Taken back: what was typed last on the lead's side."),
    ("undo", "principal"): _("Taken back: what was typed last on the principal's side."),
    ("redo", "lead"): _("Done again: what was typed last on the lead's side."),
    ("redo", "principal"): _("Done again: what was typed last on the principal's side."),
}
_NOTHING_BACK = _("There is nothing more to take back on this side.")
_NOTHING_AGAIN = _("There is nothing to do again on this side.")
_SIDES: tuple[Whose, Whose] = ("lead", "principal")


class TogetherRoom(ForBoth):
    """The room of a plan for two; `ref` is the id of the plan."""

    NAME = TOGETHER
    OWN = frozenset({_LEAVING, _ASKS_FOR_IT, _NOT_IT, *_TURNED.values(), _NOTHING_BACK, _NOTHING_AGAIN})
    BINDINGS = bindings_for(TOGETHER)

    def __init__(self, workplace: Workplace, ref: str) -> None:
        super().__init__(workplace)
        self._ref = ref
        self._place = 0
        self._parts: tuple[PlannedPart, ...] = ()
        self._areas: dict[tuple[str, Whose], PlanArea] = {}
        self._dirty: dict[tuple[str, Whose], str] = {}
        self._seen: BothSee | None = None
        self._has_passphrase = self._is_turned = False
        self._pause: Timer | None = None
        self.heading = Static(id="plan-part")
        self.ask_row = Static(id="asks")
        self.columns = {whose: Vertical(Static(classes="whose"), id=whose, classes="side") for whose in _SIDES}
        self.answer = Leaving(id="leaving", compact=True)

    def compose(self) -> ComposeResult:
        """The title, the part and its question, the two sides, what is said and asked, the keys."""
        yield self.title_row
        yield Rule()
        yield self.heading
        yield self.ask_row
        with Horizontal(id="sides"):
            yield from self.columns.values()
        yield self.notice
        yield self.answer
        yield self.footer_row

    def on_mount(self) -> None:
        """From here on two are looking."""
        super().on_mount()
        self.answer.display = False
        self.attempt(self._begin, group="read")

    async def _begin(self) -> None:
        seen: BothSee = await self.workplace.scribe.do(lambda notebook: notebook.together.begin(self._ref))
        self._has_passphrase = await self.workplace.scribe.do(lambda notebook: notebook.together.has_passphrase())
        self._seen = seen
        parts = await self.workplace.scribe.do(lambda __: self._asked_so(seen))
        self._parts = tuple(part for part in parts if seen.was_held or not part.is_after)
        name = next(iter(seen.lead_name.split()), _("The lead"))
        for whose, label in zip(_SIDES, (name, _("Principal")), strict=True):
            self.columns[whose].query_one(".whose", Static).update(plain(label).stylize("bold"))
        await self._show_part()

    def _asked_so(self, seen: BothSee) -> tuple[PlannedPart, ...]:
        """The parts as the plan's scenario and structure ask them; runs on the scribe's thread."""
        places = self.workplace.places
        scenarios, structures = load_scenarios(places)[0], load_structures(places)[0]
        return parts_of_plan(scenarios.get(seen.scenario), structures.get(seen.structure))

    @property
    def part(self) -> PlannedPart:
        """The part that is on the screen."""
        return self._parts[self._place]

    async def _show_part(self, side: Whose = "lead") -> None:
        """Put the part on the screen, each side as it was left."""
        seen = self._seen
        if seen is None:
            return
        names = " · ".join(each for each in (seen.lead_name, seen.with_whom) if each)
        self.show_place(names, _("{n} of {n2}").format(n=self._place + 1, n2=len(self._parts)))
        self.heading.update(plain(self.part.label).stylize("bold $foreground"))
        self.ask_row.update(plain(self.part.ask))
        for whose in _SIDES:
            key = (self.part.id, whose)
            if key not in self._areas:
                self._areas[key] = PlanArea(self.part.id, whose, seen.words(self.part.id, whose))
                await self.columns[whose].mount(self._areas[key])
        for (part, __), area in self._areas.items():
            area.display = part == self.part.id
        self.set_focus(self._areas[self.part.id, side])

    def on_descendant_focus(self) -> None:
        """The side that is written on is the bright one."""
        for whose, column in self.columns.items():
            column.set_class(isinstance(self.focused, PlanArea) and self.focused.whose == whose, "-writing")

    @on(PlanArea.Written)
    def written(self, event: PlanArea.Written) -> None:
        """Each key is on the disk at once; at a pause it becomes a row of the plan."""
        area = event.area
        if self._seen is None or (area.part, area.whose) not in self._areas:
            return
        if not self._is_turned and not self.answer.display:
            self.hush()
        self._is_turned = False
        self._dirty[area.part, area.whose] = area.text
        self.workplace.scribe.jot(Draft(self._scope(area.part, area.whose), area.text, 0, None))
        if self._pause is not None:
            self._pause.stop()
        if area.text.strip():
            self._pause = self.set_timer(PAUSE, self._keep_soon)
        else:
            self._keep_soon()  # what is half-typed does not tell that words were taken out

    def _scope(self, part: str, whose: Whose) -> str:
        return scope_of(self._ref, part, whose)

    def _keep_soon(self) -> None:
        self.attempt(self._keep, group="keep", each=True, leads=False)

    async def _keep(self) -> None:
        """Make rows of what was typed since the last time."""
        dirty, self._dirty = self._dirty, {}
        for (part, whose), text in dirty.items():
            await self.workplace.scribe.do(self._writing(part, whose, text))
            if (part, whose) not in self._dirty:
                self.workplace.scribe.jot(Draft(self._scope(part, whose), "", 0, None))

    def _writing(self, part: str, whose: Whose, text: str) -> Callable[[Any], Any]:
        return lambda notebook: notebook.together.write(self._ref, part, whose, text)

    def action_next(self) -> None:
        """Go on to the next part; behind the last stands the first."""
        self._turn(1)

    def action_before(self) -> None:
        """Go back to the part before."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        if self._seen is None or self.answer.display:
            return
        self._place = (self._place + by) % len(self._parts)
        self._keep_soon()
        self.attempt(lambda: self._show_part(self._side()), group="show")

    def _side(self) -> Whose:
        focused = self.focused
        return focused.whose if isinstance(focused, PlanArea) else "lead"

    def action_other_side(self) -> None:
        """Let the other one write."""
        other: Whose = "principal" if self._side() == "lead" else "lead"
        if self._seen is not None and not self.answer.display:
            self.set_focus(self._areas.get((self.part.id, other)))

    def action_rehearse(self) -> None:
        """Say it aloud, the two of you."""
        self._keep_soon()
        self.post_message(GoTo(REHEARSE, self._ref))

    def action_undo(self) -> None:
        """Take back what was typed on this side."""
        self._turn_words("undo", _NOTHING_BACK)

    def action_redo(self) -> None:
        """Type again what was taken back."""
        self._turn_words("redo", _NOTHING_AGAIN)

    def _turn_words(self, verb: str, nothing: str) -> None:
        """Undo or redo what was typed on the side that is written on, and say that."""
        area = self.focused
        if isinstance(area, PlanArea):
            before = area.text
            getattr(area, verb)()
            self._is_turned = area.text != before
            self.say(_TURNED[verb, area.whose] if self._is_turned else nothing)

    def action_finish(self) -> None:
        """Ask whether one is alone; asked again, stay."""
        if self.answer.display:
            self._stay()
            return
        self.answer.password = self._has_passphrase
        self.answer.value = ""
        self.answer.placeholder = _("Passphrase") if self._has_passphrase else _t(LEAVE)
        self.answer.display = True
        self.say(_ASKS_FOR_IT if self._has_passphrase else _LEAVING)
        self.set_focus(self.answer)

    def _stay(self) -> None:
        self.answer.display = False
        self.hush()
        self.set_focus(self._areas.get((self.part.id, "lead")))

    @on(Input.Submitted)
    def answered(self, event: Input.Submitted) -> None:
        """Leave where that was meant; stay otherwise."""
        event.stop()
        said, self.answer.value = event.value, ""
        self.attempt(lambda: self._leave(said), group="leave")

    async def _leave(self, said: str) -> None:
        if self._has_passphrase:
            is_it: bool = await self.workplace.scribe.do(lambda notebook: notebook.together.is_passphrase(said))
        else:
            is_it = is_word(said, LEAVE)
        if not is_it:
            self.say(_NOT_IT)
            return
        await self._keep()
        await self.workplace.scribe.do(lambda notebook: notebook.together.leave())
        self.post_message(LeftTogether())
