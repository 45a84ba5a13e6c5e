"""Nearest neighbours and their layout, shared by clustering and projection."""
