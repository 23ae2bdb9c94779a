"""What can go wrong with the notebook, as sentences for a person: what happened, what is safe, what to do."""


class NotebookError(Exception):
    """The notebook could not do what was asked; `str()` of it is a sentence for the person at the screen."""


class NotebookBusy(NotebookError):
    """Another window has the notebook open.

    `since_utc_ms` and `where` say since when and in which terminal, as far as that window told.
    """

    def __init__(self, sentence: str, since_utc_ms: int | None = None, where: str = "") -> None:
        super().__init__(sentence)
        self.since_utc_ms = since_utc_ms
        self.where = where


class NotebookNewer(NotebookError):
    """The notebook was written by a newer coachtui; it was left untouched."""


class NotebookDamaged(NotebookError):
    """The notebook file does not read as one; nothing in it was changed."""


class NotebookFull(NotebookError):
    """The disk is full or failing; what was acknowledged before is safe, this is not saved yet."""


class NotebookReadOnly(NotebookError):
    """The notebook, or the folder it lies in, may not be written to."""


class NotebookLocked(NotebookError):
    """The notebook is encrypted, and there is no key to it, or not the right one."""


class WrongPassphrase(NotebookLocked):
    """The passphrase is not that of the notebook."""


class CantDecrypt(NotebookError):
    """The notebook is encrypted, and what opens it is not installed."""


class NotFound(NotebookError):
    """Nothing in the notebook goes by that reference."""
