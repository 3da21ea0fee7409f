"""Line 15: words at rest get a new key while phones sync, and once more after a crash half-way."""

import json
import signal
import subprocess
import sys
from functools import partial
from threading import Event

from tests.browser.server import ROOT
from tests.crowd import at_once
from tests.sync.wire import client_of
from tests.sync.writer import Writer
from webapp import create_app
from webapp.extensions import db

PHONES = 3
IN_SHORT = """
import os, signal, sys
from webapp import create_app, rotation
half_way, batch, done = sys.argv[1:], rotation._batch, []
rotation.A_FEW, rotation.GRACE_S = 5 if half_way else 200, 1
def counted(*given):
    done.append(1)
    if half_way and len(done) > 12:
        os.kill(os.getpid(), signal.SIGKILL)
    return batch(*given)
rotation._batch = counted
told = create_app().test_cli_runner().invoke(args=["rotate-keys"])
sys.exit(told.output if told.exit_code else 0)
"""


def rotates(server, *half_way):
    command = [sys.executable, "-c", IN_SHORT, *half_way]
    return subprocess.run(command, cwd=ROOT, env=server.environment()).returncode


def rotates_twice(server, writers, over):
    """The first time it is killed half-way, the second time it goes on from there."""
    try:
        while min(len(writer.acknowledged) for writer in writers) < 15:
            over.wait(0.05)
        return rotates(server, "half-way"), rotates(server)
    finally:
        over.set()


def test_phones_sync_on_while_every_word_gets_a_new_key(server):
    bea, over = client_of(server), Event()
    writers = [Writer(server, bea) for _ in range(PHONES)]
    writing = [partial(writer.goes_on_until, over) for writer in writers]
    ends, *_ = at_once(partial(rotates_twice, server, writers, over), *writing)
    assert ends == (-signal.SIGKILL, 0)

    feed = {change["entry"] for change in writers[0].catches_up()}
    assert feed == set().union(*[writer.written for writer in writers])
    assert not any(writer.lost for writer in writers)
    assert (keys(server), keys_used(server)) == (["2"], {2})
    for writer in writers:
        writer.wire.close()


def keys(server):
    """The numbers of the keys that the server has."""
    return list(json.loads((server.instance / "secrets.json").read_text())["sealing"])


def keys_used(server):
    """The numbers of the keys with which the words in the journal are sealed."""
    app = create_app(server.environment())
    with app.app_context():
        sealed = db.session.scalars(db.text("SELECT body_sealed FROM entry")).all()
        db.session.remove()
        db.engine.dispose()
    return {each[1] for each in sealed}
