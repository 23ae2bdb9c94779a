"""How the calls that change a disk are made to fail, and what came of it."""

from dataclasses import dataclass, field

CALLS = "WSTC"  # writes, fsyncs, changes of size, new files
LINES = 5


@dataclass
class Plan:
    """How the calls fail: with which errno, once or for ever, and what the program does about it."""

    error: int
    for_ever: bool
    gives_up: bool = False
    ballast: bool = False
    drop_box: bool = False
    sabotage: bool = False
    every: list[int] = field(default_factory=list[int])
    """Which n to try; all until nothing fails any more, where it is empty."""


@dataclass
class Report:
    """What was tried and what was found."""

    runs: int = 0
    failures: int = 0
    refusals: int = 0
    sentences: set[str] = field(default_factory=set[str])
    faults: list[str] = field(default_factory=list[str])
