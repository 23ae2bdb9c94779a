"""Rules of the translations: every sentence of the code is in every catalog, whole, with the same fields, and nothing else is."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from coachtui.library import CONTENT
from coachtui.toml_text import parse_toml
from tests.support.terminal import ROOT
from tools.catalogs import compiled, merged
from tools.translations import PACKAGE, languages, sentences, stale, untold

LANGUAGES = languages()
SAID = {
    "Type discard and press Enter": "discard", "asks for the word leave": "leave", "Type leave and press Enter": "leave",
    "yes: hold that one now": "yes", "more: hold one more now": "more", "stop closes it": "stop", "keep leaves it": "keep",
    "or rest where nothing does": "rest", "(or rest)": "rest", "with the word none": "nothing",
}  # fmt: skip
"""What sentences say of words that are typed, and the word: it has to be said as it is read."""
FOOTERS = """
from coachtui.language import take_up; take_up({language!r})
from coachtui.tui.footer import footer_commands
from coachtui.tui.doors import ROOM_CLASSES
print(*(room for room in ROOM_CLASSES if "app.help" not in {{each.id for each in footer_commands(room, 60)}}))
"""
SHARED = {"sample_school.toml"}
"""Content that is the same in every language: what it holds is data."""


def messages(folder: Path) -> Iterator[tuple[str, Message]]:
    """Every message of a language, with the name of its catalog."""
    for path in sorted(folder.glob("*.po")):
        with path.open("rb") as file:
            yield from ((path.name, message) for message in read_po(file) if message.id)


def forms(told: object) -> list[str]:
    return [told] if isinstance(told, str) else list(told)  # type: ignore[call-overload]


def fields(text: str) -> set[str]:
    """The fields that a text leaves open; none where its braces are its own."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return set()


def test_there_is_a_language_besides_english() -> None:
    assert [folder.parent.name for folder in LANGUAGES] == ["es"]


def test_the_catalogs_hold_what_the_code_says_and_nothing_else() -> None:
    assert stale() == [], "make translations takes the sentences of the code into the catalogs"


def test_no_sentence_hides_within_a_string() -> None:
    """What stands within an f-string is not taken into the catalogs: it must stand somewhere else, too."""
    every = [each.id for found in sentences().values() for each in found]
    known = {text for each in every for text in ([each] if isinstance(each, str) else each)}
    marks = {"_", "_m", "_n", "counted"}
    hidden = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for text in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call)
        and getattr(call.func, "id", "") in marks
        and not {each.value for each in call.args if isinstance(each, ast.Constant)} & known
    ]
    assert hidden == []


def test_what_is_counted_has_one_plural() -> None:
    """A catalog knows what is counted by its singular alone."""
    plurals: dict[tuple[str, str | None], set[str]] = {}
    for each in (each for found in sentences().values() for each in found):
        if not isinstance(each.id, str):
            plurals.setdefault((each.id[0], each.context), set()).add(each.id[1])
    assert [one for (one, _), many in plurals.items() if len(many) > 1] == []


def test_no_sentence_is_missing() -> None:
    assert untold() == []


@pytest.mark.parametrize("folder", LANGUAGES, ids=lambda folder: folder.parent.name)
def test_every_translation_has_the_fields_and_the_ends_of_its_english(folder: Path) -> None:
    wrong: list[str] = []
    for name, message in messages(folder):
        english = forms(message.id)
        for text in filter(None, forms(message.string)):
            if not any(fields(text) == fields(one) for one in english):
                wrong.append(f"{name}: other fields: {text}")
            if any(re.match(r"\s*", text)[0] != re.match(r"\s*", one)[0] for one in english):  # type: ignore[index]
                wrong.append(f"{name}: another beginning: {text!r}")
            if any(re.search(r"\s*$", text)[0] != re.search(r"\s*$", one)[0] for one in english):  # type: ignore[index]
                wrong.append(f"{name}: another end: {text!r}")
    assert wrong == []


@pytest.mark.parametrize("folder", LANGUAGES, ids=lambda folder: folder.parent.name)
def test_none_is_fuzzy_and_none_holds_what_it_must_not(folder: Path) -> None:
    wrong = [
        f"{name}: {message.id}"
        for name, message in messages(folder)
        if message.fuzzy or any("!" in text and "!" not in "".join(forms(message.id)) for text in forms(message.string))
    ]
    assert wrong == []


@pytest.mark.parametrize("folder", LANGUAGES, ids=lambda folder: folder.parent.name)
def test_words_that_are_typed_are_said_as_they_are_read(folder: Path) -> None:
    told = {str(each.id): str(each.string) for _, each in messages(folder) if each.context is None}
    for part, word in SAID.items():
        found = [each for each in told if part in each]
        assert found, part
        assert [each for each in found if told[word].casefold() not in told[each].casefold()] == [], told[word]


@pytest.mark.parametrize("folder", LANGUAGES, ids=lambda folder: folder.parent.name)
def test_the_footer_of_every_room_says_how_to_get_help(folder: Path) -> None:
    script = FOOTERS.format(language=folder.parent.name)
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.split() == []


@pytest.mark.parametrize("folder", LANGUAGES, ids=lambda folder: folder.parent.name)
def test_they_are_compiled_whole(folder: Path) -> None:
    assert compiled(folder).stat().st_size > 0
    assert len(list(merged(folder))) >= 1


@pytest.mark.parametrize("folder", LANGUAGES, ids=lambda folder: folder.parent.name)
def test_the_content_is_there_in_every_language(folder: Path) -> None:
    other = CONTENT / folder.parent.name
    wrong: list[str] = []
    for path in sorted(CONTENT.rglob("*.toml")):
        name = path.relative_to(CONTENT)
        if name.parts[0] in {each.parent.name for each in LANGUAGES} | {"lexicons"} | SHARED:
            continue
        if not (other / name).exists():
            wrong.append(f"{name} is missing")
        elif shape_of(parse_toml(path.read_bytes())) != shape_of(parse_toml((other / name).read_bytes())):
            wrong.append(f"{name} has other parts")
    assert wrong == []


def shape_of(held: object) -> object:
    """What content is made of, without its words."""
    if isinstance(held, dict):
        return {key: shape_of(value) for key, value in held.items()}
    if isinstance(held, list):
        return [shape_of(value) for value in held] if held and not isinstance(held[0], str) else [str] * len(held)
    return type(held)
