"""TOML as people write it: read in one place, its words cleaned, and what is wrong with it said in words."""

from typing import Any

from coachtui.model.clean import clean


class BadToml(Exception):
    """A file that is no TOML; `str()` says why, with the line where it is known."""


def parse_toml(words: bytes) -> dict[str, Any]:
    """What a TOML file holds, every word of it cleaned. Raises BadToml."""
    import tomllib  # late: most homes have no such file

    try:
        # Some editors put a byte order mark before the first letter.
        found: dict[str, Any] = _cleaned(tomllib.loads(words.decode("utf-8-sig")))
    except UnicodeDecodeError as fault:
        raise BadToml("it is not UTF-8 text") from fault
    except RecursionError as fault:
        raise BadToml("it is nested too deeply") from fault
    except ValueError as fault:
        raise BadToml(clean(str(fault))) from fault
    return found


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {clean(key): _cleaned(inner) for key, inner in value.items()}
    return [_cleaned(inner) for inner in value] if isinstance(value, list) else value
