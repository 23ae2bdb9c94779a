"""How the commands are asked for: the pages, the version, and what is said when one is asked for wrongly."""

import subprocess
import sys
from pathlib import Path

import pytest

from coachtui import __version__
from coachtui.commandline.usage import ALIASES, FORMS, USAGES, Usage
from tests.support.program import ask, run
from tests.support.terminal import ROOT


@pytest.mark.parametrize("asked", [["--help"], ["-h"], ["help"]])
def test_the_page_names_every_command_and_fits_a_small_terminal(tmp_path: Path, asked: list[str]) -> None:
    answer = run(tmp_path, *asked)
    assert (answer.code, answer.complaint) == (0, "")
    for usage in USAGES:
        assert f"  coachtui {usage.name}" in answer.said
    assert max(map(len, answer.said.splitlines())) <= 80
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("usage", USAGES, ids=lambda usage: usage.name)
def test_every_command_has_a_page(tmp_path: Path, usage: Usage) -> None:
    answer = ask(tmp_path, usage.name, "--help")
    assert (answer.code, answer.complaint) == (0, "")
    assert answer.said.startswith(f"usage: coachtui {usage.name}")
    assert " ".join(usage.meaning.split())[1:] in " ".join(answer.said.split())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("usage", USAGES, ids=lambda usage: usage.name)
def test_a_page_offers_only_what_its_command_takes(tmp_path: Path, usage: Usage) -> None:
    said = ask(tmp_path, usage.name, "--help").said
    assert ("--json" in said) is usage.reads and "--debug" not in said


def test_the_page_of_export_names_every_form(tmp_path: Path) -> None:
    said = ask(tmp_path, "export", "--help").said
    assert all(form in said for form in FORMS)


def test_the_version(tmp_path: Path) -> None:
    assert run(tmp_path, "--version").said == f"coachtui {__version__}\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["lst"], "There is no command 'lst'. Did you mean 'list'?"),
        (["dance"], "There is no command 'dance'. 'coachtui --help' shows them all."),
        (["list"], "KIND is missing. 'coachtui list --help' shows how."),
        (["list", "dreams"], "'dreams' can't be listed. These can: leads, teams, observations"),
        (["show"], "REF is missing."),
        (["search"], "WORDS is missing."),
        (["search", "a", "--limit", "many"], "--limit takes a number from 1 to 10000."),
        (["search", "a", "--limit", "0"], "--limit takes a number"),
        (["search", "a", "--limit"], "--limit needs something after it."),
        (["import"], "FILE is missing."),
        (["export", "last", "--to", "odt"], "There is no form 'odt'; there are txt, md, docx, pdf, csv, vtt, json."),
        (["export", "last", "-o", "out.odt"], "Say which form with --to: txt, md, docx, pdf, csv, vtt, json."),
        (["export", "all", "--to", "txt"], "'all' can only be exported to json."),
        (["export", "last", "--to", "txt", "--bom"], "--bom is only for csv."),
        (["backup", "--json"], "--json is not for 'backup'."),
        (["where", "--loud"], "'--loud' is not understood here."),
        (["where", "there"], "'there' is not understood here."),
        (["--home"], "--home needs something after it."),
    ],
)
def test_wrong_usage_is_one_sentence_and_how_it_is_done(tmp_path: Path, words: list[str], said: str) -> None:
    home = [] if words == ["--home"] else ["--home", str(tmp_path / "home")]
    command = [sys.executable, "-m", "coachtui", *home, *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, timeout=60)
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr.startswith(said) and done.stderr.count("\n") == 1 and done.stderr.endswith(".\n")
    assert not (tmp_path / "home").exists()


def test_the_screens_want_a_terminal(tmp_path: Path) -> None:
    for words in ([], ["observe"], ["o", "--team", "Grade 5"], ["demo"]):
        answer = run(tmp_path / "home", *words)
        assert (answer.code, answer.said) == (1, "")
        assert answer.complaint.startswith("coachtui opens its screens in a terminal, and this is none.")
    assert ALIASES["o"] == "observe"


@pytest.mark.parametrize("words", ["--help", "--version", "where", "where --json", "list --help", "help", "lst"])
def test_answers_about_itself_import_neither_the_screens_nor_the_store(tmp_path: Path, words: str) -> None:
    """Asked of the interpreter itself: every module that was imported, whoever did it."""
    command = [sys.executable, "-X", "importtime", "-m", "coachtui", "--home", str(tmp_path), *words.split()]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, timeout=60)
    imported = {row.rsplit("|", 1)[1].strip() for row in done.stderr.splitlines() if row.startswith("import time:")}
    assert "coachtui.cli" in imported
    assert {
        name for name in imported if name.split(".")[0] in ("textual", "rich", "sqlite_utils", "pydantic", "sqlite3")
    } == set()
