"""The tests of syncing notice what they are there for: mistakes that others have made."""

import pytest

from tests.planted.bent import PATCHES, copy_of_the_product, judge, plant, verdict


@pytest.mark.parametrize("patch", PATCHES, ids=lambda patch: patch.stem)
def test_a_planted_bug_is_noticed(patch, tmp_path):
    bent = copy_of_the_product(tmp_path)
    plant(patch, bent)
    _, failed, said = verdict([judge(patch)], bent)
    assert failed >= 1, f"Nobody noticed {patch.name}: {said[-2000:]}"


@pytest.mark.parametrize("is_of_phone", [True, False], ids=["phone", "server"])
def test_where_nothing_is_planted_the_same_tests_pass(is_of_phone, tmp_path):
    judges = sorted({judge(p) for p in PATCHES if judge(p).endswith(".js") is is_of_phone})
    passed, failed, said = verdict(judges, copy_of_the_product(tmp_path), HISTORIES="5")
    assert passed >= len(judges) and failed == 0, said[-2000:]


def test_there_are_ten_at_least():
    assert len(PATCHES) >= 10
