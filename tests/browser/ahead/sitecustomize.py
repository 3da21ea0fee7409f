"""Python imports this at its start, where a test put it on the path: the clock of that process, and
of each worker that it starts, is ahead of the real one."""

import os
from datetime import UTC, datetime, timedelta

import time_machine

AHEAD = timedelta(seconds=float(os.environ["CLOCK_AHEAD_S"]))
time_machine.travel(datetime.now(UTC) + AHEAD, tick=True).start()
