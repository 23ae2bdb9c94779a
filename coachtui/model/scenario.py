"""Scenarios and structures: what helps to plan a difficult conversation. Both are files that a school may copy and change.

A scenario says what kind of conversation it is; a structure, how one may build it. Each asks some of the parts of a plan in
its own way; the others are asked as usual.
"""

from typing import Literal, NamedTuple

from coachtui.model.plan_part import USUAL_PARTS, PlannedPart


class AskedSo(NamedTuple):
    """How a scenario or a structure asks a part; what is empty, or None, is as usual."""

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
    parts: tuple[AskedSo, ...] = ()
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
    parts: tuple[AskedSo, ...] = ()


def parts_of_plan(scenario: Scenario | None = None, structure: Structure | None = None) -> tuple[PlannedPart, ...]:
    """The parts as a plan asks them: as usual, but for what its scenario says, and over that its structure.

    A scenario or a structure that is no longer there changes nothing: the plan goes on with the usual parts.
    """
    by_id = {part.id: part for part in USUAL_PARTS}
    for owner in (scenario, structure):
        for part in () if owner is None else owner.parts:
            by_id[part.id] = _asked_so(by_id[part.id], part)
    return tuple(by_id.values())


def _asked_so(usual: PlannedPart, part: AskedSo) -> PlannedPart:
    starters = tuple(dict.fromkeys((*part.starters, *usual.starters)))
    wanted = usual.wanted if part.wanted is None else part.wanted
    return usual._replace(
        label=part.label or usual.label, ask=part.ask or usual.ask, starters=starters, wanted=wanted
    )  # fmt: skip
