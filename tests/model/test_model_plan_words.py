"""What the words of a plan do, each check with sentences that must be found and sentences that must not."""

import pytest

from coachtui.model.plan_words import (
    argument_in,
    asks,
    leading_in,
    says_day,
    sentences_in,
    was_never_said,
    what_is_asked,
)
from coachtui.model.step_wording import unseen_in

DATED = (
    "On Tuesday she came ten minutes late", "Nov 12: no data on the table", "12 November, room 4", "11/12 the tracker was empty",
    "2026-11-12: “I have no time”", "On the 3rd of November we agreed on it", "Tue: cut off twice", "Sept. 9, no plan came",
)  # fmt: skip
UNDATED = (
    "She came ten minutes late", "At 9:14 Maria was cut off", "Three of five plans came", "He may speak first again",
    "Last week there was no data", "The team sat down and marched on", "“I have no time for this”", "She is second in the row",
)  # fmt: skip
ARGUING = (
    "You always come without data", "you never share a plan", "Why did you leave early?", "I value you, but this can't go on",
    "It's your fault that the hour is gone", "Everyone says that you take over", "You should have told me",
    "Obviously the plan was not there", "You keep interrupting Ana", "Why don’t you plan with us",
    "Because of you we lost the hour", "To be honest, the team is tired",
)  # fmt: skip
NEUTRAL = (
    "I'd like to talk about the last three plans", "We always start at eight, and I want to keep that",
    "It matters to me because students wait for the page", "You said: “you always cut me off”",
    "I may not see all of it", "Nothing but the tracker is missing", "I want to hear how the week was for you",
    "She needs to leave at ten", "Not only the plan but also the tracker came", "All but one of the plans came",
    "On Tuesday two of you spoke, and Ana did not", "I'd like to understand what led to it",
)  # fmt: skip
QUESTIONS = (
    "What was Tuesday like for you?", "How would you tell it", "What do I not see", "Which part is the hardest?",
    "Help me understand what happened", "Tell me about the last hour", "And what would make it possible", "When did it go well?",
)  # fmt: skip
NO_QUESTIONS = (
    "I want to know why", "You know that this is late.", "The plan was missing", "It has to change",
    "Listen to the end", "My question is about data", "Say sorry to Ana", "They will say it is fine",
)  # fmt: skip
LEADING = (
    "Don't you think the plan was late?", "Isn't it clear that Ana was hurt?", "You know this can't go on, right?",
    "Wouldn’t you agree?", "Do you really want that?", "So we begin on time, okay?", "Are you aware that Ana cried?",
    "Can't you see it?", "Surely you saw it?",
)  # fmt: skip
OPEN = (
    "What do you think of the plan?", "How is it for Ana?", "Which of them is right?", "What is okay for you?",
    "What didn't we see?", "When can you be there?", "What would have to be true for you to share?", "Who decides yes or no?",
)  # fmt: skip
NEVER_SAID = (
    "No", "Not really", "It was never said", "I assumed they knew", "Nobody told him what it should look like",
    "It is written nowhere, and not agreed", "I took for granted that plans are shared", "No: never written down",
    "I don't think so", "We have not named a day", "It is unclear who brings the data",
)  # fmt: skip
SAID = (
    "Yes, on Nov 3, and she said it back", "It was agreed on Tuesday", "Said twice, in writing", "No, it was agreed on Nov 3",
    "No doubt: it stands in the norms", "They signed the plan in August", "We named the day together", "Yes",
)  # fmt: skip
SEEN = (
    "Send the plan by Wednesday", "I ask you to open with one result", "Would you wait until two others have spoken?",
    "Please put it into the folder by Friday", "Next time, write owner and date", "Tell me by noon if it will be late",
    "I'd like you to come with three pieces of work", "Ask Ana for her view before you answer",
)  # fmt: skip
UNSEEN = (
    "Be more professional", "I ask you to care more", "Improve the meetings", "I want you to understand the data",
    "Please be aware of your tone", "I'd like you to try harder", "More respect for the others", "Become a better listener",
)  # fmt: skip


def every(found: tuple[str, ...], others: tuple[str, ...]) -> list[tuple[str, bool]]:
    assert len(found) >= 8 and len(others) >= 8
    return [*((words, True) for words in found), *((words, False) for words in others)]


@pytest.mark.parametrize(("words", "is_so"), every(DATED, UNDATED))
def test_a_day_is_named(words: str, is_so: bool) -> None:
    assert says_day(words) is is_so


@pytest.mark.parametrize(("words", "is_so"), every(ARGUING, NEUTRAL))
def test_words_argue(words: str, is_so: bool) -> None:
    found = argument_in(words)
    assert (found is not None) is is_so and (found is None or found in words.replace("’", "'"))


@pytest.mark.parametrize(("words", "is_so"), every(QUESTIONS, NO_QUESTIONS))
def test_words_ask(words: str, is_so: bool) -> None:
    assert asks(words) is is_so


@pytest.mark.parametrize(("words", "is_so"), every(LEADING, OPEN))
def test_a_question_has_its_answer_in_it(words: str, is_so: bool) -> None:
    assert (leading_in(words) is not None) is is_so


@pytest.mark.parametrize(("words", "is_so"), every(NEVER_SAID, SAID))
def test_it_was_never_said(words: str, is_so: bool) -> None:
    assert was_never_said(words) is is_so


@pytest.mark.parametrize(("words", "is_so"), every(UNSEEN, SEEN))
def test_a_request_can_not_be_seen(words: str, is_so: bool) -> None:
    assert (unseen_in(what_is_asked(words)) is not None) is is_so


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("", 0), ("One", 1), ("One. Two", 2), ("One! Two? Three.", 3), ("Dr. Ruiz came at 9 a.m. on Tuesday.", 1),
        ("I saw it … and waited", 1), ("She said: “Stop.” Then we went on.", 2), ("At 9.14 it began.", 1),
        ("One... two.", 1), ("Ms. Okafor, e.g. on Nov. 3, was there. I was not.", 2), ("Yes.\nI see.\n“Wait.”\nNow", 4),
        ("Wait?! Now.", 2),
    ],
)  # fmt: skip
def test_sentences_are_counted(words: str, count: int) -> None:
    assert sentences_in(words) == count
