"""A framework: a set of look-fors, each with a short code."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from coachtui.model.clean import clean_line
from coachtui.model.grammar import is_code
from coachtui.model.keys import PAD_KEYS
from coachtui.wording import _

_LEVELS = ("starting", "solid", "carries")
_FIELDS = frozenset(("code", "name", "meaning", "duration", *_LEVELS))


class BadFramework(Exception):
    """A framework that can't be used; `str()` says why, `place` is the look-for it is about, from 1, or None."""

    def __init__(self, why: str, place: int | None = None) -> None:
        super().__init__(why)
        self.place = place


class LookFor(NamedTuple):
    """A thing to watch for. `duration` says that it lasts: it is started and stopped, not marked.

    The levels say how it looks where a team is starting, where it is solid, and where it carries others.
    """

    code: str
    name: str
    meaning: str = ""
    duration: bool = False
    starting: str = ""
    solid: str = ""
    carries: str = ""


class Framework(NamedTuple):
    """A set of look-fors; `id` is the name of its file."""

    id: str
    title: str
    audience: str
    origin: str
    look_fors: tuple[LookFor, ...]

    @property
    def pad(self) -> tuple[tuple[str, LookFor], ...]:
        """The look-fors that have a key, each with it."""
        return tuple(zip(PAD_KEYS, self.look_fors, strict=False))

    def called(self, code: str) -> LookFor | None:
        """The look-for with this code, large or small letters alike."""
        return next((each for each in self.look_fors if each.code.casefold() == code.casefold()), None)


def read_framework(identity: str, found: Mapping[str, Any]) -> Framework:
    """The framework that a parsed file describes. Raises BadFramework."""
    title = _text(found.get("title"), "title")
    rows = found.get("look_for")
    if not isinstance(rows, list) or not rows:
        raise BadFramework(_("it holds no [[look_for]]"))
    look_fors = tuple(_look_for(row, place) for place, row in enumerate(rows, 1))
    codes = [each.code.casefold() for each in look_fors]
    for place, code in enumerate(codes, 1):
        if code in codes[: place - 1]:
            raise BadFramework(_("the code '{code}' stands there twice").format(code=look_fors[place - 1].code), place)
    audience, origin = (_text(found.get(name, ""), name, needed=False) for name in ("audience", "origin"))
    return Framework(identity, title, audience, origin, look_fors)


def _look_for(row: Any, place: int) -> LookFor:
    if not isinstance(row, dict):
        raise BadFramework(_("each [[look_for]] takes a code and a name"), place)
    odd = sorted(set(row) - _FIELDS)
    if odd:
        raise BadFramework(_("'{odd}' is not a part of a look-for").format(odd=odd[0]), place)
    code = _text(row.get("code"), "code", place)
    if not is_code(code):
        raise BadFramework(
            _("the code '{code}' is not a letter and up to 39 letters, digits, '.', '_' or '-'").format(code=code),
            place,
        )
    duration = row.get("duration", False)
    if not isinstance(duration, bool):
        raise BadFramework(_("duration is true or false"), place)
    words = {name: _text(row.get(name, ""), name, place, needed=False) for name in ("meaning", *_LEVELS)}
    return LookFor(code, _text(row.get("name"), "name", place), duration=duration, **words)


def _text(value: Any, name: str, place: int | None = None, *, needed: bool = True) -> str:
    if not isinstance(value, str | None):
        raise BadFramework(_("{name} takes words in quotation marks").format(name=name), place)
    text = clean_line(value or "").strip()
    if needed and not text:
        raise BadFramework(_("{name} is missing").format(name=name), place)
    return text
