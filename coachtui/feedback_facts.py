"""What a draft is checked against, read from the notebook. All of it runs on the scribe's thread."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from coachtui.feedback_at_hand import AtFeedback
from coachtui.model.cycle import Cycle
from coachtui.model.draft_advice import FeedbackFacts
from coachtui.model.evidence import may_be_cited
from coachtui.model.feedback_shape import FeedbackShape
from coachtui.model.framework import Framework
from coachtui.model.hints import Lexicon
from coachtui.model.line import Kind, Line, Visibility
from coachtui.model.names import Person
from coachtui.model.overlap import Window, windows_of
from coachtui.model.summarizing import cycle_on
from coachtui.model.timing import local_time
from coachtui.model.whole import Whole
from coachtui.wording import _


def facts_of(notebook: Any, at: AtFeedback, shape: FeedbackShape, whole: Whole, today: date, lexicon: Lexicon | None,
             framework: Framework | None) -> FeedbackFacts:  # fmt: skip
    """The facts for one feedback."""
    leads = notebook.leads.all() + notebook.leads.retired()
    teams = notebook.teams.all() + notebook.teams.retired()
    people = [Person(each.name, each.handle, _("another lead")) for each in leads if each.id != at.lead.id]
    people += [Person(each.name, each.handle, _("a member")) for team in teams for each in team.members]
    words = [team.name for team in teams] + [line.text for line in whole.lines if line.kind is Kind.SEGMENT]
    words += [] if framework is None else [look_for.name for look_for in framework.look_fors]
    met_on = local_time(at.observation.anchor.utc_ms, at.observation.zone).date()
    cycle: Cycle | None = cycle_on(notebook.cycles.of(at.lead.id), met_on)
    return FeedbackFacts(
        shape, today, {each.citation.mark: each.citation.line for each in at.cited}, people, at.lead.name,
        frozenset(word.casefold() for each in words for word in each.split()),
        None if cycle is None else cycle.last_day, at.days_off, len(at.rehearsals), _private_in(whole.lines), at.aside,
        lexicon,
    )  # fmt: skip


def _private_in(lines: Iterable[Line]) -> frozenset[Window]:
    """Every six words in a row of what is private in the meeting; what is private elsewhere the gate holds back."""
    mine = (each for each in lines if each.kind is not Kind.SEGMENT)
    private = (each for each in mine if not may_be_cited(each) or each.visibility is Visibility.MINE)
    return frozenset(window for each in private for window in windows_of(f"{each.speaker or ''} {each.text}"))
