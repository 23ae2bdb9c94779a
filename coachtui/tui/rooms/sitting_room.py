"""What the parts of the 1:1 room share: the 1:1 that is shown, the plan, and how it is begun."""

from collections.abc import Callable
from typing import Any

from coachtui.model.answers import NO, YES, meant, told
from coachtui.model.one_on_one import OneOnOne
from coachtui.model.one_on_one_plan import USUAL, PlannedSegment
from coachtui.tui.one_on_one_view import Sitting
from coachtui.tui.rooms.sheet_room import SheetRoom
from coachtui.wording import _, _m

_MORE = _m("more")
OVER = _("This 1:1 is over, so it stays as it is.")


class SittingRoom(SheetRoom):
    """A room that shows one 1:1."""

    sitting: Sitting | None = None
    plan: tuple[PlannedSegment, ...] = USUAL

    def preparing(self) -> Sitting | None:
        """What is shown, if it can still be changed; else that is said."""
        if self.sitting is not None and self.sitting.is_over:
            self.say(OVER)
            return None
        return self.sitting

    def going_on(self) -> OneOnOne | None:
        """The 1:1, if it goes on; else what to do is said."""
        sitting = self.preparing()
        if sitting is None:
            return None
        if sitting.begun is None:
            self.say(_("It has not begun. F6 begins it."))
        return sitting.begun

    def do_begun(self, sitting: Sitting, work: Callable[[Any, OneOnOne], Any], saying: str | None) -> None:
        """Do something in the 1:1; it is begun first. Where it is planned for another day, that is asked."""
        one, lead, today, first = sitting.one, sitting.lead.id, sitting.today, self.plan[0]

        def begin(besides: bool) -> None:
            def beginning(notebook: Any) -> None:
                shelf = notebook.one_on_ones
                begun = shelf.begin_besides(lead, today) if besides or one is None else shelf.begin(one, today)
                shelf.next_segment(begun, first.title, first.minutes)
                work(notebook, begun)

            self.change(beginning, _("Begun. F6 goes from segment to segment, F8 ends it."))

        if sitting.begun is not None:
            begun = sitting.begun
            self.change(lambda notebook: work(notebook, begun), saying)
        elif one is None or one.day == today:
            begin(besides=one is None)
        else:
            self._ask_instead(one, begin)

    def _ask_instead(self, one: OneOnOne, begin: Callable[[bool], None]) -> None:
        """Whether a 1:1 today is the one that was planned for another day."""

        def answered(words: str) -> None:
            chosen = meant(words, (YES, _MORE, NO))
            if chosen == YES:
                begin(False)
            elif chosen == _MORE:
                begin(True)
            else:
                self.say(_("It has not begun."))

        self.ask_for(f"instead:{one.id}", _("Hold it now"), "", answered, told((YES, _MORE)))
        self.say(
            _("The next 1:1 is {when}. yes: hold that one now. more: hold one more now, besides it.").format(
                when=one.when
            )
        )
