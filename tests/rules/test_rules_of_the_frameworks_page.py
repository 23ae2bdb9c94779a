"""What docs/frameworks.md shows is read by the program as it says."""

import re
from pathlib import Path

from coachtui.library import CONTENT, load_frameworks, load_lexicon
from coachtui.model.grammar import read_line
from tests.support.homes import make_home
from tools.pages import DOCS

PAGE = (DOCS / "frameworks.md").read_text("utf-8")
FRAMEWORK, HINTS = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)


def test_the_framework_of_the_page_reads(tmp_path: Path) -> None:
    places = make_home(tmp_path)
    places.frameworks.mkdir()
    (places.frameworks / "grade-teams.toml").write_text(FRAMEWORK)
    frameworks, complaints = load_frameworks(places)
    ours = frameworks["grade-teams"]
    assert complaints == [] and ours.title == "Grade teams, our school"
    assert [(each.code, each.duration) for each in ours.look_fors] == [("GT1", False), ("GT2", True)]
    assert ours.look_fors[0].carries == "members ask each other for the page"


def test_the_hints_of_the_page_take_the_place_of_ours(tmp_path: Path) -> None:
    places = make_home(tmp_path)
    places.hints.write_text(HINTS)
    lexicon, complaints = load_lexicon(places)
    hint = lexicon.hint(read_line("a best practice"), set())
    assert complaints == [] and hint is not None and hint.advice == "says nothing yet: which page?"
    assert lexicon.hint(read_line("most of them"), set()) is None


def test_a_file_without_words_turns_the_hints_off(tmp_path: Path) -> None:
    places = make_home(tmp_path)
    places.hints.write_text("")
    assert load_lexicon(places)[0].hint(read_line("a good start, most of them"), set()) is None


def test_the_page_names_every_framework_that_ships() -> None:
    shipped = {path.stem for path in (CONTENT / "frameworks").glob("*.toml")}
    assert shipped == {name for name in shipped if f"`{name}`" in PAGE}
