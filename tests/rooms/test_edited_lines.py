"""A line that is edited in the room keeps what was put on it by a key."""

from pathlib import Path

from tests.support.clocks import FakeClock
from tests.support.homes import make_home
from tests.support.rooms import read, visit


async def test_a_code_put_on_a_line_that_was_typed_literally_outlives_an_edit(tmp_path: Path) -> None:
    places, clock = make_home(tmp_path), FakeClock()
    async with visit(places, clock) as here:
        await here.file("\\-3m is what she said")
        await here.press("f2", "c")
        await here.type("norms")
        await here.press("enter")
        await here.settled()
        await here.press("s")
        await here.settled()
        await here.press("e")
        await here.settled()
        await here.type(" twice")
        await here.press("enter")
        await here.settled()
    (line,) = read(places, clock, lambda notebook: notebook.lines.of(notebook.observations.latest(1)[0].id))
    assert (line.text, line.codes, line.starred) == ("-3m is what she said twice", ("norms",), True)
