"""The tone of a draft: always and never, praise that is taken back, comparison, absolute adjectives. Quotations are let be."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from coachtui.model.draft_advice import DraftAdvice
from coachtui.model.feedback_shape import PartKind
from coachtui.model.named import Named
from coachtui.model.sentences import Sentence, sentences_in, without_quotes
from coachtui.wording import _

_ALWAYS = re.compile(
    r"(?<![\w-])(?:always|never|constantly|all the time|every single time|each and every time|time and again|not once)(?![\w-])",
    re.IGNORECASE,
)
_ALWAYS_OF_ANOTHER_KIND = re.compile(
    r"\b(?:as always|(?:now or|or) never|never ?mind|never before|never again|"
    r"I(?:['’]ve|['’]ll|['’]m| have| had| will| would| am)?"
    r" (?:always|never|constantly))\b",
    re.IGNORECASE,
)
_PRAISE = re.compile(
    r"\b(?:great|good(?! (?:morning|afternoon|evening|luck))|excellent|nice|nicely|strong|strongly|wonderful|fantastic|"
    r"impressive|impressed|terrific|solid|lovely|brilliant|(?<!as )well(?! over| before| after| past)|well done|thoughtful|"
    r"skilful|skillful|careful|carefully|effective|effectively|clear|clearly|helpful|helped|"
    r"worked(?! (?:on|with|in|through|for|at))|"
    r"kudos|proud|glad|pleased|thank you|thanks|success|succeeded|(?:i|we) (?:really |truly )?(?:liked?|loved?|enjoy(?:ed)?|"
    r"appreciated?|admired?|valued?))\b",
    re.IGNORECASE,
)
_YOU_DID = re.compile(
    r"\byou (?!were|had|have|did not|didn['’]t|could|couldn['’]t|lost|forgot|missed|ran out|started late|began late)\w+",
    re.IGNORECASE,
)
_BUT = re.compile(
    r"(?<!nothing )(?<!all )(?<!anything )(?<!no one )(?<!none )(?<!everything )\bbut\b(?! also\b| for\b| then again\b)"
    r"|\b(?:however|that said|nonetheless|nevertheless)\b|(?<=, )(?:yet|although|though|except)\b",
    re.IGNORECASE,
)
_NOT_BUT = re.compile(r"\bnot\b[^.;!?]*$", re.IGNORECASE)
_NEAR = 80
"""So many characters before a "but" tell whether it only says what is meant instead: not this but that."""
_BUT_FIRST = re.compile(
    r"\W*(?:but|however|that said|yet|still|nonetheless|nevertheless|having said that)\b", re.IGNORECASE
)
_ABSOLUTE = re.compile(
    r"(?<![\w-])(?:perfect(?! (?:score|scores|tense|square|squares|number|attendance|cube))|perfectly|flawless|flawlessly|"
    r"terrible|"
    r"terribly|awful|awfully|horrible|amazing|amazingly|incredible|incredibly|outstanding|phenomenal|unbelievable|disastrous|"
    r"a disaster|hopeless|useless|worthless|pathetic|unacceptable|inexcusable|impossible|completely|totally|utterly|absolutely|"
    r"the (?:very )?best(?! (?:practice|way|of luck))|(?:the )?worst)(?![\w-])",
    re.IGNORECASE,
)
_TITLE = r"(?:(?:in|at|with|for|what|how)\s+)?(?:(?:Mr|Mrs|Ms|Mx|Dr|Miss)\.?\s+)?$"
_COMPARES = re.compile(
    rf"\b(?:unlike|(?<!rather )(?<!other )than|compared (?:to|with)|in contrast (?:to|with)|as (?!well\b|soon\b|long\b|far\b)\w+"
    rf"(?: \w+)? as|(?:next|close) to)\s+{_TITLE}",
    re.IGNORECASE,
)
_LIKE = re.compile(
    rf"\b(\w+['’]?\w*)(?:\s+(?:you|they|we|she|he))?\s+like\s+{_TITLE}|^\W*like\s+{_TITLE}", re.IGNORECASE
)
_NO_LIKENESS = frozenset(
    "i you we they would wouldn't wouldn’t you'd you’d i'd i’d d did do does didn't didn’t looks looked sounds sounded".split(),  # noqa: SIM905
)
_SAID = re.compile(
    r"['’]?s?\s+(?:said|says|asked|asks|put|pointed|noted|suggested|told|showed|read|mentioned|explained|to)\b",
    re.IGNORECASE,
)
_DOES_BETTER = re.compile(
    r"\s+(?:does|did|do|runs?|ran|leads?|led|handles?|handled|manages?|managed|gets?|got|would|is|are)\b[^.?!\n]{0,40}\b"
    r"(?:better|worse|best)\b",
    re.IGNORECASE,
)


def goes_on(line: str) -> bool:
    """Whether a line takes back what the one before it said: then it is read with that."""
    return _BUT_FIRST.match(line) is not None


def tone_of(line: str, kind: PartKind, named: Sequence[Named], before: str = "") -> Iterator[DraftAdvice]:
    """What is worth a thought about the tone of a line; `named` is who is named in it, `before` the line it goes on from."""
    plain = without_quotes(line)
    yield from _generalising(plain)
    yield from _absolute(plain)
    yield from _taking_back([*sentences_in(without_quotes(before))][-1:], [*sentences_in(plain)], kind)
    yield from _comparing(plain, named)


def _generalising(plain: str) -> Iterator[DraftAdvice]:
    passed = {place for found in _ALWAYS_OF_ANOTHER_KIND.finditer(plain) for place in range(*found.span())}
    for found in _ALWAYS.finditer(plain):
        if found.start() not in passed:
            said = _("'{found}': when was it, and how often?").format(found=found[0])
            why = _("One exception is enough to argue about, and then the talk is about the word.")
            yield DraftAdvice("always", said, why, *found.span(), found[0])


def _absolute(plain: str) -> Iterator[DraftAdvice]:
    for found in _ABSOLUTE.finditer(plain):
        said = _("'{found}' leaves no room. What was said or done?").format(found=found[0])
        yield DraftAdvice(
            "absolute", said, _("What was seen can be done again; a grade can't."), *found.span(), found[0]
        )


def _taking_back(before: list[Sentence], sentences: list[Sentence], kind: PartKind) -> Iterator[DraftAdvice]:
    why = _("What stands behind a 'but' is all that is heard. Two sentences let both be true.")
    for sentence in sentences:
        praised = _praised_by(sentence.words, kind)
        for found in _BUT.finditer(sentence.words, praised) if praised else ():
            if not _NOT_BUT.search(sentence.words[max(0, found.start() - _NEAR) : found.start()]):
                start, praise = sentence.start + found.start(), sentence.words[: found.start()].strip()
                said = _("'{found}' takes the praise before it back.").format(found=found[0])
                yield DraftAdvice("praise but", said, why, start, start + len(found[0]), praise[-40:])
                break
    for first, second in pairwise([*before, *sentences]):
        begins = _BUT_FIRST.match(second.words)
        if begins is not None and not second.is_item and _praised_by(first.words, kind):
            said = _("'{begin}' takes the praise before it back.").format(begin=begins[0].strip())
            yield DraftAdvice("praise but", said, why, second.start, second.start + begins.end(), first.words[-40:])


def _praised_by(words: str, kind: PartKind) -> int:
    """Where the first praise in these words ends, 0 without any; among the strengths, what somebody did is praise already."""
    found = [_PRAISE.search(words), _YOU_DID.search(words) if kind == "strength" else None]
    return min((each.end() for each in found if each), default=0)


def _comparing(plain: str, named: Sequence[Named]) -> Iterator[DraftAdvice]:
    for each in named:
        if plain[each.start] == '"':  # crossed out: it is quoted
            continue
        before = plain[max(0, each.start - 60) : each.start].rpartition("\n")[2]
        like = _LIKE.search(before)
        likened = like is not None and (like.group(1) or "").casefold() not in _NO_LIKENESS
        behind = plain[each.end : each.end + 80]
        if (likened and not _SAID.match(behind)) or _COMPARES.search(before) or _DOES_BETTER.match(behind):
            said = _("{name} is held up beside the lead.").format(name=each.name)
            why = _("Beside a colleague, people defend themselves. Compare with the goal, or with last time.")
            yield DraftAdvice("comparison", said, why, each.start, each.end, each.name)
