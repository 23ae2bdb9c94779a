"""Words that help with words: what is asked where they are missing, and starters for steps. A school may change both."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from coachtui.model.clean import clean_line
from coachtui.wording import _

PLACES = (
    "goal", "measure", "baseline", "moment", "target", "learning", "step", "lead_reflection", "my_reflection",
    "verdict_because", "next_goal",
)  # fmt: skip
"""Where something may be asked."""


class BadPrompts(Exception):
    """A file that can't be used; `str()` says why, `place` names the key, or the number of the starter, it is about."""

    def __init__(self, why: str, place: str | int | None = None) -> None:
        super().__init__(why)
        self.place = place


class Starter(NamedTuple):
    """The words of a step to begin with, and how we will know."""

    words: str
    looks_like: str = ""


def read_prompts(found: Mapping[str, Any]) -> dict[str, str]:
    """The prompts of a parsed file, by the place where they are asked. Raises BadPrompts."""
    prompts: dict[str, str] = {}
    for place, words in found.items():
        if place not in PLACES:
            raise BadPrompts(
                _("'{place}' is no place where something is asked").format(place=clean_line(place)[:40]), place
            )
        prompts[place] = _text(words, place, place)
    return prompts


def read_starters(found: Mapping[str, Any]) -> tuple[Starter, ...]:
    """The starters of a parsed file. Raises BadPrompts."""
    rows = found.get("starter", [])
    if not isinstance(rows, list) or set(found) - {"starter"}:
        raise BadPrompts(_("it takes [[starter]] and nothing else"))
    return tuple(_starter(row, place) for place, row in enumerate(rows, 1))


def _starter(row: Any, place: int) -> Starter:
    if not isinstance(row, dict) or set(row) - set(Starter._fields):
        raise BadPrompts(_("each [[starter]] takes words and, if you like, looks_like"), place)
    starter = Starter(_text(row.get("words"), "words", place), _text(row.get("looks_like", ""), "looks_like", place))
    if not starter.words:
        raise BadPrompts(_("words is missing"), place)
    return starter


def _text(value: Any, name: str, place: str | int) -> str:
    if not isinstance(value, str | None):
        raise BadPrompts(_("{name} takes words in quotation marks").format(name=name), place)
    return clean_line(value or "").strip()
