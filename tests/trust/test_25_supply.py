"""Line 25: nothing comes in that was not chosen, and no secret goes out with the code."""

import json
import re
import subprocess
import sys

import pytest

from tests.trust.documents import ROOT
from tests.trust.tracked import names, texts

PRIVATE = {
    "a private key": r"-----BEGIN [A-Z ]*PRIVATE KEY-----\s+[A-Za-z0-9+/=]{20}",
    "a key of a cloud": r"\b(AKIA|ASIA)[A-Z0-9]{16}\b|\bAIza[\w-]{35}\b",
    "a token": r"\b(gh[pousr]_\w{30,}|xox[abprs]-[\w-]{10,}|glpat-[\w-]{20,}|sk_live_\w{16,})",
    "a password in an address": r"\b(postgresql|redis|smtps?)://\w+:(?!password@)[^@\s\"'{}]{8,}@",
    "32 random bytes": r"(?<![\w+/=-])[A-Za-z0-9+/]{43}=(?![\w+/=])",
}
KEPT_OUT = re.compile(r"(^|/)(instance|\.venv)/|\.sqlite|secrets\.json|\.env$|\.pem$|\.key$")


@pytest.mark.parametrize("what", PRIVATE)
def test_no_secret_is_in_the_code(what):
    found = [name for name, text in texts() if re.search(PRIVATE[what], text)]
    assert found == []


def test_no_file_that_an_installation_makes_is_in_git():
    assert [name for name in names() if KEPT_OUT.search(name)] == []


@pytest.mark.parametrize("lock", ["run", "test"])
def test_every_package_is_pinned_to_bytes(lock):
    text = (ROOT / "requirements" / f"{lock}.txt").read_text().replace("\\\n", " ")
    wanted = [line for line in text.splitlines() if re.match(r"\w", line)]
    assert wanted and all("==" in line and "--hash=sha256:" in line for line in wanted)


def test_a_list_of_everything_in_it_can_be_had():
    made = subprocess.run(
        ["make", "-s", "-o", ".venv/test.stamp", "sbom"], cwd=ROOT, check=True, capture_output=True
    )
    told = json.loads(made.stdout)
    assert told["bomFormat"] == "CycloneDX"
    assert {"flask", "cryptography", "webauthn"} <= {each["name"] for each in told["components"]}


def test_bandit_finds_nothing():
    asked = ["-m", "bandit", "-q", "-c", "pyproject.toml", "-r", "webapp", "wsgi.py"]
    told = subprocess.run([sys.executable, *asked], cwd=ROOT, capture_output=True, text=True)
    assert told.returncode == 0, told.stdout
