"""A name in a command that is told to be typed: a shell takes it for a name."""

import subprocess

import pytest

from coachtui.model.clean import clean_line
from coachtui.model.typed_name import as_typed
from tests.support.hostile import strings


def test_names_are_typed_as_people_write_them() -> None:
    assert [as_typed(name) for name in ("Dana Ruiz", "D'Arcy", "José")] == ['"Dana Ruiz"', '"D\'Arcy"', '"José"']
    assert as_typed("$(id)") == "'$(id)'"


@pytest.mark.goal("S1", "S2")
def test_a_shell_takes_each_of_500_names_for_that_name() -> None:
    names = [clean_line(each) for each in strings()]
    assert said_by_a_shell([as_typed(each) for each in names]) == names


@pytest.mark.goal("S1", "S2", sabotage=True)
def test_names_between_quotes_alone_are_caught() -> None:
    names = ["$(echo owned)", "`echo owned`", "a\\\\b", "$HOME"]
    assert [said for said in said_by_a_shell([f'"{each}"' for each in names]) if said in names] == []


def said_by_a_shell(typed: list[str]) -> list[str]:
    """What a shell makes of these words."""
    script = "\n".join(f"printf '%s\\0' {each}" for each in typed)
    done = subprocess.run(["sh"], input=script.encode(), capture_output=True, check=True)
    assert done.stderr == b""
    return done.stdout.decode().split("\0")[:-1]
