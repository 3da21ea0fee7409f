"""What bodies of several kinds are made of: words and zones."""

from typing import Annotated

from msgspec import Meta

MOST_WORDS = 2000
Words = Annotated[str, Meta(max_length=MOST_WORDS)]
# A phone whose zone has no name says its hours from UTC: "+05:45".
Zone = Annotated[str, Meta(max_length=64, pattern=r"^[A-Za-z0-9_+/:-]+\Z")]
