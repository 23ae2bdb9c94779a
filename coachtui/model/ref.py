"""References: what a person reads off a screen and types again to name one thing."""

MEETING = "meeting"
"""What is named that is no row of a table: a meeting, in order to draft feedback from it."""
# Nothing that looks like something else, and no vowels, so that none spells a word.
_ALPHABET = "bcdfghjkmnpqrstvwxyz23456789"


def reference(letter: str, identity: str) -> str:
    """The reference of the thing with this id: the letter of its kind and six characters, the same in every notebook."""
    # Loading OpenSSL takes longer than all of this package's nouns; only something new needs it.
    from hashlib import sha256

    number = int.from_bytes(sha256(identity.encode("utf-8", "surrogatepass")).digest())
    letters: list[str] = []
    for _ in range(6):
        number, index = divmod(number, len(_ALPHABET))
        letters.append(_ALPHABET[index])
    return letter + "".join(letters)
