"""Who may call a route. Every view declares one of these; a test walks them all.

They ask `current_user`, so this module knows roles and nothing of tables.
"""

from functools import wraps

from flask import after_this_request, g, redirect, request, url_for
from flask_login import current_user

from webapp.security import half_filled
from webapp.security.form_token import whose
from webapp.security.problems import (
    Problem,
    account_erased,
    not_here,
    not_signed_in,
    recovering,
    shut_out,
    speaks_json,
    wrong_account,
)

MEANS = "Footing-Account"  # the header by which a phone says whose it is; others may leave it out


def anyone(view):
    """No login needed."""
    return _declare(view, "anyone")


def link_holder(view):
    """Whoever holds the secret in the address, signed in or not. It may be called from anywhere:
    a mail program does so in the name of whoever reads there."""
    return _declare(view, "link_holder")


def signed_in(view):
    """A client or a therapist; answers in JSON."""
    return speaks_json(_declare(_guard(view, require_login), "signed_in"))


def client_self(view):
    """A client, about themselves; answers in JSON."""
    return speaks_json(_declare(_guard(view, lambda: _require_role("client")), "client_self"))


def therapist(view):
    """A therapist, about their own practice; a page."""
    return _declare(_page_guard(view), "therapist")


def therapist_of_client(view):
    """The therapist of the client in the address; the view gets that client. A page."""

    @wraps(view)
    def with_client(client_id, **kwargs):
        client = current_user.person.client(client_id)
        if client is None:
            raise not_here()
        return view(client=client, **kwargs)

    return _declare(_page_guard(with_client), "therapist_of_client")


def still_theirs(client):
    """Have this client alone until COMMIT. Raise where they went on with somebody else, or were
    erased, since the page was asked for."""
    if client.hold(client.id).therapist_id != current_user.id:
        raise not_here()


def stepped_up(action):
    """Raise unless a fresh passkey was shown for this action in the last five minutes."""
    if not current_user.is_stepped_up_for(action):
        raise Problem(403, "step_up_required", "Show your passkey once more.", action=action)


def is_stepped_up(action):
    """Whether it was, for a page that shows the form again if not: then that page is a refusal, and
    says what is needed (components/with_passkey.html)."""
    g.lacks_passkey = not current_user.is_stepped_up_for(action)
    if g.lacks_passkey:
        after_this_request(_refused)
    return not g.lacks_passkey


def known_well():
    """Raise for who was let in again, until it is known that it is them."""
    if current_user.withheld_to is not None:
        raise recovering()


def require_login():
    """Raise unless somebody is signed in, and whoever the phone means. Returns them.

    That an account was erased is told to no phone of somebody else's, which would empty itself.
    """
    person = current_user._get_current_object()
    if person.is_authenticated or person.was_erased:
        only_for(request.headers.get(MEANS, person.id))
    if person.is_authenticated:
        return person
    if person.was_erased:
        raise account_erased()
    raise shut_out() if person.was_revoked else not_signed_in()


def only_for(account):
    """Raise where another one is meant than whoever is signed in."""
    if str(account) != str(current_user.id):
        raise wrong_account()


def _declare(view, who):
    view.who_may_call = who
    return view


def _guard(view, require):
    @wraps(view)
    def guarded(*args, **kwargs):
        require()
        return view(*args, **kwargs)

    return guarded


def _require_role(role):
    if require_login().role != role:
        raise not_here()


def _page_guard(view):
    @wraps(view)
    def guarded(*args, **kwargs):
        if not current_user.is_authenticated:
            return _ask_to_sign_in()
        _require_role("therapist")
        if request.method == "POST" and whose() not in (None, str(current_user.id)):
            raise not_here()  # the page was made for somebody else, who typed this
        return view(*args, **kwargs)

    return guarded


def _ask_to_sign_in():
    """What was sent waits on the page that asks."""
    if request.method == "POST" and whose():
        return half_filled.page()
    return redirect(url_for("passkeys.sign_in", next=_way_back()))


def _way_back():
    return request.path if request.method == "GET" else None


def _refused(response):
    response.status_code = 403
    return response
