"""A writer cut off at many places, by a kill or a power cut, and what is left looked over by a judge."""

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from coachtui.places import Places
from coachtui.store.errors import NotebookError
from tests.support.homes import make_home
from tests.support.power import Cut
from tests.support.toll import Toll

Judge = Callable[[Cut, Places, Toll], Iterable[str]]
"""Says what is wrong with what is left after a cut, and counts what it found in the toll."""


def look_after(cuts: Iterable[Cut], was: Path, folder: Path, judge: Judge) -> Toll:
    """Lay out what is left after each cut, as a home in this folder, and judge it; `was` is where it stood."""
    toll = Toll("cuts")
    for cut in cuts:
        toll.tried += 1
        places = make_home(folder, "after")
        cut.lay_out(was, places.home)
        try:
            faults = [*judge(cut, places, toll)]
        except NotebookError as fault:
            faults = [f"not opened: {fault}"]
        toll.faults += [f"step {cut.before}: {fault}" for fault in faults]
        shutil.rmtree(places.home)
    return toll
