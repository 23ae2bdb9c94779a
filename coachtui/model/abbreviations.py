"""A person's own abbreviations: "ss" for "students", expanded where they stand as words of their own."""

import re
from collections.abc import Mapping


class Abbreviations:
    """What stands for what; large and small letters alike."""

    def __init__(self, meanings: Mapping[str, str]) -> None:
        self._meanings = {short.casefold(): long for short, long in meanings.items() if short.strip()}
        words = "|".join(re.escape(short) for short in sorted(self._meanings, key=len, reverse=True))
        self._find = re.compile(rf"(?<![\w#@'’-])(?:{words})(?![\w'’:-])", re.IGNORECASE) if words else None

    def expand(self, text: str) -> str:
        """The text with each abbreviation written out; one that begins with a large letter gives one that does."""
        if self._find is None:
            return text
        return self._find.sub(lambda found: self._written_out(found[0]), text)

    def _written_out(self, short: str) -> str:
        long = self._meanings[short.casefold()]
        return long[:1].upper() + long[1:] if short[:1].isupper() and len(short) > 1 else long
