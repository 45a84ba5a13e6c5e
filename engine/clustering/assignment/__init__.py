"""The assignment of photos to clusters, after a fit and by the user's corrections."""
