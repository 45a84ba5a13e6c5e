"""How many clusters."""
