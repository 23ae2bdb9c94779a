"""Feedback: a draft at the right, the evidence it stands on at the left, and what is worth a thought below."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Rule

from coachtui.feedback_at_hand import USUAL_SHAPE, AtFeedback, TakenUp, begin_or_find, read_feedback, take_up
from coachtui.feedback_facts import facts_of
from coachtui.model.feedback_checks import FeedbackChecks, FeedbackFacts
from coachtui.model.feedback_hours import hours_taken, hours_words
from coachtui.model.feedback_shape import FeedbackShape
from coachtui.model.part_place import part_at
from coachtui.model.prompts import Starter
from coachtui.model.whole import Whole
from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import FEEDBACK
from coachtui.tui.draft_look import Look
from coachtui.tui.feedback_view import first_of
from coachtui.tui.rooms.lending_drafts import LendsDrafts
from coachtui.tui.widgets.sheet import SheetRow
from coachtui.tui.workplace import Workplace
from coachtui.wording import _, _t


class ReadFeedback(NamedTuple):
    """What was read for the room: the feedback, its shape, the lines; and at first the words as they were left."""

    at: AtFeedback
    shape: FeedbackShape
    starters: tuple[Starter, ...]
    whole: Whole
    facts: FeedbackFacts
    taken_up: TakenUp | None


class FeedbackRoom(LendsDrafts):
    """The room in which feedback is drafted; `wish` says which, as `begin_or_find` takes it."""

    NAME = FEEDBACK
    BINDINGS = bindings_for(FEEDBACK)
    AUTO_FOCUS = ""

    def __init__(self, workplace: Workplace, wish: str) -> None:
        super().__init__(workplace)
        self._wish = wish
        self._identity: str | None = None
        self._wants_lines = False

    def compose(self) -> ComposeResult:
        """The title, both sides, the advice, what is said and asked, the keys."""
        yield self.title_row
        yield Rule()
        with Horizontal(id="desk"):
            with Vertical(id="left"):
                yield self.filter_row
                yield self.evidence
                yield self.sheet
            with Vertical(id="right"):
                yield self.area
                yield self.part_lines
        yield Rule()
        yield self.advice_lines
        yield self.notice
        yield self.spell_line
        yield self.ask_entry
        yield self.footer_row

    def on_mount(self) -> None:
        """Begin in the draft; what the rooms that this one is made of do first, they do by themselves."""
        self.sheet.display = False
        self.show_sides()

    def on_resize(self) -> None:
        """Fit the title into the new width."""
        self._show_title()

    def on_screen_resume(self) -> None:
        """In another room lines may have been corrected."""
        self._wants_lines = self.at is not None

    def reload(self, *, leads: bool = True) -> None:
        """Read it anew; not while it is read for the first time."""
        if self.at is not None or self.wants_keys:
            super().reload(leads=leads)

    def subject(self) -> str | None:
        """What is done to this feedback is taken back here."""
        return None if self.at is None else self.at.feedback.id

    def read(self, notebook: Any) -> ReadFeedback:
        """The feedback as it is now; at first it is begun, where there is none."""
        place, taken_up = self.workplace, None
        shapes = place.shapes = place.shapes or _shapes_of(place)
        identity = self._identity or begin_or_find(notebook, self._wish, _usual(shapes))
        if self._identity is None:
            taken_up = take_up(notebook, identity)
            self._identity = identity
        at = read_feedback(notebook, identity, place.clock.today(), shapes)
        starters = self.starters or _starters_of(place)
        shape, whole = shapes.get(at.feedback.shape, _usual(shapes)), self.whole
        if self._wants_lines:
            whole = notebook.whole(at.observation)
        elif whole is None:
            whole = first_of(notebook, at.observation)
        framework = place.frameworks.get(at.observation.framework or place.settings.framework)
        facts = facts_of(notebook, at, shape, whole, place.clock.today(), place.lexicon, framework)
        return ReadFeedback(at, shape, starters, whole, facts, taken_up)

    def rows(self, shown: ReadFeedback) -> Iterable[SheetRow]:
        """Show it all; what stands at the left in the place of the lines, as rows."""
        self.at, self.shape, self.starters = shown.at, shown.shape, shown.starters
        self.checks = FeedbackChecks(shown.facts)
        if shown.taken_up is not None:
            self._begin(shown.taken_up, shown.at)
        else:
            self.history_ends(shown.at.standing)
        self.has_all_lines = shown.taken_up is None
        self.show_evidence(shown.whole)
        self._wants_lines = not self.has_all_lines
        if self._wants_lines:
            self.call_after_refresh(self.reload, leads=False)  # the rest of the lines, behind the picture of the first
        self.look_again()
        return self.rows_beside()

    def _begin(self, taken_up: TakenUp, at: AtFeedback) -> None:
        first = part_at(taken_up.text, self.shape, len(self.shape.parts[0].heading)) if self.shape else None
        start = 0 if first is None else first.ends
        self.put_draft(taken_up, start if taken_up.cursor is None else taken_up.cursor)
        self.begin_history(at.standing)

    def look_again(self) -> None:
        """What the draft cites, what it lacks, where the cursor is in it."""
        at, shape = self.at, self.shape
        if at is None or shape is None:
            return
        places = self.cited_places()
        self.show_cited(frozenset(each.cited.citation.line for each in places))
        self.area.dress(Look(
            frozenset(part.heading for part in shape.parts),
            frozenset(each.citation.mark for each in at.cited),
            frozenset(each.mark for each in places if each.wants_a_look),
        ))  # fmt: skip
        self.advise(places)
        self.show_part()
        self._show_title()

    def _show_title(self) -> None:
        """Whom it is for; at the right how far it is, as much of that as there is room for."""
        at = self.at
        if at is None:
            return
        now_ms = self.workplace.clock.now().utc_ms
        when = hours_words(at.feedback, hours_taken(at.feedback, at.observation, now_ms, at.days_off))
        is_changed = at.feedback.shared_utc_ms is not None and (bool(at.changes) or self.area.text != at.feedback.text)
        changed = _("changed since") if is_changed else ""
        self.show_place(at.lead.name, _t(at.feedback.state), when, changed, self.length())


def _usual(shapes: dict[str, FeedbackShape]) -> FeedbackShape:
    return shapes.get(USUAL_SHAPE) or next(iter(shapes.values()))


def _shapes_of(place: Workplace) -> dict[str, FeedbackShape]:
    """The shapes, where one comes here before they were read behind the first picture."""
    from coachtui.library import load_feedback_shapes

    return load_feedback_shapes(place.places)[0]


def _starters_of(place: Workplace) -> tuple[Starter, ...]:
    from coachtui.library import load_starters

    return load_starters(place.places)[0]
