"""Preferences: a dialog of pages, with their list on the left."""
