"""Server processes beside one another, each with an application of its own, on one database."""

import multiprocessing
from collections import Counter

from webapp import create_app

WORKERS = 3
PATIENCE_S = 120


def statuses(app, limit, most, requests):
    """How often each status was the answer when processes, each with the limit `most`, ask
    all at once. `requests`, a list for each, holds (path, body, headers)."""
    return beside_one_another(app, {limit: most}, _answers, requests)


def beside_one_another(app, limits, deed, shares):
    """What processes count that begin a deed at once: `deed(app, share)` returns a Counter, and
    there is a share for each process."""
    forked = multiprocessing.get_context("forkserver")  # imports once, and shares no connection
    forked.set_forkserver_preload([__name__])
    begin, told = forked.Barrier(len(shares)), forked.Queue()
    place = {"INSTANCE": str(app.config["INSTANCE"]), "PROXY_HOPS": str(app.config["PROXY_HOPS"])}
    environ = {**place, "DATABASE_URL": app.config["SQLALCHEMY_DATABASE_URI"]}
    workers = [
        forked.Process(target=_work, args=(environ, limits, deed, share, begin, told))
        for share in shares
    ]
    for worker in workers:
        worker.start()
    counted = sum((told.get(timeout=PATIENCE_S) for _ in workers), Counter())
    for worker in workers:
        worker.join(PATIENCE_S)
    return counted


def _work(environ, limits, deed, share, begin, told):
    app = create_app(environ)
    app.config.update(limits)
    begin.wait(PATIENCE_S)
    told.put(deed(app, share))


def _answers(app, requests):
    browser = app.test_client(use_cookies=False)
    return Counter(_status(browser, *request) for request in requests)


def _status(browser, path, body, headers):
    how = {"base_url": "http://localhost:8000", "buffered": True}
    ours = {"Sec-Fetch-Site": "same-origin", **headers}
    return browser.post(path, json=body, headers=ours, **how).status_code
