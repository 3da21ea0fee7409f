"""Short pieces about working together, for anybody at any time."""
