"""Taking one person's name out of texts: what names that person, and nobody else who is known, becomes initials."""

import re
from collections.abc import Iterable, Iterator

from coachtui.model.named import is_word
from coachtui.model.names import KnownPeople, Person


class Unnaming:
    """Finds the name in a text: whole, in parts that nobody else has, as the short name. A word that is written so is none."""

    def __init__(self, mine: Iterable[Person], others: Iterable[Person]) -> None:
        """`mine` are all the names that the person ever had, the one of now first."""
        self._mine = list(mine)
        self._known = KnownPeople([*others, *self._mine], recipient="")
        forms = {
            form.casefold() for each in self._mine for form in (each.name, each.handle, *each.name.split()) if form
        }
        self._any = re.compile("|".join(map(re.escape, sorted(forms, key=len, reverse=True))) or r"(?!)")
        self.initials = " ".join(f"{part[0].upper()}." for part in self._mine[0].name.split()) if self._mine else ""

    def names_in(self, text: str) -> Iterator[re.Match[str]]:
        """Where the name stands."""
        if self._any.search(text.casefold()) is None:
            return
        for person, found in self._known.people_in(text):
            if person in self._mine and not is_word(text, found):
                yield found

    def stands_in(self, text: str) -> bool:
        """Whether the name stands in a text."""
        return next(self.names_in(text), None) is not None

    def without(self, text: str) -> str:
        """The text with the initials in the place of the name; two parts of it side by side are one name."""
        parts: list[str] = []
        read = 0
        for found in self.names_in(text):
            if not (parts and text[read : found.start()] == " "):
                parts += [text[read : found.start()], self.initials]
            read = found.end()
        if not parts:
            return text
        if text[read : read + 1] == ".":
            read += 1  # the initials end with one
        return "".join(parts) + text[read:]
