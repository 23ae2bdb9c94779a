"""How a feedback goes on: ready, shared, talked through, followed up; and in which shape it is written."""

from coachtui.model.agreed_step import agreed_step
from coachtui.model.dates import say_date
from coachtui.model.feedback_parts import in_shape, parts_of
from coachtui.model.timing import local_time
from coachtui.tui.commands import FEEDBACK_LIST, GATE
from coachtui.tui.rooms.beside_draft import ShowsBeside
from coachtui.tui.rooms.room import GoBack, GoTo
from coachtui.wording import _

_SHARE_FIRST = _("It is ready. F8 shares it; F5 makes it a draft again.")


class GoesOn(ShowsBeside):
    """A room that takes feedback from state to state, and elsewhere."""

    def action_state(self) -> None:
        """The next state; what makes it shared is the gate alone."""
        at = self.at
        if at is None:
            return
        identity = at.feedback.id
        if at.feedback.state == "draft":
            self.do_beside(lambda notebook: notebook.feedback.mark(identity, "ready"), _SHARE_FIRST)
        elif at.feedback.state == "ready":
            self.do_beside(lambda notebook: notebook.feedback.mark(identity, "draft"), _("It is a draft again."))
        elif at.feedback.state == "shared":
            self._talked_through()
        elif at.feedback.state == "talked through":
            self.do_beside(lambda notebook: notebook.feedback.mark(identity, "followed up"), _("It is followed up."))
        else:
            self.say(_("It is followed up: nothing more is to be done with it."))

    def _talked_through(self) -> None:
        """It was talked through: its step is agreed, in the lead's cycle."""
        at, shape = self.at, self.shape
        if at is None or shape is None:
            return
        parts = parts_of(self.area.text, shape)
        said_on = local_time(at.feedback.shared_utc_ms or 0, self.workplace.clock.zone()).date()
        step = agreed_step(parts, said_on, at.days_off)
        if step is None:
            saying = _("Talked through. It holds no step, so none was agreed. F5 once it is followed up.")
        else:
            when = (
                ""
                if step.by_when is None
                else _(", by {day}").format(day=say_date(step.by_when, self.workplace.clock.today()))
            )
            saying = _("Talked through. Agreed as {name}'s step: “{words}”{when}. It comes back on its day.").format(
                name=at.lead.name, words=step.words, when=when
            )
        self.do_beside(lambda notebook: notebook.feedback.talked_through(at.feedback.id, parts), saying)

    def action_shape(self) -> None:
        """Ask for another shape."""
        at, shapes = self.at, self.workplace.shapes
        if at is None or self.shape is None:
            return
        by_name = {each.name.casefold(): each for each in shapes.values()}

        def answered(words: str) -> str | None:
            other = by_name.get(words.casefold())
            if other is None:
                return _("There is no shape of that name. Tab goes through them: {names}.").format(names=names)
            if other != self.shape and self.shape is not None:
                text = in_shape(self.area.text, self.shape, other)
                self.do_beside(
                    lambda notebook: notebook.feedback.reshape(at.feedback.id, other.id, text),
                    _("{name}: {about}. Ctrl+Z takes it back.").format(name=other.name, about=other.about),
                    text,
                )
            return None

        names = ", ".join(each.name for each in shapes.values())
        self.ask_for(f"shape:{at.feedback.id}", _("Shape"), "", answered, [each.name for each in shapes.values()])
        self.say(_("Now: {name}. Tab goes through {names}.").format(name=self.shape.name, names=names))

    def action_share(self) -> None:
        """Go to the gate with what is written."""
        if self.at is not None:
            self._go(GoTo(GATE, f"feedback:{self.at.feedback.id}"))

    def action_others(self) -> None:
        """Go to every feedback for this lead."""
        if self.at is not None:
            self._go(GoTo(FEEDBACK_LIST, f"lead:{self.at.feedback.lead}"))

    def action_leave(self) -> None:
        """Go back; the draft waits as it is."""
        self._go(GoBack())

    def _go(self, going: GoTo | GoBack) -> None:
        self.attempt(lambda: self._go_after_writing(going), group="leave")

    async def _go_after_writing(self, going: GoTo | GoBack) -> None:
        """What was written is an event before one is elsewhere; where the disk takes nothing, the words wait in their slot."""
        self.keep_place()
        try:
            await self.write_down()
        finally:
            self.post_message(going)
