"""Persons on a shelf of their own, their faces in the viewer, and the questions who somebody is."""
