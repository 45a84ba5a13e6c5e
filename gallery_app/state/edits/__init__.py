"""What edits ask before, and what is said after them."""
