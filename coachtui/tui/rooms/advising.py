"""Advice beside a draft: what is worth a thought, the nearest to the cursor first. It never keeps anybody from anything."""

from collections.abc import Sequence

from textual.content import Content

from coachtui.model.cited import CitedPlace
from coachtui.model.cited_advice import CORRECTED, Advised, of_cited
from coachtui.model.feedback_checks import FeedbackChecks
from coachtui.model.feedback_parts import parts_of
from coachtui.tui.rooms.citing import Cites
from coachtui.tui.widgets.few_lines import FewLines
from coachtui.tui.words import plain
from coachtui.tui.workplace import Workplace
from coachtui.wording import _


class Advises(Cites):
    """A room that says what is worth a thought in its draft."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.advice_lines = FewLines(id="advice")
        self.advice: list[Advised] = []
        self.current: Advised | None = None
        self.checks: FeedbackChecks | None = None

    def advise(self, places: Sequence[CitedPlace]) -> None:
        """Look at the words again, and show what is nearest to the cursor; `places` are those that name lines."""
        found = of_cited(places)
        if self.checks is not None and self.shape is not None:
            found += [Advised(*each) for each in self.checks.of(parts_of(self.area.text, self.shape))]
        self.show_advice(found)

    def show_advice(self, advice: list[Advised]) -> None:
        """Show the one nearest to the cursor; the one that was shown, where it is as near."""
        self.advice = sorted(advice, key=lambda each: (each.start, each.end))
        cursor = self.area.index
        before = self.current
        nearest = min(self.advice, key=lambda each: (each.distance(cursor), not each.is_same(before)), default=None)
        if before is not None and before.distance(cursor) >= 1_000_000:
            nearest = next((each for each in self.advice if each.is_same(before)), nearest)
        self._show(nearest)

    def _show(self, advised: Advised | None) -> None:
        self.current = advised
        if advised is None:
            self.advice_lines.show(Content(""))
            self.area.show_advised(0, 0)
        else:
            place, count = self.advice.index(advised) + 1, len(self.advice)
            hint = (
                _("{place} of {count} · F3 next · F4 why").format(place=place, count=count)
                if count > 1
                else _("F4 why")
            )
            hint = self.in_keys(hint)
            words = Content.assemble(("▸ ", "$text-accent"), plain(advised.words))
            fits = words.cell_length + len(hint) + 2 <= self.advice_lines.content_size.width
            self.advice_lines.show(Content.assemble(words, "  " if fits else "\n  ", (hint, "$text-muted")))
            self.area.show_advised(advised.start, advised.end)

    def action_next_advice(self) -> None:
        """Go on to the next."""
        if not self.advice:
            self.say(_("Nothing is advised."))
            return
        place = self.advice.index(self.current) + 1 if self.current in self.advice else 0
        following = self.advice[place % len(self.advice)]
        self.go_to_draft()
        if following.end:
            self.area.go_to(following.start)
        self._show(following)

    def go_to_draft(self) -> None:
        """Put the cursor into the draft."""
        raise NotImplementedError

    def action_why(self) -> None:
        """Say why."""
        if self.current is None:
            self.say(_("Nothing is advised."))
        elif self.current.rule == CORRECTED:
            self.say(_("{why} Ctrl+N takes that as it is.").format(why=self.current.why))
        else:
            self.say(self.current.why)

    def action_not_here(self) -> None:
        """Put the advice aside for this draft, or take a corrected line as it is."""
        at, advised = self.at, self.current
        if at is None or advised is None:
            self.say(_("Nothing is advised."))
        elif advised.cited is None:
            self.do_beside(
                lambda notebook: notebook.feedback.put_aside(at.feedback.id, advised.rule, advised.about),
                _("Put aside for this draft. Ctrl+Z brings it back."),
            )
        elif advised.rule == CORRECTED and advised.cited.cited.line is not None:
            citation, words = advised.cited.cited.citation, advised.cited.cited.line.text
            self.do_beside(
                lambda notebook: notebook.feedback.accept(citation.id, words),
                _("{mark} stands for the line as it is now.").format(mark=citation.mark),
            )
        else:
            self.say(advised.why)
