"""Culling: which photos the user keeps and rejects, and the review that asks."""
