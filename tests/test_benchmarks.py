"""What measures is run seldom, so nobody would see that it asks for something that has moved."""

from importlib import import_module
from pathlib import Path

import pytest

BENCHMARKS = sorted(file.stem for file in (Path(__file__).parents[1] / "benchmarks").glob("*.py"))


@pytest.mark.parametrize("name", BENCHMARKS)
def test_each_benchmark_finds_all_that_it_asks_for(name):
    assert import_module(f"benchmarks.{name}")


def test_there_is_something_to_measure():
    assert "sync" in BENCHMARKS
