"""What all tests share."""

from hypothesis import settings

pytest_plugins = [f"tests.support.{name}" for name in ("goals", "in_memory", "order", "quiet", "tally")]

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")  # a computer that is busy with other things is no fault
