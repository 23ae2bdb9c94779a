"""What makes a passphrase hard to guess. Advice, never a refusal: it is the person's own notebook."""

from coachtui.wording import _

ENOUGH = 14
"""Letters below which a passphrase is short."""
HOW = _("Four words that have nothing to do with each other are easy to keep in mind and hard to guess.")
NO_WAY_BACK = _(
    "There is no way back into the notebook without the passphrase: nobody keeps a copy of it, nor can it be reset."
)
_FEW = 6


def advice_on(passphrase: str) -> str | None:
    """What to think of before using it; None where there is nothing to say."""
    words = passphrase.split()
    if len(passphrase) < ENOUGH:
        return _("That is short: a computer that tries many finds it soon. {how}").format(how=HOW)
    if len(set(passphrase.casefold())) < _FEW:
        return _("That holds very few different letters. {how}").format(how=HOW)
    if len(words) == 1 and (passphrase.isalpha() or passphrase.isdigit()):
        return _("That is one word or one number. {how}").format(how=HOW)
    return None
