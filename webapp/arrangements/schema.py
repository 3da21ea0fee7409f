"""What may be in an arrangement: the parts of a card, by name.

The pages offer the names of content/arrangements.toml. Others are kept and shown too: another
program may know them, or a later version.
"""

from typing import Annotated
from uuid import UUID

from msgspec import Meta, Struct

from webapp.content.shapes import Setting
from webapp.journal.shapes import Words

Name = Annotated[str, Meta(min_length=1, max_length=64)]
MOST_PARTS = 40
Parts = Annotated[dict[Name, Words], Meta(max_length=MOST_PARTS)]


class ArrangementBody(Struct, forbid_unknown_fields=True):
    """Schema 1: how the two meet in one setting. A part about which nothing is said is absent.

    `replaces` is the entry of somebody else that this is proposed instead of.
    """

    setting: Setting
    fields: Parts
    replaces: UUID | None
