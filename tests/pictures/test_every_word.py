"""Every word on every screen is a message, or what people wrote, or the name of a key: all views in a language of its own."""

import json
import subprocess
import sys

import pytest

from tests.support.terminal import ROOT
from tools.pseudo import Data, other_letters


@pytest.mark.parametrize("more", [[], pytest.param(["--all"], marks=pytest.mark.deep)], ids=["views", "pages"])
@pytest.mark.long
def test_nothing_on_a_screen_is_english_of_our_own(more: list[str]) -> None:
    """If this fails, `python -m tools.pseudo` says what stands where: mark it with `_`, or tell it with `_t`."""
    command = [sys.executable, "-m", "tools.pseudo", "--json", *more]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    found = json.loads(told.stdout)
    assert len(found) > 40, told.stderr
    assert {name: strange for name, strange in found.items() if strange} == {}


@pytest.mark.parametrize(
    ("row", "strange"),
    [
        (f"{other_letters('held')} Maria Okafor  Ctrl+Q {other_letters('Quit')}", []),
        ("tried  Read one aloud before the talk", ["tried"]),
        ("Maria Okafor  not ended", ["not ended"]),
        ("Read one aloud before", []),
        (f"{other_letters('Goal')}  one aloud", ["one aloud"]),
    ],
)
def test_a_word_that_was_not_marked_is_seen(row: str, strange: list[str]) -> None:
    assert list(Data(["Maria Okafor", "Read one aloud before the talk"]).strange_in(row)) == strange
