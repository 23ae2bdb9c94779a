"""A verb of each shelf that has its own name in what happened, done in the language of the environment.

python -m tests.support.verbs FOLDER   prints, as JSON, what the notebook calls each and how it is told
"""

import json
import sys
from datetime import timedelta
from pathlib import Path

from coachtui.language import choose_language

choose_language([])  # before what holds sentences is imported

from coachtui.commandline import sample_school  # noqa: E402
from coachtui.model.grammar import read_line  # noqa: E402
from coachtui.model.happening import told_happening  # noqa: E402
from coachtui.model.observation import ASLEEP, Gap  # noqa: E402
from coachtui.model.one_on_one import Wish  # noqa: E402
from coachtui.model.purge import told_purge  # noqa: E402
from coachtui.model.rehearsal import ROLES, told_role  # noqa: E402
from coachtui.model.retention import read_keep  # noqa: E402
from coachtui.places import Places  # noqa: E402
from coachtui.store import cycles, steps  # noqa: E402
from coachtui.store.notebook import Notebook  # noqa: E402
from tests.support.clocks import FakeClock  # noqa: E402

PLAYED = ROLES[0].format(name="Ada")


def main(home: Path) -> None:
    """Do them, and say what they are called."""
    places, clock = Places(home), FakeClock()
    sample_school.fill(places, clock)
    with Notebook.open(places, clock) as notebook:
        lead = notebook.leads.add("Ada Quist").id
        _in_a_meeting(notebook, lead, clock)
        _with_a_lead(notebook, lead, clock)
        _in_a_cycle(notebook, lead, clock)
        undone = notebook.undo(lead)
        clock.advance(4 * 366 * 86_400_000)
        keep = read_keep({"observations": "1 year", "steps": "18 months"})
        plan = notebook.purging.planning().of_age(keep, clock.today())
        purge = notebook.purging.purge(plan, places)
        called = [str(row[0]) for row in notebook.file.rows("SELECT DISTINCT what FROM events ORDER BY what")]
    assert undone is not None
    told = {each: told_happening(each) for each in called} | {
        purge.what: told_purge(purge.what), PLAYED: told_role(PLAYED),
    }  # fmt: skip
    print(json.dumps({"called": called, "told": told, "undone": undone.what, "purge": purge.what}))


def _in_a_meeting(notebook: Notebook, lead: str, clock: FakeClock) -> None:
    identity = notebook.observations.begin("o", clock.now(), "UTC", "Grade 9").id
    notebook.observations.pause(identity, clock.advance(1000))
    notebook.observations.go_on(identity, clock.advance(1000))
    notebook.observations.mark_gap(identity, Gap(0, 1, ASLEEP))
    for number in range(2):
        notebook.spans.turn(identity, "TM3", number)
        notebook.lines.file(identity, read_line("They agree"), clock.now(), f"l{number}")
    notebook.lines.take_out(["l0"])
    feedback = notebook.feedback.begin(lead, identity, "short-note", "Words")
    notebook.feedback.write(feedback.id, "Other words")
    notebook.feedback.mark(feedback.id, "ready")
    notebook.feedback.mark(feedback.id, "draft")
    notebook.today.put_off("a card", None)
    notebook.today.put_off("a card", 1)


def _with_a_lead(notebook: Notebook, lead: str, clock: FakeClock) -> None:
    today = clock.today()
    team = notebook.people.add_team("Grade 9", None, ())
    notebook.teams.add_members(team.id, ["Bo", "Cy"])
    notebook.teams.add_members(team.id, ["Di"])
    notebook.own_words.add("Zed")
    notebook.own_words.remove("Zed")
    notebook.one_on_ones.set_series(lead, Wish(2, 2, 555, 30), today)
    one = notebook.one_on_ones.next_of(lead, today)
    assert one is not None
    one = notebook.one_on_ones.begin(notebook.one_on_ones.postpone(one, today, 600), today)
    items = notebook.items.add_all(lead, ["This", "That"])
    notebook.items.settle(items[0], "discussed", one.id)
    notebook.items.settle(items[0], "open", one.id)
    notebook.items.settle(items[1], "parked", one.id)
    plan = notebook.conversations.plan(lead)
    notebook.conversations.keep(plan.id, "with_whom", "Bo")
    notebook.conversations.take_out_row(notebook.conversations.commit(plan.id, "Asks", whose="principal").id)
    notebook.conversations.mark(plan.id, "rehearsed")
    notebook.conversations.mark(plan.id, "held")
    notebook.conversations.mark(plan.id, "followed up")


def _in_a_cycle(notebook: Notebook, lead: str, clock: FakeClock) -> None:
    today = clock.today()
    cycle = notebook.cycles.begin(lead)
    for field in cycles.KEPT:
        notebook.cycles.keep(cycle.id, field, today + timedelta(7) if field.endswith("_on") else "Words")
    step = notebook.steps.draft(lead, "Words", cycle.id)
    for field in steps.KEPT:
        notebook.steps.keep(step.id, field, today if field in ("by_when", "check_back") else "Other words")
    for then in ("agreed", "practised", "tried", "seen", "mastered"):
        notebook.steps.mark(step.id, then)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
