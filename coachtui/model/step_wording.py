"""The wording of a step: whether it can be seen, and whether it is one thing."""

import re
from collections.abc import Iterator

from coachtui.model.draft_advice import DraftAdvice
from coachtui.wording import _

MOST_WORDS = 25
_READ = 400
"""So many characters are looked at for what is to be done: a step that says it later is too long anyway."""

_WORD = re.compile(r"[\w'’-]+")
_UNSEEN = re.compile(
    r"\b(?:be aware|be|become|understand|know|improve|consider|try harder|appreciate|learn about|reali[sz]e|think about|"
    r"focus on|work on|pay attention|keep in mind|remember)\b",
    re.IGNORECASE,
)
_VERBS = (
    "add agree announce answer arrive ask assign begin bring call check choose circle close collect come compare "
    "confer confirm copy count cut describe display draw email end explain find follow frame gather give go greet "
    "hand hold introduce invite join keep label lead leave let limit link list listen look make mark meet model move "
    "name note observe offer open paraphrase pause plan point post practice practise prepare present press push put "
    "quote raise read redirect rehearse remind repeat reply respond restate return revise run say seat send set share "
    "show shut sit sort speak spend split start state stop study summarise summarize swap take talk teach tell thank "
    "time try turn use visit wait walk watch write"
)
_WEAK = frozenset(("try", "make", "start", "begin", "plan", "go", "look", "prepare", "practise", "practice"))
"""Verbs that another one may follow: trying to be clear is still being clear."""
_NOUNS = (
    "answer call check close copy count cut display draw end frame hand label lead limit link list look mark model "
    "move name note offer open pause plan point post practice present press push quote read reply return run seat set "
    "share show sort split start state stop study swap talk time turn use visit walk watch"
)
_OBJECT = re.compile(
    r"(?:the|an?|your|my|our|their|his|her|its?|them|who|what|where|how|why|each|every|everyone|all|both|one|two|three|that|this|"
    r"these|those|aloud|back|out|down)",
    re.IGNORECASE,
)
_BEFORE_NOUNS = "the a an this that next last each every your my our their his her of in on for"
_BEFORE_VERBS = frozenset(
    ("you", "will", "to", "and", "then", "please", "can", "could", "should", "we", "they", "never")
)
_DOES, _NOUNS_TOO, _NO_VERB_BEHIND = (frozenset(words.split()) for words in (_VERBS, _NOUNS, _BEFORE_NOUNS))
_CLAUSE = re.compile(r"[,:]\s+")
_LISTED = re.compile(r";|\n\s*[-*•\d]|\b\d\)")
_JOINED = re.compile(
    r"\b(and|then)\s+(?:(?:(?:then|also|you|will)\s+)+|(?P<plainly>))(?P<verb>[\w'-]+)(?:\s+(?P<after>[\w'-]+))?",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\W*(?:when(?:ever)?|if|once|after|before|as soon as)\b", re.IGNORECASE)
_NO_SIGHT = _("Only what can be seen can be practised.")
_ONE = _("One action can be tried by Friday; two rarely are.")


def wording_of(words: str) -> Iterator[DraftAdvice]:
    """What is worth a thought about the words of a step."""
    unseen = unseen_in(words[:_READ])
    if unseen is not None:
        yield unseen
    if len(_WORD.findall(words)) > MOST_WORDS:
        said, why = (
            _("It has more than {most_words} words.").format(most_words=MOST_WORDS),
            _("What can't be said in one breath is not remembered in a meeting."),
        )
        yield DraftAdvice("long step", said, why, 0, len(words))
        return
    second = _LISTED.search(words) or _second_in(words)
    if second is not None:
        yield DraftAdvice(
            "two in one", _("It seems to hold more than one action."), _ONE, *second.span(), second[0].strip()
        )


def unseen_in(words: str, who: str = _("the lead")) -> DraftAdvice | None:
    """What is worth a thought where words ask for something that nobody could see done."""
    found = _unseen_in(words)
    if found is not None:
        said = _("'{found}' can't be seen. What will {who} say or do?").format(found=found[0], who=who)
        return DraftAdvice("unseen step", said, _NO_SIGHT, *found.span(), found[0])
    if not _does_something(words):
        said = _("No verb of doing was found: begin with what {who} will say or do.").format(who=who)
        return DraftAdvice("unseen step", said, _NO_SIGHT, 0, len(words))
    return None


def _does_something(words: str) -> bool:
    """Whether a verb of doing is among the words."""
    return any(True for __ in _verbs_in(words))


def _verbs_in(words: str) -> Iterator[re.Match[str]]:
    """The verbs of doing; a word that is a noun as well is one where it begins, or goes on to what is done."""
    row = list(_WORD.finditer(words))
    for place, found in enumerate(row):
        behind = row[place - 1][0].casefold() if place else ""
        if not _verb(found[0]) or behind in _NO_VERB_BEHIND:
            continue
        begins = place == 0 or behind in _BEFORE_VERBS or words[: found.start()].rstrip()[-1:] in (",", ":", "“", '"')
        after = row[place + 1][0] if place + 1 < len(row) else ""
        if begins or found[0].casefold() not in _NOUNS_TOO or _goes_on(found[0], after):
            yield found


def _goes_on(verb: str, after: str) -> bool:
    """Whether the word behind shows that a word is a verb: "time the talk", "call on Ana"."""
    return _OBJECT.fullmatch(after) is not None or (verb.casefold(), after.casefold()) == ("call", "on")


def begins_with_doing(words: str) -> bool:
    """Whether the words tell somebody to do something: their first word is a verb of doing, or the first behind a comma."""
    said = re.sub(
        r"(?i)^\W*(?:(?:please|first|second|third|next|then|also|finally|you (?:will|could|can|might))[ ,:]+)*",
        "",
        words,
    )
    heads = [0, *(found.end() for found in _CLAUSE.finditer(said, 0, _READ))]
    return any(
        found is not None and found[0].casefold() in _DOES for found in (_WORD.match(said, head) for head in heads)
    )


def _verb(word: str) -> bool:
    """Whether this is a verb of doing, or a form of one: asks, asking, stopping, writing."""
    small = word.casefold()
    stem = small.removesuffix("ing")
    return bool({small, small.removesuffix("s"), stem, f"{stem}e", stem[:-1]} & _DOES)


def _unseen_in(words: str) -> re.Match[str] | None:
    """The first verb of being that no verb of doing carries: "be clear", but not "ask each to be ready"."""
    carried = next((verb.start() for verb in _verbs_in(words) if verb[0].casefold() not in _WEAK), len(words))
    for found in _UNSEEN.finditer(words):
        before = _WORD.findall(words[: found.start()])
        if found.start() <= carried or before[-1].casefold() in ("and", "then"):
            return found
    return None


def _second_in(words: str) -> re.Match[str] | None:
    """Where "and" or "then" goes on to another verb of doing; "stop and ask" is one, "owner and date" is none."""
    for found in _JOINED.finditer(words):
        before, is_then = _WORD.findall(words[: found.start()]), found[1].casefold() == "then"
        if found["verb"].casefold() not in _DOES or not before or (is_then and _WHEN.match(words)):
            continue
        is_noun = (
            found["verb"].casefold() in _NOUNS_TOO and not is_then and not _goes_on(found["verb"], found["after"] or "")
        )
        is_one = found["plainly"] is not None and not is_then and _verb(before[-1])
        if not is_noun and not is_one and any(_verb(word) for word in before):
            return found
    return None
