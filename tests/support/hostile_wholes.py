"""Observations in which every place for words holds a hostile string of its own, as it is once it was typed."""

from coachtui.model.account import Account
from coachtui.model.agenda import Planned
from coachtui.model.clean import clean, clean_line
from coachtui.model.closing import Closing
from coachtui.model.draft import Draft
from coachtui.model.line import Kind
from coachtui.model.observation import NOT_RUNNING, Gap
from coachtui.model.span import Span
from coachtui.model.whole import Whole
from tests.support.clocks import A_MORNING
from tests.support.hostile import COUNT, strings
from tests.support.wholes import a_line, an_observation

FIELDS = (
    "team", "lead", "source", "title", "speaker", "text", "code", "question", "segment", "account", "span",
    "strength", "step_idea", "asked", "draft",
)  # fmt: skip
"""The places for words of an observation; which string stands in which one is told by its number."""
MOST_OF_A_CODE = 100
"""A code is no longer, in a line that is typed and in one that comes in."""
MOST_OF_A_SOURCE = 2000
"""Nor is the name of the file that an observation came from."""


def words_of(number: int) -> dict[str, str]:
    """For each place its string, so that after so many observations as there are strings each stood everywhere."""
    found = {name: clean_line(strings()[(number + place * 7) % COUNT]).strip() for place, name in enumerate(FIELDS)}
    several_rows = {name: clean(strings()[(number + FIELDS.index(name) * 7) % COUNT]) for name in ("account", "draft")}
    short = {name: found[name][:MOST_OF_A_CODE].strip() or "x" for name in ("code", "span", "title")}
    return found | several_rows | short | {"source": found["source"][:MOST_OF_A_SOURCE]}


def hostile_whole(number: int) -> tuple[Whole, dict[str, str]]:
    """An observation, and what stands in each of its places."""
    words = words_of(number)
    identity = f"{number:032x}"
    lines = [
        a_line(1, words["segment"], Kind.SEGMENT, 0, identity, minutes=5),
        a_line(2, words["text"], Kind.EVIDENCE, 1000, identity, speaker=words["speaker"] or None),
        a_line(3, words["question"], Kind.WONDERING, 2000, identity, codes=(words["code"],), starred=True),
    ]
    return Whole(
        an_observation(identity, len(lines), **{name: words[name] or None for name in ("team", "lead", "source")}),
        lines,
        [Gap(2500, 90_000, NOT_RUNNING)],
        Draft(identity, words["draft"], 0, A_MORNING),
        [Span("", identity, words["span"], 0, 60_000)],
        (Planned(words["title"], 5),),
        [Account("", f"{identity}-2", words["account"], A_MORNING.utc_ms)],
        Closing(words["strength"], words["step_idea"], words["asked"]),
    ), words  # fmt: skip
