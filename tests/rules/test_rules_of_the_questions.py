"""Rule of the questions: whatever a room asks, F1 has a sentence that says what is asked for."""

import ast
from collections.abc import Iterator
from pathlib import Path

from coachtui.tui import rooms
from coachtui.tui.cycle_page import FIELDS
from coachtui.tui.field_questions import QUESTIONS
from coachtui.tui.fields import QUESTION, field_of

ROOMS = Path(rooms.__file__).parent
PASSED_ON = {
    ("sheet_room.py", ""), ("asking.py", ""), ("asking_days.py", "key"), ("planning_one_on_one.py", "key"),
    ("deadlines.py", "key"), ("blocks.py", "key"), ("ending_one_on_one.py", "key"), ("agreeing_on_support.py", "key"),
    ("handing_over.py", "key"),
}  # fmt: skip
"""Where a question is put whose key was made elsewhere; what is made there is in OF_KEYS."""
OF_KEYS = {"move", "besides", "deadline", "block", "decision", "agreed", "asked", "save", "help", "plan"}
OF_FIELDS = {
    "row.key": {"words", "looks_like", "practice", "by_when", "check_back"},
    "field": {*FIELDS, "verdict_because", "next_goal"},
    "whose": {"lead_reflection", "my_reflection"},
    "kind": {"scenario", "structure", "day", "follow_up_on"},
    "part.id": {"opening"},
    "self._scope": {"gate"},
    "key": {"help", "plan"},
}
"""What a key that is made of a field begins with."""


def asked() -> Iterator[tuple[str, str]]:
    """The file of each question, and what it is about."""
    for path in sorted(ROOMS.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                yield from ((path.name, about) for about in _about(path.name, node, node.func))


def _about(file: str, call: ast.Call, func: ast.Attribute) -> Iterator[str]:
    if func.attr == "ask" and isinstance(func.value, ast.Name) and func.value.id == "self":
        named = [each.value for each in call.keywords if each.arg == "about"]
        yield str(ast.literal_eval(named[0])) if named and isinstance(named[0], ast.Constant) else ""
    elif func.attr in ("ask_for", "ask_day") and call.args:
        yield from _of_key(call.args[0])


def _of_key(key: ast.expr) -> Iterator[str]:
    if isinstance(key, ast.Constant):
        yield str(key.value).partition(":")[0]
    elif isinstance(key, ast.JoinedStr) and isinstance(key.values[0], ast.Constant):
        yield str(key.values[0].value).partition(":")[0]
    elif isinstance(key, ast.JoinedStr) and isinstance(key.values[0], ast.FormattedValue):
        yield from sorted(OF_FIELDS[ast.unparse(key.values[0].value)])
    else:
        yield "scope" if ast.unparse(key) == "scope" else ast.unparse(key)


def test_every_question_is_told() -> None:
    found = set(asked())
    assert len(found) > 60
    for file, about in sorted(found):
        if (file, about) not in PASSED_ON and about != "opening":
            assert about in QUESTIONS, f"{file} asks about {about!r}, of which F1 says nothing"
    assert set(QUESTIONS) >= OF_KEYS
    assert field_of("conversation", QUESTION, "opening") is not None


def test_nothing_is_told_that_is_not_asked() -> None:
    about = {each for _, each in asked()} | OF_KEYS
    assert set(QUESTIONS) - about <= {"discard", "mark", "rung"}, set(QUESTIONS) - about


def test_what_is_told_is_a_sentence() -> None:
    assert all(words[0].isupper() or words[0] == "'" for words in QUESTIONS.values())
    assert all(words.endswith((".", ".'")) for words in QUESTIONS.values())
