"""The mark of a test that holds a goal of reliability, and the record of what such tests told (tools/goals.py).

With `--record-goals`, as `make faults` runs, tests/figures.json and docs/reliability.md are brought up to date at the end.
"""

import json
import os
import platform
import sqlite3
from typing import Any

import pytest

from coachtui.clock import Clock
from tools import goals


def pytest_addoption(parser: pytest.Parser) -> None:
    """Say that figures may be recorded."""
    parser.addoption(
        "--record-goals", action="store_true", help="write what the goals' tests told into docs/reliability.md"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Say what the mark means, and record where that was asked for."""
    config.addinivalue_line(
        "markers", "goal(*names, sabotage=False): holds goals of tests/goals.toml, or shows that the others can fail"
    )
    if config.getoption("--record-goals") and not hasattr(config, "workerinput"):
        config.pluginmanager.register(_Recorder(), "goals-recorder")


class _Recorder:
    """Keeps what the marked tests told, and writes it down at the end."""

    def __init__(self) -> None:
        self._ran: dict[str, dict[str, Any]] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count a test, and keep its figures; one that could not even begin has failed."""
        if "goal" not in report.keywords or (report.when != "call" and not report.failed):
            return
        empty = {"on": str(Clock().today()), "passed": 0, "failed": 0, "told": []}
        ran = self._ran.setdefault(report.nodeid, empty)
        ran["passed"] += report.passed
        ran["failed"] += report.failed
        ran["told"] += [_in_short(str(value)) for name, value in report.user_properties if name == "tally"]

    def pytest_sessionfinish(self) -> None:
        """Write down what ran; what did not run this time keeps the figures that it had, if it is still there."""
        known = {holder.node for holder in goals.holders()}
        told = goals.figures()
        ran_now = {goals.node_of(name) for name in self._ran}
        kept = {name: ran for name, ran in told["tests"].items() if name not in ran_now}
        tests = {name: ran for name, ran in {**kept, **self._ran}.items() if goals.node_of(name) in known}
        for ran in tests.values():
            ran["told"].sort()
        words = {"computer": _computer(), "tests": dict(sorted(tests.items()))}
        goals.FIGURES.write_text(json.dumps(words, indent=1, ensure_ascii=False) + "\n", "utf-8")
        (goals.ROOT / "docs" / goals.PAGE).write_text(goals.page(), "utf-8")


def _in_short(told: str) -> str:
    """What a harness told, without the words of the first fault, which also name folders that are gone."""
    return told.partition(", the first:")[0].partition("\n")[0]


def _computer() -> str:
    """What the figures were measured on."""
    return (
        f"{os.cpu_count()} cores, {platform.system()} {platform.release().partition('-')[0]}, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )
