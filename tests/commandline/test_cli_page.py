"""docs/command-line.md says what the program does: its commands, its fields, and an archive that can be taken in."""

import json
import re
from pathlib import Path

import pytest

from coachtui.commandline.facts import hit_facts, lead_facts, line_facts, observation_facts, team_facts, whole_facts
from coachtui.commandline.usage import FORMS, KINDS, USAGES
from coachtui.model.line import Kind, Provenance, Visibility
from coachtui.model.people import Lead, Member, Team
from coachtui.sharing.archive import as_archive, as_archive_of_several
from coachtui.sharing.incoming import LARGEST_FILE, read_incoming_bytes
from coachtui.store.search import Hit
from tests.support.program import ROOT, run

PAGE = (ROOT / "docs" / "command-line.md").read_text("utf-8")
EXAMPLE = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)[0]


def cells(heading: str) -> dict[str, str]:
    """The table whose first heading this is: its second column by its first."""
    table = PAGE.split(f"| {heading} |", 1)[1].split("\n\n", 1)[0]
    rows = [re.split(r"(?<!\\)\|", row)[1:3] for row in table.splitlines()[2:]]
    return {first.strip().replace("\\|", "|"): second.strip() for first, second in rows}


def form(*keys: str) -> str:
    return "{" + ", ".join(keys) + "}"


def test_every_command_is_there_as_the_program_says_it() -> None:
    commands = {"`coachtui`": "open on Today"}
    commands |= {f"`{f'coachtui {usage.name} {usage.rest}'.strip()}`": usage.meaning for usage in USAGES}
    assert cells("Command") == commands
    assert all(form in PAGE for form in (f"--to {each}" for each in FORMS))


def test_the_commands_that_give_facts_are_named() -> None:
    reads = [usage.name for usage in USAGES if usage.reads]
    *but_last, last = [f"`{name}`" for name in sorted(reads, key=PAGE.split("## For scripts")[1].index)]
    assert f"{', '.join(but_last)} and {last} give the same facts" in PAGE
    told = PAGE.split("## For scripts")[1]
    assert all(kind in told for kind in KINDS)


def test_the_fields_are_those_that_are_printed() -> None:
    (whole,) = read_incoming_bytes(EXAMPLE.encode(), "the page", "UTC", 0)
    lead, team = Lead("1", "Maria", "Team Lead", "maria"), Team("2", "Math", None, (Member("tom", "Tom"),))
    lines = form(*line_facts(whole.lines[0]))
    shown = [f"lines: [{lines}]" if key == "lines" else key for key in whole_facts(whole.observation, [], None)]
    members = f"members: [{form(*team_facts(team)['members'][0])}]"
    told = PAGE.split("## For scripts")[1]
    for fields in (
        form(*observation_facts(whole.observation)),
        form(*shown),
        form(*lead_facts(lead, [team])),
        form("name", "lead", members),
        form(*hit_facts(Hit("o", "evidence", None, "x"))),
    ):
        assert f"`{fields}`" in told


@pytest.mark.parametrize("words", ["where", "keys", "doctor"])
def test_the_fields_of_the_other_commands_too(words: str, home: Path) -> None:
    facts = run(home, words, "--json").json()
    first = facts[0] if isinstance(facts, list) else facts
    keys = [f"checks: [{form(*first['checks'][0])}]" if key == "checks" else key for key in first]
    assert f"`{form(*keys)}`" in PAGE


def test_every_word_a_field_may_hold_is_there() -> None:
    fields = cells("Field")
    for name, words in (("`provenance`", Provenance), ("`kind`", Kind), ("`visibility`", Visibility)):
        assert re.findall("`([a-z ]+)`", fields[name]) == [word.value for word in words]
    assert re.findall("`([a-z]+)`", fields["`state`"]) == ["ended", "live", "interrupted"]


def test_the_archive_on_the_page_is_one_byte_for_byte() -> None:
    (whole,) = read_incoming_bytes(EXAMPLE.encode(), "the page", "UTC", 0)
    assert as_archive(whole).decode() == EXAMPLE
    several = json.loads(as_archive_of_several([whole]))
    shown = {**several, "observations": "..."}
    assert f"`{json.dumps(shown)}`".replace('"..."', "[...]") in PAGE
    assert list(several["observations"][0]) == [key for key in json.loads(EXAMPLE) if key not in ("format", "version")]


def test_the_limits_on_the_page_are_the_programs() -> None:
    assert f"up to {LARGEST_FILE // 1024 // 1024} MB" in PAGE
