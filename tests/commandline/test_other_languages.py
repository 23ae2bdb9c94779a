"""The command line in other languages: no word of ours is told unmarked, no page is too wide, facts for scripts are the same."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from coachtui.clock import Clock
from coachtui.commandline import sample_school
from coachtui.commandline.usage import KINDS, USAGES
from coachtui.model.kept_words import KEPT_WORDS
from coachtui.places import Places
from coachtui.store.notebook import Notebook
from tests.support.terminal import ROOT

TYPED = {
    "text", "words", "title", "goal", "measure", "baseline", "moment", "target", "name", "handle", "looks_like", "practice",
    "lead_reflection", "my_reflection", "verdict_because", "next_goal", "label", "what", "who", "note", "planned", "actual",
    "strength", "step_idea", "question", "situation", "because", "mark",
}  # fmt: skip
"""The columns of the notebook that hold what people typed."""
COMMANDS = {
    "coachtui", "PDF", "Word", *(word for usage in USAGES for word in re.findall(r"[a-z]+", f"{usage.name} {usage.rest}")),
}  # fmt: skip
UNNAMED = {
    "SQLite",
    "oxx",
    "nothing",
    "Ctrl",
    "Alt",
    "Shift",
    "initials",
    "out",
    "min",
    "PgUp",
    "PgDn",
    *KINDS,
    "one",
    "ones",
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("told") / "home"
    folder.mkdir(mode=0o700)
    sample_school.fill(Places(folder), Clock())
    return folder


def told(home: Path, how: str, language: str = "en") -> dict[str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.told_in", str(home), how], cwd=ROOT, capture_output=True, text=True, check=True,
        env={"PATH": os.environ["PATH"], "COACHTUI_LANGUAGE": language, "COLUMNS": "80"},
    )  # fmt: skip
    found: dict[str, str] = json.loads(done.stdout)
    return found


def typed_words(home: Path) -> Iterator[str]:
    """Every word that people typed into the notebook."""
    with Notebook.open(Places(home), Clock()) as notebook:
        tables = [str(row[0]) for row in notebook.file.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        for table in tables:
            columns = {str(row[1]) for row in notebook.file.rows(f"PRAGMA table_info({table})")} & TYPED
            for column in sorted(columns) if "_fts" not in table and table != "events" else ():
                for (text,) in notebook.file.rows(f"SELECT {column} FROM {table}"):
                    yield from re.findall(r"[^\W\d_]+", str(text))


def outside(text: str) -> str:
    """What stands between no marks."""
    while (less := re.sub(r"⟦[^⟦⟧]*⟧", "", text)) != text:
        text = less
    return text


def test_every_word_is_ours_in_a_message_or_typed_by_people_or_a_name(home: Path) -> None:
    known = {*typed_words(home), *COMMANDS, *UNNAMED, *re.findall(r"[^\W\d_]+", str(home))}
    odd: dict[str, list[str]] = {}
    for call, text in told(home, "marked").items():
        for row in outside(text).splitlines():
            bare = re.sub(r"--?[a-z-]+|#\w+|\b[ofscmep][a-z0-9]{6}\b|/\S+", " ", row)
            cells = {cell.strip() for cell in re.split(r"\s{2,}|[():;,·]", row)}
            words = [word for word in re.findall(r"[^\W\d_]{2,}", bare) if word not in known]
            if words or cells & (set(KEPT_WORDS) - set(KINDS)):
                odd.setdefault(call, []).append(row)
    assert odd == {}, json.dumps(odd, indent=1)


def test_no_page_of_help_is_wider_than_a_terminal_in_spanish(home: Path) -> None:
    pages = {call: page for call, page in told(home, "read", "es").items() if call.endswith("--help")}
    assert len(pages) == len(USAGES) + 1
    assert [row for page in pages.values() for row in page.splitlines() if len(row) > 80] == []


def test_the_facts_for_scripts_are_the_same_in_every_language(home: Path) -> None:
    english, spanish = told(home, "json"), told(home, "json", "es")
    assert english.keys() == spanish.keys()
    for call, text in english.items():
        assert _lasting(json.loads(text)) == _lasting(json.loads(spanish[call])), call


def _lasting(facts: Any) -> Any:
    """Without the moment at which they were asked for, and the room on the disk."""
    if isinstance(facts, dict):
        return {name: value for name, value in facts.items() if name not in ("now", "checks")} | {
            "checks": [{**check, "detail": re.sub(r"\d+", "", check["detail"])} for check in facts.get("checks", ())]
        }
    return facts
