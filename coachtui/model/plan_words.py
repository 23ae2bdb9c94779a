"""What the words of a plan do: say a day, ask, argue, take sides. Rules of thumb, each for one sentence of advice."""

import re

from coachtui.model.hints import unquoted

_I = re.IGNORECASE
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b"
)
_DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|(?-i:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b"
    rf"|{_MONTH}\.? ?\d{{1,2}}\b|\d{{1,2}}(?:st|nd|rd|th)?\.? (?:of )?{_MONTH}"
    r"|\d{1,2}/\d{1,2}(?:/\d{2,4})?\b|\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.)",
    _I,
)
_SHORTENED = re.compile(
    r"\b(?:mr|mrs|ms|dr|prof|st|vs|e\.g|i\.e|a\.m|p\.m|no|min|approx|jan|feb|mar|apr|aug|sept?|oct|nov|dec|[a-z])\."
    r"|\d\.(?=\d)|\.{3}",
    _I,
)
_ENDS = re.compile(r"[.!?…]+[\"'”’)]*(?=\s+[^\Wa-zß-ÿ]|\s+\W|\s*$)")
_ARGUES = (
    r"\byou (?:always|never|constantly|only ever|keep (?:on )?\w+ing)\b",
    r"\bwhy (?:did|do|didn't|don't|can't|won't|are|aren't|would|wouldn't|have|haven't) you\b",
    r"\b(?:your (?:own )?fault|to blame|blam(?:e|ing) (?:you|them|him|her)|you made (?:me|us)|because of you)\b",
    r"\byou (?:should|shouldn't|ought to|need to|must)\b",
    r"\b(?:everyone|everybody|nobody|no one|the (?:whole |entire )?team) (?:says|thinks|knows|feels|agrees|complains)\b",
    r"\b(?:obviously|as you (?:well )?know|with all due respect|let's be honest|to be honest|frankly)\b",
    r"(?<!nothing )(?<!anything )(?<!all )(?<!none )(?<!not only )\bbut\b(?! also\b)(?! for\b)",
)
_ARGUMENT = re.compile("|".join(f"(?:{each})" for each in _ARGUES), _I)
_ASKS = re.compile(
    r"^\W*(?:and |so |then )?(?:what|how|when|where|who|whom|whose|which|why|in what|at what|to whom|is|are|was|were|do|does|did"
    r"|can|could|would|will|have|has|had|may|might|should)\b|^\W*(?:please )?(?:tell me|help me|say more|describe)\b",
    _I,
)
_NOT_YOU = (
    r"(?:don't|doesn't|didn't|isn't|aren't|wasn't|weren't|wouldn't|shouldn't|couldn't|can't|haven't|won't)"
    r" (?:you|it|that|this|they|we|he|she)\b"
)
_LEADS = re.compile(
    rf"^\W*(?:and |so |but )?{_NOT_YOU}|\b(?:don't you think|wouldn't you agree|do you really)\b|\bare you aware\b|\bsurely\b"
    rf"|, ?(?:right|correct|okay|ok|yes|no|agreed|or|{_NOT_YOU})\s*\?\s*$",
    _I,
)
_NEVER_SAID = re.compile(
    r"^\W*(?:no|not really|never|not yet|hardly|yes,? unclear|i don't think so|nobody did)\b"
    r"(?!\W*(?:it|they|this|we|he|she|that|doubt)\b)"
    r"|\b(?:never|not|nowhere|nobody|no one|n't)\b[^.;]{0,24}"
    r"\b(?:said|told|stated|written|agreed|named|explained|asked|clear|spelled|shared)\b"
    r"|\b(?:assumed|took for granted|taken for granted|unclear|unsaid|unspoken|unwritten|vague)\b",
    _I,
)
_ASKING = re.compile(
    r"^\W*(?:please|next time|in future|from now on|i(?:'d| would) (?:like|want|ask|love)(?: you)?(?: to)?|"
    r"i (?:ask|want|need|expect)(?: of)?(?: you)?(?: to| that)?|(?:would|could|can|will) you|that you|you(?: will|'ll)?|"
    r"(?:my (?:ask|request)|what i ask) is(?: that| to)?|they(?: will|'ll)?)\b[\s,:]*",
    _I,
)


def says_day(words: str) -> bool:
    """Whether a day is named: a weekday, a date."""
    return _DAY.search(words) is not None


def sentences_in(words: str) -> int:
    """How many sentences these words are; what is not ended at all is one."""
    plain = _SHORTENED.sub(" ", words).strip()
    ends = [found.end() for found in _ENDS.finditer(plain)]
    last = plain[ends[-1] :] if ends else plain
    return len(ends) + bool(re.search(r"\w", last))


def argument_in(words: str) -> str | None:
    """The first words that argue or accuse, if there are any; what is quoted is passed over."""
    found = _ARGUMENT.search(_plain(unquoted(words)))
    return None if found is None else found[0].strip()


def asks(words: str) -> bool:
    """Whether the words ask something of someone."""
    return "?" in words or _ASKS.search(_plain(words)) is not None


def leading_in(words: str) -> str | None:
    """The words that make a question one with its answer in it, if there are any."""
    found = _LEADS.search(_plain(words))
    return None if found is None else found[0].strip(" ,?")


def was_never_said(words: str) -> bool:
    """Whether the answer to "was it ever said?" is no."""
    return _NEVER_SAID.search(_plain(words)) is not None


def what_is_asked(words: str) -> str:
    """A request without what it is led in with: "I ask you to send" is "send"."""
    plain, before = _plain(words), ""
    while plain != before:
        before, plain = plain, _ASKING.sub("", plain, count=1)
    return plain


def _plain(words: str) -> str:
    return words.replace("’", "'")
