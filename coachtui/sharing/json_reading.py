"""JSON from elsewhere: one meaning, numbers that are numbers, no deeper than any file of notes."""

import json
from typing import Any, NoReturn

from coachtui.sharing.errors import SharingError
from coachtui.wording import _

_DEEPEST = 32
_MOST_LEVELS, _MOST_VALUES = 1_000_000, 4_000_000
"""More lists and fields than in 50 MB of notes: so many small ones would take a hundred times their bytes in memory."""


def parse_json(text: str, name: str) -> Any:
    """The value that this text is; `name` is what the sentences call the file. Raises SharingError."""
    try:
        _see_that_it_is_not_too_much(text)
        value = json.loads(
            text, parse_constant=_refuse_constant, object_pairs_hook=_fields_named_once, parse_float=_finite
        )
        _see_that_it_is_not_too_deep(value)
    except json.JSONDecodeError as fault:
        raise SharingError(
            _("{name} is not JSON: line {lineno}, column {colno} can't be read. Nothing was added.").format(
                name=name, lineno=fault.lineno, colno=fault.colno
            )
        ) from None
    except RecursionError:
        raise SharingError(
            _("{name} is nested too deeply to be a file of notes. Nothing was added.").format(name=name)
        ) from None
    except (ValueError, SharingError) as fault:
        reason = str(fault) if isinstance(fault, SharingError) else _("it holds a number that is too long")
        raise SharingError(
            _("{name} can't be taken in: {reason}. Nothing was added.").format(name=name, reason=reason)
        ) from None
    return value


def _see_that_it_is_not_too_much(text: str) -> None:
    """Refuse what is made of more parts than any file of notes, before they are made."""
    if text.count("{") + text.count("[") > _MOST_LEVELS or text.count(",") > _MOST_VALUES:
        raise SharingError(_("it holds more fields and lists than any file of notes, or is nested too deeply"))


def _refuse_constant(name: str) -> NoReturn:
    raise SharingError(_("it holds '{name}' where a number should be").format(name=name))


def _finite(words: str) -> float:
    number = float(words)
    if number in (float("inf"), float("-inf")):
        raise SharingError(_("it holds a number that is too large"))
    return number


def _fields_named_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """One field is one field: of two with the same name a reader could not know which was meant."""
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise SharingError(_("one of its fields is given twice"))
    return fields


def _see_that_it_is_not_too_deep(value: Any) -> None:
    """Refuse what is nested deeper than any file of notes, before anything walks into it."""
    level: list[Any] = [value]
    for __ in range(_DEEPEST):
        deeper: list[Any] = []
        for item in level:
            if isinstance(item, dict):
                deeper.extend(item.values())  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
            elif isinstance(item, list):
                deeper.extend(item)  # pyright: ignore[reportUnknownArgumentType]
        if not deeper:
            return
        level = deeper
    raise RecursionError
