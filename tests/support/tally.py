"""Prints at the end of a run what each harness did: how many faults, of what kind, with what outcome."""

import pytest


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
