"""What the commands print for a person: lists, one observation, lines found, keys and places."""

from datetime import date
from pathlib import Path

import pytest

from coachtui.commandline.usage import KINDS
from coachtui.places import Places
from tests.support.drafting import drafted, shared, talk
from tests.support.homes import make_home, open_notebook
from tests.support.program import Answer, ask
from tests.support.sharing import a_school
from tests.support.wholes import a_full_whole


def fine(home: Path, *words: str) -> str:
    """What a command prints when all goes well."""
    answer = ask(home, *words)
    assert (answer.code, answer.complaint) == (0, ""), answer
    return answer.said


def failed(answer: Answer) -> str:
    """The one sentence of a command that could not be done."""
    assert (answer.code, answer.said) == (1, "") and answer.is_foreseen(), answer
    assert answer.complaint.count("\n") == 1
    return answer.complaint


def test_lists(home: Path) -> None:
    assert fine(home, "list", "observations").split() == [
        "ownyj35", "Tue", "Mar", "10,", "2026", "4:30", "ended", "9", "lines", "Grade", "5,", "Ana", "Ruiz",
    ]  # fmt: skip
    assert fine(home, "list", "LEADS") == "Ana Ruiz  ana:  Team Lead  Grade 5\n"
    assert fine(home, "list", "teams") == "Grade 5  Ana Ruiz    Maria Lopez, Tom\n"


@pytest.mark.parametrize("kind", ["leads", "teams", "observations"])
def test_an_empty_list_says_so_and_what_to_do(tmp_path: Path, kind: str) -> None:
    said = fine(make_home(tmp_path).home, "list", kind)
    assert said.startswith(f"There are no {kind} in this notebook yet. ") and "'coachtui " in said


def test_a_feedback_in_plain_text(tmp_path: Path) -> None:
    school = a_school(tmp_path)
    assert fine(school.places.home, "list", "feedback").startswith("There is no feedback in this notebook yet. ")
    feedback = drafted(school)
    listed = fine(school.places.home, "list", "feedback")
    assert listed.split() == [
        feedback.ref, "draft", "Grade", "4", "Math,", "Tue", "Mar", "10,", "2026", *listed.split()[9:-2], "Dana", "Ruiz",
    ]  # fmt: skip
    shared(school, feedback)
    talk(school, feedback)
    school.do(lambda notebook: notebook.feedback.reply(feedback.id, "I will try it."))
    said = fine(school.places.home, "show", feedback.ref).split("\n\n")
    assert said[0].startswith(f"Feedback {feedback.ref} for Dana Ruiz on Grade 4 Math, Tuesday, March 10, 2026\n")
    assert "talked through, after 0 school hours (meeting o" in said[0] and "(agreed, by Fri Mar 13)" in said[0]
    assert said[1].startswith("What worked\nAt 8:30 you asked") and said[-2] == (
        'It stands on:\n  8:30  "Where do we see that?"'
    )
    assert said[-1].startswith("The lead answered another way, ") and said[-1].endswith(":\nI will try it.\n")


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_notebook_says_of_every_kind_where_it_comes_from(tmp_path: Path, kind: str) -> None:
    assert fine(tmp_path / "home", "list", kind).startswith(("There are no ", "There is no ", "Nothing was shared yet"))


@pytest.mark.parametrize("ref", ["last", "LAST", "ownyj35", "own", "full", " ownyj35 "])
def test_one_observation_by_any_of_its_names(home: Path, ref: str) -> None:
    said = fine(home, "show", ref)
    assert said.startswith("Observation ownyj35\nTeam: Grade 5\n")
    assert said.endswith("\n\nHalf-typed: half of a li\n")


def test_one_that_is_not_there(home: Path, tmp_path: Path) -> None:
    assert failed(ask(home, "show", "o999999")) == (
        "There is no observation 'o999999' in this notebook. 'coachtui list observations' names them all.\n"
    )
    assert failed(ask(home, "show", "")).startswith("There is no observation ''")
    empty = make_home(tmp_path, "empty").home
    assert failed(ask(empty, "show", "last")).endswith("'coachtui observe' begins one.\n")


def test_a_beginning_that_several_share_names_them(tmp_path: Path) -> None:
    places = make_home(tmp_path)
    with open_notebook(places) as notebook:
        notebook.observations.take_in_all([a_full_whole(f"meeting-{number}") for number in range(8)])
    said = failed(ask(places.home, "show", "o"))
    assert said.startswith("'o' may mean o") and said.endswith(" and others. Type a little more of it.\n")


def test_lines_found(home: Path) -> None:
    said = fine(home, "search", "item")
    assert 'ownyj35  Mar 10, 2026 4:31  "we look at item 4"\n' in said
    assert "ownyj35  Mar 10, 2026 4:32  (wondering) why not item 5\n" in said
    assert fine(home, "search", "nowhere") == "Nothing in the notebook holds these words.\n"


@pytest.mark.parametrize("words", ['"', "*", "a OR", "NEAR(", "-", "'; DROP TABLE lines", "\u05e9", "^", "text:item"])
def test_words_that_are_a_query_elsewhere_are_words_here(home: Path, words: str) -> None:
    fine(home, "search", "--", words)


def test_keys_and_places(home: Path) -> None:
    said = fine(home, "keys")
    assert said.startswith("Today\n") and "Ctrl+Z" in said
    rows = dict(row.split(maxsplit=1) for row in fine(home, "where").splitlines())
    assert rows["notebook"] == str(home / "notebook.db")


def test_asking_where_makes_nothing(tmp_path: Path) -> None:
    fine(tmp_path / "new", "where")
    assert not (tmp_path / "new").exists()


def test_a_lead_is_shown_by_name_or_by_what_is_typed(home: Path) -> None:
    by_name = fine(home, "show", "ANA ruiz")
    assert by_name.startswith(
        "Ana Ruiz, Team Lead (typed as ana:)\nTeams: Grade 5\nCycle: no cycle\nOpen steps: none\n"
    )
    assert by_name == fine(home, "show", "ana") == fine(home, "show", "ana:")
    assert "ownyj35" in by_name and "closing" not in by_name
    with open_notebook(Places(home)) as notebook:
        again = notebook.leads.add("Ana Ruiz", "Coach", another=True)
        whole = notebook.whole(notebook.observations.latest(1)[0])
        mine = [line.text for line in whole.lines if line.visibility == "mine" and line.text]
    assert mine and not any(text in by_name for text in mine)
    assert "There are 2 leads called Ana Ruiz. Type 'ana' or 'anar' instead." in failed(ask(home, "show", "Ana Ruiz"))
    assert fine(home, "show", "anar").startswith("Ana Ruiz, Coach")
    with open_notebook(Places(home)) as notebook:
        notebook.leads.retire(again.id, date(2026, 3, 9))
    assert "Coach" not in fine(home, "list", "leads") and "retired 2026-03-09" in fine(home, "list", "leads", "--all")
    assert "Retired: Mon Mar 9" in fine(home, "show", "anar")


def test_a_tab_in_a_name_shifts_no_column(home: Path) -> None:
    with open_notebook(Places(home)) as notebook:
        notebook.leads.add("Jo\tAsh", "Coach")
    assert "\t" not in fine(home, "list", "leads") and "Jo Ash " in fine(home, "list", "leads")
