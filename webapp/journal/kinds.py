"""The register of kinds: what may be in a body, who may write it, and what else it changes.

The journal knows kinds only from here. A package registers its own when it is imported.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import msgspec

from webapp.security.strict_json import read

KINDS: dict[str, "Kind"] = {}
BEGINNINGS: list[Callable] = []


@dataclass(frozen=True)
class Kind:
    """One kind of record.

    `schemas` maps each released schema number to a msgspec Struct: all are read for ever.
    `writers` are the roles that may write it; what is `for_both`, or never a client's, the
    therapist may read whoever wrote it. `project(journal_id, records)` keeps a read
    model in the same transaction, given every revision of each record that was touched.
    """

    name: str
    schemas: dict
    writers: frozenset
    project: Callable | None = None
    for_both: bool = False

    @property
    def is_for_both(self):
        """Whether nothing of this kind is private."""
        return self.for_both or "client" not in self.writers


def register(name, schemas, writers, project=None, for_both=False):
    """Make a kind known. Its name is its name on the wire."""
    KINDS[name] = Kind(name, schemas, frozenset(writers), project, for_both)


def also(name, project):
    """Have one more read model kept of a kind that another package has registered."""
    first = KINDS[name].project

    def both(journal_id, records):
        first(journal_id, records)
        project(journal_id, records)

    KINDS[name] = replace(KINDS[name], project=both)


def when_begun(begin):
    """Have `begin(person, journal)` called, in the same transaction, when a client's journal is
    opened for the first time."""
    BEGINNINGS.append(begin)


def strictly(kind, schema, text):
    """A body that a phone hands over, by its schema. Raises Problem when it does not fit."""
    return read(text.encode(), KINDS[kind].schemas[schema])


def kept(kind, schema, text):
    """A body that was taken in earlier, by its schema."""
    return msgspec.json.decode(text, type=KINDS[kind].schemas[schema])
