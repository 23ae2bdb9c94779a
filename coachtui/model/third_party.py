"""Other people in a draft: who is named, and matters of theirs that are nobody else's business."""

import re
from collections.abc import Iterator, Sequence

from coachtui.model.draft_advice import DraftAdvice
from coachtui.model.named import Named
from coachtui.model.sentences import Sentence, sentences_in
from coachtui.wording import _

_MATTERS = (
    "maternity leave",
    "paternity leave",
    "parental leave",
    "medical leave",
    "sick leave",
    "administrative leave",
    "unpaid leave",
    "bereavement leave",
    "leave of absence",
    "on leave",
    "fmla",
    "grievance",
    "grievances",
    "reprimand",
    "reprimanded",
    "formally warned",
    "disciplinary",
    "improvement plan",
    "on probation",
    "non-renewed",
    "non-renewal",
    "nonrenewed",
    "written up",
    "union rep",
    "union representative",
    "union meeting",
    "union steward",
    "union dues",
    "the union",
    "pregnant",
    "pregnancy",
    "surgery",
    "chemo",
    "cancer",
    "depressed",
    "depression",
    "burnout",
    "burned out",
    "burnt out",
    "divorce",
    "divorced",
    "lawsuit",
    "custody",
    "immigration status",
    "rated effective",
    "rated ineffective",
    "filed a complaint",
    "formal complaint",
    "went to hr",
    "to hr about",
    "sick day",
    "sick days",
    "panic attack",
    "panic attacks",
    "diagnosed",
    "diagnosis",
    "in therapy",
    "therapist",
)
_PLAIN_MATTERS = re.compile(rf"\b(?:{'|'.join(sorted(_MATTERS, key=len, reverse=True))})\b", re.IGNORECASE)
_NO_MATTER = re.compile(
    r"\b(?:school|unit|our|team|math|reading|literacy) improvement plan\b|\bthe union of\b|"
    r"\b(?:speech|occupational|physical) therapist\b|\bin therapy (?:room|block)\b",
    re.IGNORECASE,
)
_THEIRS = (
    r"(?:(?:last |final |summative |formal |annual )?(?:evaluation|rating|observation score|performance review)s?(?! of| scale)|"
    r"illness|health|sickness|doctor|salary|marriage|husband|wife|"
    r"family (?:matter|situation|problem|troubles?)s?|religion|contract|"
    r"discipline|warnings?|absences?|complaints? (?:about|against)|"
    r"leave\b(?= (?:in|until|next|this|last|starts|begins|ends)|[.,;!?]|$))"
)
_OF_A_PERSON = re.compile(
    rf"\b(?:her|his|(?P<their>their)|a (?:colleague|teacher|member)['’]s)\s+({_THEIRS})", re.IGNORECASE
)
_OF_ONE_NAMED = re.compile(rf"(?:['’]s?)\s+({_THEIRS})", re.IGNORECASE)
_OF_STUDENTS = re.compile(r"\b(?:students?|kids?|pupils?|child(?:ren)?|class|readers?)\b", re.IGNORECASE)
_HAPPENED = re.compile(
    r"\b(?:is|was|has been|have been|were|are|been)\s+(?:out )?(?:sick|ill|unwell|disciplined|suspended|fired|"
    r"rated|evaluated|warned|"
    r"hospitali[sz]ed|dismissed|let go)\b|\bcomplain(?:s|ed|ing)? about (?=[A-Z]|her\b|him\b)"
    r"|\bcomplaints? (?:about|against) (?=[A-Z]|her\b|him\b)",
)  # fmt: skip
_ADULT = re.compile(
    r"\b(?:she|he|her|him|colleagues?|teachers?|members?|aides?|paras?|they|one of (?:you|them))\b", re.IGNORECASE
)


def naming_advice(named: Sequence[Named]) -> Iterator[DraftAdvice]:
    """What is worth a thought about names: each once."""
    for each in {one.name: one for one in reversed(named)}.values():
        if each.known:
            said = _("{name} is named. A member, or the mark of the line, may do.").format(name=each.name)
            why = _("A teacher should not be on file through the feedback of a lead.")
        else:
            said = _("'{name}' may be a name.").format(name=each.name)
            why = _("The notebook does not know this word. At the gate every name is settled.")
        yield DraftAdvice("name", said, why, each.start, each.end, each.name)


def matters_of(words: str, named: Sequence[Named]) -> Iterator[DraftAdvice]:
    """What is told of other adults that is theirs: a rating, health, leave, discipline, the union, a complaint."""
    why = _(
        "The lead, or a records request, may read it, and it is not yours to tell. Leave it out, or say it in person."
    )
    for sentence in sentences_in(words):
        for start, end in sorted(_spans(sentence, named)):
            said = _("'{words}' is another adult's own matter.").format(words=words[start:end])
            yield DraftAdvice("another's matter", said, why, start, end, words[start:end])


def _spans(sentence: Sentence, named: Sequence[Named]) -> set[tuple[int, int]]:
    """Where in the text a sentence tells such a matter."""
    said, here = sentence.words, sentence.start
    inside = [each for each in named if here <= each.start < sentence.end]
    passed = [found.span() for found in _NO_MATTER.finditer(said)]
    small = said.casefold()  # looking for plain words first spares the pattern nearly every sentence
    found = [each.span() for each in _PLAIN_MATTERS.finditer(said)] if any(each in small for each in _MATTERS) else []
    students = _OF_STUDENTS.search(said) is not None
    found += [each.span(2) for each in _OF_A_PERSON.finditer(said) if not (each["their"] and students)]
    for each in inside:
        theirs = _OF_ONE_NAMED.match(said, each.end - here)
        found += [theirs.span(1)] if theirs else []
    if inside or (_ADULT.search(said) and not students):
        found += [each.span() for each in _HAPPENED.finditer(said)]
    return {
        (here + start, here + end)
        for start, end in found
        if not any(first <= start and end <= last for first, last in passed)
    }
