"""`coachtui purge` and `coachtui hold`: what is said before, asked, done, and refused."""

from pathlib import Path

import pytest

from coachtui.clock import Clock
from coachtui.commandline.sample_school import fill
from coachtui.places import Places
from coachtui.store.backups import all_backups
from coachtui.store.notebook import Notebook
from tests.support.homes import make_home
from tests.support.program import ask
from tests.support.terminal import Terminal, coachtui


@pytest.fixture
def school(tmp_path: Path) -> Places:
    """The sample school."""
    places = make_home(tmp_path)
    fill(places, Clock())
    return places


def test_at_a_terminal_it_is_told_asked_and_done(school: Places) -> None:
    """A hold stops it; lifted, another word than the name stops it; the name does it, and says what still holds it."""
    home = school.home
    with Terminal(coachtui(home, "hold", "maria"), cols=160) as terminal:
        terminal.wait_for("Type the reason")
        terminal.type("a records request\n")
        terminal.wait_for("a records request. Nothing of it is purged")
        assert terminal.wait_exit() == 0
    refused = ask(home, "purge", "Maria Okafor", "--yes")
    assert refused.code == 1 and "There is a hold on what is written about Maria Okafor" in refused.complaint
    assert ask(home, "hold", "--json").json()[0]["because"] == "a records request"
    assert "is lifted" in ask(home, "hold", "Maria Okafor", "--off").said
    with Terminal(coachtui(home, "purge", "maria"), rows=50, cols=160) as terminal:
        terminal.wait_for("type the name, Maria Okafor:")
        assert any("24 lines" in row for row in terminal.wait_for("There is no undo") or [])
        terminal.type("maria\n")
        terminal.wait_for("Nothing was changed.")
        assert terminal.wait_exit() == 1
    assert all_backups(school.backups) == []
    with Terminal(coachtui(home, "purge", "maria"), rows=50, cols=160) as terminal:
        terminal.wait_for("type the name, Maria Okafor:")
        terminal.type("Maria Okafor\n")
        terminal.wait_for("1 backup from before still holds it")
        assert terminal.wait_exit() == 0
    assert "Maria" not in ask(home, "list", "leads", "--all").said
    assert "a person: 1 observation" in ask(home, "purge").said
    assert "made before a purge: what was purged since comes back" in ask(home, "restore", "1").said
    assert "1 backup is from before a purge; it goes on" in ask(home, "doctor").said
    assert "1 backup from before was removed" in ask(home, "purge", "--backups-now").said
    record = {path.name: path.read_bytes() for path in (home / "record").iterdir()}
    assert ask(home, "sync").code == 0
    assert record == {path.name: path.read_bytes() for path in (home / "record").iterdir()}
    assert [each.reason for each in all_backups(school.backups)] == ["after-purge"]
    assert b"okafor" not in b"".join(path.read_bytes().lower() for path in home.rglob("*.db"))
    assert list((home / "record").glob("Maria Okafor*")) and ask(home, "doctor").code == 0


def test_a_file_of_the_persons_own_that_names_them_is_told_and_stays(school: Places) -> None:
    school.settings.write_text('[abbreviations]\nmo = "Maria Okafor"\n')
    school.frameworks.mkdir(mode=0o700, exist_ok=True)
    (school.frameworks / "ours.toml").write_text('title = "What we look for"\n')
    said = ask(school.home, "purge", "maria", "--yes").said
    assert f"'{school.settings}' names Maria Okafor too. That file is yours" in " ".join(said.split())
    assert "ours.toml" not in said and "Maria Okafor" in school.settings.read_text()


def test_what_was_set_aside_is_named_and_goes_when_it_is_agreed_to(school: Places, tmp_path: Path) -> None:
    """Set aside by a restore, damaged, with its list, a home that was moved; a link and a file of the person's own stay."""
    home = school.home
    assert "No older notebook" in ask(home, "purge", "--set-aside").said
    assert ask(home, "backup").code == 0 and ask(home, "restore", "1", "--yes").code == 0
    (home / "notebook-damaged-1.db").write_bytes(b"damaged")
    (home / "notebook-damaged-1.txt").write_text("what could not be read")
    (home / "moved-away-1").mkdir()
    (home / "moved-away-1" / "notebook.db").write_bytes(b"older")
    (tmp_path / "elsewhere.db").write_bytes(b"somebody else's")
    (home / "notebook-set-aside-link.db").symlink_to(tmp_path / "elsewhere.db")
    (home / "notebook-set-aside.txt").write_text("my own")
    assert "'coachtui purge --set-aside' removes them" in ask(home, "doctor").said
    assert "add --yes" in ask(home, "purge", "--set-aside").complaint and (home / "moved-away-1").exists()
    with Terminal(coachtui(home, "purge", "--set-aside"), cols=160) as terminal:
        terminal.wait_for("type purge:")
        terminal.type("no\n")
        terminal.wait_for("Nothing was changed.")
        assert terminal.wait_exit() == 1
    assert ask(home, "hold", "all", "--because", "a request").code == 0
    assert "There is a hold" in ask(home, "purge", "--set-aside", "--yes").complaint
    assert ask(home, "hold", "all", "--off").code == 0
    assert "3 older notebooks removed." in ask(home, "purge", "--set-aside", "--yes").said
    left = {path.name for path in home.iterdir()}
    assert not {name for name in left if "damaged" in name or "moved" in name}
    assert {name for name in left if "set-aside" in name} == {"notebook-set-aside-link.db", "notebook-set-aside.txt"}
    assert (tmp_path / "elsewhere.db").exists() and "Maria" in ask(home, "list", "leads").said


def test_what_is_due_is_what_the_settings_say(school: Places) -> None:
    home = school.home
    assert "your settings say of no kind" in ask(home, "purge", "--due").said
    school.settings.write_text(
        '[keep]\nobservations = "1 day"\nfeedback = "1 day"\nsteps = "for ever"\nworries = "1 day"\n'
    )
    answer = ask(home, "purge", "--due")
    assert answer.code == 1 and "Observations and feedback older than 1 day. This would go" in answer.said
    assert "keep says 'for ever' for steps" in answer.complaint and "keep can't name 'worries'" in answer.complaint
    done = ask(home, "purge", "--due", "--yes")
    assert done.code == 0 and "Gone: " in done.said and "lines" in done.said
    nothing = ask(home, "purge", "--due", "--yes")
    assert nothing.code == 0 and "there is nothing to purge" in nothing.said
    assert ask(home, "doctor").code == 0


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("purge", "maria", "--due"), "one at a time"),
        (("purge", "--older-than", "soon"), "no length of time"),
        (("purge", "--older-than", "3y", "--kind", "worries"), "no kind 'worries'"),
        (("purge", "--kind", "steps"), "goes with --older-than"),
        (("purge", "--due", "--also-named", "out"), "goes with a person"),
        (("hold", "maria", "--off", "--because", "x"), "needs no reason"),
        (("hold", "--because", "x"), "Who is held"),
    ],
)
def test_what_is_asked_wrongly_is_said(school: Places, words: tuple[str, ...], why: str) -> None:
    answer = ask(school.home, *words)
    assert answer.code == 2 and why in answer.complaint


def test_what_can_not_be_done_is_said(school: Places) -> None:
    home = school.home
    for words, why in (
        (("purge", "Nobody At All"), "nobody called"),
        (("purge", "maria"), "add --yes"),
        (("hold", "maria"), "needs a reason"),
        (("hold", "--off"), "no such hold"),
    ):
        answer = ask(home, *words)
        assert answer.code == 1 and why in answer.complaint, words
    ask(home, "hold", "maria", "--because", "one")
    ask(home, "hold", "all", "--because", "two")
    assert "There are 2 holds" in ask(home, "hold", "--off").complaint
    assert "on what is written about everyone" in ask(home, "purge", "daniel", "--yes").complaint
    with Notebook.open(school, Clock()):
        assert "already open" in ask(home, "purge", "maria", "--yes").complaint


def test_the_name_elsewhere_becomes_initials(school: Places) -> None:
    answer = ask(school.home, "purge", "Tom Adeyemi", "--yes", "--also-named", "initials", "--backups-now")
    assert "the name becomes its initials" in answer.said and "line that they said" not in answer.said
    assert "3 lines that they said" in answer.said and "1 backup from before was removed" in answer.said
    left = b"".join(path.read_bytes().lower() for path in school.home.rglob("*.db"))
    assert b"adeyemi" not in left and ask(school.home, "doctor").code == 0
