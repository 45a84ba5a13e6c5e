"""Near-identical photos, and which of them to keep."""
