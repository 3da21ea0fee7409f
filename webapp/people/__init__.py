"""Practice, people and invitations: who there is, and who may see whom."""
