"""Thumbnails and whole pictures for the views."""
