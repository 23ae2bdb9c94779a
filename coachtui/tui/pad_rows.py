"""What stands on the pad: the look-fors with their keys and counts, who may speak, and, if wanted, who spoke."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from coachtui.model.framework import Framework
from coachtui.model.keys import SPEAKER_KEYS, STEP_KEY
from coachtui.model.people import Roster
from coachtui.model.tally import Voice
from coachtui.tui.meeting_view import MeetingView
from coachtui.tui.telling import short_name
from coachtui.tui.watched_steps import WatchedStep
from coachtui.tui.widgets.pad import PadKey, PadRow
from coachtui.wording import _, _n, _t

_ALT = "Alt+ "


def pad_rows(
    framework: Framework | None, view: MeetingView, roster: Roster, voices: Sequence[Voice] | None,
    steps: Sequence[WatchedStep] = (), *, with_alt: bool = True,
) -> list[PadRow]:  # fmt: skip
    """All rows of the pad, from top to bottom; `with_alt` says that Alt is among the keys that are in use."""
    rows = list(_step_rows(steps))
    rows += _look_for_rows(framework, view)
    if voices is not None:
        rows += _voice_rows(voices)
    rows += _speaker_rows(roster)
    return rows if with_alt else [row._replace(name=row.name.removeprefix(_ALT)) for row in rows]


def _step_rows(steps: Sequence[WatchedStep]) -> Iterator[PadRow]:
    """What the lead agreed to do; the key stands at the first that was not seen yet."""
    if steps:
        yield PadRow(
            "",
            _n("Alt+ {name}'s step", "Alt+ {name}'s steps", len(steps)).format(name=steps[0].first_name),
            is_heading=True,
        )
    waiting = next((step for step in steps if not step.is_seen), None)
    for step in steps:
        ending = _t("seen") if step.is_seen else ""
        yield PadRow(STEP_KEY if step is waiting else "", step.words, ending, is_long=not step.is_seen)


def _look_for_rows(framework: Framework | None, view: MeetingView) -> Iterator[PadRow]:
    if framework is None:
        return
    yield PadRow("", f"Alt+ {framework.title}", is_heading=True)
    going = {span.code for span in view.going()}
    lasted = {span.code for span in view.spans}
    for key, look_for in framework.pad:
        count = view.codes[look_for.code] + sum(
            span.code == look_for.code for span in view.spans if look_for.code in lasted
        )
        is_going = look_for.code in going
        ending = _("goes on") if is_going else str(count) if count else ""
        yield PadRow(key, f"{look_for.code} {look_for.name}", ending, is_going)


def _voice_rows(voices: Sequence[Voice]) -> Iterator[PadRow]:
    yield PadRow("", "")
    yield PadRow("", _("Talk, as written: no aim"), is_heading=True)
    for voice in voices[:6]:
        yield PadRow("", voice.speaker, f"{voice.turns}x {voice.share:.0%}")


def _speaker_rows(roster: Roster) -> Iterator[PadRow]:
    if roster.people:
        yield PadRow("", _("Alt+ who speaks"), is_heading=True)
        firsts = [short_name(person.name) or person.handle for person in roster.people]
        shown = [
            PadKey(key, first if firsts.count(first) == 1 else person.name)
            for key, first, person in zip(SPEAKER_KEYS, firsts, roster.people, strict=False)
        ]
        for left, right in zip_longest(shown[::2], shown[1::2]):
            yield PadRow(left.key, left.name, beside=right or PadKey("", ""))
