"""The journal of each client: append-only, numbered without gaps, the same on phone and server."""
