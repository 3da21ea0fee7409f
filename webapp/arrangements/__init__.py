"""How the two meet on walks, on calls and in the room: proposed by one, agreed by both."""
