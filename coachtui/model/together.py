"""Together mode: a lead is looking at the screen, so only what both may see is there."""

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from typing import NamedTuple

from coachtui.model.conversation import PlanRow, Whose

_COST = {"n": 2**14, "r": 8, "p": 1}
"""Of scrypt: about 50 ms for one try."""


class BothSee(NamedTuple):
    """All that is shown while a plan is written together; nothing else of the notebook is read.

    `rows` are those that are nobody's alone. `lead_name` is the lead's, `with_whom` the handle of the plan. `was_held` says
    that the conversation is over: what came of it is written then. `scenario` and `structure` say how its parts are asked.
    """

    conversation: str
    lead_name: str
    with_whom: str
    rows: tuple[PlanRow, ...]
    was_held: bool = False
    scenario: str = ""
    structure: str = ""

    def words(self, part: str, whose: Whose) -> str:
        """What one of the two wrote in a part, a line a row."""
        return "\n".join(row.words for row in self.rows if row.part == part and row.whose == whose)


class RowsBefore(NamedTuple):
    """What becomes of rows when their text is written anew: those that stay, each with its place and words; those that go."""

    stay: tuple[PlanRow, ...]
    go: tuple[PlanRow, ...]
    new: tuple[tuple[int, str], ...]


def rewritten(rows: Sequence[PlanRow], text: str) -> RowsBefore:
    """The rows of one part and one person for a text, a line a row; empty lines are none. A row whose words stand keeps its id.

    The others take the changed lines in their order, so that a correction is a change and not another row.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    left = list(rows)
    kept: dict[int, PlanRow] = {}
    for place, line in enumerate(lines):
        same = next((row for row in left if row.words == line), None)
        if same is not None:
            kept[place] = same
            left.remove(same)
    for place in range(len(lines)):
        if place not in kept and left:
            kept[place] = left.pop(0)
    stay = tuple(row._replace(place=place + 1, words=lines[place]) for place, row in sorted(kept.items()))
    new = tuple((place + 1, line) for place, line in enumerate(lines) if place not in kept)
    return RowsBefore(stay, tuple(left), new)


def hidden(passphrase: str) -> str:
    """A passphrase as it is kept: a salt and what scrypt makes of both; the passphrase can't be read from it."""
    salt = secrets.token_hex(16)
    return f"{salt}${_scrypt(passphrase, salt)}"


def is_the_one(passphrase: str, kept: str) -> bool:
    """Whether this is the passphrase that was kept."""
    salt, _, wanted = kept.partition("$")
    return hmac.compare_digest(_scrypt(passphrase, salt), wanted)


def _scrypt(passphrase: str, salt: str) -> str:
    return hashlib.scrypt(passphrase.encode(), salt=salt.encode(), dklen=32, **_COST).hex()
