"""docs/trust.md: every line of the bar, with the tests that hold it, and honest where none does."""

import pytest

from tests.trust.documents import DOCS, missing, named_in, read, rows

STATES = ("held", "partly", "open")
LINES = [row for row in rows(read("trust.md")) if row[0].isdecimal()]
DOCUMENTS = sorted(path.name for path in DOCS.glob("*.md"))


def test_every_line_is_there_in_order():
    assert [int(line[0]) for line in LINES] == list(range(1, 26))


@pytest.mark.parametrize("line", LINES, ids=[line[0] for line in LINES])
def test_a_line_says_how_far_it_is_held_and_by_what(line):
    _, words, state, held_by = line
    assert words and state.split(":")[0] in STATES
    assert named_in(held_by) or state.startswith("open")
    assert (":" in state) is not (state == "held")  # what is missing is said


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_test_that_a_document_names_is_there(name):
    assert missing(named_in(read(name))) == []


def test_a_test_that_is_not_there_would_be_noticed():
    named = named_in("`trust/test_the_table.py::test_nothing` and `trust/none.py::test_it`")
    assert len(missing(named)) == 2
