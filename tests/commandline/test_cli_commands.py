"""Every command as a process of its own: what it prints, what it ends with, and that a refusal is one sentence."""

import json
import re
from pathlib import Path

import pytest

from coachtui import __version__
from coachtui.commandline.usage import USAGES
from coachtui.model.moment import Moment
from coachtui.places import Places
from tests.support.homes import Desk, open_notebook
from tests.support.program import Answer, run


def is_one_sentence(complaint: str) -> bool:
    """Whether one line was said, for a person: it begins and ends as a sentence does."""
    begins_well = complaint[:1].isupper() or complaint[:1] in ("'", "-") or complaint[:1].isdigit()
    return complaint.count("\n") == 1 and begins_well and complaint.endswith(".\n") and "Error" not in complaint


def ref_of(desk: Desk) -> str:
    return desk.do(lambda notebook: notebook.observations.get("o1").ref)


# Pages


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["help"], ["-h", "show"]])
def test_help_names_every_command(home: Path, words: list[str]) -> None:
    told = run(home, *words)
    assert (told.code, told.complaint) == (0, "")
    assert all(f"coachtui {usage.name}" in told.said and usage.meaning in told.said for usage in USAGES)
    assert all(len(row) <= 100 for row in told.said.splitlines())
    assert not home.exists()


@pytest.mark.parametrize("usage", USAGES, ids=lambda usage: usage.name)
def test_each_command_has_a_page(home: Path, usage: "object") -> None:
    name = getattr(usage, "name")  # noqa: B009
    told = run(home, name, "--help")
    assert (told.code, told.complaint) == (0, "")
    assert told.said.startswith(f"usage: coachtui {name}") and "positional" not in told.said
    assert ("--json" in told.said) == getattr(usage, "reads")  # noqa: B009
    assert run(home, "help", name) == told
    assert not home.exists()


@pytest.mark.parametrize("words", [["--version"], ["version"]])
def test_the_version(home: Path, words: list[str]) -> None:
    assert run(home, *words) == Answer(0, f"coachtui {__version__}\n", "")


# Wrong usage


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("frobnicate", "There is no command 'frobnicate'. 'coachtui --help' shows them all."),
        ("lst", "There is no command 'lst'. Did you mean 'list'? 'coachtui --help' shows them all."),
        ("help frobnicate", "There is no command 'frobnicate'. 'coachtui --help' shows them all."),
        ("show", "REF is missing. 'coachtui show --help' shows how."),
        ("list", "KIND is missing. 'coachtui list --help' shows how."),
        ("search", "WORDS is missing. 'coachtui search --help' shows how."),
        ("import", "FILE is missing. 'coachtui import --help' shows how."),
        ("export", "REF is missing. 'coachtui export --help' shows how."),
        ("list nonsense", "'nonsense' can't be listed. These can: leads, teams, observations, cycles, feedback, "
                          "conversations, steps."),
        ("list leads more", "'more' is not understood here. 'coachtui list --help' shows how."),
        ("list leads --jsn", "'--jsn' is not understood here. 'coachtui list --help' shows how."),
        ("show last --home", "--home needs something after it. 'coachtui show --help' shows how."),
        ("search --limit 0 x", "--limit takes a number from 1 to 10000. 'coachtui search --help' shows how."),
        ("search --limit ten x", "--limit takes a number from 1 to 10000. 'coachtui search --help' shows how."),
        ("export last --to pdf", "There is no form 'pdf' yet; there are txt and json. 'coachtui export --help' shows how."),
        ("export last -o notes.pdf", "Say which form with --to: txt or json. 'coachtui export --help' shows how."),
        ("export all --to txt", "'all' can only be exported to json. 'coachtui export --help' shows how."),
        ("backup --json", "--json is not for 'backup'. 'coachtui --help' shows where it is."),
        ("--nonsense", "'--nonsense' is not understood here. 'coachtui --help' shows how."),
    ],
)  # fmt: skip
def test_wrong_usage_is_told_in_one_sentence(home: Path, words: str, complaint: str) -> None:
    assert run(home, *words.split()) == Answer(2, "", complaint + "\n")
    assert not home.exists()


# Reading


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("list observations", "There are no observations in this notebook yet. 'coachtui observe' begins one."),
        ("list leads", "There are no leads in this notebook yet. Name one with 'coachtui observe --lead NAME'."),
        ("list teams", "There are no teams in this notebook yet. Name one with 'coachtui observe --team NAME'."),
        ("list steps", "There are no steps in this notebook: coachtui does not keep them yet."),
        ("search hello", "No line holds these words."),
    ],
)
def test_an_empty_notebook_says_what_to_do(home: Path, words: str, said: str) -> None:
    assert run(home, *words.split()) == Answer(0, said + "\n", "")


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("show last", "There is no observation in this notebook yet. 'coachtui observe' begins one."),
        ("show ozzzzzz", "There is no observation 'ozzzzzz' in this notebook. 'coachtui list observations' names them all."),
        ("export all --to json", "There is no observation in this notebook yet, so nothing was exported."),
        ("restore 9", "There is no backup '9'. 'coachtui restore' lists them with their numbers."),
        ("observe", "coachtui opens its screens in a terminal, and this is none. "
                    "'coachtui --help' shows the commands that answer in plain text."),
        ("import ~nobody-there/x", "There is no folder '~nobody-there'. Nothing was done. Name the file in full."),
    ],
)  # fmt: skip
def test_what_can_not_be_done_is_told_in_one_sentence(home: Path, words: str, complaint: str) -> None:
    assert run(home, *words.split()) == Answer(1, "", complaint + "\n")


def test_lists_are_good_to_read(desk: Desk) -> None:
    home = desk.places.home
    assert run(home, "list", "leads").said == "Maria Okafor  Team Lead\n"
    assert run(home, "list", "teams").said == "Grade 4 Math  no lead yet\n"
    assert run(home, "list", "observations").said == (
        f"{ref_of(desk)}  Tue Mar 10, 2026  4:30  cut off  5 lines  Grade 4 Math, Maria Okafor\n"
    )


def test_an_observation_is_shown_whole_with_what_is_half_typed(desk: Desk) -> None:
    ref = ref_of(desk)
    told = run(desk.places.home, "show", ref)
    assert told.code == 0 and told.complaint == ""
    rows = told.said.splitlines()
    assert rows[0] == f"Observation {ref}" and rows[-1] == "Half-typed: half-ty"
    assert "4:30      maria: good morning #TM3 #norms *" in rows
    assert "4:30    ? who is quiet  (wondering)" in rows
    assert "          nobody knows when  (time unknown; added later)" in rows


@pytest.mark.parametrize("name", ["last", "LAST", "upper", "beginning", "id"])
def test_an_observation_is_found_by_what_a_person_types(desk: Desk, name: str) -> None:
    ref = ref_of(desk)
    words = {"upper": ref.upper(), "beginning": ref[:4], "id": "o1"}.get(name, name)
    assert run(desk.places.home, "show", words).said.startswith(f"Observation {ref}\n")


def test_a_beginning_that_may_mean_several_names_them(desk: Desk) -> None:
    desk.begin("o2", Moment(0, 0, ""))
    told = run(desk.places.home, "show", "o")
    assert told.code == 1 and is_one_sentence(told.complaint)
    assert re.fullmatch(r"'o' may mean o\w{6}, o\w{6}. Type a little more of it.\n", told.complaint)


def test_search_shows_where_and_when(desk: Desk) -> None:
    ref, home = ref_of(desk), desk.places.home
    assert run(home, "search", "QUIET").said == f"{ref}  Mar 10, 2026 4:30  (wondering) who is quiet\n"
    assert run(home, "search", "nobody").said == f"{ref}  time unknown  nobody knows when\n"
    assert run(home, "search", "good", "quiet").said == "No line holds these words.\n"


# Out and in


@pytest.mark.parametrize(
    ("form", "beginning"), [("txt", "Observation o"), ("json", '{\n  "format": "coachtui observation"')]
)
def test_export_to_standard_output_and_into_a_file_are_the_same_bytes(
    desk: Desk, tmp_path: Path, form: str, beginning: str
) -> None:
    told = run(desk.places.home, "export", "last", "--to", form)
    assert told.code == 0 and told.complaint == "" and told.said.startswith(beginning)
    file = tmp_path / f"notes.{form}"
    told_of_file = run(desk.places.home, "export", "last", "-o", str(file))
    assert told_of_file == Answer(
        0, "", f"Written: '{file}'. Private: holds what is yours alone (1 wondering, 1 judgment, 1 segment). "
               "Take it out before you pass this on.\n",
    )  # fmt: skip
    assert file.read_text("utf-8") == told.said
    assert file.stat().st_mode & 0o777 == 0o600


def test_export_replaces_a_file_only_when_told_to(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("mine")
    told = run(desk.places.home, "export", "last", "-o", str(file))
    assert told.code == 1 and is_one_sentence(told.complaint) and file.read_text() == "mine"
    assert run(desk.places.home, "export", "last", "-o", str(file), "--force").code == 0
    assert file.read_text().startswith("Observation")


def test_import_from_a_file_and_from_standard_input(desk: Desk, home: Path, tmp_path: Path) -> None:
    file = tmp_path / "notes.json"
    run(desk.places.home, "export", "last", "-o", str(file))
    ref = ref_of(desk)
    here = Answer(0, f"Would add {ref} with 5 lines (Grade 4 Math, Maria Okafor).\n", "")
    assert run(home / "a", "import", str(file), "--dry-run") == here
    assert run(home / "a", "list", "observations", "--json").json() == []
    added = Answer(0, f"Added {ref} with 5 lines (Grade 4 Math, Maria Okafor).\n", "")
    assert run(home / "a", "import", str(file)) == added
    assert run(home / "b", "import", "-", typed=file.read_text()) == added
    assert run(home / "b", "import", "-", typed="") == Answer(1, "", "Standard input is empty. Nothing was added.\n")
    assert [path.name.split("-", 4)[-1] for path in Places(home / "b").backups.iterdir()] == ["before-import.db"]


# Looking after it


def test_the_doctor_finds_a_sound_notebook_sound(desk: Desk) -> None:
    without = run(desk.places.home, "doctor")
    assert without.code == 1 and "LOOK  backup: There is no backup.\n      Run 'coachtui backup'" in without.said
    run(desk.places.home, "backup")
    told = run(desk.places.home, "doctor")
    assert (told.code, told.complaint) == (0, "")
    *checks, last = told.said.splitlines()
    assert last == "Everything is sound." and all(row.startswith("fine  ") and row.endswith(".") for row in checks)
    rebuilt = run(desk.places.home, "doctor", "--rebuild")
    assert rebuilt.code == 0 and is_one_sentence(rebuilt.complaint)


def test_the_doctor_says_what_is_wrong_and_what_to_do(desk: Desk) -> None:
    desk.places.notebook.chmod(0o644)
    desk.places.notebook.write_bytes(b"not a notebook" * 1000)
    told = run(desk.places.home, "doctor")
    assert told.code == 1 and told.complaint == ""
    assert re.search(r"LOOK  notebook: .*\.\n      Run 'coachtui restore'", told.said)
    assert re.search(r"\n\d+ things? to look at, marked LOOK\.\n$", told.said)
    facts = run(desk.places.home, "doctor", "--json")
    assert facts.code == 1 and facts.json()["ok"] is False
    assert all(check["ok"] or (check["detail"] and check["remedy"]) for check in facts.json()["checks"])


def test_a_backup_is_made_listed_and_gone_back_to(desk: Desk) -> None:
    home = desk.places.home
    made = run(home, "backup")
    assert made.code == 0 and made.complaint == "" and Path(made.said.strip()).is_file()
    desk.file("said after the backup")
    listed = run(home, "restore")
    rows = listed.said.splitlines()
    assert listed.code == 0 and rows[0] == "The present notebook holds 1 observation and 6 lines."
    assert rows[1].startswith("1  ") and rows[1].endswith("asked  1 observation and 5 lines, 1 line fewer than now")
    assert "set aside, not lost" in rows[2]
    unasked = run(home, "restore", "1")
    assert unasked.code == 1 and len(desk.lines()) == 6
    assert unasked.complaint == "Nothing was changed. To go back to this backup without being asked, add --yes.\n"
    done = run(home, "restore", "1", "--yes")
    assert (done.code, done.complaint) == (0, "")
    assert "The notebook is what it was in that backup." in done.said and "set aside as" in done.said
    assert len(desk.lines()) == 5


def test_what_is_no_backup_is_refused(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "no.db").write_text("no")
    told = run(desk.places.home, "restore", str(tmp_path / "no.db"), "--yes")
    assert told.code == 1 and is_one_sentence(told.complaint) and told.complaint.endswith("Nothing was changed.\n")
    assert len(desk.lines()) == 5


def test_where_makes_nothing(home: Path) -> None:
    told = run(home, "where")
    assert told.code == 0 and told.said.splitlines()[0].split() == ["home", str(home)]
    assert run(home, "where", "--json").json()["notebook"] == str(home / "notebook.db")
    assert not home.exists()


def test_keys_are_told_by_room(home: Path) -> None:
    told = run(home, "keys")
    assert told.code == 0 and {"Today", "Observe", "Reading", "Everywhere"} <= set(told.said.splitlines())
    facts = run(home, "keys", "--json").json()
    assert all(row["meaning"] in told.said for row in facts)


# Where it can't be opened


def test_a_notebook_that_another_process_has_is_told(desk: Desk) -> None:
    with open_notebook(desk.places):
        for words in (
            "list observations",
            "show last",
            "export last --to json",
            "backup",
            "restore",
            "doctor",
            "import -",
        ):
            told = run(
                desk.places.home, *words.split(), typed=json.dumps({"id": "m", "utterances": [{"t": 1, "text": "x"}]})
            )
            assert told.code == 1 and (told.said == "" or words == "doctor"), words
            assert re.fullmatch(
                r"The notebook is already open since \d\d:\d\d in .+\. Nothing was changed\. "
                r"Go on in that window, or close it there first\.\n",
                told.complaint,
            )
    assert run(desk.places.home, "list", "observations").code == 0


def test_a_notebook_that_is_none_is_told(desk: Desk) -> None:
    desk.places.notebook.write_bytes(b"not a notebook" * 1000)
    for words in ("list observations", "show last", "search x", "backup"):
        told = run(desk.places.home, *words.split())
        assert (told.code, told.said) == (1, "") and is_one_sentence(told.complaint)
        assert "Nothing in it was changed." in told.complaint and "coachtui restore" in told.complaint
    assert desk.places.notebook.read_bytes() == b"not a notebook" * 1000


def test_a_home_that_can_not_be_one_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    told = run(tmp_path / "file", "list", "leads")
    assert told == Answer(1, "", f"'{tmp_path}/file' is a file, not a folder. Choose a folder with --home.\n")
    told = run(Path("~nobody-of-that-name"), "list", "leads")
    assert told.code == 1 and is_one_sentence(told.complaint)
