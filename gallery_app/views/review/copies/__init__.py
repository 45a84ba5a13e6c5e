"""Near-identical photos of all groups at once."""
