"""TOML as people write it: read in one place, and what is wrong with it said in words."""

from typing import Any


class BadToml(Exception):
    """A file that is no TOML; `str()` says why, with the line where it is known."""


def parse_toml(words: bytes) -> dict[str, Any]:
    """What a TOML file holds. Raises BadToml."""
    import tomllib  # late: most homes have no such file

    try:
        # Some editors put a byte order mark before the first letter.
        return tomllib.loads(words.decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        raise BadToml("it is not UTF-8 text") from fault
    except RecursionError as fault:
        raise BadToml("it is nested too deeply") from fault
    except ValueError as fault:
        raise BadToml(str(fault)) from fault
