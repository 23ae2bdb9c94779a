"""Rules of SECURITY.md: no promise without a test, no test that is not there; and that the program knows no network."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from tests.support.terminal import ROOT
from tools import goals

PAGE = ROOT / "SECURITY.md"
_HEAD, _LINE = "| Promise | Held by |", "| --- | --- |"
_NETWORK = frozenset(
    [
        "socket",
        "ssl",
        "http",
        "urllib",
        "ftplib",
        "smtplib",
        "imaplib",
        "poplib",
        "telnetlib",
        "xmlrpc",
        "socketserver",
        "webbrowser",
        "aiohttp",
        "httpx",
        "requests",
    ]
)


def promises(words: str) -> list[tuple[str, list[str]]]:
    """Every row of the page's tables: what is promised, and the tests that are named for it."""
    rows = [row for row in words.splitlines() if row.startswith("|") and row not in (_HEAD, _LINE)]
    return [(promise.strip(), re.findall(r"`(tests/[^`]+)`", tests)) for _, promise, tests, _ in map(_cells, rows)]


def _cells(row: str) -> list[str]:
    cells = row.split("|")
    assert len(cells) == 4, row
    return cells


@cache
def names_in(path: Path) -> frozenset[str]:
    """The names of the tests in a file."""
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(node.name for node in ast.parse(path.read_text("utf-8")).body if isinstance(node, functions))


def unheld(words: str) -> list[str]:
    """What is wrong with a page: promises without a test, tests that are not there, the same promise twice."""
    found = promises(words)
    wrong = [promise for promise, tests in found if not tests or not promise.endswith(".")]
    wrong += [promise for number, (promise, _) in enumerate(found) if promise in [each for each, _ in found[:number]]]
    for _, tests in found:
        for test in tests:
            path, _, name = test.partition("::")
            if not (ROOT / path).is_file() or name not in names_in(ROOT / path):
                wrong.append(test)
    return wrong


def test_every_promise_is_held_by_a_test_that_is_there() -> None:
    words = PAGE.read_text("utf-8")
    assert len(promises(words)) > 30
    assert unheld(words) == []


@pytest.mark.parametrize(
    "row",
    [
        "| Nothing is ever read. | by hand |",
        "| Nothing is ever read. | `tests/rules/test_rules_of_security.py::test_that_nobody_wrote` |",
        "| Nothing is ever read. | `tests/rules/test_of_nothing.py::test_it` |",
    ],
)
def test_a_promise_without_one_is_found(row: str) -> None:
    assert unheld(f"{_HEAD}\n{_LINE}\n{row}\n") != []


def test_every_part_of_the_page_promises_something_or_says_what_is_not_promised() -> None:
    parts = re.split(r"^## ", PAGE.read_text("utf-8"), flags=re.MULTILINE)[1:]
    assert [part.splitlines()[0] for part in parts if _HEAD not in part][-2:] == [
        "What is not protected",
        "Where a fault is reported",
    ]
    assert all(promises(part) for part in parts[:-2])


def test_every_goal_of_confidentiality_is_among_the_promises() -> None:
    """Each is held by at least one test that a promise names."""
    named = {test for _, tests in promises(PAGE.read_text("utf-8")) for test in tests}
    for goal in (name for name in goals.goals() if name.startswith("C")):
        assert named & {holder.node for holder in goals.holders() if goal in holder.goals}, goal


def imported(path: Path) -> set[str]:
    """The modules that a file imports, by the first part of their names."""
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    names = {each.name for node in nodes if isinstance(node, ast.Import) for each in node.names}
    names |= {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    return {name.partition(".")[0] for name in names}


def test_nothing_of_ours_knows_a_network(tmp_path: Path) -> None:
    files = sorted((ROOT / "coachtui").rglob("*.py"))
    assert {str(path) for path in files if imported(path) & _NETWORK} == set()
    (tmp_path / "calls.py").write_text("from urllib.request import urlopen\n", "utf-8")
    assert imported(tmp_path / "calls.py") & _NETWORK, "the rule finds nothing where there is something"
