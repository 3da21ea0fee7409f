"""The cookie behind forms. Most requests have no form, and pay nothing for it."""

from flask.sessions import SecureCookieSessionInterface


class FormCookie(SecureCookieSessionInterface):
    """Flask's signed cookie, opened where one came and saved where something changed."""

    def open_session(self, app, request):
        """What the cookie holds; nothing without one."""
        if self.get_cookie_name(app) not in request.cookies:
            return self.session_class()
        return super().open_session(app, request)

    def save_session(self, app, session, response):
        """Every page that has a form is personal and kept nowhere, so none needs `Vary`."""
        if session.modified:
            super().save_session(app, session, response)
