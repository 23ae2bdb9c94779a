"""`coachtui search WORDS`: every line that holds these words, best first; then what else does."""

from typing import TYPE_CHECKING

from coachtui.commandline.call import Call, WrongUsage, open_notebook
from coachtui.commandline.facts import hit_facts, spot_facts
from coachtui.commandline.speech import complain, say, say_json, say_table
from coachtui.model.calendar_words import day_year
from coachtui.model.observation import Observation
from coachtui.model.timing import local_time
from coachtui.wording import _, _t

if TYPE_CHECKING:
    from coachtui.model.spot import Spot
    from coachtui.store.search import Hit

_MOST = 10_000


def run(call: Call) -> int:
    """Print what was found. Raises WrongUsage for a limit that is no number."""
    limit = _limit(call.options.limit)
    with open_notebook(call) as notebook:
        words = " ".join(call.options.words)
        found = notebook.search.find(words, limit, in_confidence=call.options.in_confidence)
        others = notebook.words.others(words, limit - len(found.hits))
        observations = {ref: notebook.observations.find(ref) for ref in {hit.ref for hit in found.hits}}
    if found.only_newest:
        complain(_("There are very many of them; only the newest were put in order, best first."))
    if call.as_json:
        say_json([hit_facts(hit) for hit in found.hits] + [spot_facts(spot) for spot in others])
    elif found.hits or others:
        rows = [_row(hit, observations[hit.ref]) for hit in found.hits]
        say_table(rows + [_other_row(spot) for spot in others])
    else:
        say(_("Nothing in the notebook holds these words."))
    return 0


def _limit(words: str) -> int:
    if not words.isascii() or not words.isdigit() or not 1 <= int(words[:9]) <= _MOST:
        raise WrongUsage(
            _("--limit takes a number from 1 to {most}. 'coachtui search --help' shows how.").format(most=_MOST)
        )
    return int(words)


def _row(hit: "Hit", observation: Observation | None) -> list[str]:
    """A line found: its observation, its day and time, its kind unless it is evidence, its text."""
    when = _("time unknown")
    if observation is not None and hit.at_ms is not None:
        moment = local_time(observation.anchor.utc_ms + hit.at_ms, observation.zone)
        when = f"{day_year(moment)} {moment.hour}:{moment.minute:02d}"
    return [hit.ref, when, hit.text if hit.kind == "evidence" else f"({_t(hit.kind)}) {hit.text}"]


def _other_row(spot: "Spot") -> list[str]:
    """Something else that was found: its reference, if it has one, its day, what it is, its words."""
    day = spot.day if spot.at_utc_ms is None else local_time(spot.at_utc_ms, spot.zone).date()
    when = "" if day is None else day_year(day)
    return [
        spot.ref or "",
        when,
        f"({_t(spot.noun)}) {' / '.join(line for line in spot.text.splitlines() if line.strip())}",
    ]
