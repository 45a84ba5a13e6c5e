"""A training recorded, watched live and replayed."""
