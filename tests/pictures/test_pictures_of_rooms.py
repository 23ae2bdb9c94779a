"""Every room that no page of docs shows, in a small terminal and a light theme; and the empty ones, in the dim one."""

from coachtui.tui.doors import ROOM_CLASSES
from tools.pictures import SCENES
from tools.sheets import FULL, PICTURED, rooms_drawn


def test_the_rooms_look_as_they_did() -> None:
    """If this fails, draw them anew with `make pictures`, and look at those that changed."""
    drawn = rooms_drawn()
    assert {path.name for path in PICTURED.glob("*.svg")} == set(drawn)
    assert [name for name, picture in drawn.items() if (PICTURED / name).read_text("utf-8") != picture] == []


def test_no_room_is_without_a_picture() -> None:
    assert set(ROOM_CLASSES) - set(FULL) - set(SCENES) == set()
