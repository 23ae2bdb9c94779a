"""What all tests share."""

import os

from hypothesis import settings

from coachtui.language import VARIABLE

pytest_plugins = [f"tests.support.{name}" for name in ("goals", "in_memory", "order", "quiet", "tally")]

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")  # a computer that is busy with other things is no fault

os.environ.pop(VARIABLE, None)
for _name in ("LC_ALL", "LC_MESSAGES", "LANG"):
    if _name in os.environ:
        os.environ[_name] = "C.UTF-8"  # what a computer speaks is no matter of the tests, nor of what they start
