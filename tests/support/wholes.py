"""Whole observations for tests: one with everything in it, and any that could be in a notebook."""

from hypothesis import strategies as st

from coachtui.model.account import Account
from coachtui.model.agenda import Planned
from coachtui.model.clean import clean, clean_line
from coachtui.model.closing import Closing
from coachtui.model.draft import Draft
from coachtui.model.line import Kind, Line, Provenance, Visibility, default_visibility
from coachtui.model.moment import Moment
from coachtui.model.observation import CLOCK_MOVED, NOT_RUNNING, PAUSED, Gap, Observation, ref_for
from coachtui.model.span import Span
from coachtui.model.whole import Whole
from tests.support.clocks import A_MORNING

_YEAR_MS = 366 * 24 * 60 * 60 * 1000


def a_line(place: int, text: str, kind: Kind = Kind.EVIDENCE, at_ms: int | None = 0, observation: str = "full",
           **other: object) -> Line:  # fmt: skip
    """A line with this text, live and at the anchor unless something else is said."""
    plain = Line(f"{observation}-{place}", observation, place, at_ms, False, Provenance.LIVE, kind, None, text, (),
                 False, default_visibility(kind), None)  # fmt: skip
    return plain._replace(**other)  # type: ignore[arg-type]


def an_observation(identity: str = "full", lines: int = 0, **other: object) -> Observation:
    """An observation of one morning with this id."""
    plain = Observation(identity, ref_for(identity), "Grade 5", "Ana Ruiz", A_MORNING, "America/New_York",
                        A_MORNING.utc_ms + 2_400_000, None, lines)  # fmt: skip
    return plain._replace(**other)  # type: ignore[arg-type]


def a_full_whole(identity: str = "full") -> Whole:
    """An observation with one of everything."""
    lines = [
        a_line(1, "Norms", Kind.SEGMENT, 0, identity, minutes=5),
        a_line(2, '"we look at item 4"', Kind.EVIDENCE, 60_000, identity, speaker="Maria", codes=("TM3", "norms")),
        a_line(3, "why not item 5", Kind.WONDERING, 120_000, identity, starred=True),
        a_line(4, "too fast", Kind.JUDGMENT, 180_000, identity),
        a_line(5, "a talk after the meeting", Kind.IN_CONFIDENCE, 240_000, identity),
        a_line(6, "before that", Kind.EVIDENCE, 30_000, identity, provenance=Provenance.ADDED, about=True),
        a_line(7, "at some time", Kind.EVIDENCE, None, identity, provenance=Provenance.MEMORY),
        a_line(8, "kept back", Kind.EVIDENCE, 900_000, identity, visibility=Visibility.MINE),
        a_line(9, "after all that", Kind.EVIDENCE, 1_200_000, identity, provenance=Provenance.IMPORTED),
    ]
    gaps = [
        Gap(300_000, 600_000, NOT_RUNNING),
        Gap(610_000, 670_000, PAUSED),
        Gap(700_000, 700_000, CLOCK_MOVED, -3_600_000),
    ]
    return Whole(
        an_observation(identity, len(lines), framework="core"),
        lines,
        gaps,
        Draft(identity, "half of a li", 12, A_MORNING),
        [Span("", identity, "SIL", 60_000, 240_000), Span("", identity, "ADULT", 300_000, None)],
        (Planned("Norms", 5), Planned("Data", 20)),
        [Account("", f"{identity}-2", "I said that\nto begin.", A_MORNING.utc_ms + 86_400_000)],
        Closing("they kept to the data", "plan the question", "who has not spoken?"),
    )


def _texts(longest: int = 40) -> st.SearchStrategy[str]:
    """Any text that could have been filed."""
    return st.text(max_size=longest).map(clean_line)


_NAMES = st.text(min_size=1, max_size=20).map(lambda text: clean_line(text).strip()).filter(bool)
_CODES = st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=8).map(clean_line)
_TIMES = st.integers(-_YEAR_MS, _YEAR_MS)
_MOMENTS = st.builds(
    Moment, st.integers(0, 4 * 10**12), st.integers(0, _YEAR_MS),
    st.text(st.characters(categories=["L"]), max_size=9).map(clean_line),
)  # fmt: skip


@st.composite
def _lines(draw: st.DrawFn, identity: str) -> list[Line]:
    """Lines in order, at any times."""
    count = draw(st.integers(0, 6))
    return [
        Line(
            f"{identity}-{place}", identity, place, draw(st.none() | _TIMES), draw(st.booleans()),
            draw(st.sampled_from(Provenance)), draw(st.sampled_from(Kind)), draw(st.none() | _NAMES), draw(_texts()),
            tuple(draw(st.lists(_CODES, max_size=3))), draw(st.booleans()), draw(st.sampled_from(Visibility)),
            draw(st.none() | st.integers(0, 999)),
        )
        for place in range(1, count + 1)
    ]  # fmt: skip


_GAPS = st.builds(
    lambda start, length, reason, moved: Gap(start, start + length, reason, moved),
    _TIMES, st.integers(0, _YEAR_MS), st.sampled_from((NOT_RUNNING, PAUSED, CLOCK_MOVED)), _TIMES,
)  # fmt: skip


@st.composite
def wholes(draw: st.DrawFn) -> Whole:
    """Any whole observation, its gaps and spans in the order of their times as a notebook gives them."""
    identity = draw(st.uuids()).hex
    lines = draw(_lines(identity))
    observation = Observation(
        identity, ref_for(identity), draw(st.none() | _NAMES), draw(st.none() | _NAMES), draw(_MOMENTS),
        draw(st.sampled_from(("UTC", "Europe/Berlin", "America/New_York"))), draw(st.none() | st.integers(0, 4 * 10**12)),
        draw(st.none() | _texts()), len(lines), framework=draw(st.none() | _CODES),
    )  # fmt: skip
    if observation.ended_utc_ms is None:
        observation = observation._replace(paused_ms=draw(st.none() | _TIMES))
    draft_text = clean(draw(st.text(max_size=40)))
    draft = Draft(identity, draft_text, draw(st.integers(0, len(draft_text))), draw(st.none() | _MOMENTS))
    gaps = sorted(draw(st.lists(_GAPS, max_size=3)), key=lambda gap: gap.from_ms)
    spans = draw(
        st.lists(st.builds(Span, st.just(""), st.just(identity), _CODES, _TIMES, st.none() | _TIMES), max_size=3)
    )
    titles = _texts().filter(lambda text: bool(text.strip()))
    agenda = tuple(draw(st.lists(st.builds(Planned, titles, st.integers(1, 999)), max_size=3)))
    accounts = [
        Account("", line.id, clean(draw(st.text(max_size=30))), draw(st.integers(0, 4 * 10**12)))
        for line in lines
        if draw(st.booleans())
    ]
    closing = draw(st.none() | st.builds(Closing, _texts(), _texts(), _texts()))
    return Whole(
        observation, lines, gaps, draft if draft_text else None, sorted(spans, key=lambda span: span.from_ms),
        agenda, accounts, closing if closing and any(closing) else None,
    )  # fmt: skip
