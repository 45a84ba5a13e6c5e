"""Texts, numbers and names in the user's language."""
