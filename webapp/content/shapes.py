"""What every data file is made of, and reading one; and the settings there are, which they name."""

from pathlib import Path
from typing import Annotated, Literal, get_args

import msgspec
from msgspec import Meta, Struct

FOLDER = Path(__file__).parent
Id = Annotated[str, Meta(pattern=r"^[a-z]+(-[a-z0-9]+)*$")]
Text = Annotated[str, Meta(pattern=r"^\S")]
Setting = Literal["online", "in_person", "walk_and_talk"]
SETTINGS = get_args(Setting)
Where = Literal[Setting, "every"]


class Row(Struct, frozen=True, forbid_unknown_fields=True):
    """One table of a data file."""


def read(name: str, shape: type[Row], folder: Path = FOLDER):
    """The data file `name`.toml in this shape. Raises ValueError, naming file and place."""
    try:
        return msgspec.toml.decode((folder / f"{name}.toml").read_bytes(), type=shape)
    except msgspec.DecodeError as unfit:
        raise ValueError(f"{name}.toml: {unfit}") from None
