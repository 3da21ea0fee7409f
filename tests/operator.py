"""What an operator says on the command line, and what is printed."""


def said(app, *words, fails=None):
    """Say a command; it must go well, or fail with this sentence. Returns what it printed."""
    told = app.test_cli_runner().invoke(args=list(map(str, words)))
    assert (told.exit_code == 0) == (fails is None), told.output
    assert fails is None or fails in told.output
    return told.output
