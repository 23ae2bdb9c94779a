"""Cards of dates: a deadline that is near."""

from collections.abc import Iterator

from coachtui.model.card import Card, day_words
from coachtui.model.day_facts import Day, Due, Facts
from coachtui.model.deadline import LAST_DAYS, is_near
from coachtui.wording import _, _t


def deadline_cards(facts: Facts, day: Day) -> Iterator[Card]:
    """A deadline within its days of reminding, and once more within three days (T14)."""
    for each in facts.deadlines:
        left = (each.day - day.today).days
        if is_near(left, each.remind_days):
            stage = "last" if left <= LAST_DAYS else "first"
            yield Card(f"deadline:{each.id}:{each.day}:{stage}", "deadline", each.label, _why(each, left, day),
                       _("See what is still to be done for it."), "deadlines", each.id, None, each.day)  # fmt: skip


def _why(each: Due, left: int, day: Day) -> str:
    who = _(" for {role}").format(role=_t(each.role)) if each.role else ""
    when = day_words(each.day, day.today)
    return (
        _("It was due {when}{who}.").format(when=when, who=who)
        if left < 0
        else _("It is due {when}{who}.").format(when=when, who=who)
    )
