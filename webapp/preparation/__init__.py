"""Before a session: tips, built in and the practice's own; what a client ticks off and brings."""
