"""The names of clusters on the map: where each may stand, and what is painted."""
