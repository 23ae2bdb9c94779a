"""What of a difficult conversation may go into the record: what the lead agreed to. The plan itself never does."""

from collections.abc import Iterator, Sequence
from datetime import date

from coachtui.model.clean import clean_lines
from coachtui.model.conversation import Conversation, PlanRow
from coachtui.model.crib import Section
from coachtui.model.summarizing import day_words
from coachtui.model.summary import LeftOut, Paragraph, Summary
from coachtui.wording import _

_LEAVES = ("agreed", "commitments")


def conversation_summary(plan: Conversation, rows: Sequence[PlanRow]) -> Summary | None:
    """The words that the lead agreed to, who took on what, and when it is looked at again; None before it was held.

    It says neither with whom it was nor what it was about; a row that is the principal's alone is never taken.
    """
    if plan.held_on is None or plan.state not in ("held", "followed up"):
        return None
    open_rows = [row for row in rows if row.part in _LEAVES and not row.is_private and row.words.strip()]
    paragraphs = (*_agreed(open_rows), *_commitments(open_rows), *_follow_up(plan))
    left_out = LeftOut(mine=len(rows) - len(open_rows))
    return Summary(
        "conversation",
        plan.id,
        plan.lead,
        _("A conversation, {day}").format(day=day_words(plan.held_on)),
        plan.held_on,
        paragraphs,
        left_out,
    )


def plan_summary(plan: Conversation, sections: Sequence[Section], day: date, kept_back: int) -> Summary:
    """The plan as its lead, who owns it, may take it along: what both can see, part by part. It never stands in the record."""
    paragraphs: list[Paragraph] = []
    for place, section in enumerate(sections):
        for number, words in enumerate(section.words):
            paragraphs.append(Paragraph(f"{place}-{number}", " ".join(clean_lines(words)), _("what both can see"),
                                        heading=section.label, source_id=plan.id))  # fmt: skip
    return Summary(
        "plan", plan.id, plan.lead, _("Plan of a conversation"), day, tuple(paragraphs), LeftOut(mine=kept_back)
    )


def _agreed(rows: Sequence[PlanRow]) -> Iterator[Paragraph]:
    for row in rows:
        if row.part == "agreed":
            yield Paragraph(row.id, " ".join(clean_lines(row.words)), _("what the lead agreed to"), source_id=row.id)


def _commitments(rows: Sequence[PlanRow]) -> Iterator[Paragraph]:
    for row in rows:
        if row.part == "commitments":
            who = _("The principal: ") if row.whose == "principal" else ""
            by_when = "" if row.day is None else _(" (by {day})").format(day=day_words(row.day))
            words = " ".join(clean_lines(row.words))
            yield Paragraph(row.id, f"{who}{words}{by_when}", _("who does what"), is_item=True, source_id=row.id)


def _follow_up(plan: Conversation) -> Iterator[Paragraph]:
    if plan.follow_up_on is not None:
        yield Paragraph(
            "follow-up",
            _("We look at it again on {day}.").format(day=day_words(plan.follow_up_on)),
            _("the day of the follow-up"),
            source_id=plan.id,
        )
