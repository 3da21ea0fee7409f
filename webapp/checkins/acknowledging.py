"""“I have read this”: a therapist's word on what a client shares, a check-in or a talking point."""

from flask import request
from flask_login import current_user

from webapp.checkins.schema import AcknowledgementBody
from webapp.extensions import db, now
from webapp.journal.authoring import write


def acknowledge(journal_id, shared):
    """Tell a client that it was read, unless they were told: only the version that was on the page
    counts. The caller has held the journal before it looked for what is `shared`."""
    is_what_was_seen = str(shared.version) == request.form.get("version")
    if is_what_was_seen and not shared.read_at:
        said = AcknowledgementBody(of=shared.record, read_at=now())
        write(journal_id, current_user, "acknowledgement", said)
        db.session.commit()
