"""A notebook full of words that are nobody else's, each of which is known again by any six characters of it."""

from collections.abc import Callable, Iterable
from functools import partial
from random import Random

from coachtui.model.draft import Draft
from coachtui.store.notebook import Notebook
from tests.support.homes import Desk

LETTERS = "zqxjvkwy"
PIECE = 6
LEAD, OPEN_WORDS = "Dana Ruiz", "both of us may read this sentence"


class Marks:
    """Makes marked words, and knows a piece of one."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._pieces: set[str] = set()

    def new(self) -> str:
        """Another marked word."""
        word = "".join(self._random.choices(LETTERS, k=14))
        self._pieces |= {word[start : start + PIECE] for start in range(len(word) - PIECE + 1)}
        return word

    def found_in(self, rows: Iterable[str]) -> list[str]:
        """The rows, or the bytes as text, in which a piece of a marked word stands."""
        found: list[str] = []
        for row in rows:
            low = row.casefold()
            if any(low[start : start + PIECE] in self._pieces for start in range(len(low) - PIECE + 1)):
                found.append(row)
        return found


def _add_private(plan: str, part: str, words: str, notebook: Notebook) -> None:
    notebook.conversations.add_row(plan, part, words, "principal", is_private=True)


def _add_open(plan: str, part: str, notebook: Notebook) -> None:
    notebook.conversations.add_row(plan, part, OPEN_WORDS, "lead", is_private=False)


def full_of_private_words(desk: Desk, marks: Marks) -> str:
    """Fill a home with private words of every kind; returns the id of the one plan that two may look at."""
    new = marks.new
    desk.do(lambda notebook: notebook.people.add_team(f"Team {new()}", f"Lead {new()}", (new(), new())))
    lead = desk.do(lambda notebook: notebook.people.add_lead(LEAD)).id
    desk.begin(team=f"Team {new()}")
    desk.file(f"{new()}: said {new()} #{new()} *")
    desk.file(f"? {new()} {new()}")
    desk.file(f"! {new()} {new()}")
    desk.do(lambda notebook: notebook.drafts.keep(Draft("o1", f"half {new()}", 4, None)))
    verbs: tuple[Callable[[Notebook], object], ...] = (
        lambda notebook: notebook.items.add(lead, new(), private=True),
        lambda notebook: notebook.items.add(lead, new()),
        lambda notebook: notebook.steps.draft(lead, new()),
        lambda notebook: notebook.drafts.keep(Draft(f"ask:why:{lead}", new(), 1, None)),
        lambda notebook: notebook.conversations.plan(lead, with_whom=new()),
    )
    for verb in verbs:
        desk.do(verb)
    plan: str = desk.do(lambda notebook: notebook.conversations.plan(lead, with_whom="J.")).id
    for part in ("why", "facts", "opening", "my_part", "replies"):
        for _ in range(2):
            desk.do(partial(_add_private, plan, part, new()))
    for part in ("why", "opening"):
        desk.do(partial(_add_open, plan, part))
    return plan
