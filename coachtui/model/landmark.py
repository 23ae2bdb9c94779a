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
        return f" {folded(' '.join((self.noun, self.name, *self.beside, day)))}"


def parts_asked(asked: str) -> list[str]:
    """The words that are asked for, folded, each with the blank before it by which it begins a word."""
    return [f" {part}" for part in folded(asked).split()]


def fitting(parts: list[str], words: str) -> bool:
    """Whether each of these begins a word of these words, which are folded and have a blank before them."""
    return all(part in words for part in parts)
