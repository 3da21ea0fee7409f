"""What a new phone fetches to keep, taken apart as its browser does."""

import json
import re
from io import BytesIO
from typing import NamedTuple

from werkzeug.formparser import parse_form_data


class Kept(NamedTuple):
    """One page or file."""

    kind: str
    body: bytes


def told(nobody, name):
    """What the script that is made for each release says under a name."""
    script = nobody.asks("GET", "/precache.js").text
    return json.loads(re.search(rf"{name} = (.*?);\n", script + "\n", re.DOTALL)[1])


def kept(nobody):
    """Every page and file, by address, in the order in which they come."""
    answer = nobody.asks("GET", told(nobody, "whole"))
    sent = {
        "REQUEST_METHOD": "POST", "CONTENT_TYPE": answer.content_type,
        "CONTENT_LENGTH": str(len(answer.data)), "wsgi.input": BytesIO(answer.data),
    }  # fmt: skip
    _, _, files = parse_form_data(sent, stream_factory=lambda **_: BytesIO())
    return {address: Kept(file.content_type, file.read()) for address, file in files.items()}
