"""Prints at the end of a run what each harness did: how many faults, of what kind, with what outcome."""

from collections.abc import Callable

import pytest

Tell = Callable[[str], None]


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Tell:
    """Says in one line what a harness did; the lines are printed at the end of the run."""
    return lambda words: record_property("tally", words)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the lines that the harnesses told, wherever their tests ran."""
    told = [
        str(value)
        for reports in terminalreporter.stats.values()
        for report in reports
        if getattr(report, "when", None) == "call"
        for name, value in getattr(report, "user_properties", ())
        if name == "tally"
    ]
    if told:
        terminalreporter.section("faults tried")
        for words in told:
            terminalreporter.write_line(words)
