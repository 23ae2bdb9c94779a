"""What a person does once a meeting is written down, as deeds: editing lines, going over them, sharing with the lead.

A deed draws by its own number what it does, so that the same one does the same on the same notebook; ids are drawn so too.
"""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

from coachtui.model.closing import Closing
from coachtui.model.draft import Draft
from coachtui.model.grammar import read_line
from coachtui.model.line import Kind, Line
from coachtui.places import Places
from coachtui.sharing.courier import Courier
from coachtui.sharing.record_folder import RecordFolder
from coachtui.store.notebook import Notebook
from tests.faults.deeds import WORDS, Deed, Person
from tests.support.clocks import FakeClock
from tests.support.homes import Desk
from tests.support.sharing import LEAD, TEAM, a_school, gate_for, through

LINES, DEEDS = 30, 60
LABEL = f"Write here, {LEAD.split()[0]}:\n"
Act = Callable[[Notebook, random.Random], object]
KINDS = (Kind.EVIDENCE, Kind.WONDERING, Kind.JUDGMENT)


def a_day(folder: Path) -> Places:
    """A home with a lead, two observations that are over, a cycle, and a file of the record that was delivered."""
    desk = a_school(folder)
    clock = desk.clock
    with Notebook.open(desk.places, clock) as notebook:
        for deed in Person(clock, seed=3).meeting("m0", LINES):
            deed.act(notebook)
        notebook.observations.describe("m0", team=TEAM, lead=LEAD)
        lead = notebook.leads.called(LEAD)[0].id
        notebook.cycles.begin(lead)
        _share(notebook, desk, 0)
        deliver(notebook, desk.places)
    return desk.places


def editing(places: Places, seed: int) -> list[Deed]:
    """Lines are changed in every way there is, taken out, discarded, put back."""
    return _drawn([*_EDITS], seed)


def triage(places: Places, seed: int) -> list[Deed]:
    """The lines are gone over, closing words written, feedback drafted, a step agreed on, the cycle looked after."""
    return _drawn([*_TRIAGE, *_EDITS[:4]], seed)


def syncing(places: Places, seed: int) -> list[Deed]:
    """Shared, delivered, written in by the lead, read back, again and again."""
    return [*_syncing(places, seed)]


def capture(places: Places, seed: int) -> list[Deed]:
    """One more meeting, written down."""
    return [*Person(FakeClock(), seed).meeting(f"m{seed + 1}", LINES)]


def older(places: Places, seed: int) -> list[Deed]:
    """Nothing but the opening: the notebook is of an older shape, and is migrated."""
    return [Deed("nothing", lambda _: None)]


def deliver(notebook: Notebook, places: Places) -> None:
    """Let the courier go once."""
    Courier(RecordFolder(places.record, is_ours=True), notebook.outbox, lambda: 1).run()


def _drawn(acts: list[Act], seed: int) -> list[Deed]:
    return [_deed(acts, f"{seed} {number}") for number in range(DEEDS)]


def _deed(acts: list[Act], drawn_by: str) -> Deed:
    def act(notebook: Notebook) -> None:
        chance = random.Random(drawn_by)
        chance.choice(acts)(notebook, chance)

    return Deed(drawn_by, act)


def _line(notebook: Notebook, chance: random.Random) -> Line:
    return chance.choice([line for line in notebook.lines.of("m0") if line.kind is not Kind.IN_CONFIDENCE])


def _ids(notebook: Notebook, chance: random.Random) -> list[str]:
    return [line.id for line in chance.sample(notebook.lines.of("m0"), 3)]


def _words(chance: random.Random) -> str:
    return " ".join(["word", *chance.choices(WORDS, k=8)])


_EDITS: tuple[Act, ...] = (
    lambda notebook, chance: notebook.lines.star(_line(notebook, chance).id, chance.random() < 0.7),
    lambda notebook, chance: notebook.lines.code(_line(notebook, chance).id, chance.choice(("TM3", "norms"))),
    lambda notebook, chance: notebook.lines.rewrite(_line(notebook, chance).id, read_line(_words(chance))),
    lambda notebook, chance: notebook.lines.turn_into(_line(notebook, chance).id, chance.choice(KINDS)),
    lambda notebook, chance: notebook.lines.tag(_line(notebook, chance).id, chance.choice(("Ana", "Tom", None))),
    lambda notebook, chance: notebook.lines.shift(_ids(notebook, chance), chance.randint(-90_000, 90_000)),
    lambda notebook, chance: notebook.lines.put_at(_line(notebook, chance).id, chance.choice((None, 60_000)), True),
    lambda notebook, chance: notebook.lines.move(_line(notebook, chance).id, chance.choice((-1, 1))),
    lambda notebook, chance: notebook.lines.take_out(_ids(notebook, chance)[:1]),
    lambda notebook, chance: notebook.lines.hide(_line(notebook, chance).id),
    lambda notebook, chance: notebook.discarding.discard(_line(notebook, chance).id) if chance.random() < 0.2 else None,
    lambda notebook, chance: notebook.drafts.keep(Draft("edit", _words(chance), 3, FakeClock().now())),
    lambda notebook, chance: notebook.undo("m0"),
    lambda notebook, chance: notebook.redo("m0"),
)


def _write_feedback(notebook: Notebook, chance: random.Random) -> None:
    found = notebook.feedback.of_observation("m0")
    if not found:
        notebook.feedback.begin(notebook.leads.called(LEAD)[0].id, "m0", "note", _words(chance))
    elif chance.random() < 0.5:
        notebook.feedback.write(found[0].id, _words(chance))
    else:
        notebook.feedback.cite(found[0].id, _line(notebook, chance).id, "8:30")


def _take_a_step(notebook: Notebook, chance: random.Random) -> None:
    lead = notebook.leads.called(LEAD)[0].id
    steps = notebook.steps.open_of(lead)
    if not steps:
        notebook.steps.draft(lead, _words(chance), observation="m0")
    elif chance.random() < 0.5:
        notebook.steps.keep(steps[0].id, "words", _words(chance))
    else:
        notebook.steps.mark(steps[0].id, "dropped")


def _look_after_the_cycle(notebook: Notebook, chance: random.Random) -> None:
    cycle = notebook.cycles.current(notebook.leads.called(LEAD)[0].id)
    assert cycle is not None
    if chance.random() < 0.5:
        notebook.cycles.keep(cycle.id, "goal", _words(chance))
    else:
        notebook.cycles.plan_activity(cycle.id, "observation", None, _words(chance))


_TRIAGE: tuple[Act, ...] = (
    lambda notebook, chance: notebook.closings.keep("m0", Closing(*(_words(chance) for _ in range(3)))),
    _write_feedback,
    _write_feedback,
    _take_a_step,
    _look_after_the_cycle,
    lambda notebook, chance: notebook.undo("m0"),
)


def _syncing(places: Places, seed: int) -> Iterator[Deed]:
    desk = Desk(places.home, places)
    for number in range(8):
        yield Deed("share", lambda notebook, number=number: _share(notebook, desk, number))  # type: ignore[misc]
        yield Deed("deliver", lambda notebook: deliver(notebook, places))
        yield Deed("lead", lambda _, number=number: _let_the_lead_write(places, f"{seed} {number}"))  # type: ignore[misc]
        yield Deed("read back", lambda notebook: deliver(notebook, places))


def _share(notebook: Notebook, desk: Desk, number: int) -> None:
    titled = gate_for(notebook, desk, "observation:o1").edited("title", f"What was seen, {number}")
    notebook.ledger.share(through(notebook, titled).sending())


def _let_the_lead_write(places: Places, words: str) -> None:
    """The lead writes in the file, once."""
    for path in sorted(places.record.glob("*.md")):
        text = path.read_text("utf-8")
        if words not in text:
            path.write_text(text.replace(LABEL, f"{LABEL}\nI wait longer, {words}.\n", 1), "utf-8")


WAYS: dict[str, Callable[[Places, int], list[Deed]]] = {
    "capture": capture, "editing": editing, "triage": triage, "sync": syncing, "migration": older,
}  # fmt: skip
