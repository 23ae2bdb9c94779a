"""Sharing in tests: a lead with an observation, through the gate, into a folder, and back."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from coachtui.at_the_gate import come_to_the_gate
from coachtui.model.feedback_shape import FeedbackShape
from coachtui.model.names import Way
from coachtui.model.share import Share
from coachtui.places import Places
from coachtui.sharing.courier import Courier, Report, Step
from coachtui.sharing.gate import Gate
from coachtui.sharing.record_folder import RecordFolder
from coachtui.store.notebook import Notebook
from tests.support.homes import Desk, readings

NONE: Mapping[str, FeedbackShape] = MappingProxyType({})
TEAM, LEAD = "Grade 4 Math", "Dana Ruiz"
LINES = (
    "= Norms 5",
    'dana: "Where do we see that?" #TM3 *',
    "Four of nine name the variable in the report",
    "? Does she see that two of them never spoke today",
    "! She talks far too fast for all of them",
)


def a_school(folder: Path, *lines: str) -> Desk:
    """A home with a lead, a team, and an observation of it that is over."""
    desk = Desk(folder)
    desk.do(lambda notebook: notebook.people.add_team(TEAM, LEAD, ("Tom Adeyemi", "Priya Nair")))
    hold(desk, "o1", *(lines or LINES))
    return desk


def hold(desk: Desk, identity: str, *lines: str, team: str = TEAM) -> None:
    """One more observation, ended after half an hour."""
    desk.begin(identity, desk.clock.now(), team=team)
    roster = desk.do(lambda notebook: notebook.people.roster_of(team))
    named = [reading.named(roster) for reading in readings(*lines)]
    desk.do(lambda notebook: notebook.lines.paste(identity, named, desk.clock.now(), f"{identity}-line"))
    desk.do(lambda notebook: notebook.observations.end(identity, desk.clock.now().utc_ms + 1_800_000))


def gate_for(
    notebook: Notebook, places: Desk, wish: str = "observation:o1", shapes: Mapping[str, FeedbackShape] = NONE
) -> Gate:
    """The gate for this, told what is private."""
    gate = come_to_the_gate(notebook, wish, places.clock.today(), {}, shapes).gate
    return gate.told(notebook.record.private_among(gate.windows(), gate.chosen()))


def through(notebook: Notebook, gate: Gate, way: Way = Way.INITIAL) -> Gate:
    """The gate with every name settled alike, and all that is private left out."""
    for _ in range(50):
        for name in gate.unsettled():
            gate = gate.with_name(name.key, way)
        gate = gate.told(notebook.record.private_among(gate.windows(), gate.chosen()))
        keys = [key for key in gate.overlapping() if key != "title"]
        if not keys:
            return gate
        gate = gate.turned(min(keys))
    raise AssertionError("it never passes")


def share(
    desk: Desk, wish: str = "observation:o1", change: Callable[[Gate], Gate] = lambda gate: gate,
    shapes: Mapping[str, FeedbackShape] = NONE,
) -> Share:  # fmt: skip
    """Share this, all names as initials."""

    def work(notebook: Notebook) -> Share:
        return notebook.ledger.share(through(notebook, change(gate_for(notebook, desk, wish, shapes))).sending())

    return desk.do(work)


def sync(desk: Desk, folder: Path | None = None, step: Step = lambda _done, _of: True, **more: Any) -> Report:
    """Let the courier go once, as `coachtui sync` does."""
    chosen = RecordFolder(folder or desk.places.record, is_ours=folder is None)
    return desk.do(lambda notebook: Courier(chosen, notebook.outbox, lambda: desk.clock.now().utc_ms, step).run(**more))


def the_file(places: Places) -> Path:
    """The one file of the record."""
    (found,) = [path for path in places.record.glob("*.md") if not path.name.endswith(".unread.md")]
    return found
