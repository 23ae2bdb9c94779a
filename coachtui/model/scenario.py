"""Scenarios and structures: what helps to plan a difficult conversation. Both are files that a school may copy and change.

A scenario says what kind of conversation it is; a structure, how one may build it. Each asks some of the parts of a plan in
its own way; the others are asked as usual.
"""

from collections.abc import Iterable
from typing import Literal, NamedTuple

PLANNED = (
    "why", "want_them", "want_students", "want_us", "facts", "unclear", "my_part", "their_view", "opening", "questions",
    "request", "help", "boundary", "replies", "answers", "steady", "closing", "check_back",
)  # fmt: skip
AFTERWARDS = ("outcome", "commitments", "reflection", "agreed")
PARTS = (*PLANNED, *AFTERWARDS)
"""The parts of a plan by their ids, in the order in which they are asked; the last ones once it was held."""


class PlannedPart(NamedTuple):
    """How a part is asked: what it is called, the question, how a sentence may begin, and how many are asked for.

    In a scenario or a structure what is empty, or None, is as usual.
    """

    id: str
    label: str = ""
    ask: str = ""
    starters: tuple[str, ...] = ()
    wanted: int | None = None


class Scenario(NamedTuple):
    """One kind of conversation; `id` is the name of its file, `place` where it stands among the others.

    `use` says what it is for, `first` what is to be looked at or done before, `keep` what to keep in mind. `needs` are parts
    that are not to stay empty here, `counts` those that want a number. `rehearsals`, `rungs` and `held_by` say what it asks of
    the two: how often it is rehearsed, which rungs of support fit, whose conversation it is.

    One with `stop` is no conversation to plan: its `page` leads elsewhere, with what to `do` and whom to `call`.
    """

    id: str
    title: str
    place: int = 0
    use: str = ""
    first: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    parts: tuple[PlannedPart, ...] = ()
    needs: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    rehearsals: int = 0
    rungs: tuple[int, ...] = ()
    held_by: Literal["", "lead", "principal"] = ""
    stop: bool = False
    page: tuple[str, ...] = ()
    do: tuple[str, ...] = ()
    call: tuple[str, ...] = ()


class Structure(NamedTuple):
    """One way to build a conversation: the parts it gives a form to, in its own order."""

    id: str
    title: str
    place: int = 0
    use: str = ""
    parts: tuple[PlannedPart, ...] = ()


def parts_of_plan(
    usual: Iterable[PlannedPart], scenario: Scenario | None = None, structure: Structure | None = None
) -> tuple[PlannedPart, ...]:
    """The parts as a plan asks them: as usual, but for what its scenario says, and over that its structure.

    A scenario or a structure that is no longer there changes nothing: the plan goes on with the usual parts.
    """
    by_id = {part.id: part for part in usual}
    for owner in (scenario, structure):
        for part in () if owner is None else owner.parts:
            by_id[part.id] = _over(by_id.get(part.id, PlannedPart(part.id)), part)
    return tuple(sorted(by_id.values(), key=lambda part: PARTS.index(part.id)))


def _over(usual: PlannedPart, part: PlannedPart) -> PlannedPart:
    starters = tuple(dict.fromkeys((*part.starters, *usual.starters)))
    wanted = usual.wanted if part.wanted is None else part.wanted
    return PlannedPart(usual.id, part.label or usual.label, part.ask or usual.ask, starters, wanted)
