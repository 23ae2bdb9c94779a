"""What docs/scenarios.md shows is read by the program as it says."""

import re
from pathlib import Path

from coachtui.library import CONTENT, load_scenarios
from coachtui.model.plan_part import PARTS
from tests.support.homes import make_home
from tools.pages import DOCS

PAGE = (DOCS / "scenarios.md").read_text("utf-8")


def test_the_scenario_of_the_page_reads(tmp_path: Path) -> None:
    places = make_home(tmp_path)
    places.scenarios.mkdir()
    (places.scenarios / "lost-hour.toml").write_text(re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)[0])
    found, complaints = load_scenarios(places)
    assert complaints == [] and list(found)[-1] == "lost-hour"
    ours = found["lost-hour"]
    assert (ours.title, ours.needs, ours.counts) == ("The hour is used for something else", ("unclear",), ("facts",))
    assert ours.parts[0].starters == ("Of … hours, … were ",) and ours.parts[0].wanted == 2


def test_the_page_names_all_that_ships_and_every_part() -> None:
    shipped = {path.stem for name in ("scenarios", "structures") for path in (CONTENT / name).glob("*.toml")}
    assert len(shipped) == 13 and {name for name in shipped | set(PARTS) if f"`{name}`" not in PAGE} == set()
