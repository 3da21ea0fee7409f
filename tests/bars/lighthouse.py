"""Lighthouse on pages of somebody who is signed in: a phone on slow 4G, as Lighthouse simulates it.

It is fetched with `npx`, at the version below; without that there are no rows.
"""

import json
import shutil
import subprocess
import tempfile
from statistics import median

from tests.bars.profiles import listening
from tests.gallery_pages import CLIENTS, OF_BEA, THERAPISTS, address_of_bea

LIGHTHOUSE = ["npx", "--yes", "lighthouse@12.8.2"]
OUTPUT = ["--output=json", "--output-path=stdout", "--quiet", "--no-enable-error-reporting"]
AS_SIGNED_IN = ["--disable-storage-reset"]
CATEGORIES = "performance", "accessibility", "best-practices"
FIGURES = {
    "first paint, ms": "first-contentful-paint",
    "LCP, ms": "largest-contentful-paint",
    "TBT, ms": "total-blocking-time",
    "CLS": "cumulative-layout-shift",
    "bytes": "total-byte-weight",
}
COLUMNS = ("page", *CATEGORIES, *FIGURES, "what costs points")
AGAIN = 2  # more runs of a page that misses; then the median counts


def of(people, bea, ada):
    """Yields a row for each page: of a first visit, of Bea's, of Ada's."""
    if not shutil.which("npx"):
        return
    origin = people.server.origin
    with tempfile.TemporaryDirectory() as stranger:
        invitation = people.ada.invites("Noor").link.removeprefix(origin)
        yield from _rows(origin, stranger, [invitation, "/sign-in"], [])
    yield from _rows(origin, bea, ["/check-in", *_of_clients()], AS_SIGNED_IN)
    about = address_of_bea(people).removeprefix(origin)
    of_bea = [about + below for below in OF_BEA.values()]
    yield from _rows(origin, ada, [*THERAPISTS.values(), *of_bea], AS_SIGNED_IN)


def _of_clients():
    return [path for path, _ in CLIENTS.values() if path != "/nowhere"]


def _rows(origin, profile, paths, how):
    for path in paths:
        yield _row(path, _reports(profile, origin + path, how))


def _reports(*of):
    reports = [_report(*of)]
    if min(_scores(reports)) < 100:
        reports += [_report(*of) for _ in range(AGAIN)]
    return reports


def _report(profile, address, how, tries=3):
    """By a browser of its own, as Lighthouse itself starts one: in one that has shown pages before,
    it counts what it does itself to begin. Asked once more where the browser did not play along, as
    happens on a busy machine."""
    only = f"--only-categories={','.join(CATEGORIES)}"
    with listening(profile) as port:
        command = [*LIGHTHOUSE, address, *OUTPUT, only, f"--port={port}", *how]
        said = subprocess.run(command, stdout=subprocess.PIPE, check=tries == 1)
    failed = said.returncode != 0
    return _report(profile, address, how, tries - 1) if failed else json.loads(said.stdout)


def _row(path, reports):
    return (path.split("#")[0], *_scores(reports), *_figures(reports), _costly(reports[-1]))


def _scores(reports):
    return [
        median(one["categories"][name]["score"] * 100 for one in reports) for name in CATEGORIES
    ]


def _figures(reports):
    for audit in FIGURES.values():
        figure = median(one["audits"][audit]["numericValue"] for one in reports)
        yield f"{figure:.3f}" if audit == FIGURES["CLS"] else float(figure)


def _costly(report):
    weighed = [ref for each in report["categories"].values() for ref in each["auditRefs"]]
    scores = {ref["id"]: report["audits"][ref["id"]]["score"] for ref in weighed if ref["weight"]}
    return ", ".join(name for name, score in scores.items() if score is not None and score < 0.99)
