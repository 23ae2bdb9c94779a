"""The letters and digits that stand for a look-for of the pad, a speaker and the lead's step, each with Alt."""

PAD_KEYS = "acdeghijklmn"
"""One a look-for; those beyond are typed as codes. Alt+B and Alt+F move by words in many terminals."""
SPEAKER_KEYS = "123456789"
"""One a speaker, in the order of the roster."""
STEP_KEY = "s"
"""The step of the lead whose meeting it is: seen."""
