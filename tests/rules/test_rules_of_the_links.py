"""Rules of the docs: every link and picture in them leads somewhere, and every page is led to."""

import re
from pathlib import Path

import pytest

from tests.support.terminal import ROOT

PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]


def links(page: Path) -> list[str]:
    """Where a page leads, within the project."""
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.DOTALL)
    return [link for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]


def headings(page: Path) -> set[str]:
    """The names that a page's headings have in a link, as GitHub makes them."""
    found = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in links(page):
        name, _, place = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.exists(), link
        assert not place or place in headings(target), link


def test_every_page_and_picture_is_led_to() -> None:
    led_to = {(page.parent / link.partition("#")[0]).resolve() for page in PAGES for link in links(page)}
    there = {*(ROOT / "docs").glob("*.md"), *(ROOT / "docs").rglob("*.svg")} - {ROOT / "docs" / "README.md"}
    assert {path.name for path in there if path.resolve() not in led_to} == set()
