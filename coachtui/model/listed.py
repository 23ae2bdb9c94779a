"""A person as a roster lists them, before it is known whether the notebook has them."""

from typing import NamedTuple


class Listed(NamedTuple):
    """One person in a roster. `row` is where they stand in the file, from 1; None is what the roster does not say.

    `leads` says whether they are coached, as a lead; else they are members of their teams. `lead` is the name of who
    leads these teams, where the roster names one.
    """

    row: int
    name: str
    leads: bool
    role: str | None = None
    teams: tuple[str, ...] = ()
    lead: str | None = None
    handle: str | None = None


class Unsound(Exception):
    """A roster can't be taken in as it is; `complaints` name the rows."""

    def __init__(self, complaints: list[str]) -> None:
        super().__init__("; ".join(complaints))
        self.complaints = complaints
