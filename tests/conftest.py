"""What all tests share."""

pytest_plugins = ["tests.support.in_memory", "tests.support.quiet", "tests.support.tally"]
