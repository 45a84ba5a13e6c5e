"""Near-duplicates, and which of them to keep."""
