"""A person purged: proved on every byte of every file of the home but the record's, and on what stays."""

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from coachtui.model.retention import read_keep
from coachtui.store import belonging
from coachtui.store import file as notebook_file
from coachtui.store.backups import all_backups, back_up
from coachtui.store.doctor import rebuild
from coachtui.store.dropbox import DropBox
from coachtui.store.errors import NotebookBusy, NotebookError
from coachtui.store.holds import Held
from coachtui.store.notebook import Notebook
from coachtui.store.present import TABLES
from coachtui.store.purged_backups import let_go, older_than_purges
from tests.support import discarded
from tests.support.canaries import MARK, NAME, STAYS, TEAM, plan_for, tell_all, traces_but_record
from tests.support.clocks import A_MORNING, FakeClock
from tests.support.homes import Desk, open_notebook, seconds_on
from tests.support.program import ROOT
from tests.support.state import faults_of, whole_state

DAY = 24 * 3_600_000
_PLAIN = (
    "id ref anchor_utc_ms anchor_boot_ms anchor_boot_id zone ended_utc_ms framework paused_ms place at_ms about provenance kind "
    "codes starred visibility minutes from_ms to_ms reason moved_ms code at_utc_ms weekday minute state retired_on agreed_on "
    "starts_on ends_on extended_to verdict closed_on lead_reflected_on my_reflected_on planned_on done_on by_when check_back "
    "practised_on practised_times tried_on seen_on from_day to_day day version way sha256 left_out settled every_weeks ended_on "
    "slot began_utc_ms no_decision author private carried_from actual_minutes agreed remind_days from_minute to_minute turn "
    "turns until_utc_ms shape begun_utc_ms shared_utc_ms talked_on followed_on mark words_hash seconds rule held_by is_named "
    "scenario structure "
    "begun_on held_on follow_up_on part whose is_private asked_on asked steps_down_on counts what people since_utc_ms "
    "label team schedule lead cycle entry purge word from_utc_ms role"
)
PLAIN = frozenset(_PLAIN.split())
"""Columns without words of a person; or, of the last ones, told apart by what they stand in."""


@pytest.fixture
def told(desk: Desk) -> Desk:
    """A lead with a word in every place, and what is proved first: that each of them is there to be found."""
    tell_all(desk)
    here = desk.places.notebook.read_bytes().lower()
    for table, columns in (belonging.TYPED | belonging.SHARED).items():
        if table in belonging.OWNERS and table not in ("observations", "lines", "holds"):
            assert all(f"zqx{table}{column}zq".encode() in here for column in columns)
    for word in ("zqxundone", "zqxwondering", "zqxaccount", "zqxhalftype", "zqxtitle", "zqxana"):
        assert word.encode() in here
    return desk


def purge(notebook: Notebook, desk: Desk, **how: Any) -> None:
    notebook.purging.purge(plan_for(notebook), desk.places, **how)
    from coachtui.sharing.editing import take_away

    take_away(desk.places.home)


def test_every_column_is_told_apart() -> None:
    """One that is added says what it is to a purge: what the row belongs to, whom it names, what is typed, or none of it."""
    known = {
        (table, column)
        for part in (belonging.OWNERS, belonging.LOOSE, belonging.TYPED, belonging.SHARED)
        for table, columns in part.items()
        for column in columns
    } | set(belonging.BESIDE_A_LINE.items())
    missing = [
        f"{table}.{column}"
        for table, columns in TABLES.items()
        for column in columns
        if (table, column) not in known and column not in PLAIN
    ]
    assert missing == []


@pytest.mark.goal("C5")
def test_nothing_of_a_person_is_left_in_any_byte(told: Desk) -> None:
    others = told.do(lambda notebook: (notebook.lines.of("o2"), notebook.drafts.get("o2"), notebook.teams.all()[1:]))
    with open_notebook(told.places) as notebook:
        notebook.lines.star("other-1", True)
        purge(notebook, told)
        assert traces_but_record(told.places.home) == []
        assert notebook.search.find("zqxline").hits == []
        assert faults_of(notebook) == []
        notebook.lines.star("other-1", False)
    assert traces_but_record(told.places.home) == []
    told.do(lambda notebook: [notebook.undo(subject) for subject in ("o1", "o2", "today") for _ in range(3)])
    told.do(rebuild)
    assert traces_but_record(told.places.home) == [] and troubles(told) == []
    (record,) = (told.places.home / "record").glob("*.md")
    assert MARK in record.read_text().lower()  # what was shared is the lead's too
    (team,) = [each for each in told.do(lambda notebook: notebook.teams.all()) if each.name == TEAM]
    assert team.lead is None and [member.name for member in team.members] == ["Tom Adeyemi"]
    assert others[1:] == told.do(lambda notebook: (notebook.drafts.get("o2"), notebook.teams.all()[1:]))
    assert (told.places.dropbox / "old.unread").read_text() == '{"lines": ["stays in the box"], "of": "o2"}\n'


def test_of_what_was_shared_the_hash_stays(told: Desk) -> None:
    shares = {each.sha256 for each in told.do(lambda notebook: notebook.ledger.of(notebook.leads.called(NAME)[0].id))}
    told.do(lambda notebook: purge(notebook, told))
    (made,) = told.do(lambda notebook: notebook.purging.all())
    assert made.what == "a person" and made.numbers["shares"] == len(shares)
    assert {each.sha256 for each in told.do(lambda notebook: notebook.purging.gone_shares())} == shares


def troubles(desk: Desk) -> list[str]:
    """What the doctor finds, but for the file of the drop box that never could be read whole."""
    return [each for each in discarded.troubles(desk) if not each.startswith("drop box")]


def _no_statement(self: notebook_file.NotebookFile) -> None:
    """Leave what was deleted where it lay."""


@pytest.mark.goal("C5", sabotage=True)
@pytest.mark.parametrize(
    ("where", "name", "instead"),
    [
        ("coachtui.store.leaving_out", "strike_out", lambda *_, **__: None),
        ("coachtui.store.purging", "clear_of", lambda *_: None),
        ("coachtui.store.leaving_out", "_without_words", str),
        ("coachtui.store.file.NotebookFile", "leave_no_remains", _no_statement),
        ("coachtui.store.purging.Purging", "_clear_beside", lambda *_, **__: None),
    ],
)
def test_the_proof_is_not_blind(
    told: Desk, monkeypatch: pytest.MonkeyPatch, where: str, name: str, instead: Callable[..., Any]
) -> None:
    """The sabotage: events that still tell, a drop box that is left alone, titles, the search index and the log, drafts."""
    monkeypatch.setattr(f"{where}.{name}", instead)
    told.do(lambda notebook: purge(notebook, told))
    assert traces_but_record(told.places.home) != []


@pytest.mark.goal("C5", sabotage=True)
def test_the_proof_sees_rows_that_are_not_overwritten(told: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sabotage: without secure_delete, and the file not made anew."""
    pragmas = [each.replace("secure_delete=ON", "secure_delete=OFF") for each in notebook_file._PRAGMAS]
    monkeypatch.setattr(notebook_file, "_PRAGMAS", pragmas)
    monkeypatch.setattr(notebook_file.NotebookFile, "leave_no_remains", _no_statement)
    told.do(lambda notebook: purge(notebook, told))
    assert traces_but_record(told.places.home) != []


_CUT_OFF = """
import os, signal, sys
from coachtui.places import find_places
from tests.support.canaries import plan_for
from tests.support.homes import open_notebook
import coachtui.store.purging as purging, coachtui.store.leaving_out as leaving_out
from coachtui.store.file import NotebookFile
die = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
places = find_places(sys.argv[1])
notebook = open_notebook(places)
plan = plan_for(notebook)
where, name = {"events": (leaving_out, "lay_on"), "tables": (purging.Purging, "_clear_beside"),
    "commit": (purging.Purging, "finish"), "drop box": (purging, "clear_of"),
    "file": (NotebookFile, "leave_no_remains")}[sys.argv[2]]
setattr(where, name, die)
notebook.purging.purge(plan, places)
"""


@pytest.mark.goal("C5")
@pytest.mark.parametrize("where", ["events", "tables", "commit", "drop box", "file"])
def test_killed_anywhere_nothing_goes_or_all_of_it(told: Desk, where: str) -> None:
    before = told.do(whole_state)
    killed = subprocess.run([sys.executable, "-c", _CUT_OFF, str(told.places.home), where], check=False, cwd=ROOT)
    assert killed.returncode == -9
    assert traces_but_record(told.places.home) != []
    if where in ("events", "tables"):
        assert told.do(whole_state) == before and told.do(faults_of) == []
        return
    told.do(lambda notebook: notebook.purging.finish(told.places))
    (told.places.home / "editing" / "feedback.txt").unlink(missing_ok=True)
    assert traces_but_record(told.places.home) == [] and troubles(told) == []


def test_another_window_in_the_drop_box_is_waited_for(told: Desk) -> None:
    box = DropBox(told.places, FakeClock(), "second")
    box.observations.begin("o3", A_MORNING, "UTC", TEAM, NAME)
    before = told.do(whole_state)
    with pytest.raises(NotebookBusy, match="still writes into the drop box"):
        told.do(lambda notebook: purge(notebook, told))
    assert told.do(whole_state) == before
    box.close()


@pytest.mark.goal("C5")
def test_backups_from_before_go_once_their_days_are_over(told: Desk) -> None:
    with open_notebook(told.places, told.clock) as notebook:
        connection = notebook.file.connection
        back_up(connection, told.places.backups, told.clock.now(), "before-purge")
        purge(notebook, told)
        told.clock.advance(1000)
        (old,) = older_than_purges(notebook, told.places)
        assert old.until_utc_ms == A_MORNING.utc_ms + 30 * DAY
        told.clock.advance(29 * DAY)
        assert let_go(notebook, told.places, told.clock) == []
        assert traces_but_record(told.places.home) != []
        told.clock.advance(DAY)
        notebook.holds.put([], "", "an inquiry")
        assert let_go(notebook, told.places, told.clock, at_once=True) == []
        notebook.holds.lift(notebook.holds.all()[0].id)
        assert let_go(notebook, told.places, told.clock) == [old.path]
        assert traces_but_record(told.places.home) == []
        assert [each.reason for each in all_backups(told.places.backups)] == ["after-purge"]
        assert older_than_purges(notebook, told.places) == []


def test_a_hold_keeps_a_person_and_their_lines(told: Desk) -> None:
    with open_notebook(told.places) as notebook:
        notebook.lines.file("o2", read("zqxana: what I saw"), seconds_on(7400), "said")
        hold = notebook.holds.put([notebook.leads.called(NAME)[0].id], NAME, "records request")
        assert notebook.holds.put([notebook.leads.called(NAME)[0].id], NAME, "again") == hold
        for line in ("kept-zq", "said"):
            with pytest.raises(Held, match="hold"):
                notebook.discarding.discard(line)
            with pytest.raises(Held):
                notebook.discarding.keep_only_talk(line)
        with pytest.raises(Held, match="Zqxana"):
            plan_for(notebook)
        keep = read_keep({"observations": "1 day", "feedback": "1 day", "conversations": "1 day"})
        plan = notebook.purging.planning().of_age(keep, FakeClock().today().replace(year=2030))
        assert [row[1] for row in plan.rows if row[0] == "observations"] == ["o2"] or plan.kept
        assert ("observations", "o1") not in plan.rows and any("hold" in sentence for sentence in plan.kept)
        notebook.holds.lift(hold.id)
        notebook.discarding.discard("said")
        assert plan_for(notebook).counts["leads"] == 1
        assert faults_of(notebook) == []


def read(words: str) -> Any:
    from coachtui.model.grammar import read_line

    return read_line(words)


def test_what_is_old_goes_by_kind_and_what_is_kept_longer_keeps_its_meeting(told: Desk) -> None:
    today = FakeClock().today().replace(year=2030)
    with open_notebook(told.places) as notebook:

        def planned(**keep: str) -> Any:
            return notebook.purging.planning().of_age(read_keep(keep), today)

        first = planned(observations="3 years")
        assert ("observations", "o2") in first.rows and ("observations", "o1") not in first.rows
        assert any("kept longer" in sentence for sentence in first.kept)
        both = planned(observations="3 years", feedback="3 years")
        assert ("observations", "o1") in both.rows and ("feedback", "feedback-zq") in both.rows
        assert planned(observations="9 years").is_empty
        kept = {table for table, _ in both.rows}
        assert not kept & {"leads", "cycles", "entries", "shares", "conversations", "steps"}
        notebook.purging.purge(both, told.places)
        for gone in ("zqxwondering", "zqxundone", "zqxaccount", "zqxfeedbacktext", "zqxclosingsstrength"):
            assert traces_but_record(told.places.home, gone) == []
        assert "zqxline" in notebook.ledger.of(notebook.leads.called(NAME)[0].id)[-1].words  # what was shared stays
        assert notebook.leads.called(NAME) and notebook.conversations.all() and faults_of(notebook) == []


@pytest.mark.parametrize("out", [False, True])
def test_where_else_the_name_stands_it_becomes_initials_or_the_line_goes(desk: Desk, out: bool) -> None:
    desk.do(lambda notebook: notebook.people.add_team("Math", "Dana Ruiz", ("Tom Hall", "Grace Moyo")))
    desk.do(lambda notebook: notebook.people.add_team("Science", STAYS, ("Dana Smith",)))
    desk.begin(team="Science", lead=STAYS)
    for number, words in enumerate(("dana: we compared", "later Ruiz said so.", "Dana Smith agreed", "nobody", "Ruiz")):
        reading = read(words).named({"dana": "Dana Ruiz"})
        with open_notebook(desk.places) as notebook:
            notebook.lines.file("o1", reading, seconds_on(number), f"line-{number}")
    desk.do(lambda notebook: notebook.lines.rewrite("line-4", read("somebody")))

    def work(notebook: Notebook) -> None:
        lead = notebook.leads.called(STAYS)[0].id
        step = notebook.steps.draft(lead, "ask Dana Ruiz first")
        feedback = notebook.feedback.begin(lead, "o1", "usual", "")
        notebook.feedback.cite(feedback.id, "line-1", "10:01")
        plan = plan_for(notebook, "Dana Ruiz", with_lines=out)
        assert plan.elsewhere == ({"steps": 1} if out else {"lines": 2, "steps": 1})
        notebook.purging.purge(plan, desk.places, unnamed=True)
        assert notebook.steps.get(step.id).words == "ask D. R. first"
        states = [each.state for each in notebook.feedback.citations_shown(feedback.id)]
        assert states == ([] if out else ["as it was"])
        assert faults_of(notebook) == []

    desk.do(work)
    speakers = [line.speaker for line in desk.lines()]
    assert speakers == ([None] * 3 if out else ["D. R.", *[None] * 4])
    left = ["Dana Smith agreed", "nobody", "somebody"]
    assert desk.texts() == (left if out else ["we compared", "later D. R. said so.", *left])
    assert traces_but_record(desk.places.home, "ruiz") == []


def test_a_member_goes_with_what_they_said(desk: Desk) -> None:
    desk.do(lambda notebook: notebook.people.add_team("Math", "Dana Ruiz", ("Tom Hall", "Grace Moyo")))
    desk.begin(team="Math")
    for number, words in enumerate(("tom: zqxsaid", "grace: may I ask", "kept")):
        desk.file(words, seconds_on(number), f"line-{number}")
    with open_notebook(desk.places) as notebook:
        plan = plan_for(notebook, "tom")
        assert plan.is_of_member and plan.counts == {"members": 1, "lines": 1} and plan.elsewhere == {}
        notebook.purging.purge(plan, desk.places)
        assert faults_of(notebook) == []
        with pytest.raises(NotebookError, match="nobody called"):
            plan_for(notebook, "Tom Hall")
    assert traces_but_record(desk.places.home, "zqxsaid") == traces_but_record(
        desk.places.home, "hall"
    ) == [] and desk.texts() == ["may I ask", "kept"]


def test_who_is_meant_is_asked_where_it_may_be_several(desk: Desk) -> None:
    desk.do(lambda notebook: notebook.leads.add("Dana Ruiz"))
    desk.do(lambda notebook: notebook.leads.add("Dana Ruiz", another=True))
    with open_notebook(desk.places) as notebook:
        with pytest.raises(NotebookError, match="more than one person"):
            plan_for(notebook, "Dana Ruiz")
        assert plan_for(notebook, notebook.leads.all()[0].handle).counts == {"leads": 1}
