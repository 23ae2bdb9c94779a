"""A lead's page is read at once: what was noted with each code, never what is mine alone."""

from datetime import date, timedelta

import pytest

from coachtui.model.closing import Closing
from coachtui.model.feedback_hours import hours_words
from coachtui.model.line import Visibility
from coachtui.model.moment import Moment
from coachtui.store.errors import NotFound
from coachtui.store.lead_page import LOOKED_AT
from coachtui.store.notebook import Notebook
from tests.support.clocks import A_MORNING
from tests.support.homes import Desk

TODAY = date(2026, 3, 10)
DAY_MS = 86_400_000


def on_day(days_ago: int) -> Moment:
    return A_MORNING._replace(utc_ms=A_MORNING.utc_ms - days_ago * DAY_MS)


@pytest.fixture
def dana(desk: Desk) -> str:
    """A lead who was seen three times, the id of whom this is."""
    found = desk.do(lambda notebook: notebook.leads.add("Dana Ruiz"))
    desk.do(lambda notebook: notebook.teams.add("Math", found.id, ("Ana",)))
    for number, days_ago in enumerate((20, 9, 2)):
        desk.begin(f"o{number}", on_day(days_ago), team="Math")
        desk.file(f"ana: said {number} #TM3", on_day(days_ago), observation=f"o{number}")
        desk.file("? I wonder about zebras #TM3", on_day(days_ago), observation=f"o{number}")
        desk.file("! judged like a walrus #TM3", on_day(days_ago), observation=f"o{number}")
    desk.file("once more #TM3 #norms", on_day(9), observation="o1", line_id="more")
    desk.do(lambda notebook: notebook.closings.keep("o1", Closing("waits", "", "why?")))
    return found.id


def test_codes_are_gathered_from_evidence_alone_the_oldest_line_beside_the_newest(desk: Desk, dana: str) -> None:
    page = desk.do(lambda notebook: notebook.lead_pages.of(dana, TODAY))
    norms, purpose = page.gathered
    assert (purpose.code, purpose.lines, purpose.observations) == ("TM3", 4, 3)
    assert (purpose.oldest.text, purpose.oldest.day) == ("said 0", TODAY - timedelta(days=20))
    assert (purpose.newest.text, purpose.newest.speaker) == ("said 2", "ana")
    assert (norms.code, norms.lines, norms.observations, norms.oldest) == ("norms", 1, 1, norms.newest)
    assert "zebras" not in str(page) and "walrus" not in str(page) and "waits" not in str(page)


def test_a_line_of_evidence_kept_to_myself_is_not_gathered(desk: Desk, dana: str) -> None:
    change = "UPDATE lines SET visibility = ? WHERE id = 'more'"
    desk.do(
        lambda notebook: notebook.file.write(lambda connection: connection.execute(change, (Visibility.MINE.value,)))
    )
    page = desk.do(lambda notebook: notebook.lead_pages.of(dana, TODAY))
    assert [each.code for each in page.gathered] == ["TM3"] and "once more" not in str(page)


def test_the_page_tells_how_things_are(desk: Desk, dana: str) -> None:
    empty = desk.do(lambda notebook: notebook.lead_pages.of(dana, TODAY))
    assert (empty.cycle, empty.steps, empty.newest_entry, empty.entries, empty.shares) == (None, [], None, 0, 0)
    cycle = desk.do(lambda notebook: notebook.cycles.begin(dana))
    step = desk.do(lambda notebook: notebook.steps.draft(dana, "Waits"))
    page = desk.do(lambda notebook: notebook.lead_pages.of(dana, TODAY))
    assert (page.cycle, page.steps) == (cycle, [step]) and [team.name for team in page.teams] == ["Math"]
    assert [each.id for each in page.observations] == ["o2", "o1", "o0"] and page.observation_count == 3
    with pytest.raises(NotFound):
        desk.do(lambda notebook: notebook.lead_pages.of("nobody", TODAY))


def test_what_is_mine_alone_is_read_only_when_it_is_asked_for(desk: Desk, dana: str) -> None:
    newest, middle, _ = desk.do(lambda notebook: notebook.lead_pages.thoughts(dana))
    assert newest.notes == [("wondering", "I wonder about zebras"), ("judgment", "judged like a walrus")]
    assert middle.closing == Closing("waits", "", "why?") and not any(newest.closing)


def test_the_list_is_by_name_and_tells_the_next_step_and_when_they_were_seen(desk: Desk, dana: str) -> None:
    desk.do(lambda notebook: notebook.leads.add("Amir"))
    for words, day in (("later", date(2026, 4, 1)), ("soon", date(2026, 3, 12)), ("some time", None)):
        step = desk.do(lambda notebook, words=words: notebook.steps.draft(dana, words))  # type: ignore[misc]
        if day is not None:
            desk.do(lambda notebook, step=step, day=day: notebook.steps.keep(step.id, "by_when", day))  # type: ignore[misc]
    amir, found = desk.do(lambda notebook: notebook.lead_pages.all())
    assert (amir.lead.name, amir.last_seen, amir.steps, amir.teams) == ("Amir", None, [], [])
    assert (found.teams, found.last_seen) == (["Math"], TODAY - timedelta(days=2))
    assert [step.words for step in found.steps] == ["soon", "later", "some time"]


def test_only_the_newest_observations_are_looked_at(desk: Desk, dana: str) -> None:
    for number in range(LOOKED_AT):
        desk.begin(f"new{number}", on_day(-number), team="Math")
    page = desk.do(lambda notebook: notebook.lead_pages.of(dana, TODAY))
    assert page.gathered == [] and page.looked_at == LOOKED_AT and page.observation_count == LOOKED_AT + 3


def test_it_is_read_by_indexes_alone(desk: Desk, dana: str) -> None:
    """No table that grows with the years is gone through from end to end."""
    asked: list[str] = []
    with Notebook.open(desk.places, desk.clock) as notebook:
        notebook.file.connection.set_trace_callback(asked.append)
        notebook.lead_pages.of(dana, TODAY)
        notebook.lead_pages.thoughts(dana)
        notebook.file.connection.set_trace_callback(None)
        plans = [
            row[3]
            for select in asked
            if select.lstrip().startswith("SELECT")
            for row in notebook.file.connection.execute(f"EXPLAIN QUERY PLAN {select}")
        ]
    whole = [plan for plan in plans if plan.startswith("SCAN")]
    assert asked and {plan.split()[1] for plan in whole} <= {"leads", "series", "days_off", "CONSTANT"}, whole


def test_the_feedback_of_the_cycle_that_goes_on(desk: Desk, dana: str) -> None:
    desk.do(lambda notebook: notebook.observations.end("o1", on_day(9).utc_ms + 1_800_000))
    first = desk.do(lambda notebook: notebook.feedback.begin(dana, "o0", "note", "secret words"))
    second = desk.do(lambda notebook: notebook.feedback.begin(dana, "o1", "note", "secret words"))
    page = desk.do(lambda notebook: notebook.lead_pages.of(dana, TODAY))
    assert [(each.feedback.id, each.hours) for each in page.feedback] == [(second.id, None), (first.id, None)]
    cycle = desk.do(lambda notebook: notebook.cycles.begin(dana))
    desk.do(lambda notebook: notebook.cycles.keep(cycle.id, "starts_on", TODAY - timedelta(days=10)))
    desk.do(
        lambda notebook: notebook.file.write(
            lambda _: notebook.feedback.within_share(second.id, on_day(8).utc_ms + 1_800_000)
        )
    )
    (given,) = desk.do(lambda notebook: notebook.lead_pages.of(dana, TODAY)).feedback
    assert (given.feedback.id, given.meeting.id, given.hours) == (second.id, "o1", 9.0), "the Sunday does not count"
    assert hours_words(given.feedback, given.hours) == "after 9 school hours"
    assert hours_words(given.feedback, 50.2) == "after 50 school hours; 48 are the aim"
    assert (hours_words(first, 1.0), hours_words(first, None)) == ("1 of 48 school hours", "")
