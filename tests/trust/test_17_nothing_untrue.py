"""Line 17: words that would promise what is not so appear nowhere."""

import re

from tests.trust.tracked import texts

NEVER = re.compile(r"[\s-]".join(["end", "to", "end"]) + "|" + r"[\s-]".join(["zero", "knowledge"]))


def test_what_is_not_true_is_written_nowhere():
    assert [name for name, text in texts() if NEVER.search(text.lower())] == []


def test_it_would_be_noticed():
    assert NEVER.search("-".join(["end", "to", "end"])) and NEVER.search("zero-" + "knowledge")
