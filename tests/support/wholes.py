"""Whole observations for tests: any that a notebook can hold, and the way into a notebook and out of it again."""

from hypothesis import strategies as st

from coachtui.model.clean import clean, clean_line
from coachtui.model.draft import Draft
from coachtui.model.line import Kind, Line, Provenance, Visibility
from coachtui.model.moment import Moment
from coachtui.model.observation import Gap, Observation, ref_for
from coachtui.sharing.whole import Whole
from coachtui.store.notebook import Notebook

_CENTURY = 100 * 365 * 24 * 60 * 60 * 1000
_IDS = st.text("abcdefghijklmnopqrstuvwxyzABC0123456789_-", min_size=1, max_size=40)
_WORDS = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["[/", "[bold]x[/]", '"quoted" \\ back', "אבג ⟨RLO⟩", "👩‍🏫", "</script>", "é", "\t", "#TM3 *", "=1+1"]
    ),
)
_TEXTS = _WORDS.map(clean_line)
_NAMES = _TEXTS.filter(lambda name: bool(name.strip()))
_OFFSETS = st.one_of(st.integers(-(10**7), 10**8), st.integers(-_CENTURY, _CENTURY))
_MOMENTS = st.builds(
    Moment, st.integers(-(10**12), 4 * 10**12), st.integers(0, _CENTURY), st.sampled_from(["", "boot-1", "4a2f-99"])
)
_ZONES = st.sampled_from(["UTC", "America/New_York", "Etc/GMT+5", "America/Argentina/Buenos_Aires", "Not/Known"])
_GAPS = st.lists(st.integers(0, 10**8), max_size=6, unique=True).map(
    lambda edges: [Gap(*pair) for pair in zip(*[iter(sorted(edges))] * 2, strict=False)]
)


@st.composite
def lines(draw: st.DrawFn, observation: str, place: int) -> Line:
    """Any line that an observation can hold in this place."""
    return Line(
        id=f"{observation}-{place}",
        observation=observation,
        place=place,
        at_ms=draw(st.none() | _OFFSETS),
        about=draw(st.booleans()),
        provenance=draw(st.sampled_from(Provenance)),
        kind=draw(st.sampled_from(Kind)),
        speaker=draw(st.none() | _NAMES),
        text=draw(_TEXTS),
        codes=tuple(draw(st.lists(_NAMES, max_size=3))),
        starred=draw(st.booleans()),
        visibility=draw(st.sampled_from(Visibility)),
        minutes=draw(st.none() | st.integers(0, 999)),
    )


@st.composite
def wholes(draw: st.DrawFn) -> Whole:
    """Any observation that a notebook can hold."""
    identity = draw(_IDS)
    places = sorted(draw(st.sets(st.integers(1, 50), max_size=5)))
    written = [draw(lines(identity, place)) for place in places]
    half_typed = draw(st.none() | _WORDS.map(clean).filter(bool))
    began = draw(st.none() | _MOMENTS)
    draft = None if half_typed is None else Draft(identity, half_typed, draw(st.integers(0, len(half_typed))), began)
    observation = Observation(
        id=identity,
        ref=ref_for(identity),
        team=draw(st.none() | _NAMES),
        lead=draw(st.none() | _NAMES),
        anchor=draw(_MOMENTS),
        zone=draw(_ZONES),
        ended_utc_ms=draw(st.none() | st.integers(-(10**12), 4 * 10**12)),
        source=draw(st.none() | _TEXTS),
        lines=len(written),
    )
    return Whole(observation, written, draw(_GAPS), draft)


def put_in(notebook: Notebook, whole: Whole) -> None:
    """Put an observation with all that belongs to it on its shelf."""
    notebook.observations.take_in(whole.observation, whole.lines, whole.gaps)
    if whole.draft is not None:
        notebook.drafts.keep(whole.draft)


def take_out(notebook: Notebook, ref: str) -> Whole:
    """An observation with all that belongs to it, as the notebook holds it."""
    found = notebook.observations.get(ref)
    return Whole(
        found, notebook.lines.of(found.id), notebook.observations.gaps(found.id), notebook.drafts.get(found.id)
    )
