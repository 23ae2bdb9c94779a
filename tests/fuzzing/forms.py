"""Every form in which something comes in, by its name; and one that is at fault on purpose."""

from tests.fuzzing.beside import BESIDE
from tests.fuzzing.content import CONTENT
from tests.fuzzing.files import FILES
from tests.fuzzing.form import Form
from tests.fuzzing.typed import TYPED

FORMS = {**FILES, **CONTENT, **TYPED, **BESIDE}


def _at_fault(content: bytes) -> object:
    """Falls over "= [[" at the beginning, a letter at a time: only who sees which code is reached finds the way there."""
    for place, letter in enumerate(b"= [["):
        if content[place : place + 1] != bytes([letter]):
            return None
    raise LookupError(content)


SABOTAGE = {"sabotage": Form(_at_fault, (), lambda: [b"plain words"])}
