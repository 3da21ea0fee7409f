"""What a client does before a session."""


def brings(bea, words, share=False):
    """Keep one thing that she wants to bring, for the session that her phone has heard of."""
    bea.opens("/prepare")
    bea.sees(", a walk")
    bea.page.get_by_role("textbox").fill(words)
    bea.taps("Keep it and show it to Ada" if share else "Keep it, only for me")
    bea.receives()
