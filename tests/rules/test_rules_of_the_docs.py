"""Rules of the docs: pages that the program writes say what it is now."""

import re
from pathlib import Path

import pytest

from tools import goals, pages


@pytest.mark.parametrize("name", pages.PAGES)
def test_pages_are_in_step_with_the_program(name: str) -> None:
    """If this fails: `make docs`."""
    assert (pages.DOCS / name).read_text("utf-8") == pages.PAGES[name]()


def test_a_page_out_of_step_is_named(tmp_path: Path) -> None:
    for name, page in pages.PAGES.items():
        (tmp_path / name).write_text(page(), "utf-8")
    assert pages.differing(tmp_path) == []
    (tmp_path / "keys.md").write_text("other words", "utf-8")
    (tmp_path / "settings.md").unlink()
    assert pages.differing(tmp_path) == ["keys.md", "settings.md"]


def test_checking_writes_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert pages.main(["--check"]) == 0 and capsys.readouterr().out == ""
    monkeypatch.setattr(pages, "differing", lambda: ["keys.md"])
    assert pages.main(["--check"]) == 1 and "docs/keys.md" in capsys.readouterr().out
    assert pages.main(["--other"]) == 2


def test_every_goal_is_on_the_page_with_tests_that_are_there() -> None:
    """If this fails: `make docs`."""
    words = (pages.DOCS / goals.PAGE).read_text("utf-8")
    assert re.findall(r"^### (\w+)\.", words, re.MULTILINE) == list(goals.goals())
    named = set(re.findall(r"^- \[(.+)\]\(\.\./(.+)\)$", words, re.MULTILINE))
    assert named and named <= {(holder.told_as, holder.where) for holder in goals.holders()}
    assert {name for holder in goals.holders() for name in holder.goals} <= set(goals.goals())


def test_every_goal_of_words_and_backups_is_held_and_can_be_seen_to_fail() -> None:
    """Those that no test can hold say so themselves."""
    for goal in goals.goals().values():
        kinds = {holder.is_sabotage for holder in goals.holders() if goal.name in holder.goals}
        assert kinds == {False, True} or goal.open or goal.name[0] not in "RB", f"{goal.name} is held by {kinds}"
