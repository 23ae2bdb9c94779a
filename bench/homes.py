"""Homes with as many lines as a figure needs."""

import random
from collections.abc import Iterator
from pathlib import Path

from coachtui.clock import Clock
from coachtui.ids import new_id
from coachtui.model.line import Kind, Line, Provenance, Visibility
from coachtui.model.moment import Moment
from coachtui.model.observation import Observation, ref_for
from coachtui.model.whole import Whole
from coachtui.places import find_places, prepare
from coachtui.store.notebook import Notebook

WORDS = [
    "the",
    "a",
    "we",
    "so",
    "and",
    "to",
    "of",
    "in",
    "question",
    "data",
    "student",
    "work",
    "table",
    "teacher",
    "look",
    "exit",
    "ticket",
    "evidence",
    "norms",
    "minutes",
    "next",
    "step",
    "who",
    "said",
    "why",
    "four",
    "agree",
    "plan",
    "lesson",
    "standard",
    "piles",
    "almost",
    "yet",
    "reading",
    "fluency",
    "maybe",
    "because",
    "time",
    "share",
    "chart",
    "graph",
    "quiet",
    "share",
    "pair",
    "wait",
    "think",
    "write",
    "notice",
    "wonder",
]


def sentence(chance: random.Random) -> str:
    """Some words, as long as a line of evidence."""
    return " ".join(chance.choice(WORDS) for _ in range(chance.randint(5, 22)))


def _lines(observation: str, count: int, chance: random.Random) -> Iterator[Line]:
    for place in range(1, count + 1):
        yield Line(
            id=f"{observation[:20]}{place:012x}",
            observation=observation,
            place=place,
            at_ms=place * 500,
            about=False,
            provenance=Provenance.LIVE,
            kind=Kind.EVIDENCE,
            speaker=chance.choice(("maria", "T2", "sam", None)),
            text=sentence(chance),
            codes=(),
            starred=False,
            visibility=Visibility.SHAREABLE,
            minutes=None,
        )


def fill(home: Path, observations: int, lines: int, *, cut_off: bool = False) -> None:
    """Put so many observations of so many lines each into a notebook; with `cut_off` the last was never ended."""
    chance = random.Random(5)
    places, clock = find_places(str(home)), Clock()
    now = clock.now()
    prepare(places)
    with Notebook.open(places, clock) as notebook:
        for number in range(observations):
            identity = new_id()
            ago = (observations - number) * 3_600_000
            anchor = Moment(now.utc_ms - ago, max(0, now.boot_ms - ago), "earlier")
            ended = None if cut_off and number == observations - 1 else anchor.utc_ms + lines * 500
            found = Observation(
                id=identity, ref=ref_for(identity), team="Grade 6 Math", lead=None, anchor=anchor, zone="UTC",
                ended_utc_ms=ended, source=None, lines=lines,
            )  # fmt: skip
            notebook.observations.take_in(Whole(found, list(_lines(identity, lines, chance)), [], None))
