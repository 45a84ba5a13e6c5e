"""Scores, data sets and benchmark protocols."""
