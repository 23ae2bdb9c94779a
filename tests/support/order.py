"""The order of tests: those that take long begin first, or one worker would still be at one when the others are done."""

import pytest


def pytest_configure(config: pytest.Config) -> None:
    """Say what the mark means."""
    config.addinivalue_line("markers", "long: takes many seconds, and so begins first")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the long ones in front; the others keep their order."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)
