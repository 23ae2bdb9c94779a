"""The commands of the plain mode: each once, each done by somebody, each found by its first letters where these are its own."""

import importlib
import pkgutil

import pytest

import coachtui.plain as package
from coachtui.plain.command import ELSEWHERE, Command, Table, command_called
from coachtui.plain.commands import EVERYWHERE, PLACES, TODAY
from coachtui.plain.conversation import Conversation


def conversations() -> list[type[Conversation]]:
    """Every conversation that has a table."""
    found = [
        kind
        for each in pkgutil.iter_modules(package.__path__)
        for kind in vars(importlib.import_module(f"coachtui.plain.{each.name}")).values()
        if isinstance(kind, type) and issubclass(kind, Conversation) and hasattr(kind, "TABLE")
    ]
    return list(dict.fromkeys(found))


def test_every_place_is_held_by_a_conversation() -> None:
    assert {kind.TABLE for kind in conversations()} == set(PLACES) - {EVERYWHERE}


@pytest.mark.parametrize("kind", conversations(), ids=lambda kind: kind.__name__)
def test_every_command_is_done(kind: type[Conversation]) -> None:
    words = [each.word for each in (*kind.TABLE.commands, *EVERYWHERE.commands)]
    assert [word for word in words if not callable(getattr(kind, f"do_{word}", None))] == []
    own = {name.removeprefix("do_") for name in dir(kind) if name.startswith("do_")}
    assert own - set(words) == set(), "done, and told nowhere"


@pytest.mark.parametrize("table", PLACES, ids=lambda table: table.title)
def test_no_word_stands_twice_and_each_says_what_it_does(table: Table) -> None:
    words = [each.word for each in table.commands]
    assert len(set(words)) == len(words)
    assert all(
        each.meaning.endswith((".", "?")) and each.word.isalpha() and each.word.islower() for each in table.commands
    )


def test_a_word_is_found_by_as_many_letters_as_are_its_own() -> None:
    commands = (Command("lines", "", "."), Command("lead", "", "."), Command("leads", "", "."))
    assert command_called("LI", commands).command == commands[0]
    assert command_called("lead", commands).command == commands[1]
    assert command_called("le", commands).why_not == "That may be lead or leads. Type a little more of it."
    assert "Did you mean lines?" in command_called("linse", commands).why_not


def test_what_is_done_elsewhere_is_said_where() -> None:
    assert all(command_called(word, TODAY.commands).why_not == told for word, told in ELSEWHERE.items())
