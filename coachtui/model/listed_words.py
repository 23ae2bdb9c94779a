"""Several words said one after another, as a sentence says them: "a, b and c"."""

from collections.abc import Sequence

from coachtui.wording import _


def listed_and(words: Sequence[str]) -> str:
    """All of them: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return _("{words} and {word}").format(words=", ".join(words[:-1]), word=words[-1])


def listed_or(words: Sequence[str]) -> str:
    """One of them: "a, b or c"."""
    if len(words) < 2:
        return "".join(words)
    return _("{words} or {word}").format(words=", ".join(words[:-1]), word=words[-1])
