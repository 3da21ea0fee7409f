"""Pure: the story of a talking point, from its revisions. `static/js/repairs.js` tells the same."""

from webapp.journal.records import is_shared, texts


def visible(revisions, current):
    """What a therapist may know of, in order: everything up to `current` since it was private.

    What is private, or deleted, stands until another revision follows it, and hides what came
    beside it. A phone may hand over an older revision after a newer one, so `current` is always
    among them.
    """
    told = sorted((r for r in revisions if r.seq <= current.seq), key=lambda r: r.seq)
    followed = {id: r.seq for r in reversed(told) for id in (r.base, *r.resolves)}
    private = [followed.get(r.id, current.seq) for r in told if not is_shared([r])]
    return [r for r in texts(told) if r.seq >= max(private, default=0)]


def story(revisions):
    """What happened, oldest first, as (what, revision).

    `what` is "said" for the first words, "changed" for others in their place, a route when another
    one was chosen, or the state that it came to.
    """
    before = None
    for revision in revisions:
        for what in _news(before, revision.said):
            yield what, revision
        before = revision.said


def _news(before, now):
    if now.words and not (before and before.words):
        yield "said"
    elif before and now.words != before.words:
        yield "changed"
    if before and now.route != before.route:
        yield now.route
    if now.state != (before.state if before else "open"):
        yield now.state
