"""Whatever comes in the fields of a form, it is a booking or a sentence, and never our mistake."""

from random import Random

import pytest

from tests.appointments.typed import WALK, WEEKLY, books, seen, sessions, standing
from tests.pages import A_PERSON

ODD = (
    "", " ", "0", "-1", "１２", "٣", "9" * 400, "1e5", "NaN", "9999-12-31", "0001-01-01",
    "2026-02-29", "2027-03-28", "2026-10-25", "24:00", "01:30", "\0", "a\0b", "\ud800", "😀" * 2000,
    "https://", "HTTPS://X", "javascript:alert(1)", "<script>", "Pacific/Apia", "../../x",
    "Europe/London\n", "104", "12", "480", "online",
)  # fmt: skip
FIELDS = {**WALK, **WEEKLY, "until": "", "number": "", "without_1": "", "reach": "following"}


def bent(chance):
    """A form in which one to three fields hold something odd, as bytes."""
    odd = {chance.choice(list(FIELDS)): chance.choice(ODD) for _ in range(chance.randint(1, 3))}
    form = {**FIELDS, "repeats": chance.choice(["once", "weekly"]), **odd}
    return {name: text.encode("utf-8", "surrogatepass") for name, text in form.items()}


@pytest.mark.usefixtures("wednesday")
def test_it_is_booked_or_answered_with_a_sentence(ada, bea):
    books(ada, bea, **WEEKLY)
    record, chance, statuses = list(standing(bea))[3], Random(1), set()
    for _ in range(60):
        typed = {**seen(ada, bea, record), **bent(chance)}
        path = f"{sessions(bea)}/{chance.choice(['new', record])}"
        answer = ada.asks("POST", path, data=typed, headers=A_PERSON)
        statuses.add(answer.status_code)
    assert statuses == {302, 400}
    ada.opens(sessions(bea)), ada.opens("/practice/sessions")
