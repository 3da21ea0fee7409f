"""What measures is run seldom, so nobody would see that it asks for something that has moved."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BENCHMARKS = sorted(file.stem for file in (ROOT / "benchmarks").glob("*.py"))
SMALL = (
    "alarms --clients 5",
    "caseload --clients 4 --check-ins 3",
    "growth --most 1000 --pushed 200",
    "phone --entries 60 --check-ins 2",
    "sync --size 0.02",
)


@pytest.mark.parametrize("name", BENCHMARKS)
def test_each_benchmark_finds_all_that_it_asks_for(name):
    assert import_module(f"benchmarks.{name}")


@pytest.mark.flaky(reruns=1)  # one drives a browser, and has two tries as all that do
@pytest.mark.parametrize("small", SMALL)
def test_each_benchmark_comes_to_its_end_and_says_what_it_measured(small):
    told = subprocess.run(
        [sys.executable, "-m", *f"benchmarks.{small}".split()],
        stdout=subprocess.PIPE, text=True, cwd=ROOT, check=True,
    )  # fmt: skip
    assert any(character.isdigit() for character in told.stdout)


def test_there_is_something_to_measure():
    assert {small.split()[0] for small in SMALL} == {
        name for name in BENCHMARKS if "def main" in (ROOT / f"benchmarks/{name}.py").read_text()
    }
