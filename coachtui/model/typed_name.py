"""How a name is typed after a command, so that a shell takes it for no more than a name."""

import re
from shlex import quote

_PLAIN = re.compile(r'[^"$`\\!%\x00-\x1f]+')
"""What means nothing to a shell between double quotes, here or in Windows."""


def as_typed(name: str) -> str:
    """The name in double quotes, as people write it; one of which a shell would do something, as it does nothing of it."""
    return f'"{name}"' if _PLAIN.fullmatch(name) else quote(name)
