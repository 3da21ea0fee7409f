"""The start page, help now, the neutral page, and what makes the app installable."""

from functools import cache
from typing import Literal

from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Blueprint, Response, current_app, render_template, send_from_directory, url_for
from msgspec import Struct

from webapp import content
from webapp.extensions import db
from webapp.security.access import anyone
from webapp.security.problems import busy, not_here
from webapp.security.strict_json import gives
from webapp.shell import in_one_piece, release, whole

bp = Blueprint("shell", __name__)


class Health(Struct):
    """Well, or there is no answer but a 503."""

    status: Literal["ok"] = "ok"


@bp.get("/")
@anyone
def today():
    """The start page: what is next and what waits. Also the welcome, for a new phone."""
    return render_template("shell/today.html")


@bp.get("/help")
@anyone
def help_now():
    """Crisis numbers, one tap away, also without signal."""
    return render_template("shell/help.html", crisis=content.crisis())


@bp.get("/accessibility")
@anyone
def accessibility():
    """What Footing does so that everybody can use it, and what is not known."""
    return render_template("shell/accessibility.html")


@bp.get("/away")
@anyone
def away():
    """Where “Leave quickly” leads: a page of ours that says nothing."""
    return render_template("shell/away.html")


@bp.get("/home-screen")
@anyone
def home_screen():
    """How to put the app on the home screen."""
    return render_template("shell/home_screen.html")


@bp.get("/more")
@anyone
def more():
    """The way to everything that has no tab of its own."""
    return render_template("shell/more.html")


@bp.get("/phone")
@anyone
def phone():
    """What is on this phone, and signing out."""
    return render_template("shell/phone.html", words=content.check_in(), **content.in_full())


@bp.get("/offline")
@anyone
def offline():
    """What stands in for a page that needs the network."""
    return render_template("shell/offline.html")


@bp.get("/manifest.webmanifest")
@anyone
def manifest():
    """What a browser needs to install the app."""
    body = render_template("shell/manifest.json")
    return Response(body, mimetype="application/manifest+json", headers=_revalidate())


@bp.get("/service-worker.js")
@anyone
def service_worker():
    """The service worker: a plain file at the root, so that its scope is everything."""
    name = "kill-switch.js" if current_app.config["KILL_SWITCH"] else "service-worker.js"
    response = send_from_directory(release.STATIC, name)
    response.headers.update(_revalidate())
    return response


@bp.get("/precache.js")
@anyone
def precache():
    """What the service worker keeps of this release; the one generated script."""
    body = render_template(
        "shell/precache.js",
        pages=[url_for(page) for page in release.PAGES],
        whole=url_for("shell.whole_release", version=current_app.config["VERSION"]),
        parts=whole.parts(),
        worker=url_for("static", filename=release.FOR_THE_WORKER),
    )
    return Response(body, mimetype="text/javascript", headers=_revalidate())


@bp.get("/assets/whole/<version>")
@anyone
def whole_release(version):
    """All of this release that a phone keeps. A worker of another one asks for what is not here."""
    if version != current_app.config["VERSION"]:
        raise not_here()
    return whole.answer()


@anyone
def later(script):
    """What a page's script needs only later."""
    name = release.PAGE_SCRIPTS + script
    if name not in release.page_scripts():
        raise not_here()
    return Response(in_one_piece.rest(name), mimetype="text/javascript")


@bp.record
def beside_the_files(setup):
    """It lies where the files do, so that a script of one version finds that of the same."""
    setup.add_url_rule(f"{setup.app.static_url_path}/later/<script>", view_func=later)


@bp.get("/readyz")
@anyone
@gives(Health)
def readyz():
    """Whether requests may come: the database answers, and is as this version wants it."""
    found = MigrationContext.configure(db.session.connection()).get_current_heads()
    if set(found) != _wanted():
        raise busy()
    return Health()


@bp.get("/healthz")
@anyone
@gives(Health)
def healthz():
    """Whether this process serves, and its database answers."""
    db.session.execute(db.text("SELECT 1"))
    return Health()


@cache
def _wanted():
    config = current_app.extensions["migrate"].migrate.get_config()
    return set(ScriptDirectory.from_config(config).get_heads())


def _revalidate():
    return {"Cache-Control": "no-cache"}
