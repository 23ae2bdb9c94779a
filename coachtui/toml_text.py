"""TOML as people write it: read in one place, its words cleaned, and what is wrong with it said in words."""

import re
from typing import Any

from coachtui.model.clean import clean
from coachtui.wording import _

_ENDLESS_KEY = re.compile(r"""(?<![\w"'-])(?:[\w"'-]++[ \t]*+\.[ \t]*+){40}""")
"""Forty names with a dot behind each: reading a key of thousands takes minutes."""


class BadToml(Exception):
    """A file that is no TOML; `str()` says why, with the line where it is known."""


def parse_toml(words: bytes) -> dict[str, Any]:
    """What a TOML file holds, every word of it cleaned. Raises BadToml."""
    import tomllib  # late: most homes have no such file

    try:
        # Some editors put a byte order mark before the first letter.
        text = words.decode("utf-8-sig")
        if _ENDLESS_KEY.search(text):
            raise BadToml(_("it is nested too deeply"))
        found: dict[str, Any] = _cleaned(tomllib.loads(text))
    except UnicodeDecodeError as fault:
        raise BadToml(_("it is not UTF-8 text")) from fault
    except RecursionError as fault:
        raise BadToml(_("it is nested too deeply")) from fault
    except ValueError as fault:
        raise BadToml(clean(str(fault))) from fault
    return found


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {clean(key): _cleaned(inner) for key, inner in value.items()}
    return [_cleaned(inner) for inner in value] if isinstance(value, list) else value


def line_of(words: str, name: str, table: str = "") -> int | None:
    """The number of the line in which a file of TOML gives this name of this table, from 1; None where it can't be told."""
    import re

    key = rf"""(?:{re.escape(name)}|"{re.escape(name)}"|'{re.escape(name)}')"""
    given = re.compile(rf"\s*{key}\s*[=.]")
    headed = re.compile(rf"\s*\[+\s*{key}\s*[\].]")
    dotted = re.compile(rf"""\s*["']?{re.escape(table)}["']?\s*\.\s*{key}\s*[=.]""")
    inside = ""
    for number, row in enumerate(words.splitlines(), 1):
        head = re.match(r"""\s*\[+\s*["']?([^\]"'.]*)["']?\s*[\].]""", row)
        if head is not None:
            inside = head[1].strip()
        here = given.match(row) if inside == table else None
        if here or (not table and headed.match(row)) or (table and not inside and dotted.match(row)):
            return number
    return line_of(words, table) if table else None
