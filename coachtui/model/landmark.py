"""What one can go to by its name: a lead, a team, a cycle, an observation, feedback, the plan of a conversation."""

from datetime import date
from typing import NamedTuple

from coachtui.model.found_words import folded


class Landmark(NamedTuple):
    """One thing: what kind it is, how it is opened, its name, and what else it is known by."""

    noun: str
    table: str
    id: str
    lead_id: str | None
    name: str
    beside: tuple[str, ...] = ()
    day: date | None = None
    is_private: bool = False
    """Whether it is not named where others may look on."""

    def words(self, day: str = "") -> str:
        """Everything that it is found by, as `fitting` compares it; `day` is how its day is said."""
        return folded(" ".join((self.noun, self.name, *self.beside, day)))


def fitting(asked: str, words: str) -> bool:
    """Whether each word that is asked for begins a word of these, folded as these are."""
    return all(f" {part}" in f" {words}" for part in folded(asked).split())
