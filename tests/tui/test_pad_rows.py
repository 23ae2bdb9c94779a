"""What stands over the parts of the pad."""

from coachtui.model.people import Member, Roster
from coachtui.tui.meeting_view import MeetingView
from coachtui.tui.pad_rows import pad_rows


def test_where_alt_is_not_used_no_heading_speaks_of_it() -> None:
    roster = Roster((Member("Ana", "ana"),))
    for with_alt in (True, False):
        rows = pad_rows(None, MeetingView(), roster, None, with_alt=with_alt)
        assert [row.name for row in rows if row.is_heading] == ["Alt+ who speaks" if with_alt else "who speaks"]
