"""Real meetings, second by second, from the shared folder beside the project."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "meetings"
FORTY_MINUTES = "ES2002b"


@dataclass(frozen=True, slots=True)
class Utterance:
    """Something said: when, in ms from the meeting's first word, by whom, and what."""

    at_ms: int
    speaker: str
    text: str

    @property
    def typed(self) -> str:
        """What a person would type for it."""
        return f"{self.speaker}: {self.text}"


@cache
def meeting(name: str = FORTY_MINUTES) -> tuple[Utterance, ...]:
    """The utterances of a meeting in their order; skips the test where the meetings are not there."""
    path = FOLDER / f"{name}.json"
    if not path.exists():
        pytest.skip(f"needs the real meetings: put {name}.json into a folder shared/meetings beside the project")
    told = json.loads(path.read_text(encoding="utf-8"))["utterances"]
    first = told[0]["t"]
    return tuple(
        Utterance(round((each["t"] - first) * 1000), each["speaker"], " ".join(each["text"].split())) for each in told
    )
