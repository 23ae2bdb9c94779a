"""Scenarios, structures and the parts of a plan: as they ship, as a school writes them, and as nobody should."""

import re
from pathlib import Path

import pytest

from coachtui.library import load_scenarios, load_structures
from coachtui.model.plan_part import USUAL_PARTS
from coachtui.model.scenario import AskedSo, Scenario, Structure, parts_of_plan
from coachtui.model.scenario_reading import BadScenario, read_scenario, read_structure
from coachtui.toml_text import parse_toml
from tests.support.homes import make_home

COACHING = r"\b(coach|goal|growth|feedback|strength|rehears|step|reflect|support|practi[cs]e|question for|ladder|learn)"


def test_what_ships_is_read_and_asks_for_every_part(tmp_path: Path) -> None:
    places = make_home(tmp_path)
    (scenarios, one), (structures, two) = load_scenarios(places), load_structures(places)
    assert [*one, *two] == []
    assert all(part.label and part.ask and part.starters for part in USUAL_PARTS)
    assert [each.place for each in scenarios.values()] == list(range(1, 10))
    assert len(structures) == 4 and all(each.use for each in structures.values())
    assert all(each.use for each in scenarios.values())


def test_starters_begin_sentences_and_are_none(tmp_path: Path) -> None:
    places = make_home(tmp_path)
    every = [part.starters for part in USUAL_PARTS]
    every += [part.starters for each in load_scenarios(places)[0].values() for part in each.parts]
    every += [part.starters for each in load_structures(places)[0].values() for part in each.parts]
    for starter in [starter for starters in every for starter in starters]:
        assert len(starter.split()) <= 14 and not starter.rstrip().endswith((".", "?", "!")), starter


def test_the_one_that_stops_leads_out_and_speaks_of_no_coaching(tmp_path: Path) -> None:
    stops = [each for each in load_scenarios(make_home(tmp_path))[0].values() if each.stop]
    assert [each.id for each in stops] == ["no-longer-coaching"]
    words = " ".join([stops[0].title, stops[0].use, *stops[0].page, *stops[0].do, *stops[0].call])
    assert stops[0].do and stops[0].call and not stops[0].parts
    assert re.findall(COACHING, words, re.IGNORECASE) == []
    assert all(word in words for word in ("emergency", "child-protection", "human resources", "counsel"))


def test_a_plan_asks_as_usual_but_for_what_its_scenario_and_its_structure_say() -> None:
    scenario = Scenario("s", "S", parts=(AskedSo("facts", ask="counts?", starters=("Of ",), wanted=3),))
    structure = Structure("t", "T", parts=(AskedSo("facts", label="Layer one"), AskedSo("why", wanted=0)))
    usual, asked = ({part.id: part for part in parts} for parts in (USUAL_PARTS, parts_of_plan(scenario, structure)))
    assert (asked["facts"].label, asked["facts"].ask, asked["facts"].wanted) == ("Layer one", "counts?", 3)
    assert asked["facts"].starters == ("Of ", *usual["facts"].starters)
    assert asked["why"] == usual["why"]._replace(wanted=0)
    assert parts_of_plan(None, None) == USUAL_PARTS, "one that is gone changes nothing"


@pytest.mark.parametrize(
    ("words", "says", "place"),
    [
        ("", "title is missing", None),
        ("title = 3", "title takes words in quotation marks", "title"),
        ('title = "a"\ngoal = 1', "'goal' is none of", "goal"),
        ('title = "a"\nfirst = "one"', "first takes a list of sentences", "first"),
        ('title = "a"\nneeds = ["fact"]', "needs holds 'fact', which is none of why", "needs"),
        ('title = "a"\nrungs = [6]', "rungs takes a list of numbers from 0 to 5", "rungs"),
        ('title = "a"\nrehearsals = true', "rehearsals takes a whole number", "rehearsals"),
        ('title = "a"\nheld_by = "me"', 'held_by takes "lead" or "principal"', "held_by"),
        ('title = "a"\nstop = 1', "stop takes true or false", "stop"),
        ('title = "a"\nstop = true', "a page says why", "stop"),
        ('title = "a"\nstop = true\npage = ["no"]\n[[part]]\nid = "why"', "nothing is planned", 1),
        ('title = "a"\npart = 3', "the parts are written as [[part]]", "part"),
        ('title = "a"\n[[part]]\nid = "why"\n[[part]]\nid = "hm"', "the id 'hm' is none of", 2),
        ('title = "a"\n[[part]]\nid = ["why"]', "the id '['why']' is none of", 1),
        ('title = "a"\n[[part]]\nid = "why"\nwanted = -1', "wanted takes a whole number from 0 to 20", 1),
        ('title = "a"\n[[part]]\nid = "why"\nstarters = [" "]', "starters takes a list of sentences", 1),
        ('title = "a"\n[[part]]\nid = "why"\n[[part]]\nid = "why"', "the part 'why' stands twice", 2),
    ],
)
def test_nonsense_is_told_with_its_place(words: str, says: str, place: str | int | None) -> None:
    with pytest.raises(BadScenario, match=re.escape(says)) as told:
        read_scenario("mine", parse_toml(words.encode()))
    assert told.value.place == place


def test_a_structure_has_parts() -> None:
    with pytest.raises(BadScenario, match=r"it has no \[\[part\]\]"):
        read_structure("mine", {"title": "Mine"})


def test_a_file_of_ones_own_takes_the_place_of_ours_unless_it_is_nonsense(tmp_path: Path) -> None:
    places = make_home(tmp_path)
    places.scenarios.mkdir()
    (places.scenarios / "takes-over.toml").write_text('title = "Ours"\n')
    (places.scenarios / "without-data.toml").write_text('title = "a"\n\n[[part]]\nid = "why"\n\n[[part]]\nid = "hm"\n')
    (places.scenarios / "odd.toml").write_bytes(b"\xff\x00")
    (places.scenarios / "half.toml").write_text("title = \n")
    found, complaints = load_scenarios(places)
    assert found["takes-over"].title == "Ours" and found["without-data"].title.startswith("Comes without data")
    assert "odd" not in found and "half" not in found
    assert len(complaints) == 3
    assert "'half.toml' can't be used: Invalid value (at line 1" in complaints[0]
    assert "The others are in use." in complaints[1]
    assert "'without-data.toml' can't be used: line 6: the id 'hm'" in complaints[2] and "Ours stays" in complaints[2]
