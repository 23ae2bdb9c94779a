"""The review of a day out of a real notebook: its cards, what was put off, and that nothing of it is lost."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from coachtui.model.card import SUBJECT, Card
from coachtui.model.release_block import Plan
from coachtui.store.notebook import Notebook
from coachtui.store.present import TABLES, Change
from tests.support.clocks import A_MORNING
from tests.support.discarded import troubles
from tests.support.homes import Desk, fill, open_notebook, seconds_on
from tests.support.state import faults_of, whole_state

NOW = A_MORNING.utc_ms
DAY = 24 * 3_600_000


def keys(desk: Desk, after_ms: int = 0) -> list[str]:
    return [card.key for card in desk.do(lambda notebook: notebook.today.review(NOW + after_ms, "UTC")).cards]


def put(desk: Desk, table: str, **fields: object) -> None:
    """A row of another branch of the work, as its shelf would put it."""

    def work(notebook: Notebook) -> None:
        kinds = {row[1]: row[2:4] for row in notebook.file.rows(f"PRAGMA table_info({table})")}
        usual = {
            column: None if not kinds[column][1] else 0 if kinds[column][0] == "INTEGER" else ""
            for column in TABLES[table]
        }
        change = Change(table, None, usual | {"id": f"{table}-1", **fields})
        notebook.file.write(lambda _: notebook.events.record(str(fields.get("lead", "x")), "put", [change]))

    desk.do(work)


@pytest.fixture
def school(desk: Desk) -> Desk:
    """A lead and her team."""
    desk.do(lambda notebook: notebook.people.add_team("Math", "Maria Okafor", ("Tom",)))
    return desk


def maria(desk: Desk) -> str:
    return str(desk.do(lambda notebook: notebook.leads.called("Maria Okafor")[0].id))


def test_release_time_lost_stands_on_today_until_more_is_lost(school: Desk) -> None:
    lead = maria(school)

    def lose(days_ago: int) -> None:
        plan = Plan(date(2026, 3, 10) - timedelta(days=days_ago), None, "P3", 45, "co-plan")
        block = school.do(lambda notebook: notebook.blocks.plan(lead, plan))
        school.do(lambda notebook: notebook.blocks.lost(block.id, "covered a class"))

    lose(30)
    assert not [key for key in keys(school) if key.startswith("release:")]
    lose(2)
    (first,) = (key for key in keys(school) if key.startswith("release:"))
    school.do(lambda notebook: notebook.today.put_off(first, None))
    assert first not in keys(school)
    lose(1)
    (second,) = (key for key in keys(school) if key.startswith("release:"))
    assert second != first
    school.do(lambda notebook: notebook.leads.retire(lead, date(2026, 3, 10)))
    assert second not in keys(school)


def watch(desk: Desk, days_ago: int, *typed: str) -> None:
    start = seconds_on(-days_ago * 86_400)
    desk.begin(f"o{days_ago}", start, team="Math")
    for number, words in enumerate(typed):
        desk.file(words, start, f"line-{days_ago}-{number}", f"o{days_ago}")
    desk.do(lambda notebook: notebook.observations.end(f"o{days_ago}", start.utc_ms + 1_800_000))


def test_an_empty_notebook_has_no_cards(desk: Desk) -> None:
    review = desk.do(lambda notebook: notebook.today.review(NOW, "UTC"))
    assert review.cards == [] and review.day.bells.next_ring(NOW, "UTC") is None


def test_feedback_is_waited_for_until_something_is_shared(school: Desk) -> None:
    watch(school, 1, "tom: they compared #TM3", "? a wondering #TM1", "nothing special", "starred *")
    (card,) = school.do(lambda notebook: notebook.today.review(NOW + 3_600_000, "UTC")).cards
    assert card.kind == "feedback" and card.why.startswith("2 marked lines from Math, yesterday; ")
    lead = maria(school)
    put(school, "entries", lead=lead, kind="observation", about="o1", day="2026-03-09", version=1)
    assert keys(school, 3_600_000) == []


def test_a_lead_is_unseen_since_the_last_meeting_or_since_she_was_added(school: Desk) -> None:
    assert keys(school, 20 * DAY) == []
    assert keys(school, 21 * DAY) == [f"unseen:{maria(school)}:2026-03-10"]
    watch(school, 7, "seen")
    assert keys(school, 14 * DAY) == [f"unseen:{maria(school)}:2026-03-03"]
    fields = school.do(lambda notebook: notebook.file.row("SELECT id, name, role, handle, retired_on FROM leads"))
    was = dict(zip(TABLES["leads"], fields or (), strict=True))
    change = Change("leads", was, {**was, "retired_on": "2026-03-11"})
    school.do(lambda n: n.file.write(lambda _: n.events.record(was["id"], "retired", [change])))
    assert keys(school, 14 * DAY) == []


def test_every_other_kind_comes_out_of_its_table(school: Desk) -> None:
    lead = maria(school)
    put(school, "steps", lead=lead, ref="s1", state="agreed", words="Wait", by_when="2026-03-04")
    put(school, "cycles", lead=lead, ref="c1", state="learning", starts_on="2026-02-02", ends_on="2026-03-06")
    put(school, "deadlines", label="SLO", day="2026-03-12", remind_days=10)
    put(school, "series", lead=lead, every_weeks=1, weekday=4, starts_on="2026-01-06")
    put(school, "one_on_ones", lead=lead, ref="1a", day="2026-03-10", minute=8 * 60 + 50, state="planned")
    put(school, "entries", lead=lead, title="Observation", day="2026-03-01", version=2)
    put(school, "lead_words", lead=lead, entry="entries-1", place="block", words="mine", state="new")
    school.begin("o9", seconds_on(-60), team="Math")
    found = [key.split(":")[0] for key in keys(school)]
    assert found == ["resume", "1", "step", "conflict", "cycle", "deadline", "gap"]
    assert [each for each in troubles(school) if not each.startswith("record")] == []
    school.do(lambda notebook: notebook.rebuild())
    assert [key.split(":")[0] for key in keys(school)] == found


def test_done_and_put_off_and_taken_back(school: Desk) -> None:
    put(school, "deadlines", label="SLO", day="2026-03-12", remind_days=10)
    (key,) = keys(school)
    school.do(lambda notebook: notebook.today.put_off(key, NOW + DAY))
    assert keys(school) == [] and keys(school, DAY - 1) == [] and keys(school, DAY) == [key]
    school.do(lambda notebook: notebook.today.put_off(key, None))
    assert keys(school, DAY) == []
    undone = school.do(lambda notebook: notebook.undo(SUBJECT))
    assert undone is not None and undone.what == "card done"
    assert keys(school) == [] and keys(school, DAY) == [key]
    school.do(lambda notebook: notebook.undo(SUBJECT))
    assert keys(school) == [key]
    school.do(lambda notebook: notebook.redo(SUBJECT))
    assert keys(school) == []
    assert troubles(school) == []


class PuttingOff(RuleBasedStateMachine):
    """Cards are done, put off, taken back, and the notebook is opened again: what is away is away, nothing else is."""

    folder: Path
    count = 0

    @initialize()
    def begin(self) -> None:
        type(self).count += 1
        folder = self.folder / str(self.count)
        folder.mkdir()
        self.desk = Desk(folder)
        for number in range(4):
            put(self.desk, "deadlines", id=f"d{number}", label=f"SLO {number}", day="2026-03-12", remind_days=10)
        self.keys = keys(self.desk)
        self.open = open_notebook(self.desk.places)
        self.away: dict[str, int | None] = {}
        self.past: list[dict[str, int | None]] = []
        self.coming: list[dict[str, int | None]] = []

    @rule(number=st.integers(0, 3), until=st.none() | st.integers(NOW + 1, NOW + 3 * DAY))
    def put_off(self, number: int, until: int | None) -> None:
        self.open.today.put_off(self.keys[number], until)
        self.past.append(dict(self.away))
        self.coming.clear()
        self.away[self.keys[number]] = until

    @rule()
    def undo(self) -> None:
        done = self.open.undo(SUBJECT)
        assert (done is None) == (not self.past)
        if self.past:
            self.coming.append(self.away)
            self.away = self.past.pop()

    @rule()
    def redo(self) -> None:
        self.open.redo(SUBJECT)
        if self.coming:
            self.past.append(self.away)
            self.away = self.coming.pop()

    @invariant()
    def all_is_there(self) -> None:
        for after in (0, DAY, 2 * DAY):
            gone = {key for key, until in self.away.items() if until is None or until > NOW + after}
            shown = [card.key for card in self.open.today.review(NOW + after, "UTC").cards]
            assert shown == [key for key in self.keys if key not in gone]

    @rule()
    def opened_again(self) -> None:
        self.teardown()
        self.open = open_notebook(self.desk.places)

    def teardown(self) -> None:
        self.open.close()


def test_nothing_done_or_put_off_is_ever_lost(tmp_path: Path) -> None:
    PuttingOff.folder = tmp_path
    run_state_machine_as_test(PuttingOff, settings=settings(max_examples=15, stateful_step_count=12, deadline=None))


def test_the_sample_school_has_cards_and_is_sound(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    fill(desk.places, desk.clock)
    with open_notebook(desk.places) as notebook:
        before = whole_state(notebook)
        cards: list[Card] = notebook.today.review(NOW, "UTC").cards
        assert {card.kind for card in cards} >= {"resume", "feedback"}
        assert whole_state(notebook) == before, "looking changes nothing"
        assert faults_of(notebook) == []
        assert date(2026, 3, 10) == notebook.today.review(NOW, "UTC").day.today
