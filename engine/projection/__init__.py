"""Projections of vectors to positions on the map; one file a projection."""
