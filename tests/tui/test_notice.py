"""A notice whose time is over before it is painted goes in a moment, and stops nothing else."""

from time import time

from textual.app import App
from textual.widgets._toast import Toast

from coachtui.tui.guard import GuardedApp
from coachtui.tui.notice import Notice


def test_one_whose_time_is_over_is_not_shown_and_never_has_less_than_a_moment() -> None:
    over, going_on = Notice("Saved.", timeout=5, raised_at=time() - 9), Notice("Saved.", timeout=5)
    assert over.has_expired and 0 < over.time_left < 1
    assert not going_on.has_expired and 4 < going_on.time_left <= 5


async def test_one_that_ran_out_while_it_was_made_goes_and_all_else_goes_on() -> None:
    app: App[None] = GuardedApp()
    async with app.run_test(notifications=True) as pilot:
        await app.screen.mount(Toast(Notice("Saved.", timeout=5, raised_at=time() - 9)))
        while app.screen.query(Toast):
            await pilot.pause(0.02)
        app.notify("[b]Everything[/b] is saved.")
        while not app.screen.query(Toast):
            await pilot.pause(0.02)
        (toast,) = app.screen.query(Toast)
        assert isinstance(toast._notification, Notice)
