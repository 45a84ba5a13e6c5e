"""Looks after what a library holds: whether it is what was written, and making again what is not."""
