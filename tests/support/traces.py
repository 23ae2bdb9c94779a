"""Looking for words in every byte that a home holds."""

from collections.abc import Iterable
from pathlib import Path


def traces(home: Path, words: Iterable[str]) -> list[str]:
    """Where any of these words is found: in which file of the home, or in the name of one; large and small alike."""
    files = [path for path in sorted(home.rglob("*")) if path.is_file()]
    found: list[str] = []
    for word in words:
        for path in files:
            where = path.relative_to(home)
            if word.lower().encode() in path.read_bytes().lower():
                found.append(f"{word} in {where}")
            if word.lower() in str(where).lower():
                found.append(f"{word} in the name of {where}")
    return found
