"""From a key to its echo in a draft of 2,000 words, all advice on; and the Feedback room opened on many lines and on few."""

import random
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep

from bench.figures import Figure, median, quantile
from bench.homes import fill, sentence
from bench.keys import ALPHABET, Rows, Typist
from coachtui.clock import Clock
from coachtui.feedback_at_hand import USUAL_SHAPE, slot_of
from coachtui.library import load_feedback_shapes
from coachtui.model.draft import Draft
from coachtui.model.feedback_parts import begun
from coachtui.places import find_places
from coachtui.store.notebook import Notebook
from tests.support.at_room import program_at
from tests.support.terminal import Terminal, coachtui

MANY, FEW = 5000, 50
WORDS, BLOCK = 2000, 20
WORD = "heliotrope "
"""A word that stands once in the draft; what is typed stands behind it."""


def long_draft() -> str:
    """A draft of 2,000 words in the usual shape, in paragraphs, with a place to type at in the middle."""
    chance = random.Random(9)
    text = begun(load_feedback_shapes(find_places(None))[0][USUAL_SHAPE])
    heads = text.split("\n\n")
    each = WORDS // len(heads)
    for number, head in enumerate(heads):
        rows = [head]
        while len(" ".join(rows).split()) < each:
            rows.append(" ".join(sentence(chance).capitalize() + "." for _ in range(5)))
        heads[number] = "\n".join(rows)
    heads.insert(len(heads) // 2, WORD)
    return "\n\n".join(heads)


def place_draft(home: Path, text: str) -> str:
    """Put the draft into the notebook, with some lines carried over; its id."""
    with Notebook.open(find_places(str(home)), Clock()) as notebook:
        (found,) = notebook.observations.latest(1)
        notebook.observations.describe(found.id, lead="Dana Ruiz")
        lead = notebook.record.lead_seen_in(found.id)
        assert lead is not None
        feedback = notebook.feedback.begin(lead, found.id, USUAL_SHAPE, text)
        for line in notebook.lines.of(found.id)[:8]:
            notebook.feedback.cite(feedback.id, line.id, f"9:{line.place:02}")
        notebook.drafts.keep(Draft(slot_of(feedback.id), text, text.index(WORD) + len(WORD), None))
        return feedback.id


def typed_behind(rows: Rows) -> str:
    """What stands behind the word."""
    found = re.search(rf"{WORD}([a-y]*)", "\n".join(rows))
    return "" if found is None else found[1]


class Hand(Typist):
    """Types as a hand does: fast, then with a moment in between, in which what stands around the draft catches up."""

    def __init__(self, terminal: Terminal) -> None:
        super().__init__(terminal, typed_behind)
        self._chance = random.Random(3)

    def block(self) -> None:
        """Type a word key by key, then take it out."""
        text = ""
        for number in range(BLOCK):
            text += ALPHABET[number]
            self.send(ALPHABET[number], _begins(text))
            sleep(self._chance.choice((0.0, 0.0, 0.02, 0.08, 0.11, 0.14, 0.2)))
        sleep(0.4)  # else the last key and its end might be painted in one picture
        self.terminal.send(b"\x17")
        sleep(0.4)


def _begins(text: str) -> Callable[[Rows], bool]:
    """Whether this is shown behind the word; perhaps more already, where two keys were painted in one picture."""
    return lambda rows: typed_behind(rows).startswith(text)


def echoes(runs: int, folder: Path) -> tuple[list[float], list[float]]:
    """Ms from each key to its echo, in the room and in a bare text area."""
    home, file = folder / "home", folder / "draft.txt"
    fill(home, 1, FEW)
    file.write_text(long_draft(), "utf-8")
    identity = place_draft(home, long_draft())
    bare = [sys.executable, "-m", "bench.bare", "textarea", str(file), WORD]
    with Terminal(program_at(home, "feedback", identity)) as ours, Terminal(bare) as there:
        for terminal in (ours, there):
            terminal.wait_for(WORD.strip())
            terminal.wait_quiet(0.5, 5)
        here, beside = Hand(ours), Hand(there)
        for _ in range(max(3, runs * 2)):
            here.block()
            beside.block()
        return here.latencies(), beside.latencies()


def opened_after(terminal: Terminal, lines: int) -> tuple[float, float]:
    """Ms from the key in Reading to the bytes that painted the draft and a screenful of lines; and to all lines. Then back."""
    at = monotonic() - terminal.started
    terminal.press("f")
    terminal.wait_for(lambda rows: _has_all(rows, lines), 20)
    terminal.wait_quiet(0.3, 5)
    states = [(stamp, rows) for stamp, rows in terminal.replay() if stamp >= at]
    opened = next(stamp for stamp, rows in states if _is_open(rows))
    all_there = next(stamp for stamp, rows in states if _is_open(rows) and _has_all(rows, lines))
    terminal.press("escape")
    terminal.wait_for("f Feedback", 20)
    sleep(0.3)
    return (opened - at) * 1000, (all_there - at) * 1000


def _is_open(rows: Rows) -> bool:
    return any("What worked" in row for row in rows) and any(row.startswith("›") for row in rows)


def _has_all(rows: Rows, lines: int) -> bool:
    return any(row.startswith(f" {lines} lines") for row in rows)


def openings(runs: int, folder: Path) -> Iterator[tuple[float, float, float, float]]:
    """So many openings of each, in turns; the first of each, which imports the room and begins the draft, is left out."""
    homes = [folder / name for name in ("many", "few")]
    for home, lines in zip(homes, (MANY, FEW), strict=True):
        fill(home, 1, lines)
        with Notebook.open(find_places(str(home)), Clock()) as notebook:
            notebook.observations.describe(notebook.observations.latest(1)[0].id, lead="Dana Ruiz")
    with Terminal(coachtui(homes[0])) as many, Terminal(coachtui(homes[1])) as few:
        for terminal, lines in ((many, MANY), (few, FEW)):
            terminal.wait_for("Grade 6 Math")
            terminal.wait_quiet(0.5, 5)
            terminal.press("end", "enter")
            terminal.wait_for("f Feedback", 20)
            opened_after(terminal, lines)
        for _ in range(runs):
            yield *opened_after(many, MANY), *opened_after(few, FEW)


def measure(runs: int) -> list[Figure]:
    """The figures of drafting."""
    with tempfile.TemporaryDirectory() as folder:
        ours, bare = echoes(runs, Path(folder))
        many, many_all, few, few_all = zip(*openings(runs, Path(folder)), strict=True)
    note = f"{WORDS:,} words, {len(ours)} keys; bare: a TextArea with the same text, alone on the screen"
    return [
        Figure("key to echo in a long draft, advice on, p50", median(ours), median(bare), "ms", None, note),
        Figure("the same, p99", quantile(ours, 0.99), quantile(bare, 0.99), "ms", 1.3, note),
        Figure(f"the Feedback room opened on {MANY:,} lines", median(many), median(few), "ms", 1.5, f"bare: on {FEW}"),
        Figure(
            "the same, until every line is at hand", median(many_all), median(few_all), "ms", None, f"bare: on {FEW}"
        ),
    ]
