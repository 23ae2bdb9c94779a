"""One round of the courier: what stands in the folder, and which file of the record each thing there is."""

from coachtui.model.delivery import Delivered, Key
from coachtui.model.entry import RecordFile
from coachtui.model.file_name import safe_name
from coachtui.sharing.record_file import NO_CYCLE
from coachtui.sharing.record_folder import RecordFolder, Standing, sha256_of, standing
from coachtui.wording import _

_MOST_BYTES = 100 * 1024 * 1024
"""Of files with marks of ours, held at once; a lead's record of a year is a thousandth of that."""


class Round:
    """Looks at the folder once; only what is not as it was delivered is taken apart."""

    def __init__(self, folder: RecordFolder, known: list[Delivered]) -> None:
        self._folder = folder
        self._known = {each.file: each for each in known}
        self._names: set[str] = set()
        self._seen: dict[str, Standing] = {}
        self._whose: dict[str, Key] = {}
        self._of: dict[Key, list[Standing]] = {}
        self.odd: list[str] = []
        """A sentence for each file that could not be understood."""
        self.keys_in_hand: set[Key] = set()

    def look_around(self) -> None:
        """Read what stands in the folder; a file with no mark of ours is somebody else's. Raises SharingError."""
        held = 0
        for name in self._folder.names():
            content = self._folder.bytes_of(name)
            if content is None:
                continue
            self._names.add(name)
            known = self._known.get(name)
            if known is not None and known.sha256 == sha256_of(content):
                continue
            found = standing(name, content)
            if not (found.entries or found.whose or known):
                continue
            held += len(content)
            if held > _MOST_BYTES:
                self.odd.append(
                    _(
                        "'{name}', line 1: the folder holds more than a record ever does. This file was left alone."
                    ).format(name=name)
                )
                continue
            self._seen[name] = found

    @property
    def is_all_gone(self) -> bool:
        """Whether none of what was delivered is there, nor anything else with marks of ours."""
        return not self._names & set(self._known) and not any(each.entries for each in self._seen.values())

    def entries_seen(self) -> set[str]:
        """Every entry whose mark stands in a file that is not as it was delivered."""
        return {entry for each in self._seen.values() for entry in each.entries}

    def keys(self, owners: dict[str, Key]) -> set[Key]:
        """The files of the record that something is to be done about: changed, copied, or gone."""
        for name, each in self._seen.items():
            by_entries = [owners[entry] for entry in sorted(each.entries) if entry in owners]
            said = None if each.whose is None else Key(each.whose[0], each.whose[1].replace(NO_CYCLE, ""))
            if said in by_entries or (said is not None and not by_entries and name in self._known):
                self._whose[name] = said
            elif by_entries:
                self._whose[name] = max(by_entries, key=by_entries.count)
            elif name in self._known:
                self._whose[name] = self._known[name].key
        gone = {each.key for each in self._known.values() if each.file not in self._names}
        return gone | set(self._whose.values())

    def arrange(self, records: list[RecordFile], owners: dict[str, Key]) -> list[RecordFile]:
        """Find the file of each record among what stands there; the records, each with the name it will have."""
        arranged = [self._arrange(record, owners) for record in records]
        self.keys_in_hand = {_key(record) for record in records}
        return arranged

    def _arrange(self, record: RecordFile, owners: dict[str, Key]) -> RecordFile:
        key = _key(record)
        for name, known in self._known.items():
            if known.key == key and name in self._names and name not in self._seen:
                self._look_again(name, key)
        ours = [name for name, whose in self._whose.items() if whose == key]
        for name in list(ours):
            if not self._is_understood(name):
                ours.remove(name)
        if record.name in self._names and record.name not in ours:
            # Somebody else's file has this name; it is left alone.
            record = record._replace(name=safe_name(record.title, record.lead))
        if ours and record.name not in ours:
            old = next((name for name in ours if name in self._known), ours[0])
            self._folder.rename(old, record.name)
            ours[ours.index(old)] = record.name
            self._seen[record.name] = self._seen.pop(old)._replace(name=record.name)
        ours.sort(key=lambda name: (name != record.name, name))
        self._of[key] = [self._seen[name] for name in ours]
        return record

    def _look_again(self, name: str, key: Key) -> None:
        """Take apart a file that is as it was delivered, since its record has something new."""
        content = self._folder.bytes_of(name)
        if content is not None:
            self._seen[name] = standing(name, content)
            self._whose[name] = key

    def _is_understood(self, name: str) -> bool:
        """Whether a file has marks of ours; one that lost them all is set aside, whatever it holds."""
        seen = self._seen[name]
        if seen.entries or seen.whose is not None or not seen.content.strip():
            return True
        aside = self._folder.set_aside(name)
        self._names.discard(name)
        why = seen.why or _("the marks by which its blocks are known are gone")
        self.odd.append(
            _("'{name}', line 1: {why}. It was set aside, whole, as '{aside}', and is written anew.").format(
                name=name, why=why, aside=aside
            )
        )
        return False

    def standings_of(self, record: RecordFile) -> list[Standing]:
        """The record's file as it stands, then its copies."""
        return [each for each in self._of[_key(record)] if each.text]

    def main_of(self, record: RecordFile) -> Standing | None:
        """The record's file as it stands; None where there is none."""
        found = self._of[_key(record)]
        return found[0] if found and found[0].name == record.name else None

    def put_copies_away(self, record: RecordFile) -> list[str]:
        """Put the copies of a file away, whose words are in it now; their names."""
        copies = [each.name for each in self._of[_key(record)] if each.name != record.name]
        for name in copies:
            self._folder.put_away(name)
        return copies


def _key(record: RecordFile) -> Key:
    return Key(record.lead, record.cycle or "")
