"""docs/command-line.md says what the command line is now."""

import json
import re

from coachtui.commandline.usage import FORMS, USAGES
from coachtui.sharing.archive import as_archive
from tests.support.terminal import ROOT
from tests.support.wholes import a_full_whole

PAGE = (ROOT / "docs" / "command-line.md").read_text("utf-8")


def cells(heading: str) -> list[str]:
    """The first cells of the first table after this heading, without the marks around code."""
    table = re.search(r"^\|(?:.*\n\|)*.*$", PAGE.split(heading, 1)[1], re.MULTILINE)
    assert table is not None
    return [row.split("|")[1].strip().replace("`", "") for row in table[0].splitlines()[2:]]


def test_the_page_lists_every_command_as_it_is_asked_for() -> None:
    calls = ["coachtui", *(f"coachtui {usage.name} {usage.rest}".rstrip() for usage in USAGES)]
    assert cells("# The command line\n") == calls


def test_the_page_lists_every_form() -> None:
    assert cells("\n## Out\n") == list(FORMS)


def test_the_page_names_every_command_that_gives_facts() -> None:
    facts = PAGE.split("## Facts for scripts", 1)[1].split("\n- ", 1)[0]
    assert {name for name in re.findall(r"`([a-z]+)`", facts) if name != "null"} == {
        usage.name for usage in USAGES if usage.reads
    }


def test_the_page_names_every_field_of_an_archive() -> None:
    archive = json.loads(as_archive(a_full_whole()))
    named = [name for cell in cells("\n## The archive\n") for name in cell.split(", ")]
    assert named == [name for name in archive if name not in ("format", "version")]
    for part in ("lines", "gaps", "spans", "agenda", "accounts"):
        fields = re.search(rf"^\| `{part}` \|.*?`{{(.*?)}}`", PAGE.split("\n## The archive\n", 1)[1], re.MULTILINE)
        assert fields is not None and fields[1].split(", ") == list(archive[part][0]), part
    for part in ("anchor", "closing", "draft"):
        fields = re.search(rf"^\| `{part}` \|.*?`{{(.*?)}}`", PAGE.split("\n## The archive\n", 1)[1], re.MULTILINE)
        assert fields is not None and fields[1].split(", ") == list(archive[part]), part
