"""Clustering: the methods, the number of clusters, their names, and the assignment of photos to them."""
