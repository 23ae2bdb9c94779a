"""One sitting in the plain mode: the notebook or the drop box, the voice, the listener, and what is read when it is needed."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from coachtui.ids import new_id
from coachtui.model.abbreviations import Abbreviations
from coachtui.model.moment import Moment
from coachtui.plain.keyboard import Keyboard
from coachtui.plain.listener import Listener
from coachtui.plain.locking import LockedNow, key_remembered
from coachtui.plain.voice import Voice
from coachtui.settings import Settings
from coachtui.store.errors import NotebookError
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.clock import Clock
    from coachtui.model.feedback_shape import FeedbackShape
    from coachtui.model.framework import Framework
    from coachtui.model.hints import Lexicon
    from coachtui.model.prompts import Starter
    from coachtui.places import Places
    from coachtui.plain.capture import Capture
    from coachtui.store.dropbox import DropBox
    from coachtui.store.key import Key
    from coachtui.store.notebook import Notebook

T = TypeVar("T")
_SETTLED_MS = 3000
_HOUSEKEEPING_MS = 3_600_000


class Session:
    """What every conversation is given. With `refusal` the notebook is shut, and what is typed goes into the drop box."""

    def __init__(self, places: "Places", clock: "Clock", settings: Settings, keyboard: Keyboard) -> None:
        """Nothing is open yet: `open` opens the notebook, `shut` the drop box in its place."""
        self.places, self.clock, self.settings, self.keyboard = places, clock, settings, keyboard
        self.refusal: NotebookError | None = None
        self._notebook: Notebook | None = None
        self.box: DropBox | None = None
        self.is_encrypted = False
        """Whether the notebook that is open, or was, has a passphrase."""
        self.new_id = new_id
        self.voice = Voice(is_terminal=keyboard.is_terminal)
        self.listener = Listener(keyboard, self.voice, clock, self._tick)
        self.abbreviations = Abbreviations(settings.abbreviations)
        self.is_blank = False
        self.knows_slash = False
        """Whether it was said how a command is told from words."""
        self.capture: Capture | None = None
        """The conversation in which a meeting is written, or was last."""
        self.each_tick: Callable[[Moment], None] | None = None
        """What else is to be done about once a second."""
        self._kept_house: Moment | None = None
        self._left: object = None
        self.is_as_left = True
        """Whether nobody else had the notebook while it was locked."""

    def open(self, key: "Key | None" = None) -> None:
        """Open the notebook, and let go of the drop box, which it takes in. Raises a NotebookError."""
        from coachtui.store.notebook import Notebook

        if self.box is not None:
            self.box.close()
        notebook = Notebook.open(self.places, self.clock, new_id, key or key_remembered(self))
        try:
            notebook.begin_session()
        except NotebookError:
            notebook.close()
            raise
        self.is_as_left = self._left in (None, notebook.events.mark())
        self._notebook, self.box, self.refusal = notebook, None, None
        self.is_encrypted = notebook.file.key is not None

    def shut(self, refusal: NotebookError) -> None:
        """Write into the drop box, as long as the notebook can't be had."""
        from coachtui.store.dropbox import DropBox

        self.box, self.refusal = DropBox(self.places, self.clock, new_id()), refusal

    def lock(self) -> None:
        """Close the notebook and forget its key. Raises LockedNow."""
        if self._notebook is not None:
            self._left = self._notebook.events.mark()
            self._notebook.close()
            self._notebook = None
        self.go_blank()
        raise LockedNow

    def say(self, text: str = "") -> None:
        """Say this."""
        self.voice.say(text)

    @property
    def notebook(self) -> "Notebook":
        """The open notebook. Raises the NotebookError for which it is shut."""
        if self._notebook is None:
            raise self.refusal or NotebookError(_("The notebook is shut."))
        return self._notebook

    @property
    def shelf(self) -> Any:
        """Where lines are written: the notebook, or the drop box."""
        return self.box if self._notebook is None else self._notebook

    @cached_property
    def frameworks(self) -> "dict[str, Framework]":
        """Every framework by its id."""
        from coachtui.library import load_frameworks

        return self._told(load_frameworks(self.places))

    @cached_property
    def shapes(self) -> "dict[str, FeedbackShape]":
        """Every shape of feedback by its id."""
        from coachtui.library import load_feedback_shapes

        return self._told(load_feedback_shapes(self.places))

    @cached_property
    def lexicon(self) -> "Lexicon":
        """The words worth a hint."""
        from coachtui.library import load_lexicon

        return self._told(load_lexicon(self.places))

    @cached_property
    def starters(self) -> "tuple[Starter, ...]":
        """The starters for steps."""
        from coachtui.library import load_starters

        return self._told(load_starters(self.places))

    def _told(self, loaded: tuple[T, list[str]]) -> T:
        """What was loaded; what was wrong with it is said."""
        for sentence in loaded[1]:
            self.say(sentence)
        return loaded[0]

    def go_blank(self) -> None:
        """Nothing of what was said is in sight, and nothing is said until Enter."""
        self.is_blank = True
        self.voice.go_blank()

    def _tick(self) -> None:
        now = self.clock.now()
        if self._notebook is None and self.box is None:
            return  # locked: nothing is done until it is open again
        idle_ms = now.boot_ms - self.listener.last_key.boot_ms
        if self.is_encrypted and 0 < self.settings.lock_minutes * 60_000 <= idle_ms and self.box is None:
            self.lock()
        minutes = self.settings.blank_minutes
        if minutes and not self.is_blank and idle_ms >= minutes * 60_000:
            self.go_blank()
        if self.each_tick is not None:
            self.each_tick(now)
        elif idle_ms >= _SETTLED_MS:
            self.keep_house()

    def keep_house(self) -> None:
        """See to what nobody waits for, about once an hour; only what fails is said."""
        now, before = self.clock.now(), self._kept_house
        if self._notebook is None or (before is not None and now.boot_ms - before.boot_ms < _HOUSEKEEPING_MS):
            return
        self._kept_house = now
        from coachtui.store.housekeeping import CHORES
        from coachtui.store.meanwhile import no_breath

        for chore in CHORES:
            try:
                chore.work(self._notebook, self.places, self.clock, no_breath)
            except NotebookError as fault:
                self.say(f"{chore.failing} {fault}")

    @property
    def writing(self) -> str | None:
        """The id of the observation that is being written."""
        meeting = None if self.capture is None else self.capture.meeting
        return None if meeting is None else meeting.id

    def close(self) -> None:
        """Let go of the notebook, and of the drop box."""
        for each in (self._notebook, self.box):
            if each is not None:
                each.close()
