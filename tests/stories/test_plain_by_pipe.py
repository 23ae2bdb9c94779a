"""The plain mode by pipes: a meeting filed, corrected and ended; the whole main job to a share; what is private is not said."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.homes import Desk, open_notebook
from tests.support.program import run
from tests.support.rooms import HOSTILE_NAMES
from tests.support.sharing import a_school, the_file
from tests.support.talking import PLAIN, talk

TODAY = ("--plain",)
STEERING = [name for name in HOSTILE_NAMES if not name.isprintable() and "\n" not in name]
"""Those that could steer a terminal."""


def show(home: Path) -> dict[str, list[dict[str, object]]]:
    told: dict[str, list[dict[str, object]]] = json.loads(run(home, "show", "last", "--json").said)
    return told


def test_an_observation_is_filed_corrected_and_ended(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    said = talk(
        desk.places.home, "= Norms 5", "tom: god morning #TM3", "-3m ? who decides this *", "! he has no plan at all",
        "//a slash", "\\? no question", "/correct 2 good morning, all",
        "/correct 4 no plan at all", "/star 2", "/code 3 norms", "/say 4", "/lines",
        "/undo", "/redo", "/out 5", "/confide she cried", "/discard", "discard", "/clock", "/segments", "/end", "Waits", "",
        "Who decides?", words=(*PLAIN, "--team", "Grade 4 Math"),
    )  # fmt: skip
    told = show(desk.places.home)
    assert [line["text"] for line in told["lines"]] == [
        "Norms", "good morning, all", "who decides this", "no plan at all", "? no question",
    ]  # fmt: skip
    assert [line["speaker"] for line in told["lines"]][1] == "Tom Adeyemi"
    assert [line["codes"] for line in told["lines"]][1:3] == [["TM3"], ["norms"]]
    assert [line["starred"] for line in told["lines"]] == [False, True, True, False, False]
    assert [line["provenance"] for line in told["lines"]] == ["live", "live", "added", "live", "live"]
    assert [line["kind"] for line in told["lines"]] == ["segment", "evidence", "wondering", "judgment", "evidence"]
    assert told["ended"] is not None
    assert "Tom, evidence, TM3." in said and "new segment: Norms, 5 min planned." in said
    assert "Ended at" in said and "5 lines, all saved." in said
    with open_notebook(desk.places) as notebook:
        closing = notebook.closings.of(notebook.observations.latest(1)[0].id)
    assert closing == ("Waits", "", "Who decides?")


def test_a_judgment_is_said_only_when_it_is_asked_for(tmp_path: Path) -> None:
    home = a_school(tmp_path).places.home
    words = (
        "! talks past every zebra",
        "/lines",
        "/lines all",
        "/star",
        "/code TM3",
        "/search zebra",
        "back",
        "/summary",
    )
    before, after = talk(home, *words, "/clock", "/lines mine", "/say 1").split("Since ")
    assert "zebra" not in before and after.count("zebra") == 2
    assert "zebra" not in talk(home, "/hide 1", "/say 1", "/lines mine", "/history 1")


def test_the_whole_main_job_to_a_share(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    home = desk.places.home
    said = talk(
        home, "tom: \"I have two reports\" #TM3 *", "dana: asks who has the others *", "priya: nobody has looked at mine", "/end",
        "", "", "", "feedback", "write 1", "You asked who had the others,", "/cite 2", "and Tom said what he had.", "",
        "quote 1 2", "write 3", "Ask it once more before you go on", "", "advice", "why 1", "aside 1", "hear", "share", "initial",
        "share", "no", "share", "yes", "changes", "left", "back", "talked", "back", "today", "lead dana", "record",
        words=(*PLAIN, "--team", "Grade 4 Math"),
    )  # fmt: skip
    file = the_file(desk.places).read_text()
    assert "You asked who had the others," in file and "T. A." in file and "Tom" not in file
    letter = said.split("This leaves, to the letter:\n")[-1].split("\nThat is all of it.")[0]
    assert letter in file, "what was said to leave is what left, to the byte"
    with open_notebook(desk.places) as notebook:
        lead = notebook.leads.all()[0]
        (share,) = notebook.ledger.of(lead.id)
        assert share.words.strip() == letter and json.loads(share.settled) == {"Tom Adeyemi": "initial"}
        (step,) = notebook.steps.open_of(lead.id)
        assert (step.state, step.words) == ("agreed", "Ask it once more before you go on")
    assert "Nothing left." in said and "Shared with Dana Ruiz." in said and "Delivered: " in said


def test_triage_steps_and_the_other_ways_out(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    lead = desk.do(lambda notebook: notebook.leads.all()[0])
    step = desk.do(lambda notebook: notebook.steps.draft(lead.id, "Ask who has not spoken"))
    file = tmp_path / "note.md"
    said = talk(
        desk.places.home, "read last", "triage", "star", "norms", "stop", "say 2", "history 2", "back", "lead dana", "1", "back",
        "steps", "agreed 1", "tried 1", "undo", "share 1", "edit 0 A step", "share", "yes", "back", "observations", "1",
        "feedback", "shape Evidence", "undo", "parts", "back", "share", "stop", "names", "keep", "initial", "role",
        "out 1", "in 1", f"save {file}", "left", "back", "today", "sync", "read " + step.ref, words=("--plain",),
    )  # fmt: skip
    with open_notebook(desk.places) as notebook:
        (now,) = notebook.steps.open_of(lead.id)
        assert now.state == "agreed"
        assert [share.way for share in notebook.ledger.of(lead.id)] == ["record", "md"]
        (_, line, *_) = notebook.lines.of("o1")
        assert not line.starred
    assert "Four of nine" in file.read_text() and "Now: 2. " in said and "Taken back: step tried." in said
    assert "A step" in the_file(desk.places).read_text()


def test_private_words_do_not_pass(tmp_path: Path) -> None:
    home = a_school(tmp_path).places.home
    words = "She talks far too fast for all of them"
    said = talk(
        home, "feedback last", "write 1", words, "", "share", "share", "yes", "parts", "out 1", "share", words=TODAY
    )
    assert "Some of it are words of a private line" in said and "Nothing is left of it to share." in said
    assert "Shared with" not in said.replace("Share with", "")


def test_today_is_cleared_by_numbers(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    desk.begin("o2", team="Grade 4 Math")
    desk.file("the reports lie on the table", observation="o2")
    said = talk(desk.places.home, "done 1", "undo", "redo", "later 2", "today", "9", "observations", "leads", "bells", "nonsense",
                "help", "help later", words=TODAY)  # fmt: skip
    assert "Ended at" in said and "Taken back: observation ended." in said and "Put off until" in said
    assert "Bell times are entered in the screens, by coachtui." in said and "There is no 'nonsense' here." in said
    assert "later NUMBER. Put a card off until the morning of the next school day." in said


def test_what_was_cut_off_goes_on(tmp_path: Path) -> None:
    home = Desk(tmp_path).places.home
    talk(home, "the first line")
    said = talk(home, "the second line", "/end", "/stop")
    assert "This observation stopped at" in said and "Type to go on" in said
    assert [line["text"] for line in show(home)["lines"]] == ["the first line", "the second line"]


def test_a_second_window_writes_into_the_drop_box(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    with open_notebook(desk.places):
        said = talk(desk.places.home, "! from the second window", "/lines", "/end")
    assert "What you type goes into the drop box" in said and "In the drop box lines are only written." in said
    assert "all saved in the drop box" in said
    assert "1 line from another window was taken in." in talk(desk.places.home, words=TODAY)
    assert show(desk.places.home)["lines"][0]["kind"] == "judgment"


def test_in_together_nothing_is_said_until_one_is_alone(tmp_path: Path) -> None:
    desk = a_school(tmp_path)
    lead = desk.do(lambda notebook: notebook.leads.all()[0])
    plan = desk.do(lambda notebook: notebook.conversations.plan(lead.id, with_whom="J."))
    desk.do(lambda notebook: notebook.together.begin(plan.id))
    shut = talk(desk.places.home, "lines", "today", "search talks", words=TODAY)
    assert "stands in Together" in shut and "Dana" not in shut and "talks" not in shut
    assert desk.do(lambda notebook: notebook.together.on()) == plan.id
    desk.do(lambda notebook: notebook.together.set_passphrase("swordfish"))
    assert "That is not it." in talk(desk.places.home, "leave", words=TODAY)
    opened = talk(desk.places.home, "swordfish", "leads", words=TODAY)
    assert "You are alone again." in opened and "Dana Ruiz" in opened


@pytest.mark.parametrize(
    "name", [pytest.param(each, marks=() if each in STEERING else pytest.mark.deep) for each in HOSTILE_NAMES]
)
def test_hostile_words_come_out_clean(tmp_path: Path, name: str) -> None:
    desk = Desk(tmp_path)
    desk.do(lambda notebook: notebook.people.add_team(name, name, (f"{name} Second",)))
    desk.begin(team=name)
    desk.file(f"said {name} #{name.split(maxsplit=1)[0]} *")
    desk.do(lambda notebook: notebook.observations.end("o1", desk.clock.now().utc_ms + 1000))
    typed = name.encode("utf-8", "replace").decode()
    talk(desk.places.home, "open 1", typed, "back", "read last", "lines", "say 1", "summary", "feedback", "evidence", "back",
         "share", "stop", "parts", "back", "today", "leads", f"search {typed}", "back", words=TODAY)  # fmt: skip


def test_it_works_without_the_screens(tmp_path: Path) -> None:
    """Neither Textual nor Rich is imported, whatever is done."""
    script = (
        "import sys\nfrom coachtui.cli import main\n"
        f"code = main(['--home', {str(tmp_path / 'home')!r}, '--plain', 'observe'])\n"
        "names = [name for name in sys.modules if name.split('.')[0] in ('textual', 'rich') or name.startswith('coachtui.tui')]\n"
        "assert code == 0 and names == [], names\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        input="one line\n/end\n\n\n\nfeedback\nsync\n",
        text=True,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
