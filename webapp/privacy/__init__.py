"""What is kept of a person: taking it away, who read it, how long, and erasing it for good."""
