"""What somebody gave out, which others may have by now: it ends when they are let in again."""

ENDING = []


def when_let_in(end):
    """Have `end(person_id)` called in the same transaction."""
    ENDING.append(end)


def end_what_was_given(person_id):
    """End what this person gave out."""
    for end in ENDING:
        end(person_id)
