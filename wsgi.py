"""The application, for any WSGI server."""

import gc
import sys

from webapp import create_app
from webapp.config import WrongSetting
from webapp.security import logs
from webapp.security.secrets import BadSecrets

logs.begin()
try:
    app = create_app()
except (WrongSetting, BadSecrets) as wrong:
    sys.exit(str(wrong))

gc.freeze()  # what the start made stays: looking through it again and again costs requests time
