"""Persons in words: what they are called, and what was done with them."""
