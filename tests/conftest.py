"""What all tests share."""

from hypothesis import settings

pytest_plugins = ["tests.support.in_memory", "tests.support.order", "tests.support.quiet", "tests.support.tally"]

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")  # a computer that is busy with other things is no fault
