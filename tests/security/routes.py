"""Every route there is, by walking the application's map of addresses."""

from uuid import uuid4


def routes(app, base_url=None):
    """(method, address, view) of every route, with ids of nobody in the addresses."""
    for rule in app.url_map.iter_rules():
        view = app.view_functions[rule.endpoint]
        for method in sorted(rule.methods - {"HEAD", "OPTIONS"}):
            yield method, _filled(app, rule, base_url), view


def changing(app):
    """The routes that may change something."""
    return [(method, path, view) for method, path, view in routes(app) if method != "GET"]


def _filled(app, rule, base_url):
    values = {name: uuid4() for name in rule.arguments}
    known = {
        "filename": "icons/icon.svg",
        "script": "today.js",
        "version": app.config["VERSION"],
    }
    values |= {name: value for name, value in known.items() if name in values}
    with app.test_request_context(base_url=base_url):
        return app.url_for(rule.endpoint, **values)
