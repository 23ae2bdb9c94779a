"""What each question asks for, in a sentence: what F1 says first while it stands."""

from collections.abc import Mapping
from types import MappingProxyType

from coachtui.wording import _

_A_DAY = _('A day as people say it: "Dec 5", "12/5", "next Friday", "tomorrow". Nothing means none.')

QUESTIONS: Mapping[str, str] = MappingProxyType(
    {
        "edit-line": _("The line as it was typed. Change the words; its time stays unless you type another one."),
        "who-speaks": _("Who said it: a name, a short name, or nothing. Tab goes through the people of the team."),
        "code": _("A look-for's code, such as TM3, or a tag of your own. The same code again takes it off."),
        "line-time": _("When it happened: 10:42 sets the time, -3m or +30s moves it, ? says that nobody knows."),
        "account": _("What the lead says of this line. It stands beside the line and changes nothing of it."),
        "whose-team": _("The team whose meeting it is. A new name makes a new team; nothing leaves it open."),
        "whose-lead": _("The lead whose meeting it is. A new name makes a new lead; nothing leaves it open."),
        "watched-for": _("The set of look-fors that the pad shows. Tab goes through them."),
        "began": _(
            "When the meeting began, if that was before your first key. Times of lines stay as they are on the clock."
        ),
        "closing": _(
            "Something you have in mind right after the meeting, for the feedback. Each of the three may be skipped."
        ),
        "discard": _("Whether this whole observation goes, as if it had never begun. Nothing brings it back."),
        "jump": _("A time of the meeting, such as 10:42 or 12m; the cursor goes to the line nearest to it."),
        "lead": _("The name of a person you coach. A name is enough; the rest can wait."),
        "lead-name": _("How this person is called."),
        "lead-again": _("Somebody has that name already. yes adds another person of the same name."),
        "role": _("What this person is at the school. Tab goes through the usual roles; others can be typed."),
        "lead-team": _("The team that this person leads, if there is one."),
        "short-name": _("The short name that you type before a colon when this person speaks, such as maria."),
        "retire": _("Whether this leaves the lists. What was written stays, and it can be brought back."),
        "retire-what": _(
            "What becomes of the cycle that goes on: stop closes it with a reason, keep leaves it, no changes nothing."
        ),
        "retire-why": _("Why the cycle stops, in one line. It stands in the closed cycle."),
        "team": _("What the team is called."),
        "team-lead": _("The lead of the team, if there is one. Tab goes through the leads."),
        "member-name": _("How this member of the team is called."),
        "members": _("The names of members, with commas between them."),
        "slot": _('When the team usually meets, such as "Tue 10:40-11:25".'),
        "goal": _("What the lead wants to be able to do at the end of the cycle, in one sentence."),
        "measure": _("How both of you will see that the goal is reached: something that can be counted or seen."),
        "baseline": _("Where it stands now, by that measure, as a number."),
        "moment": _("A moment in which one would see it: in which part of which meeting."),
        "target": _("Where it is to stand at the end, by that measure."),
        "starts_on": _A_DAY,
        "ends_on": _A_DAY,
        "agreed_on": _A_DAY,
        "lead_reflection": _("What the lead says about the cycle, as near as you can to the lead's own words."),
        "my_reflection": _("What you think about the cycle. It is yours alone."),
        "extended_to": _("The new last day of the cycle. {a_day}").format(a_day=_A_DAY),
        "because": _("Why the cycle takes longer. It stands with the new day."),
        "verdict": _("How the cycle ended, by its own measure. Tab goes through the verdicts."),
        "because of verdict": _("Which lines show it, in your words."),
        "verdict_because": _("Which lines show it, in your words."),
        "next_goal": _("What comes next, or rest where nothing does."),
        "activity": _("What the lead does to learn. Tab goes through the kinds."),
        "day of activity": _A_DAY,
        "planned": _A_DAY,
        "note": _("What it is about, in a few words."),
        "step": _("One thing the lead will do that others can see or hear. Tab goes through examples."),
        "step day": _("By when the step is tried. {a_day}").format(a_day=_A_DAY),
        "words": _("The step itself: one observable thing the lead will say or do."),
        "looks_like": _("What both of you will see when the step is there."),
        "practice": _("How the step is rehearsed before it is tried."),
        "by_when": _("By when it is tried. {a_day}").format(a_day=_A_DAY),
        "check_back": _("When you look at it again. {a_day}").format(a_day=_A_DAY),
        "replace": _("The step that takes this one's place, as a draft. The old one stays, marked as replaced."),
        "item": _("Something to talk about in the next 1:1. Each line is an item of its own; nothing ends it."),
        "reword": _("The item in other words."),
        "series": _('When you usually meet, such as "Tue 9:00 every 2 weeks".'),
        "move": _("When the 1:1 is instead. {a_day}").format(a_day=_A_DAY),
        "besides": _("A 1:1 besides the usual ones. {a_day}").format(a_day=_A_DAY),
        "skip": _("Why this one is not held. It stands in the list."),
        "instead": _("Whether this is the 1:1 that was planned for another day, or one more besides it."),
        "decision": _(
            "What was decided: who, what, by when. Nothing ends the 1:1; none says that nothing was decided."
        ),
        "block": _('When the time for coaching is, and what for: "Wed 10:40 45 observe Maria".'),
        "lost": _("Why the time was lost. Minutes that were kept stand in front."),
        "used": _("What the time was used for instead."),
        "deadline": _('What is due and when: "Evaluation drafts, Dec 5".'),
        "with-role": _("For which role it is due. Nothing means all."),
        "remind": _("How many days before it Today begins to say so."),
        "off name": _("What the days off are called."),
        "off from": _("The first of the days off. {a_day}").format(a_day=_A_DAY),
        "off to": _("The last of the days off. {a_day}").format(a_day=_A_DAY),
        "bells": _('What belongs to the bells: names as you like, periods as "1 8:00-8:45", days as "Mon Wed".'),
        "reply": _("What the lead says to the feedback, as near as you can to the words."),
        "shape": _("The order of parts that the draft has. Tab goes through them."),
        "noticed": _("What you noticed while it was said aloud, in one line. Nothing is fine too."),
        "gate": _("Other words for this sharing only. The line itself stays as it is."),
        "save": _("Where the file is written: a name that ends in .md, .txt, .docx or .pdf."),
        "outcome": _("How it went, in your own words, for you alone."),
        "commitment": _("Who agreed to do what by when. Nothing ends the list."),
        "follow-up": _("When you look at it again. {a_day}").format(a_day=_A_DAY),
        "reflection": _("What you learned, for you alone."),
        "row": _("The words of this row of the plan."),
        "with": _("With whom the conversation is. Initials are enough."),
        "scenario": _("What kind of conversation it is. Tab goes through them; each brings its own questions."),
        "structure": _("The order in which the conversation goes. Tab goes through them."),
        "day": _("When the conversation is. {a_day}").format(a_day=_A_DAY),
        "follow_up_on": _("When you look at it again. {a_day}").format(a_day=_A_DAY),
        "aside": _("Why the plan is set aside. It can be taken up again."),
        "help": _("What is asked about the help a lead wants: who asks, or who decided. Tab goes through the answers."),
        "situation": _("What it is about, in a few words."),
        "plan": _("With which lead the conversation is planned. Tab goes through them."),
        "asked": _(
            "How much help the lead asks for, from 0, where the lead does it alone. Tab goes through the rungs."
        ),
        "agreed": _(
            "How much of the conversation you take over, from 0, where the lead does it alone. Tab goes through the rungs."
        ),
        "down": _("When the lead takes it back. {a_day}").format(a_day=_A_DAY),
        "reason": _("Why you act in the lead's place. Tab goes through the reasons."),
        "decided": _("Who decided on this help: the lead, you, or both."),
        "passphrase": _(
            "Words that leaving Together asks for from now on. They are seen while you type; nothing takes them away."
        ),
    }
)
"""For what a question is about, by the first part of its key."""

QUESTIONS_OF_A_PLAN = _(
    "The words of a row in this part of the plan; the sentence above says what is asked. It is yours alone until p opens it "
    "for both. Tab goes through how it may begin."
)
"""Of a part of a plan, which a school may name as it likes."""
