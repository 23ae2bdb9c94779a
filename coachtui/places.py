"""Where the notebook, settings, themes, backups are: one folder, its owner's alone."""

import contextlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from coachtui.reasons import reason_of
from coachtui.wording import _

HOME_VARIABLE = "COACHTUI_HOME"
_PR_SET_DUMPABLE = 4
"""Linux's number for it. The limit on core files alone does not bind a program that the system hands them to."""


class NoHome(Exception):
    """The folder can't be used; `str()` of it is the sentence that says why and what to do."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where each thing of one home is. Nothing is made or opened by asking."""

    home: Path
    is_thrown_away: bool = False
    """Whether nothing of it is kept once the program ends, as of a sample school that one looks around in."""

    @property
    def notebook(self) -> Path:
        """The one SQLite file with everything that was written."""
        return self.home / "notebook.db"

    @property
    def seal(self) -> Path:
        """What may be known of an encrypted notebook without its passphrase."""
        return self.home / "notebook.seal"

    @property
    def lock(self) -> Path:
        """Says which process has the notebook."""
        return self.home / "notebook.lock"

    @property
    def ballast(self) -> Path:
        """Space kept for the last lines before a full disk."""
        return self.home / "ballast"

    @property
    def dropbox(self) -> Path:
        """Where a second window writes."""
        return self.home / "dropbox"

    @property
    def backups(self) -> Path:
        """The verified copies of the notebook."""
        return self.home / "backups"

    @property
    def settings(self) -> Path:
        """What the person chose."""
        return self.home / "settings.toml"

    @property
    def keys(self) -> Path:
        """The person's own keys."""
        return self.home / "keys.toml"

    @property
    def themes(self) -> Path:
        """The person's own themes."""
        return self.home / "themes"

    @property
    def frameworks(self) -> Path:
        """The person's own frameworks: a file with the name of one of ours takes its place."""
        return self.home / "frameworks"

    @property
    def feedback_shapes(self) -> Path:
        """The person's own shapes of feedback: a file with the name of one of ours takes its place."""
        return self.home / "feedback-shapes"

    @property
    def hints(self) -> Path:
        """The person's own list of words worth a hint, in the place of ours."""
        return self.home / "hints.toml"

    @property
    def one_on_one(self) -> Path:
        """The person's own plan of a 1:1, in the place of ours."""
        return self.home / "one_on_one.toml"

    @property
    def prompts(self) -> Path:
        """The person's own prompts where words are missing, in the place of ours."""
        return self.home / "prompts.toml"

    @property
    def starters(self) -> Path:
        """The person's own starters for steps, in the place of ours."""
        return self.home / "step-starters.toml"

    @property
    def scenarios(self) -> Path:
        """The person's own scenarios: a file with the name of one of ours takes its place."""
        return self.home / "scenarios"

    @property
    def structures(self) -> Path:
        """The person's own structures, likewise."""
        return self.home / "structures"

    @property
    def record(self) -> Path:
        """Where the leads' cycle records are delivered."""
        return self.home / "record"

    @property
    def kept_here(self) -> Path:
        """What the person accepted about this folder, in words."""
        return self.home / "kept-here.txt"

    @property
    def moved_to(self) -> Path:
        """Says where the notebook is that was here."""
        return self.home / "moved-to.txt"

    @property
    def moving_from(self) -> Path:
        """Says from where a notebook is being moved here; until that is done it is not opened here."""
        return self.home / "moving-from.txt"

    @property
    def log(self) -> Path:
        """Where in the code something went wrong; never what was written."""
        return self.home / "log"

    @property
    def crashes(self) -> Path:
        """The reports of faults in the program: places in the code, never text."""
        return self.home / "crashes"

    def all_of_them(self) -> list[Path]:
        """Every place in the home that is ours."""
        return [getattr(self, name) for name, each in vars(type(self)).items() if isinstance(each, property)]


def find_places(home: str | None) -> Places:
    """The places of this home, else of COACHTUI_HOME, else of the computer's folder for programs' data.

    Raises NoHome for a name that can't be followed.
    """
    chosen = home or os.environ.get(HOME_VARIABLE)
    if chosen:
        try:
            return _followed(Places(Path(chosen).expanduser().absolute()))
        except (RuntimeError, OSError) as fault:  # ~ of nobody; a folder we stand in that is gone
            raise NoHome(
                _("The folder '{chosen}' can't be found. Name it in full with --home.").format(chosen=chosen)
            ) from fault
    return usual_places()


def usual_places() -> Places:
    """The places of the computer's folder for programs' data. Raises NoHome where they were moved out of reach."""
    from platformdirs import user_data_path  # late: a home that was named needs none

    return _followed(Places(user_data_path("coachtui", appauthor=False)))


_BEFORE = _("{words} What it was before the move is still there: --home '{before}' opens that.")


def _followed(places: Places) -> Places:
    """Where the notebook of this home was moved to, or this home. Raises NoHome where that is out of reach."""
    passed: set[Path] = set()
    while (told := folder_told(places.moved_to)) and places.home not in passed and not has_arrived(places):
        passed.add(places.home)
        if not Path(told).is_dir():
            words = _(
                "The notebook was moved to '{told}', and that folder is not there now. If it is on a disk of its own, "
                "connect that. If it was moved again by hand, name it with --home; '{moved_to}' leads to the old one."
            ).format(told=told, moved_to=places.moved_to)
            before = max(places.home.glob("moved-away-*"), default=None)
            raise NoHome(words if before is None else _BEFORE.format(words=words, before=before))
        places = Places(Path(told))
    return places


def has_arrived(places: Places) -> bool:
    """Whether a move to this home is as good as done: the home that it came from says so."""
    source = folder_told(places.moving_from)
    return bool(source) and folder_told(Places(Path(source)).moved_to) == str(places.home)


def folder_told(note: Path) -> str:
    """The folder that a note names in its last row; "" where there is no such note."""
    try:
        with note.open(encoding="utf-8", errors="replace") as file:
            rows = file.read(8192).splitlines()
    except OSError:
        return ""
    return rows[-1] if rows and Path(rows[-1]).is_absolute() else ""


def make_private() -> None:
    """From here on every file and folder that is made is for its owner alone, whatever the umask was.

    And nobody gets a picture of our memory, which holds what was typed: the system writes none to the disk, should we
    fall, and other programs of the same account may not look into it.
    """
    os.umask(0o077)
    if os.name != "nt":
        import resource

        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def prepare(places: Places) -> None:
    """See that there is a folder for the notebook, its owner's alone. Raises NoHome."""
    home = places.home
    try:
        if not home.is_dir():
            home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as fault:
        if home.exists():
            raise NoHome(
                _("'{home}' is a file, not a folder. Choose a folder with --home.").format(home=home)
            ) from fault
        reason = reason_of(fault)
        raise NoHome(
            _("The folder '{home}' can't be made ({reason}). Choose another with --home.").format(
                home=home, reason=reason
            )
        ) from fault
