"""Review mode: one photo large after the other, and what becomes of the rejected."""
