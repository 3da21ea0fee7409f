"""Line 12: no way from somebody's words to markup. Trusted Types would stop it in a browser; this
stops it in review. The corpus itself is in tests/browser/test_trust_proofs.py."""

import re

import pytest

from tests.trust.documents import ROOT

WAYS = {
    "py": r"\bMarkup\(|render_template_string|\beval\(|\bexec\(|pickle|shell=True",
    "html": r"\|\s*safe\b|autoescape\s+false|\son\w+=|javascript:",
    "js": r"innerHTML|outerHTML\s*\+?=(?!=)|insertAdjacentHTML|document\.write|DOMParser|\beval\(|"
    r"new Function|srcdoc|createContextualFragment|setHTMLUnsafe",
}


@pytest.mark.parametrize("kind", WAYS)
def test_nothing_makes_markup_of_a_text(kind):
    files = [*(ROOT / "webapp").rglob(f"*.{kind}")]
    found = [f"{file}: {way}" for file in files for way in re.findall(WAYS[kind], file.read_text())]
    assert files and found == []
