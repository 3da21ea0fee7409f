"""The least that Flask can do: the measure for everything else under the same server."""

from flask import Flask

app = Flask(__name__)


@app.post("/")
def ok():
    """Two bytes."""
    return "ok"
