"""Long names: the files of a lead's cycles begin alike, and each is delivered all the same."""

from datetime import date
from pathlib import Path

import pytest

from coachtui.disk import put_whole
from tests.sharing.test_courier import begin_cycle
from tests.support.sharing import LEAD, a_school, hold, share, sync


@pytest.mark.parametrize("name", ["Dana " * 30, "漢" * 60], ids=["long", "of three bytes a letter"])
def test_all_cycles_of_a_lead_with_a_long_name_are_files_of_their_own(tmp_path: Path, name: str) -> None:
    desk = a_school(tmp_path)
    for number in range(2):
        begin_cycle(desk, str(number), date(2026, 3, 11 + 7 * number))
        desk.clock.advance(7 * 86_400_000)
        hold(desk, f"a{number}", "One more meeting goes by")
    for identity in ("o1", "a0", "a1"):
        share(desk, f"observation:{identity}")
    desk.do(lambda notebook: notebook.leads.describe(notebook.people.lead_called(LEAD) or "", name=name.strip()))
    report = sync(desk)
    assert report.waits == [] and len(set(report.delivered)) == 3
    assert sorted(each.name for each in desk.places.record.iterdir()) == sorted(report.delivered)
    assert sync(desk).delivered == []


@pytest.mark.parametrize("name", ["漢" * 85, "é" * 127, "x" * 255], ids=lambda name: name[0])
def test_a_file_is_written_whole_however_long_its_name_may_be(tmp_path: Path, name: str) -> None:
    put_whole(tmp_path / name, b"words")
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [(name, b"words")]
