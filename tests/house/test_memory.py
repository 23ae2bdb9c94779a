"""Memory: what was typed is in it, so neither the system nor another program of the same account gets a picture of it."""

import os
import subprocess
import sys

import pytest

from tests.support.terminal import ROOT

_NEIGHBOUR = """
import ctypes, os, resource, sys
sys.path.insert(0, os.getcwd())
from coachtui.places import make_private
ready, go = os.pipe(), os.pipe()
child = os.fork()
if child == 0:
    os.close(ready[0])
    if os.getuid() == 0:
        os.setgid(65534), os.setuid(65534)
    ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)  # as any program is that was started from a shell
    if sys.argv[1] == "private":
        make_private()
    os.write(ready[1], b".")
    os.read(go[0], 1)
    os._exit(0)
os.close(ready[1])
os.read(ready[0], 1)
if os.getuid() == 0:
    os.setgid(65534), os.setuid(65534)
try:
    os.close(os.open(f"/proc/{child}/environ", os.O_RDONLY))
    print("seen")
except PermissionError:
    print("hidden")
os.write(go[1], b".")
os.waitpid(child, 0)
"""
"""Two programs of one account: one tries to look into the other, as a debugger does before it reads the memory."""


def looked_into(how: str) -> str:
    """What came of looking into a program that made itself private, or did not."""
    told = subprocess.run(
        [sys.executable, "-c", _NEIGHBOUR, how], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    return told.stdout.strip()


@pytest.mark.goal("C2")
@pytest.mark.skipif(sys.platform != "linux", reason="a right that only Linux lets a program give up")
def test_another_program_of_the_same_account_can_not_look_into_it() -> None:
    assert looked_into("private") == "hidden"


@pytest.mark.goal("C2", sabotage=True)
@pytest.mark.skipif(sys.platform != "linux", reason="a right that only Linux lets a program give up")
def test_into_one_that_did_not_see_to_it_another_program_looks() -> None:
    assert looked_into("open") == "seen"


@pytest.mark.goal("C2")
@pytest.mark.skipif(os.name == "nt", reason="a limit that Windows does not have")
def test_no_picture_of_the_memory_is_written_should_the_program_fall() -> None:
    script = (
        "import resource\nfrom coachtui.places import make_private\nmake_private()\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE))\n"
    )
    told = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "(0, 0)"
