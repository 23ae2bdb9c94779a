"""What is worth a thought about a step: observable, bite-size, dated, practised, and how we will know. Advice, never a lock."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from coachtui.model.advice import Advice
from coachtui.model.cycle import Cycle
from coachtui.model.step import Step

MOST_WORDS = 25
SOON_DAYS = 14
_AT_ONCE = 2

_UNSEEN = re.compile(
    r"\b(?:be aware|be|become|understand|know|improve|consider|try harder|appreciate|learn about|realize|realise)\b",
    re.IGNORECASE,
)
_LISTED = re.compile(r";|\n\s*[-*•\d]|\b\d\)")
_WORD = re.compile(r"[\w'’-]+")
_DOES = re.compile(
    "add|agree|announce|answer|arrive|ask|assign|begin|bring|call|check|choose|close|collect|come|confer|count|describe|draw|"
    "email|end|explain|find|gather|give|go|greet|hand|hold|invite|join|label|lead|leave|let|link|list|listen|look|make|mark|"
    "meet|model|move|name|note|observe|offer|open|paraphrase|pause|plan|point|post|practise|practice|prepare|"
    "present|press|push|put|read|rehearse|repeat|reply|restate|revise|run|say|send|set|share|show|shut|sit|sort|"
    "speak|spend|start|state|stop|study|summarise|summarize|take|tell|thank|time|try|turn|use|visit|wait|walk|"
    "watch|write",
    re.IGNORECASE,
)


def check_step(step: Step, cycle: Cycle | None, today: date) -> list[Advice]:
    """What is worth a thought about one open step."""
    if not step.is_open:
        return []
    return [*_of_words(step.words), *_of_days(step, cycle, today), *_of_practice(step)]


def check_open_steps(steps: Sequence[Step]) -> list[Advice]:
    """Whether a lead has more on the way than one can keep in mind: one for a goal, two in all."""
    counts = Counter(step.cycle for step in steps if step.is_open and step.cycle)
    why = "One step that is done is worth more than three that are meant."
    if sum(step.is_open for step in steps) > _AT_ONCE:
        return [
            Advice(f"{sum(step.is_open for step in steps)} steps are open; two are as many as one can work on.", why)
        ]
    if any(count > 1 for count in counts.values()):
        return [Advice("More than one step is open for this goal.", why)]
    return []


def _of_words(words: str) -> Iterator[Advice]:
    first = _WORD.search(words)
    if first is None:
        yield Advice("The step has no words yet.", "It says one thing that a person will do.")
        return
    unseen = unseen_in(words)
    if unseen is not None:
        yield unseen
    if len(_WORD.findall(words)) > MOST_WORDS:
        yield Advice(
            f"It has more than {MOST_WORDS} words.", "What can't be said in one breath is not remembered in a meeting."
        )
    elif _LISTED.search(words) or _joins_two(words):
        yield Advice("It seems to hold more than one action.", "One action can be tried by Friday; two rarely are.")


def unseen_in(words: str, who: str = "the lead") -> Advice | None:
    """What is worth a thought where words ask for something that nobody could see done."""
    why = "Only what can be seen can be practised."
    found = _UNSEEN.search(words)
    if found is not None and not _does_something(words[: found.start()]):
        return Advice(f"'{found[0]}' can't be seen. What will {who} say or do?", why, about=found[0])
    if found is None and not _does_something(words):
        return Advice(f"No verb of doing was found: begin with what {who} will say or do.", why)
    return None


def _does_something(words: str) -> bool:
    return any(_DOES.fullmatch(word) for word in _WORD.findall(words))


def _joins_two(words: str) -> bool:
    """Whether "and" or "then" stands before another verb of doing."""
    return any(
        _DOES.fullmatch(found[1])
        for found in re.finditer(r"\b(?:and|then)\s+(?:then\s+)?([\w'-]+)", words, re.IGNORECASE)
    )


def _of_days(step: Step, cycle: Cycle | None, today: date) -> Iterator[Advice]:
    soon = "What is soon is tried; what is later is put off."
    if step.by_when is None:
        yield Advice("By when has no day.", soon)
        return
    if step.is_overdue(today):
        yield Advice(
            "Its day is past, and it was not tried.", "Ask what got in the way; then a new day, or another step."
        )
    elif (step.by_when - today).days > SOON_DAYS:
        yield Advice(f"By when is more than {SOON_DAYS} days off.", soon)
    if cycle is not None and cycle.last_day is not None and step.by_when > cycle.last_day:
        yield Advice("By when is after the cycle's last day.", "Then nothing of it can be seen within the cycle.")


def _of_practice(step: Step) -> Iterator[Advice]:
    if not step.practice and not step.practised_times:
        yield Advice(
            "Nothing says how it is practised.",
            "What was rehearsed once is done in the meeting; what was only said is not.",
        )
    if not step.looks_like:
        yield Advice("Nothing says how we will know.", "Both of you should see the same thing when it is there.")
