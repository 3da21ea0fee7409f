"""The bodies of entries, sealed and opened: each for its entry in its journal."""

import logging

from webapp.security.sealing import Damaged, sealer

log = logging.getLogger(__name__)


def sealing(journal_id):
    """What seals the bodies of a journal, each for its entry: called with an id and a text."""
    seal, journal = sealer().seal, journal_id.hex
    return lambda entry_id, text: seal(text.encode(), "entry", "body", journal, entry_id.hex)


def opening(journal_id):
    """What opens the bodies of a journal: called with the id as hex digits, and what is sealed.

    One that was damaged is read as one without words (None), so that it keeps nobody from the
    others. Where a key is missing that can come back, it raises Unsealable.
    """
    opens, journal = sealer().open, journal_id.hex

    def opened(entry_id, sealed):
        try:
            return opens(sealed, "entry", "body", journal, entry_id)
        except Damaged:
            log.error("An entry was damaged, and stands without its words.")
            return None

    return opened
