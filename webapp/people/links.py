"""The link that carries an invitation: its secret is in the fragment, so that no log holds it."""

from flask import current_app, render_template

from webapp.people.qr import QrCode


def invitation_url(secret, page="join"):
    """The address that carries an invitation."""
    return f"{current_app.config['PUBLIC_ORIGIN']}/{page}#{secret}"


def shown_once(person, secret):
    """The page with the link, for handing it over. It is never shown again."""
    url = invitation_url(secret)
    return render_template(
        "people/invitation.html",
        person=person,
        url=url,
        qr=None if current_app.config["IS_LOCAL"] else QrCode(url),
        invitation=person.invitation,
    )
