"""Killing a writer again and again, and judging what it left behind.

Any program that writes down a meeting can be the writer: it is started on a home, killed, and then tells what it had
acknowledged. The judge opens the notebook and compares.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from coachtui.places import Places
from coachtui.store.notebook import Notebook
from tests.support.homes import open_notebook
from tests.support.state import faults_of


@dataclass
class Told:
    """What a writer had told of one observation when it was killed.

    `filed` are the lines told to be filed, in order, each with its ms from the anchor (None where the writer can't
    know). `under_way` are those on their way then. `typed` is the half-typed text on the screen, `ages` how many seconds
    before the kill each of its characters was typed; the last `excused` of them were typed while a write had begun and
    the disk did not answer. `left` is half-typed text from before, until something new is typed.
    """

    observation: str | None = None
    filed: list[tuple[str, int | None]] = field(default_factory=list[tuple[str, int | None]])
    under_way: list[str] = field(default_factory=list[str])
    typed: str = ""
    ages: list[float] = field(default_factory=list[float])
    excused: int = 0
    left: str = ""


class Writer(Protocol):
    """A program that writes on a home until it is killed."""

    def run_and_kill(self, places: Places, before: Told) -> Told:
        """Start it, kill it at some moment, and return what it told: what was found before it, and more."""
        ...


LATE = 0.25
"""Seconds. One character may be missing, or what was typed so short a time before the kill (R3); none that is older."""


@dataclass
class Toll:
    """What many kills did. Half-typed characters are counted by how many were gone after a kill, all of them.

    `oldest` is, where it was more than one, how many seconds before the kill the first of those that are gone was typed;
    `unanswered` kills cost characters older than LATE, all but one typed while the disk did not answer a write.
    """

    kills: int = 0
    acknowledged: int = 0
    characters: Counter[int] = field(default_factory=Counter[int])
    oldest: float = 0.0
    unanswered: int = 0
    faults: list[str] = field(default_factory=list[str])

    def __str__(self) -> str:
        lost = ", ".join(f"{characters} in {count}" for characters, count in sorted(self.characters.items()))
        faults = (
            f"{len(self.faults)} faults, the first: {self.faults[0]}" if self.faults else "0 lost, 0 doubled, 0 moved"
        )
        late = f", those typed {self.oldest * 1000:.0f} ms before at most" if self.oldest else ""
        late += f"; {self.unanswered} times the disk did not answer for longer" if self.unanswered else ""
        return (
            f"{self.kills} kills, {self.acknowledged} lines acknowledged, {faults}; "
            f"half-typed characters lost: {lost}{late}"
        )


def kill_often(writer: Writer, new_home: Callable[[int], Places], kills: int, a_home: int = 6) -> Toll:
    """Kill a writer so many times, with a new home after every `a_home` kills."""
    toll = Toll()
    told = Told()
    places = new_home(0)
    for number in range(kills):
        if number and number % a_home == 0:
            toll.acknowledged += len(told.filed)
            places, told = new_home(number), Told()
        told = writer.run_and_kill(places, told)
        with open_notebook(places) as notebook:
            told = _judge(notebook, told, toll)
        toll.kills += 1
    toll.acknowledged += len(told.filed)
    return toll


def _judge(notebook: Notebook, told: Told, toll: Toll) -> Told:
    """Compare what is there with what was told; what is there is what the next writer starts from."""
    where = f"kill {toll.kills}: "
    toll.faults += [where + fault for fault in faults_of(notebook)]
    if told.observation is None:
        return told
    if notebook.observations.find(told.observation) is None:
        toll.faults += [f"{where}the observation is gone"] if told.filed else []
        return Told()
    found = [(line.text, line.at_ms) for line in notebook.lines.of(told.observation)]
    acknowledged, more = found[: len(told.filed)], [text for text, _ in found[len(told.filed) :]]
    for (text, at_ms), there in zip(told.filed, [*acknowledged, *[("nothing", None)] * len(told.filed)], strict=False):
        if there[0] != text or (at_ms is not None and there[1] != at_ms):
            toll.faults.append(f"{where}told {text!r} at {at_ms}, found {there}")
    if more != told.under_way[: len(more)]:
        toll.faults.append(f"{where}found {more}, though only {told.under_way} were under way")
    _judge_half_typed(notebook, told, toll, where)
    draft = notebook.drafts.get(told.observation)
    return Told(told.observation, list(found), left=draft.text if draft else "")


def _judge_half_typed(notebook: Notebook, told: Told, toll: Toll, where: str) -> None:
    """Count the characters of the half-typed text that are gone."""
    draft = notebook.drafts.get(told.observation or "")
    text = draft.text if draft else ""
    expected = [*told.under_way, told.typed, told.left]
    if not any(one.startswith(text) for one in expected):
        toll.faults.append(f"{where}half-typed is {text!r}, typed was {told.typed!r}")
        return
    kept = len(text) if told.typed.startswith(text) else 0
    lost = len(told.typed) - kept
    toll.characters[lost] += 1
    if lost <= 1:
        return
    age = told.ages[kept] if told.ages else LATE
    if age < LATE:
        toll.oldest = max(toll.oldest, age)
    elif lost - told.excused <= 1:
        toll.unanswered += 1
    else:
        toll.faults.append(
            f"{where}{lost} of {len(told.typed)} half-typed characters are gone, for {age * 1000:.0f} ms"
        )
