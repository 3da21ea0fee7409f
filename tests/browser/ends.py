"""An end for every script: Playwright waits for ever for what a page never answers."""

from functools import wraps

from playwright.sync_api import Page

END_S = 180  # only a defect takes so long
WHY = f"What a script waits for in this page did not come within {END_S} s."


def for_every_script():
    """From now on a page that does not answer a script is closed, and the test fails."""
    Page.evaluate = _ended(Page.evaluate)


def _ended(evaluate):
    @wraps(evaluate)
    def asks(page, *script):
        end = page._loop.call_later(END_S, _close, page)
        try:
            return evaluate(page, *script)
        finally:
            end.cancel()

    return asks


def _close(page):
    page._loop.create_task(page._impl_obj.close(run_before_unload=False, reason=WHY))
