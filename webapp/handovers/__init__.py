"""Handing a client over to a colleague: asking, the client's answer, and what a yes changes."""
