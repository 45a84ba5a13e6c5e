"""Clustering methods, one file each, and their parts."""
