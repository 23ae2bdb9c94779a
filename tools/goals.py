"""The goals of reliability: which test holds which, and the page that tells it (docs/reliability.md).

A goal stands in tests/goals.toml; a test says that it holds one with `@pytest.mark.goal("R1")`, and with `sabotage=True`
that it breaks the program on purpose and must see it. tests/figures.json holds what these tests told in the last long run.
"""

import ast
import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
TESTS = ROOT / "tests"
FIGURES = TESTS / "figures.json"
PAGE = "reliability.md"

GROUPS = {
    "R": "Nothing is lost",
    "B": "Backups, and notebooks of older shapes",
    "S": "What comes in is words, and nothing else",
    "C": "Nobody reads along",
    "T": "Time",
}
_HEAD = """\
# Reliability

This page is written by the tests (`make docs`; `make faults` brings the figures up to date). Each promise stands with what \
counts as holding it, the tests that hold it, and the tests that break the program on purpose and have to see it: a test that \
can't fail proves nothing. `make test` runs a quick form of each, `make faults` the whole."""


@dataclass(frozen=True, slots=True)
class Goal:
    """One promise; `measured` is what figures `make bench` has of it, `open` what of it is not held."""

    name: str
    says: str
    aim: str
    measured: str = ""
    open: str = ""


@dataclass(frozen=True, slots=True)
class Holder:
    """A test that holds goals, or with `is_sabotage` shows that the others can turn red."""

    where: str
    name: str
    goals: tuple[str, ...]
    is_sabotage: bool

    @property
    def told_as(self) -> str:
        """What the page calls it: its name as words."""
        return self.name.removeprefix("test_").replace("_", " ")

    @property
    def node(self) -> str:
        """The name by which pytest runs it."""
        return f"{self.where}::{self.name}"


def goals() -> dict[str, Goal]:
    """Every goal by its name, in order."""
    words: dict[str, dict[str, str]] = tomllib.loads((TESTS / "goals.toml").read_text("utf-8"))
    return {name: Goal(name, **said) for name, said in words.items()}


@cache
def holders() -> tuple[Holder, ...]:
    """Every test that carries the mark, read from the tests' own text."""
    return tuple(holder for path in sorted(TESTS.rglob("test_*.py")) for holder in _holders_in(path))


def _holders_in(path: Path) -> Iterator[Holder]:
    words = path.read_text("utf-8")
    if "mark.goal(" not in words:
        return
    where = str(path.relative_to(ROOT))
    for node in ast.walk(ast.parse(words)):
        for mark in getattr(node, "decorator_list", ()):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and ast.unparse(mark).startswith(
                "pytest.mark.goal("
            ):
                names = tuple(ast.literal_eval(name) for name in mark.args)
                said = {word.arg: ast.literal_eval(word.value) for word in mark.keywords}
                yield Holder(where, node.name, names, said.get("sabotage", False))


def node_of(name: str) -> str:
    """The test that a case of it belongs to: what stands before its values."""
    return name.partition("[")[0]


def figures() -> dict[str, Any]:
    """What the goals' tests told when they ran last, by the name of each case; how and when they were run."""
    return dict(json.loads(FIGURES.read_text("utf-8"))) if FIGURES.is_file() else {"computer": "", "tests": {}}


def page() -> str:
    """docs/reliability.md: every goal, who holds it, and the figures."""
    told = figures()
    parts = [_HEAD]
    if told["computer"]:
        last = max((ran["on"] for ran in told["tests"].values()), default="")
        parts.append(f"The figures are from {told['computer']}, the last of them of {last}.")
    for group, members in groupby(goals().values(), key=lambda goal: goal.name[0]):
        parts.append(f"## {GROUPS[group]}")
        parts += [_told(goal, told["tests"]) for goal in members]
    return "\n\n".join(parts) + "\n"


def _told(goal: Goal, told: dict[str, Any]) -> str:
    """What the page says of one goal."""
    mine = [holder for holder in holders() if goal.name in holder.goals]
    parts = [f"### {goal.name}. {goal.says}", f"Aim: {goal.aim}."]
    if goal.measured:
        parts.append(f"Measured by `make bench` ([figures](../README.md#figures)): {goal.measured}.")
    if goal.open:
        parts.append(f"**Not held:** {goal.open}")
    for title, is_sabotage in (("Held by", False), ("Broken on purpose, and must be seen, in", True)):
        rows = [row for holder in mine if holder.is_sabotage == is_sabotage for row in _rows(holder, told)]
        if rows:
            parts.append(f"{title}:\n\n" + "\n".join(rows))
    if not mine and not goal.open:
        parts.append("**Not held** by any test.")
    return "\n\n".join(parts)


def _rows(holder: Holder, told: dict[str, Any]) -> Iterator[str]:
    yield f"- [{holder.told_as}](../{holder.where})"
    ran = [each for name, each in told.items() if node_of(name) == holder.node]
    yield from (f"  - {words}" for words in sorted(words for each in ran for words in each["told"]))
    failed = sum(each["failed"] for each in ran)
    if failed:
        yield f"  - **{failed} failed**"
