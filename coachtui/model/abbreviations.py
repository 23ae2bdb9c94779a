"""A person's own abbreviations: "ss" for "students", expanded where they stand as words of their own."""

import re
from collections.abc import Mapping

from coachtui.model.clean import clean_line


class Abbreviations:
    """What stands for what; large and small letters alike."""

    def __init__(self, meanings: Mapping[str, str]) -> None:
        cleaned = {clean_line(short).strip().casefold(): clean_line(long).strip() for short, long in meanings.items()}
        known = sorted((short for short in cleaned if short and cleaned[short]), key=len, reverse=True)
        self._meanings = [cleaned[short] for short in known]
        words = "|".join(f"({re.escape(short)})" for short in known)
        self._find = re.compile(rf"(?<![\w#@'’-])(?:{words})(?![\w'’:-])", re.IGNORECASE) if words else None

    def expand(self, text: str) -> str:
        """The text with each abbreviation written out; one that begins with a large letter gives one that does."""
        if self._find is None:
            return text
        # What is put in may stand before an accent that was typed behind the short form.
        return clean_line(self._find.sub(self._written_out, text))

    def _written_out(self, found: re.Match[str]) -> str:
        # Told by its place in the pattern: a dotless ı is found as an i, but no small letters make it one.
        short, long = found[0], self._meanings[(found.lastindex or 1) - 1]
        return long[:1].upper() + long[1:] if short[:1].isupper() and len(short) > 1 else long
