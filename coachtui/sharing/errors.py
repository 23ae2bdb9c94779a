"""What can go wrong with files that leave or come in, as sentences for a person."""


class SharingError(Exception):
    """A file could not be written or taken in; `str()` of it is a sentence for the person at the screen."""
